import type { CargoRequirement, Comparator } from "./cargo-requirement.ts";
import { type CargoVersion, compareCargoVersions } from "./cargo-version.ts";

/** Versions from `start` to `end` by precedence; open where a bound is undefined. */
export interface VersionRange {
  readonly start: Bound | undefined;
  readonly end: Bound | undefined;
}

export interface Bound {
  readonly version: CargoVersion;
  /** Whether the version itself is in the range. */
  readonly isIncluded: boolean;
}

/**
 * What an advisory means by a requirement: a range by precedence, in which prereleases have their place. So
 * `patched = [">= 1.2.3"]` covers 2.0.0-rc.1, which Cargo would not pick for `>= 1.2.3`, but not 1.2.3-rc.1. A missing
 * number is a 0 (`> 1` is above 1.0.0), and a caret ends before the first prerelease of what it does not reach. That is
 * the reading of the crate `rustsec` (osv/unaffected_range.rs), which cargo-audit and the OSV export follow.
 */
export function rangeOf(requirement: CargoRequirement): VersionRange {
  let range: VersionRange = { start: undefined, end: undefined };
  for (const comparator of requirement) {
    const { start, end } = rangeOfOne(comparator);
    range = { start: later(range.start, start), end: earlier(range.end, end) };
  }
  return range;
}

export function isInRange({ start, end }: VersionRange, version: CargoVersion): boolean {
  if (start !== undefined) {
    const order = compareCargoVersions(version, start.version);
    if (order < 0 || (order === 0 && !start.isIncluded)) return false;
  }
  if (end === undefined) return true;
  const order = compareCargoVersions(version, end.version);
  return order < 0 || (order === 0 && end.isIncluded);
}

function rangeOfOne(comparator: Comparator): VersionRange {
  const { operator, major, minor, patch, prerelease } = comparator;
  const version: CargoVersion = { major, minor: minor ?? 0n, patch: patch ?? 0n, prerelease };
  const included: Bound = { version, isIncluded: true };
  const excluded: Bound = { version, isIncluded: false };
  switch (operator) {
    case "=":
      return { start: included, end: included };
    case ">":
      return { start: excluded, end: undefined };
    case ">=":
      return { start: included, end: undefined };
    case "<":
      return { start: undefined, end: excluded };
    case "<=":
      return { start: undefined, end: included };
    case "~":
    case "*":
      return { start: included, end: before(major, minor === undefined ? undefined : minor + 1n) };
    case "^":
      return { start: included, end: endOfCaret(comparator) };
  }
}

function endOfCaret({ major, minor, patch }: Comparator): Bound {
  if (major > 0n || minor === undefined) return before(major, undefined);
  return minor === 0n && patch !== undefined ? before(0n, 0n, patch + 1n) : before(0n, minor + 1n);
}

/** Up to the first prerelease of a version: `-0` is the lowest that there is. Without a minor number, of the next major. */
function before(major: bigint, minor: bigint | undefined, patch = 0n): Bound {
  const numbers = minor === undefined ? { major: major + 1n, minor: 0n } : { major, minor };
  return { version: { ...numbers, patch, prerelease: ["0"] }, isIncluded: false };
}

function later(a: Bound | undefined, b: Bound | undefined): Bound | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const order = compareCargoVersions(a.version, b.version);
  return order > 0 || (order === 0 && !a.isIncluded) ? a : b;
}

function earlier(a: Bound | undefined, b: Bound | undefined): Bound | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const order = compareCargoVersions(a.version, b.version);
  return order < 0 || (order === 0 && !a.isIncluded) ? a : b;
}
