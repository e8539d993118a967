import { compareVersions, isPrerelease } from "./semver.ts";
import type { Tag } from "./tag.ts";
import { isStable, versionTags } from "./version-tags.ts";

export interface LatestDecision {
  readonly isLatest: boolean;
  /** One sentence's end: "no published stable version is greater". */
  readonly reason: string;
}

/**
 * Whether a release should be the repository's "latest". GitHub decides by date, or with `legacy` in an order where 1.0.9 comes after
 * 1.0.10; here the greatest stable version is the latest one, so that a back-port is not.
 *
 * A repository has one "latest" but may have many prefixes. The versions without prefix own it where there are any; else each prefix
 * looks at its own versions only.
 *
 * @param published names of tags of releases that are published and neither drafts nor prereleases; the release's own may be among them
 */
export function decideLatest(tag: Tag, published: readonly string[]): LatestDecision {
  if (isPrerelease(tag.version)) return { isLatest: false, reason: "a prerelease is never the latest" };
  if (tag.prefix !== "") {
    const own = versionTags(published, "").find(isStable);
    if (own !== undefined) return { isLatest: false, reason: `the latest is one without prefix, as ${own.text} is` };
  }
  const greatest = versionTags(published, tag.prefix).find(isStable);
  if (greatest !== undefined && compareVersions(greatest.version, tag.version) > 0) {
    return { isLatest: false, reason: `${greatest.text} is greater` };
  }
  return { isLatest: true, reason: "no published stable version is greater" };
}
