import compare from "semver/functions/compare.js";
import parse from "semver/functions/parse.js";
import { comparePep440, printPep440, readPep440 } from "./pep440.ts";
import type { Expressions } from "./template.ts";

/** A version that names one state of the software; `1.2` under semver is none. */
export interface Version {
  readonly scheme: "semver" | "pep440";
  /** As it was written, such as `v1.2.3`. */
  readonly raw: string;
  /** In the scheme's normal form, without build metadata: `1.2.3-rc.1`, `1.2.3rc1`. */
  readonly clean: string;
  /** The same as metadata-action writes it: the parts of a local version with commas, which a tag turns into `-`. */
  readonly written: string;
  /** Neither a pre-release nor a development release. */
  readonly isStable: boolean;
  /** Stable, and not a post-release either: patterns such as `{{major}}` apply. */
  readonly isFinal: boolean;
  readonly numbers: { readonly major: number; readonly minor: number; readonly patch: number };
  /** Semver's build metadata, `b.1` of `1.2.3+b.1`, in its parts. */
  readonly build: readonly string[];
}

/** As the semver package limits it, so that no reading is slow. */
const MAX_CHARACTERS = 256;

/** @returns undefined for what is not a version by https://semver.org, with or without a `v` */
export function parseSemver(text: string): Version | undefined {
  const parsed = parse(text);
  if (parsed === null) return undefined;
  const { raw, version, prerelease, build, major, minor, patch } = parsed;
  const isStable = prerelease.length === 0;
  return {
    scheme: "semver",
    raw,
    clean: version,
    written: version,
    isStable,
    isFinal: isStable,
    numbers: { major, minor, patch },
    build,
  };
}

/** @returns undefined for what is not a version by PEP 440 */
export function parsePep440(text: string): Version | undefined {
  if (text.length > MAX_CHARACTERS) return undefined;
  const parsed = readPep440(text);
  if (parsed === undefined) return undefined;
  const { release, pre, post, dev } = parsed;
  const [major = 0, minor = 0, patch = 0] = release;
  const isStable = pre === undefined && dev === undefined;
  const clean = printPep440(parsed);
  return {
    scheme: "pep440",
    raw: text,
    clean,
    written: clean.replace(/\+.*/, (local) => local.replaceAll(".", ",")),
    isStable,
    isFinal: isStable && post === undefined,
    numbers: { major, minor, patch },
    build: [],
  };
}

/**
 * The version that a name of a git or image tag is: by semver, else by PEP 440 if it has a dot. A lone number such as
 * `20260110` is a date or a commit, more often than a version.
 */
export function versionOfName(name: string): Version | undefined {
  return parseSemver(name) ?? (/\d\.\d/.test(name) ? parsePep440(name) : undefined);
}

/** Below zero if `a` is less than `b`, which has the same scheme. Build metadata does not count. */
export function compareVersions(a: Version, b: Version): number {
  return a.scheme === "semver" ? compare(a.clean, b.clean) : comparePep440(readPep440(a.clean)!, readPep440(b.clean)!);
}

/** What `{{…}}` may name in the pattern of `type=semver` and `type=pep440`. */
export const VERSION_NAMES: Readonly<Record<Version["scheme"], readonly string[]>> = {
  semver: ["raw", "version", "major", "minor", "patch", "prerelease", "build"],
  pep440: ["raw", "version", "major", "minor", "patch"],
};

export function versionExpressions({ raw, written, numbers, build }: Version): Expressions {
  return {
    raw: () => raw,
    version: () => written,
    major: () => String(numbers.major),
    minor: () => String(numbers.minor),
    patch: () => String(numbers.patch),
    // A pre-release ignores the pattern, so there is never one to write.
    prerelease: () => "",
    build: () => build.join(","),
  };
}
