import { comparePrereleases, identifierProblem, prereleaseProblem, quote } from "@jessy-actions/reading/prerelease";

/**
 * A version as Cargo has it: SemVer 2.0.0, with numbers up to 2^64 - 1. Build metadata is checked and then left out: no
 * requirement and no advisory is about it.
 */
export interface CargoVersion {
  readonly major: bigint;
  readonly minor: bigint;
  readonly patch: bigint;
  /** `rc.1` is `["rc", "1"]`; empty for a stable version. */
  readonly prerelease: readonly string[];
}

/** As in node-semver: nothing that people release is longer. */
const MAX_CHARACTERS = 256;

const MAX_NUMBER = 2n ** 64n - 1n;

/** What stands after the numbers: identifiers of the prerelease and of the build, empty where there is none. */
const VERSION = /^([^.+-]*)\.([^.+-]*)\.([^.+-]*)(?:-([^+]*))?(?:\+(.*))?$/s;

/** Reads a version that is whole. @returns undefined when Cargo would refuse it */
export function parseCargoVersion(text: string): CargoVersion | undefined {
  const read = readVersion(text);
  return typeof read === "string" ? undefined : read;
}

/** What keeps a text from being a version, to stand after its name. Undefined when it is one. */
export function cargoVersionProblem(text: string): string | undefined {
  const read = readVersion(text);
  return typeof read === "string" ? read : undefined;
}

/** Precedence (SemVer 2.0.0, 11): below 0 when `a` comes before `b`. */
export function compareCargoVersions(a: CargoVersion, b: CargoVersion): number {
  return (
    compareNumbers(a.major, b.major) ||
    compareNumbers(a.minor, b.minor) ||
    compareNumbers(a.patch, b.patch) ||
    comparePrereleases(a.prerelease, b.prerelease)
  );
}

/** Without its build metadata. */
export function formatCargoVersion({ major, minor, patch, prerelease }: CargoVersion): string {
  return `${major}.${minor}.${patch}${prerelease.length > 0 ? `-${prerelease.join(".")}` : ""}`;
}

/** @returns undefined when the text is no number that Cargo takes */
export function parseNumber(text: string): bigint | undefined {
  if (!/^(?:0|[1-9][0-9]{0,19})$/.test(text)) return undefined;
  const number = BigInt(text);
  return number > MAX_NUMBER ? undefined : number;
}

function compareNumbers(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The version, or what is wrong. */
function readVersion(text: string): CargoVersion | string {
  if (text.length > MAX_CHARACTERS) return `has more than ${MAX_CHARACTERS} characters`;
  const parts = VERSION.exec(text);
  if (parts === null) return `is not a version of three numbers: ${quote(text)}`;
  const [major, minor, patch] = parts.slice(1, 4).map((part) => parseNumber(part!));
  if (major === undefined || minor === undefined || patch === undefined) {
    return `has a number that Cargo does not take: ${quote(text)}`;
  }
  const prerelease = parts[4]?.split(".") ?? [];
  const problem = prereleaseProblem(prerelease) ?? identifierProblem(parts[5]?.split(".") ?? [], "build metadata");
  return problem ?? { major, minor, patch, prerelease };
}
