import { RegistryError } from "@jessy-actions/kit/registry/registry-error";
import { asksForLatest, settledImage } from "../planning/floating-latest.ts";
import type { GitTags } from "../planning/git-tags.ts";
import type { ImagePlan } from "../planning/image-plan.ts";
import type { Registries } from "./registries.ts";

export interface SettledLatest {
  readonly image: ImagePlan;
  /** What was found out beside the plan's own notes. */
  readonly notes: readonly string[];
  /** Why it could not be found out: then nothing is pushed. */
  readonly problem: string | undefined;
}

/**
 * Whether `latest` moves to an image is asked from what stands: the tags of all its repositories, and those of git.
 *
 * @param ref that is built. @param gitTags asked only for an image that would get `latest`.
 */
export async function settleLatest(
  image: ImagePlan,
  registries: Pick<Registries, "of">,
  ref: string,
  gitTags: () => Promise<GitTags>,
): Promise<SettledLatest> {
  if (!asksForLatest(image)) return { image, notes: [], problem: undefined };
  const registry: string[] = [];
  try {
    for (const each of image.destinations)
      registry.push(...(await registries.of(each.registry).listTags(each.repository)));
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    return { image, notes: [], problem: `whether \`latest\` moves is not known: ${error.message}` };
  }
  const { names: git, note } = await gitTags();
  const gitTag = ref.startsWith("refs/tags/") ? ref.slice("refs/tags/".length) : undefined;
  const settled = settledImage(image, { registry, git }, gitTag);
  const notes = settled.notes.slice(image.notes.length);
  return { image: settled, notes: note === undefined ? notes : [...notes, note], problem: undefined };
}
