import { type FloatingTag, planFloatingTags } from "@jessy-actions/versioning/floating-tags";
import type { Facts } from "../facts.ts";
import type { ReleaseDocument } from "../github/release-document.ts";
import type { Inputs } from "../inputs.ts";

/**
 * Which floating tags move to the release's commit, and why the others stay. Pure.
 *
 * @param releases undefined when they are not known.
 */
export function floatingTagsOf(
  { major, minor }: Inputs["floatingTags"],
  { tag, commit, tags, isAncestor }: Pick<Facts, "tag" | "commit" | "tags" | "isAncestor">,
  prerelease: boolean,
  releases: readonly ReleaseDocument[] | undefined,
): FloatingTag[] {
  if (!major && !minor) return [];
  const planned = planFloatingTags(tag, commit, tags.all, { minor, zero: true });
  // The first is the major one.
  return planned.slice(major ? 0 : 1).map((floating) => {
    if (floating.action === "keep") return floating;
    if (prerelease) return keep(floating, `stays: ${tag.text} is a prerelease`);
    return restrain(floating, isAncestor.get(floating.name), releases);
  });
}

/** Keeps a tag where a move would be wrong though its version says that it is forward. Pure. */
export function restrain(
  floating: FloatingTag,
  isForward: boolean | undefined,
  releases: readonly ReleaseDocument[] | undefined,
): FloatingTag {
  const { name, action, from, fromTag } = floating;
  if (releases?.some((release) => release.tag_name === name && !release.draft) === true)
    return keep(floating, "stays: it has a release of its own, which may be immutable");
  if (action !== "move" || fromTag !== undefined || isForward === true) return floating;
  const where = `stays: it stands on ${from!.slice(0, 10)}, which has no version and is not known to be an ancestor of this commit`;
  return keep(floating, `${where}; move it by hand`);
}

function keep(floating: FloatingTag, reason: string): FloatingTag {
  return { ...floating, action: "keep", reason };
}
