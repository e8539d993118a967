import { revealInvisible } from "@jessy-actions/kit/report/escape";
import { count } from "@jessy-actions/kit/report/quantity";
import { ReportError } from "@jessy-actions/reading/report-error";
import type { Finding } from "@jessy-actions/security/findings/finding";
import { type LockPlace, matchAdvisories } from "@jessy-actions/security/rustsec/advisory-match";
import { type CargoLock, MAX_LOCK_BYTES, readCargoLock } from "@jessy-actions/security/rustsec/cargo-lock";
import { matchYanked } from "@jessy-actions/security/rustsec/crates-index";
import { isFromCratesIo } from "@jessy-actions/security/rustsec/package-source";
import type { Problem } from "../targets/problem.ts";
import type { Audit, AuditedLock } from "./audit.ts";
import type { CratesIndex } from "./crates-index/crates-index.ts";
import { refusalsInWords } from "./crates-index/refusals.ts";
import { lockFiles, placeInTarget, type Scope } from "./lock-files.ts";
import { RUSTSEC, type RustSecDatabase } from "./rustsec/rustsec-database.ts";
import { sentence } from "./sentence.ts";
import { readTrackedFile } from "./tracked-file.ts";

/** Of one repository; what is beyond it is a problem, never left out quietly. */
export const MAX_LOCKS = 5_000;

export interface LockSources {
  readonly rustsec: RustSecDatabase;
  readonly index: CratesIndex | undefined;
  readonly scope: Scope;
}

/** A lock that could be read. */
interface OpenLock {
  readonly file: string;
  readonly place: LockPlace;
  readonly lock: CargoLock;
}

/**
 * Matches every lock of one side. One that cannot be read is a problem, and the others are matched all the same.
 *
 * @param root of the repository, absolute. @param files tracked there.
 */
export async function auditLocks(root: string, files: readonly string[], sources: LockSources): Promise<Audit> {
  const { opened, problems } = openLocks(root, files, sources.scope);
  const findings: Finding[] = [];
  const locks: AuditedLock[] = [];
  for (const { file, place, lock } of opened) {
    try {
      const match = matchAdvisories(lock, sources.rustsec.advisories, place);
      findings.push(...match.findings);
      locks.push({ file, judged: match.judged, notJudged: match.notJudged });
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      const message = `${shown(file)} cannot be matched, as ${RUSTSEC} is damaged: ${error.message}`;
      problems.push({ cause: "unreadable-database", message: sentence(message), target: place.target });
    }
  }
  if (sources.index === undefined) return { findings, locks, problems };
  const yanked = await findYanked(opened, sources.index);
  return { findings: [...findings, ...yanked.findings], locks, problems: [...problems, ...yanked.problems] };
}

function openLocks(
  root: string,
  files: readonly string[],
  scope: Scope,
): { readonly opened: readonly OpenLock[]; readonly problems: Problem[] } {
  const tracked = new Set(files);
  const names = lockFiles(files, scope);
  const known = new Set(names);
  const opened: OpenLock[] = [];
  const problems: Problem[] = [];
  const report = (message: string, target?: string) =>
    problems.push({ cause: "unreadable-lock", message: sentence(message), ...(target !== undefined && { target }) });
  for (const file of names.slice(0, MAX_LOCKS)) {
    const place = placeInTarget(file, scope.targets);
    const read = readTrackedFile(root, file, (path) => tracked.has(path), MAX_LOCK_BYTES);
    if ("problem" in read) {
      report(`${shown(file)} ${read.problem}`, place.target);
      continue;
    }
    // What it leads to is matched under its own name.
    if (read.path !== file && known.has(read.path)) continue;
    try {
      opened.push({ file, place, lock: readCargoLock(read.bytes) });
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      report(`${shown(file)} ${error.message}`, place.target);
    }
  }
  if (names.length > MAX_LOCKS)
    report(
      `The repository has ${count(names.length)} locks, and only ${count(MAX_LOCKS)} are matched: leave some out by \`skip-dirs\``,
    );
  return { opened, problems };
}

async function findYanked(
  opened: readonly OpenLock[],
  index: CratesIndex,
): Promise<{ readonly findings: readonly Finding[]; readonly problems: readonly Problem[] }> {
  const crates = opened.flatMap(({ lock }) =>
    lock.packages.filter(({ source }) => isFromCratesIo(source)).map(({ name }) => name),
  );
  const said = await index.ask(crates);
  const matches = opened.map(({ lock, place }) => matchYanked(lock, said.answers, place));
  const unanswered = [...new Set(matches.flatMap((match) => match.unanswered))].sort();
  const message = refusalsInWords(unanswered, said);
  return {
    findings: matches.flatMap((match) => match.findings),
    problems: message === undefined ? [] : [{ cause: "unreadable-database", message: sentence(message) }],
  };
}

function shown(file: string): string {
  return `\`${revealInvisible(file)}\``;
}
