import { compareVersions, formatVersion, isPrerelease, parseVersion, type Version } from "./semver.ts";

/** What is known of a product, to tell its own versions in names of files from those of other things. */
export interface Product {
  readonly version: Version;
  /** What it may be called: the repository, the package. */
  readonly names: readonly string[];
  /** Other versions that it has had. */
  readonly versions: readonly Version[];
}

/** A version that the name of a file states, and how it is known that it is one of the product. */
export interface StatedVersion {
  readonly text: string;
  readonly because: string;
}

/** The longest name that a file system takes. */
const MAX_NAME_CHARACTERS = 255;

/**
 * The files of a release whose names state a version of another release: `tool-1.2.2-linux.tar.gz` is no file of 1.2.3. Only three numbers are a
 * version, so `x86_64`, `python3.11`, `linux-5.4` and `1.2.3.4` are none. A name that states the product's own version is right, whatever else it
 * states. Any other version may be that of something else (`openssl-3.0.13`), unless one of these says whose it is:
 * - the product had it in an earlier release;
 * - it differs from the product's in its last number or its prerelease alone;
 * - it stands behind the product's name, or behind a name that in another file stands before the product's version.
 */
export function otherVersions(files: readonly string[], product: Product): Map<string, StatedVersion> {
  const stated = new Map(files.map((file) => [file, versionsIn(file.slice(0, MAX_NAME_CHARACTERS))]));
  /** The first file that states the product's version, by the name before it. */
  const siblings = new Map<string, string>();
  for (const [file, found] of stated)
    for (const { version, before } of found)
      if (isOwn(version, product.version) && !siblings.has(before)) siblings.set(before, file);
  const others = new Map<string, StatedVersion>();
  for (const [file, found] of stated) {
    if (found.some(({ version }) => isOwn(version, product.version))) continue;
    for (const each of found) {
      const because = reason(each, product, siblings);
      if (because !== undefined && !others.has(file)) others.set(file, { text: each.text, because });
    }
  }
  return others;
}

interface Found {
  readonly text: string;
  readonly version: Version;
  /** The word before it, in lower case. */
  readonly before: string;
}

/**
 * Three numbers that no fourth one touches, with a prerelease by its usual words: what else follows may be a platform. Python glues its own on
 * (`1.2.3rc1`).
 */
const VERSION =
  /(?<![0-9.])([0-9]{1,9})\.([0-9]{1,9})\.([0-9]{1,9})(?![0-9])(?!\.[0-9])(?:[-._~]?(alpha|beta|rc|a|b)[-._]?([0-9]{1,9})(?![0-9A-Za-z]))?/gi;

/** How Python writes them. */
const WORDS: Readonly<Record<string, string>> = { a: "alpha", b: "beta" };

function versionsIn(file: string): Found[] {
  return [...file.matchAll(VERSION)].map((match) => {
    const [text, major, minor, patch, word, number] = match;
    const plain = word?.toLowerCase() ?? "";
    const prerelease = word === undefined ? "" : `-${WORDS[plain] ?? plain}.${Number(number)}`;
    const version = parseVersion(`${[major, minor, patch].map(Number).join(".")}${prerelease}`)!;
    return { text, version, before: nameBefore(file.slice(0, match.index)) };
  });
}

/** `tool` of `tool-v`, `tool_`, `tool` and `dist.tool-`. */
function nameBefore(start: string): string {
  return start
    .replace(/(?:^|[-_.@+])v$/i, "")
    .replace(/[-_.@+]+$/, "")
    .toLowerCase();
}

/** A file of a prerelease may leave its prerelease out, as several package managers do. */
function isOwn(stated: Version, own: Version): boolean {
  if (isSameCore(stated, own) && !isPrerelease(stated) && isPrerelease(own)) return true;
  return compareVersions(stated, normal(own)) === 0;
}

/** `rc1` and `rc.1` are the same prerelease. */
function normal(version: Version): Version {
  const text = formatVersion({ ...version, build: [] });
  return parseVersion(text.replace(/-(alpha|beta|rc)[-.]?([0-9]+)$/, "-$1.$2")) ?? version;
}

function reason(
  { version, before }: Found,
  { version: own, names, versions }: Product,
  siblings: ReadonlyMap<string, string>,
): string | undefined {
  if (versions.some((each) => compareVersions(each, version) === 0)) return "which was released before";
  if (version.major === own.major && version.minor === own.minor) return "which is another version of the same line";
  if (before === "") return undefined;
  if (names.some((name) => name.toLowerCase() === before)) return `which stands behind the name \`${before}\``;
  const sibling = siblings.get(before);
  return sibling === undefined ? undefined : `and \`${sibling}\` states the right one`;
}

function isSameCore(a: Version, b: Version): boolean {
  return a.major === b.major && a.minor === b.minor && a.patch === b.patch;
}
