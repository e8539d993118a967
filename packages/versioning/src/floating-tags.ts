import { compareVersions, isPrerelease } from "./semver.ts";
import type { Tag } from "./tag.ts";
import { isSameLine, isStable, versionTags } from "./version-tags.ts";

/** What becomes of one floating tag (`v1`, `v1.2`). */
export interface FloatingTag {
  readonly name: string;
  readonly action: "create" | "move" | "keep";
  /** Why, to stand after the name: "stays: v1.9.9 is greater". */
  readonly reason: string;
  /** The commit that it stands on now. */
  readonly from: string | undefined;
  /** The version tag on that commit, if there is one. Without it only the history can tell whether a move is forward. */
  readonly fromTag: string | undefined;
}

export interface FloatingTagOptions {
  /** Also `v1.2`. */
  readonly minor: boolean;
  /** Also `v0`: below 1.0.0 any version may break (SemVer 2.0.0, 4), so nobody can follow it safely. */
  readonly zero: boolean;
}

/**
 * Decides which floating tags move to a version. They only move forward, to the greatest stable version of their line, and never to a prerelease
 * or to a version with build metadata (SemVer does not say which of two builds is newer).
 *
 * @param commit the one that the version's tag stands on
 * @param tags all tags of the repository, each with the commit it stands on (annotated ones peeled)
 */
export function planFloatingTags(
  tag: Tag,
  commit: string,
  tags: ReadonlyMap<string, string>,
  options: FloatingTagOptions,
): readonly FloatingTag[] {
  const versions = versionTags(tags.keys(), tag.prefix);
  return [false, true].flatMap((minor) => (minor && !options.minor ? [] : planOne(minor)));

  function planOne(minor: boolean): FloatingTag {
    const { major, minor: minorNumber } = tag.version;
    const name = `${tag.prefix}${tag.hasV ? "v" : ""}${major}${minor ? `.${minorNumber}` : ""}`;
    const from = tags.get(name);
    const standing = from === undefined ? [] : versions.filter((each) => tags.get(each.text) === from);
    const inLine = standing.find((each) => isSameLine(each, tag, minor));
    const fromTag = (inLine ?? standing[0])?.text;
    const decide = (action: FloatingTag["action"], reason: string) => ({ name, action, reason, from, fromTag });

    if (isPrerelease(tag.version)) return decide("keep", `stays: ${tag.text} is a prerelease`);
    if (tag.version.build.length > 0) return decide("keep", `stays: ${tag.text} has build metadata`);
    if (major === 0 && !minor && !options.zero)
      return decide("keep", "stays: versions below 1.0.0 may break each other");
    const greatest = versions.find((each) => mayFloat(each) && isSameLine(each, tag, minor));
    if (greatest !== undefined && compareVersions(greatest.version, tag.version) > 0) {
      return decide("keep", `stays: ${greatest.text} is greater`);
    }
    if (from === undefined) return decide("create", `is new, for ${tag.text}`);
    if (from === commit) return decide("keep", `stands on ${tag.text} already`);
    if (inLine === undefined && fromTag !== undefined) {
      return decide("keep", `stays: it stands on ${fromTag}, which is not a version of its line; move it by hand`);
    }
    return decide("move", `moves from ${fromTag ?? "a commit without a version"} to ${tag.text}`);
  }
}

function mayFloat(tag: Tag): boolean {
  return isStable(tag) && tag.version.build.length === 0;
}
