/**
 * A version of PEP 440 in its parts, as https://packaging.python.org/en/latest/specifications/version-specifiers/ has
 * them. Numbers are exact up to 2^53; a longer one is rounded, as no release has it.
 */
export interface Pep440 {
  readonly epoch: number;
  readonly release: readonly number[];
  readonly pre: { readonly letter: "a" | "b" | "rc"; readonly number: number } | undefined;
  readonly post: number | undefined;
  readonly dev: number | undefined;
  /** Numbers are compared as such, and come after words. */
  readonly local: readonly (string | number)[];
}

/** The specification's appendix B; it allows `v` in front, any case and several spellings. */
const PATTERN = new RegExp(
  [
    String.raw`^v?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)`,
    String.raw`(?:[-_.]?(?<letter>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<pre>\d+)?)?`,
    String.raw`(?:-(?<implicit>\d+)|[-_.]?(?<isPost>post|rev|r)[-_.]?(?<post>\d+)?)?`,
    String.raw`(?:[-_.]?(?<isDev>dev)[-_.]?(?<dev>\d+)?)?`,
    String.raw`(?:\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?$`,
  ].join(""),
  "i",
);

const LETTERS: Readonly<Record<string, "a" | "b" | "rc">> = {
  a: "a",
  alpha: "a",
  b: "b",
  beta: "b",
  c: "rc",
  rc: "rc",
  pre: "rc",
  preview: "rc",
};

/** @returns undefined for what is not a version. */
export function readPep440(text: string): Pep440 | undefined {
  const groups = PATTERN.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const {
    epoch = "0",
    release = "",
    letter,
    pre = "0",
    implicit,
    isPost,
    post = "0",
    isDev,
    dev = "0",
    local,
  } = groups;
  return {
    epoch: Number(epoch),
    release: release.split(".").map(Number),
    pre: letter === undefined ? undefined : { letter: LETTERS[letter.toLowerCase()]!, number: Number(pre) },
    post: implicit !== undefined ? Number(implicit) : isPost === undefined ? undefined : Number(post),
    dev: isDev === undefined ? undefined : Number(dev),
    local: local === undefined ? [] : local.toLowerCase().split(/[-_.]/).map(localPart),
  };
}

const localPart = (part: string): string | number => (/^\d+$/.test(part) ? Number(part) : part);

/** The normal form: `1.0.0rc1.post2.dev3+local.1`. */
export function printPep440({ epoch, release, pre, post, dev, local }: Pep440): string {
  return [
    epoch === 0 ? "" : `${epoch}!`,
    release.join("."),
    pre === undefined ? "" : `${pre.letter}${pre.number}`,
    post === undefined ? "" : `.post${post}`,
    dev === undefined ? "" : `.dev${dev}`,
    local.length === 0 ? "" : `+${local.join(".")}`,
  ].join("");
}

/** Below zero if `a` comes first: 1.0.dev1, 1.0a1.dev1, 1.0a1, 1.0rc1, 1.0, 1.0+local, 1.0.post1. */
export function comparePep440(a: Pep440, b: Pep440): number {
  return (
    a.epoch - b.epoch ||
    compareLists(trimmed(a.release), trimmed(b.release), (x, y) => x - y) ||
    compareLists(suffixKey(a), suffixKey(b), (x, y) => x - y) ||
    compareLists(a.local, b.local, compareLocal)
  );
}

/** `1.0` and `1` are the same release. */
function trimmed(release: readonly number[]): readonly number[] {
  const last = release.findLastIndex((number) => number !== 0);
  return release.slice(0, last + 1);
}

/** A development release without more comes before all pre-releases of its release, and a final one after them. */
function suffixKey({ pre, post, dev }: Pep440): readonly number[] {
  const stage =
    pre === undefined ? (post === undefined && dev !== undefined ? 0 : 4) : { a: 1, b: 2, rc: 3 }[pre.letter];
  return [stage, pre?.number ?? 0, post ?? -1, dev ?? Number.POSITIVE_INFINITY];
}

function compareLocal(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === typeof b) return a < b ? -1 : Number(a > b);
  return typeof a === "number" ? 1 : -1;
}

/** The shorter of two lists that begin alike comes first. */
function compareLists<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    // Equal infinities have no difference.
    const order = a[at] === b[at] ? 0 : compare(a[at]!, b[at]!);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
