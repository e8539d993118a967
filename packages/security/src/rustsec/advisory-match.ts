import type { Finding, FindingKind } from "../findings/finding.ts";
import type { Advisory } from "./advisory.ts";
import type { AdvisoryDatabase } from "./advisory-database.ts";
import type { CargoLock, LockedPackage } from "./cargo-lock.ts";
import { matchesRequirement } from "./cargo-requirement.ts";
import { type CargoVersion, compareCargoVersions, formatCargoVersion } from "./cargo-version.ts";
import { isFromCratesIo } from "./package-source.ts";
import { isInRange } from "./version-ranges.ts";

/** Where a lock file lies. */
export interface LockPlace {
  readonly target: string;
  readonly file: string;
}

export interface LockMatch {
  /** By package, version and id. */
  readonly findings: readonly Finding[];
  /** Packages of crates.io: those that an advisory can be about. */
  readonly judged: number;
  /** Packages of the workspace, of paths, of git and of other registries. */
  readonly notJudged: number;
}

/** Kinds of advisories that are not flaws. What Rust's team adds to them later is shown as a notice. */
const NEWS: ReadonlyMap<string, FindingKind> = new Map([
  ["unmaintained", "unmaintained"],
  ["unsound", "unsound"],
]);

/**
 * Finds the advisories that are about a package of a lock file. A version is affected unless it is patched or
 * unaffected; only packages of crates.io are looked at, as in cargo-audit. Unlike there, a package from the sparse index
 * of crates.io counts too.
 *
 * @param mirrors further sources (`registry+https://…`) whose packages are those of crates.io
 * @throws ReportError for an advisory about one of the packages that cannot be read
 */
export function matchAdvisories(
  lock: CargoLock,
  database: AdvisoryDatabase,
  place: LockPlace,
  mirrors: readonly string[] = [],
): LockMatch {
  const judged = lock.packages.filter(
    ({ source }) => isFromCratesIo(source) || (source !== undefined && mirrors.includes(source)),
  );
  const findings = judged.flatMap((locked) =>
    database
      .about(locked.name)
      .filter((advisory) => isAffected(advisory, locked))
      .map((advisory) => findingOf(advisory, locked, place)),
  );
  return { findings, judged: judged.length, notJudged: lock.packages.length - judged.length };
}

function isAffected({ source, patched, unaffected }: Advisory, { version }: LockedPackage): boolean {
  if (source !== undefined && !isFromCratesIo(source)) return false;
  return ![...patched, ...unaffected].some((range) => isInRange(range, version));
}

function findingOf(advisory: Advisory, locked: LockedPackage, { target, file }: LockPlace): Finding {
  const { id, aliases, rating, title, informational } = advisory;
  const limits = limitsOf(advisory, locked.version);
  return {
    kind: informational === undefined ? "vulnerability" : (NEWS.get(informational) ?? "notice"),
    id,
    aliases: [...new Set(aliases)].filter((alias) => alias !== id).sort(),
    severity: rating?.severity ?? "unknown",
    ...(rating === undefined ? {} : { score: rating.score }),
    title,
    url: `https://rustsec.org/advisories/${id}.html`,
    place: { target, file, ...(locked.line === undefined ? {} : { startLine: locked.line, endLine: locked.line }) },
    package: {
      name: locked.name,
      ecosystem: "cargo",
      version: locked.versionText,
      fixedVersions: fixedVersions(advisory, locked.version),
    },
    ...(limits === "" ? {} : { detail: limits }),
    sources: ["rustsec"],
  };
}

/**
 * The lowest versions that have the fix and are above the one in use, lowest first. A range that only says "above 1.2.3"
 * names none.
 */
function fixedVersions({ patched }: Advisory, version: CargoVersion): string[] {
  const starts = patched.flatMap(({ start }) => (start?.isIncluded === true ? [start.version] : []));
  const fixed = starts.filter((start) => compareCargoVersions(start, version) > 0).sort(compareCargoVersions);
  return [...new Set(fixed.map(formatCargoVersion))];
}

/** `only on windows; only in foo::bar, foo::baz`: one line, empty where the whole crate is affected everywhere. */
function limitsOf({ affected: { os, arch, functions } }: Advisory, version: CargoVersion): string {
  const inUse = functions.filter(({ versions }) => versions.some((each) => matchesRequirement(each, version)));
  return [
    ...(os.length > 0 ? [`only on ${os.join(", ")}`] : []),
    ...(arch.length > 0 ? [`only on ${arch.join(", ")} processors`] : []),
    ...(inUse.length > 0 ? [`only in ${inUse.map(({ path }) => path).join(", ")}`] : []),
  ].join("; ");
}
