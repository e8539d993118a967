import {
  comparePrereleases,
  identifierProblem,
  isNumeric,
  prereleaseProblem,
  quote,
} from "@jessy-actions/reading/prerelease";

/** A version by SemVer 2.0.0. Identifiers stay text: a numeric one may be longer than a number can be exact. */
export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** `rc.1` is `["rc", "1"]`; empty for a stable version. */
  readonly prerelease: readonly string[];
  /** What stands after `+`; it plays no part in precedence. */
  readonly build: readonly string[];
}

/** As in node-semver: nothing that people release is longer. */
export const MAX_VERSION_CHARACTERS = 256;

/**
 * Strict SemVer: no `v`, no blanks, no leading zeros, ASCII only. Undefined when the text is none; `versionProblem` says why. Larger
 * numbers than a double holds exactly (2^53 - 1) are refused, as in node-semver, though the specification sets no limit.
 */
export function parseVersion(text: string): Version | undefined {
  const read = readVersion(text);
  return typeof read === "string" ? undefined : read;
}

/** What keeps a text from being a version, to stand after its name: "has no patch number". Undefined when it is one. */
export function versionProblem(text: string): string | undefined {
  const read = readVersion(text);
  return typeof read === "string" ? read : undefined;
}

export function formatVersion(version: Version): string {
  const { prerelease, build } = version;
  return `${formatCore(version)}${prerelease.length > 0 ? `-${prerelease.join(".")}` : ""}${build.length > 0 ? `+${build.join(".")}` : ""}`;
}

/** `1.2.3` of `1.2.3-rc.1+b`. */
export function formatCore({ major, minor, patch }: Version): string {
  return `${major}.${minor}.${patch}`;
}

export function isPrerelease(version: Version): boolean {
  return version.prerelease.length > 0;
}

/** Precedence (SemVer 2.0.0, 11): below 0 when `a` comes before `b`, 0 when neither does. Build metadata is ignored. */
export function compareVersions(a: Version, b: Version): number {
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch || comparePrereleases(a.prerelease, b.prerelease);
}

/** The version, or what is wrong. */
function readVersion(text: string): Version | string {
  if (text.length > MAX_VERSION_CHARACTERS) return `has more than ${MAX_VERSION_CHARACTERS} characters`;
  if (text === "") return "is empty";
  const plus = text.indexOf("+");
  const withoutBuild = plus === -1 ? text : text.slice(0, plus);
  const hyphen = withoutBuild.indexOf("-");
  const core = hyphen === -1 ? withoutBuild : withoutBuild.slice(0, hyphen);
  const prerelease = hyphen === -1 ? [] : withoutBuild.slice(hyphen + 1).split(".");
  const build = plus === -1 ? [] : text.slice(plus + 1).split(".");
  const problem = coreProblem(core) ?? prereleaseProblem(prerelease) ?? identifierProblem(build, "build metadata");
  if (problem !== undefined) return problem;
  const [major, minor, patch] = core.split(".").map(Number);
  return { major: major!, minor: minor!, patch: patch!, prerelease, build };
}

const CORE_NAMES = ["major", "minor", "patch"] as const;

function coreProblem(core: string): string | undefined {
  const numbers = core.split(".");
  for (const [at, number] of numbers.slice(0, 3).entries()) {
    const name = `${CORE_NAMES[at]!} number`;
    if (number === "") return at === 0 ? "does not begin with a number" : `has an empty ${name}`;
    if (!isNumeric(number)) return `has ${quote(number)} for a ${name}`;
    if (number.length > 1 && number.startsWith("0")) return `has a leading zero in its ${name} ${quote(number)}`;
    if (!Number.isSafeInteger(Number(number))) return `has a ${name} above ${Number.MAX_SAFE_INTEGER}`;
  }
  if (numbers.length < 3) return `has no ${CORE_NAMES[numbers.length]!} number`;
  return numbers.length > 3 ? `has ${numbers.length} numbers where SemVer has three` : undefined;
}
