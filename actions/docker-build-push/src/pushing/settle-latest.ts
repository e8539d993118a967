import { decideLatest, withLatest } from "@jessy-actions/images/tags/latest";
import { RegistryError } from "@jessy-actions/kit/registry/registry-error";
import type { ImagePlan } from "../planning/image-plan.ts";
import type { Registries } from "./registries.ts";

export interface SettledLatest {
  readonly image: ImagePlan;
  /** Why it could not be found out: then nothing is pushed. */
  readonly problem: string | undefined;
}

/**
 * Whether `latest` moves to an image is asked from what stands: the tags of all its repositories, and those of git.
 *
 * @param gitTags names, without `refs/tags/`. @param gitTag the one that is built.
 */
export async function settleLatest(
  image: ImagePlan,
  registries: Registries,
  gitTags: readonly string[],
  gitTag: string | undefined,
): Promise<SettledLatest> {
  const { tagPlan } = image;
  if (tagPlan === undefined || !tagPlan.tags.some(({ latest }) => latest !== undefined))
    return { image, problem: undefined };
  const standing: string[] = [];
  try {
    for (const { registry, repository } of image.destinations)
      standing.push(...(await registries.of(registry).listTags(repository)));
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    return { image, problem: `whether \`latest\` moves is not known: ${error.message}` };
  }
  const decision = decideLatest(tagPlan, { registry: standing, git: gitTags }, gitTag);
  if (decision === undefined || decision.moves) return { image, problem: undefined };
  const settled = withLatest(tagPlan, decision);
  const names = new Set(settled.tags.map(({ name }) => name));
  return {
    image: {
      ...image,
      destinations: image.destinations.map((each) => ({ ...each, tags: each.tags.filter((tag) => names.has(tag)) })),
      notes: settled.notes,
    },
    problem: undefined,
  };
}
