import { compareVersions, isPrerelease } from "./semver.ts";
import { parseTag, type Tag } from "./tag.ts";

/** The tags that name a version of one prefix, the greatest version first. Anything else (`v1`, `nightly`) is left out. */
export function versionTags(names: Iterable<string>, prefix: string): Tag[] {
  const tags: Tag[] = [];
  for (const name of names) {
    const tag = parseTag(name);
    if (tag?.prefix === prefix) tags.push(tag);
  }
  return tags.sort(compareTags).reverse();
}

/** Precedence; then by name, so that `1.2.3+b1` and `1.2.3+b2` have an order, though SemVer gives them none. */
function compareTags(a: Tag, b: Tag): number {
  return compareVersions(a.version, b.version) || (a.text < b.text ? -1 : 1);
}

export function isStable(tag: Tag): boolean {
  return !isPrerelease(tag.version);
}

/**
 * Names what is wrong when a version stands twice among the tags of one prefix, as `v1.2.3` and as `1.2.3`: no tool
 * could tell which one is meant.
 */
export function twinProblem(tag: Tag, tags: readonly Tag[]): string | undefined {
  const bare = (each: Tag) => each.text.slice(each.prefix.length + (each.hasV ? 1 : 0));
  const twin = tags.find((each) => each.hasV !== tag.hasV && bare(each) === bare(tag));
  if (twin === undefined) return undefined;
  return `the tags ${tag.text} and ${twin.text} both name version ${bare(tag)}; delete one of them`;
}

/** Whether two tags are of one major version, and of one minor version where `minor` says so. */
export function isSameLine(a: Tag, b: Tag, minor: boolean): boolean {
  return a.version.major === b.version.major && (!minor || a.version.minor === b.version.minor);
}
