import { ReportError } from "@jessy-actions/reading/report-error";
import type { Finding } from "../findings/finding.ts";
import type { LockPlace } from "./advisory-match.ts";
import type { CargoLock, LockedPackage } from "./cargo-lock.ts";
import { compareCargoVersions, formatCargoVersion, parseCargoVersion } from "./cargo-version.ts";
import { isFromCratesIo } from "./package-source.ts";

/** What the index of crates.io says of one crate: each published version, and whether it was yanked. */
export type IndexAnswer = ReadonlyMap<string, boolean>;

/** A line has a few kB, and a crate a thousand versions at most: ten times that. */
export const MAX_INDEX_BYTES = 50_000_000;

/**
 * Reads an answer of the sparse index (https://index.crates.io/se/rd/serde): a line of JSON for each version.
 *
 * @throws ReportError that names the line: an answer that is cut off might lack the version in question
 */
export function readIndexAnswer(bytes: Uint8Array, crate: string): IndexAnswer {
  if (bytes.length > MAX_INDEX_BYTES) throw new ReportError(`is larger than ${MAX_INDEX_BYTES / 1_000_000} MB`);
  const versions = new Map<string, boolean>();
  for (const [at, line] of new TextDecoder().decode(bytes).split("\n").entries()) {
    if (line.trim() === "") continue;
    const { name, vers, yanked } = readLine(line, at + 1);
    if (typeof vers !== "string" || typeof yanked !== "boolean") {
      throw new ReportError(`has no version of a crate on line ${at + 1}`);
    }
    if (name !== crate) throw new ReportError(`is about another crate on line ${at + 1}`);
    versions.set(vers, yanked);
  }
  if (versions.size === 0) throw new ReportError("is empty");
  return versions;
}

function readLine(
  line: string,
  at: number,
): { readonly name?: unknown; readonly vers?: unknown; readonly yanked?: unknown } {
  try {
    return JSON.parse(line) ?? {};
  } catch (error) {
    throw new ReportError(`is not valid JSON on line ${at}: was it cut off?`, { cause: error });
  }
}

export interface YankedMatch {
  readonly findings: readonly Finding[];
  /** Crates of crates.io that nothing was said of, sorted: it is not known whether they were yanked. */
  readonly unanswered: readonly string[];
}

/**
 * Finds packages of a lock file whose version was yanked by its authors, or taken down by crates.io: mostly malware, of
 * which the index then has no line.
 */
export function matchYanked(lock: CargoLock, answers: ReadonlyMap<string, IndexAnswer>, place: LockPlace): YankedMatch {
  const judged = lock.packages.filter(({ source }) => isFromCratesIo(source));
  const unanswered = new Set(judged.map(({ name }) => name).filter((name) => !answers.has(name)));
  const findings = judged.flatMap((locked) => {
    const answer = answers.get(locked.name);
    if (answer === undefined || answer.get(locked.versionText) === false) return [];
    return [findingOf(locked, answer, place)];
  });
  return { findings, unanswered: [...unanswered].sort() };
}

function findingOf(locked: LockedPackage, answer: IndexAnswer, { target, file }: LockPlace): Finding {
  const { name, versionText, line } = locked;
  const isListed = answer.has(versionText);
  const what = isListed ? "was yanked by its authors" : "is no longer on crates.io";
  return {
    kind: "yanked",
    id: isListed ? "yanked" : "removed",
    aliases: [],
    severity: "unknown",
    title: `${name} ${versionText} ${what}`,
    url: `https://crates.io/crates/${encodeURIComponent(name)}/versions`,
    place: { target, file, ...(line === undefined ? {} : { startLine: line, endLine: line }) },
    package: { name, ecosystem: "cargo", version: versionText, fixedVersions: nextVersions(locked, answer) },
    sources: ["rustsec"],
  };
}

/** The next stable version that was not yanked; none where the version in use is the newest. */
function nextVersions({ version }: LockedPackage, answer: IndexAnswer): string[] {
  const published = [...answer].flatMap(([text, isYanked]) => (isYanked ? [] : (parseCargoVersion(text) ?? [])));
  return published
    .filter((each) => each.prerelease.length === 0 && compareCargoVersions(each, version) > 0)
    .sort(compareCargoVersions)
    .slice(0, 1)
    .map(formatCargoVersion);
}
