import { decideLatest, withLatest } from "@jessy-actions/images/tags/latest";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { RegistryError } from "@jessy-actions/kit/registry/registry-error";
import { UserError } from "@jessy-actions/reading/user-error";
import type { ImagePlan } from "../planning/image-plan.ts";
import type { Registries } from "./registries.ts";

export interface SettledLatest {
  readonly image: ImagePlan;
  /** Why it could not be found out: then nothing is pushed. */
  readonly problem: string | undefined;
}

/**
 * Whether `latest` moves to an image is asked from what stands: the tags of all its repositories, and those of git as far
 * as the clone has them.
 */
export async function settleLatest(
  image: ImagePlan,
  registries: Pick<Registries, "of">,
  io: Pick<ActionIo, "event" | "git">,
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
  const { ref } = io.event();
  const gitTag = ref.startsWith("refs/tags/") ? ref.slice("refs/tags/".length) : undefined;
  const decision = decideLatest(tagPlan, { registry: standing, git: await localTags(io) }, gitTag);
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

/** Without a clone, as after no actions/checkout, the registry alone decides. */
async function localTags(io: Pick<ActionIo, "git">): Promise<readonly string[]> {
  try {
    const git = await io.git();
    await git.root();
    return [...(await git.tags()).keys()];
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}
