import { planFloatingTags } from "@jessy-actions/versioning/floating-tags";
import type { Tag } from "@jessy-actions/versioning/tag";
import type { Facts, TagFacts } from "../facts.ts";
import type { Inputs } from "../inputs.ts";
import type { RefApi } from "./ref-api.ts";

/** Asks whether a move is forward, but only for floating tags on a commit without a version: elsewhere the versions say it. */
export async function floatingAncestry(
  refs: RefApi,
  { major, minor }: Inputs["floatingTags"],
  tag: Tag,
  commit: string,
  tags: TagFacts,
): Promise<Facts["isAncestor"]> {
  const known = new Map<string, boolean>();
  if (!major && !minor) return known;
  for (const { name, action, from, fromTag } of planFloatingTags(tag, commit, tags.all, { minor: true, zero: true })) {
    if (action !== "move" || fromTag !== undefined || from === undefined) continue;
    const relation = await refs.relation(from, commit);
    known.set(name, relation === "ahead" || relation === "identical");
  }
  return known;
}
