import { comparePrereleases, identifierProblem, prereleaseProblem, quote } from "@jessy-actions/reading/prerelease";
import { ReportError } from "@jessy-actions/reading/report-error";
import { type CargoVersion, parseNumber } from "./cargo-version.ts";

export type Operator = "=" | ">" | ">=" | "<" | "<=" | "~" | "^" | "*";

/** One of the parts between commas: `>= 1.2`. */
export interface Comparator {
  /** `*` for `1.*`; a bare version is a caret. */
  readonly operator: Operator;
  readonly major: bigint;
  readonly minor: bigint | undefined;
  readonly patch: bigint | undefined;
  readonly prerelease: readonly string[];
}

/** All of them have to hold; none at all is `*`, any version. */
export type CargoRequirement = readonly Comparator[];

/** As in the crate `semver`. */
const MAX_COMPARATORS = 32;
const MAX_CHARACTERS = 2000;

const WILDCARD = /^[*xX]$/;

const COMPARATOR = /^(=|>=|>|<=|<|~|\^)? *([^ .*xX+-]+)(?:\.([^ .+-]+)(?:\.([^ .+-]+)(?:-([^ +]*))?(?:\+([^ ]*))?)?)?$/;

/**
 * Reads a requirement as Cargo does (the crate `semver`, `VersionReq::parse`): comparators between commas, each with an
 * operator or a bare version, which stands for a caret.
 *
 * @throws ReportError that quotes it
 */
export function parseCargoRequirement(text: string): CargoRequirement {
  const invalid = () => new ReportError(`has ${quote(text)}, which is not a version requirement of Cargo`);
  if (text.length > MAX_CHARACTERS) throw invalid();
  const trimmed = trimBlanks(text);
  if (WILDCARD.test(trimmed)) return [];
  const parts = trimmed.split(",");
  if (parts.length > MAX_COMPARATORS) throw invalid();
  return parts.map((part) => {
    const comparator = readComparator(trimBlanks(part));
    if (comparator === undefined) throw invalid();
    return comparator;
  });
}

function readComparator(text: string): Comparator | undefined {
  const parts = COMPARATOR.exec(text);
  if (parts === null) return undefined;
  const [, stated, ...numbers] = parts;
  const [major, minor, patch] = numbers.slice(0, 3).map((part) => readPart(part));
  // `1.*.2` asks for nothing that there is; `*` itself stands alone.
  if (
    typeof major !== "bigint" ||
    minor === null ||
    patch === null ||
    (minor === "*" && patch !== "*" && patch !== undefined)
  ) {
    return undefined;
  }
  const prerelease = numbers[3]?.split(".") ?? [];
  const build = numbers[4]?.split(".") ?? [];
  const isExtended = numbers[3] !== undefined || numbers[4] !== undefined;
  if (isExtended && typeof patch !== "bigint") return undefined;
  if ((prereleaseProblem(prerelease) ?? identifierProblem(build, "build metadata")) !== undefined) return undefined;
  const isWild = minor === "*" || patch === "*";
  return {
    operator: (stated as Operator | undefined) ?? (isWild ? "*" : "^"),
    major,
    minor: minor === "*" ? undefined : minor,
    patch: patch === "*" ? undefined : patch,
    prerelease,
  };
}

/** A number, a wildcard, undefined where nothing stands, or null for what may not stand there. */
function readPart(text: string | undefined): bigint | "*" | undefined | null {
  if (text === undefined) return undefined;
  return WILDCARD.test(text) ? "*" : (parseNumber(text) ?? null);
}

/** Cargo takes blanks alone, no tabs and line breaks. */
function trimBlanks(text: string): string {
  return text.replace(/^ +/, "").replace(/ +$/, "");
}

/**
 * Whether a requirement takes a version, as `VersionReq::matches` of the crate `semver` has it: a prerelease is taken
 * only where a comparator names a prerelease of the same three numbers. That is how Cargo picks versions. It is not how
 * an advisory means its ranges: see version-ranges.ts.
 */
export function matchesRequirement(requirement: CargoRequirement, version: CargoVersion): boolean {
  if (!requirement.every((comparator) => matches(comparator, version))) return false;
  return version.prerelease.length === 0 || requirement.some((comparator) => namesPrereleaseOf(comparator, version));
}

function namesPrereleaseOf({ major, minor, patch, prerelease }: Comparator, version: CargoVersion): boolean {
  const isSame = major === version.major && minor === version.minor && patch === version.patch;
  return isSame && prerelease.length > 0;
}

function matches(comparator: Comparator, version: CargoVersion): boolean {
  switch (comparator.operator) {
    case "=":
    case "*":
      return isExact(comparator, version);
    case ">":
      return order(version, comparator) > 0;
    case ">=":
      return isExact(comparator, version) || order(version, comparator) > 0;
    case "<":
      return order(version, comparator) < 0;
    case "<=":
      return isExact(comparator, version) || order(version, comparator) < 0;
    case "~":
      return isTilde(comparator, version);
    case "^":
      return isCaret(comparator, version);
  }
}

function isExact({ major, minor, patch, prerelease }: Comparator, version: CargoVersion): boolean {
  return (
    version.major === major &&
    (minor === undefined || version.minor === minor) &&
    (patch === undefined || version.patch === patch) &&
    comparePrereleases(version.prerelease, prerelease) === 0
  );
}

/** Of a comparator without a number, every version that has the numbers before it is neither above nor below. */
function order(version: CargoVersion, { major, minor, patch, prerelease }: Comparator): number {
  if (version.major !== major) return version.major > major ? 1 : -1;
  if (minor === undefined) return 0;
  if (version.minor !== minor) return version.minor > minor ? 1 : -1;
  if (patch === undefined) return 0;
  if (version.patch !== patch) return version.patch > patch ? 1 : -1;
  return comparePrereleases(version.prerelease, prerelease);
}

function isTilde({ major, minor, patch, prerelease }: Comparator, version: CargoVersion): boolean {
  if (version.major !== major || (minor !== undefined && version.minor !== minor)) return false;
  if (patch !== undefined && version.patch !== patch) return version.patch > patch;
  return comparePrereleases(version.prerelease, prerelease) >= 0;
}

function isCaret({ major, minor, patch, prerelease }: Comparator, version: CargoVersion): boolean {
  if (version.major !== major) return false;
  if (minor === undefined) return true;
  if (patch === undefined) return major > 0n ? version.minor >= minor : version.minor === minor;
  if (version.minor !== minor) return major > 0n && version.minor > minor;
  if (version.patch !== patch) return (major > 0n || minor > 0n) && version.patch > patch;
  return comparePrereleases(version.prerelease, prerelease) >= 0;
}
