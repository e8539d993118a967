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

function comparePrereleases(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const order = compareIdentifiers(a[at]!, b[at]!);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareIdentifiers(a: string, b: string): number {
  const numericA = isNumeric(a);
  if (numericA !== isNumeric(b)) return numericA ? -1 : 1;
  // Without leading zeros the longer number is the larger one.
  if (numericA && a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

function isNumeric(identifier: string): boolean {
  return /^[0-9]+$/.test(identifier);
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

function prereleaseProblem(identifiers: readonly string[]): string | undefined {
  const problem = identifierProblem(identifiers, "prerelease");
  if (problem !== undefined) return problem;
  const padded = identifiers.find((each) => each.length > 1 && each.startsWith("0") && isNumeric(each));
  return padded === undefined ? undefined : `has a leading zero in its prerelease number ${quote(padded)}`;
}

function identifierProblem(identifiers: readonly string[], place: string): string | undefined {
  for (const identifier of identifiers) {
    if (identifier === "") return `has an empty part in its ${place}`;
    if (!/^[0-9A-Za-z-]+$/.test(identifier)) {
      return `has ${quote(identifier)} in its ${place}, where only letters, digits and hyphens of ASCII may stand`;
    }
  }
  return undefined;
}

/** What is quoted of outside text is short, and on one line. */
function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}...` : text);
}
