import type { Git } from "@jessy-actions/kit/git/git";
import { planFloatingTags } from "@jessy-actions/versioning/floating-tags";
import type { Tag } from "@jessy-actions/versioning/tag";
import type { Facts, TagFacts } from "../facts.ts";
import type { Inputs } from "../inputs.ts";
import { fetchRange, type Remote } from "./remote.ts";

/** Asks the history whether a move is forward, but only for floating tags on a commit without a version: elsewhere the versions say it. */
export async function readAncestry(
  git: Git,
  remote: Remote,
  floatingTags: Inputs["floatingTags"],
  tag: Tag,
  commit: string,
  tags: TagFacts,
): Promise<Facts["isAncestor"]> {
  const known = new Map<string, boolean | undefined>();
  if (!floatingTags.major && !floatingTags.minor) return known;
  for (const { name, action, from, fromTag } of planFloatingTags(tag, commit, tags.all, { minor: true, zero: true })) {
    if (action !== "move" || fromTag !== undefined || from === undefined) continue;
    await fetchRange(git, remote, name, from, commit);
    known.set(name, await git.isAncestor(from, commit));
  }
  return known;
}
