import { compareVersions, isPrerelease } from "./semver.ts";
import type { Tag } from "./tag.ts";
import { isStable, twinProblem, versionTags } from "./version-tags.ts";

export interface PreviousTag {
  /** Undefined for a first release. */
  readonly tag: Tag | undefined;
  /** All that could be it, the nearest first: the caller may want the nearest that is an ancestor. */
  readonly candidates: readonly Tag[];
  readonly problems: readonly string[];
}

/**
 * The tag that a release's notes begin after: of the same prefix the greatest lower version. Dates play no part: a back-port 1.9.9 after
 * 2.0.0 follows 1.9.8.
 *
 * For a stable release all prereleases are skipped, its own (2.0.0-rc.1) and those that never became stable (1.9.0-rc.1): users of stable
 * versions have seen none of them. Versions that only differ in build metadata come neither before nor after each other.
 */
export function findPreviousTag(tag: Tag, names: Iterable<string>): PreviousTag {
  const tags = versionTags(names, tag.prefix);
  const stable = !isPrerelease(tag.version);
  const candidates = tags.filter(
    (each) => compareVersions(each.version, tag.version) < 0 && (!stable || isStable(each)),
  );
  const previous = candidates[0];
  const problems = [tag, previous].flatMap((each) => (each === undefined ? [] : (twinProblem(each, tags) ?? [])));
  return { tag: previous, candidates, problems };
}
