import { mergeReports } from "@jessy-actions/coverage/merge";
import type { CoverageReport } from "@jessy-actions/coverage/model";
import { explainMismatch, ruleFor } from "@jessy-actions/coverage/path-mismatch";
import type { PathMatcher, RepositoryPaths } from "@jessy-actions/coverage/paths";
import { filesWithOtherBranches, withoutUnexecuted } from "@jessy-actions/coverage/shards";
import { reportTotals } from "@jessy-actions/coverage/totals";
import { counted, plural } from "@jessy-actions/kit/report/quantity";
import { shownPath } from "@jessy-actions/kit/report/shown-path";
import type { Log } from "@jessy-actions/kit/runner/log";
import { pathFilter } from "@jessy-actions/reading/globs";
import { ReportError } from "@jessy-actions/reading/report-error";
import { UserError, UserErrors } from "@jessy-actions/reading/user-error";
import { debugNames } from "../debug-names.ts";
import type { StaleFile } from "../facts.ts";
import type { Inputs } from "../inputs.ts";
import type { Note, ReportRead } from "../result.ts";
import { fitToFiles } from "./lines-past-end.ts";
import { parseReportFile } from "./parse-report-file.ts";
import { originOf } from "./report-origin.ts";
import { findRetold } from "./retold-reports.ts";

/** How many paths a note names. */
const EXAMPLES = 3;

export interface ReadReports {
  /** Merged, in repository paths, without what is excluded. */
  readonly report: CoverageReport;
  readonly reports: readonly ReportRead[];
  /** Files that show a report to be of another commit. */
  readonly stale: readonly StaleFile[];
  readonly notes: readonly Note[];
}

interface ReadingContext {
  readonly inputs: Pick<Inputs, "exclude" | "format" | "shards" | "totals">;
  readonly directory: string;
  readonly matcher: Pick<PathMatcher, "match">;
  readonly repository: RepositoryPaths;
  /** How many lines a file of the repository has; undefined when it is not there. */
  readonly linesOf: (path: string) => number | undefined;
  readonly log: Pick<Log, "info" | "debug">;
}

/** @param files absolute paths. @throws UserErrors naming every report that cannot be used. */
export function readReports(files: readonly string[], context: ReadingContext): ReadReports {
  const { inputs, log } = context;
  const matched: { path: string; shown: string; report: CoverageReport }[] = [];
  const reports: ReportRead[] = [];
  const stale: StaleFile[] = [];
  const notes: Note[] = [];
  const problems: string[] = [];
  const excluded = pathFilter(inputs.exclude);
  for (const path of files) {
    const shown = shownPath(path, context.directory);
    const start = performance.now();
    try {
      const { format, bytes, report } = parseReportFile(path, shown, inputs.format);
      const fitted = fitToFiles(matchPaths(report, path, shown, context, notes), context.linesOf);
      const found = fitted.report;
      stale.push(...fitted.stale);
      if (fitted.cut.size > 0) notes.push(pastEndNote(shown, fitted.cut, "do not count"));
      if (fitted.odd.size > 0) notes.push(pastEndNote(shown, fitted.odd, "are too few to show another commit"));
      const { lines } = reportTotals(found, inputs.totals);
      reports.push({ file: shown, format: format.name, bytes, files: found.files.size, lines });
      const kept = [...found.files].filter(([file]) => !excluded(file));
      log.debug(`${shown}: ${bytes} bytes; ${found.files.size - kept.length} of its files are excluded`);
      matched.push({ path, shown, report: { ...found, files: new Map(kept) } });
      const seconds = ((performance.now() - start) / 1000).toFixed(2);
      log.info(
        `${shown}: ${format.title}, ${found.files.size} files, ${lines.covered} of ${lines.total} lines covered (${seconds} s)`,
      );
      for (const warning of report.warnings) notes.push({ level: "warning", text: `${shown}: ${warning.message}.` });
    } catch (error) {
      if (error instanceof UserErrors) problems.push(...error.problems);
      else if (error instanceof UserError) problems.push(error.message);
      else throw error;
    }
  }
  if (problems.length > 0) throw new UserErrors(problems);
  const retold = findRetold(matched);
  for (const { shown, by } of retold.values()) {
    const text = `${shown} tells the same run as ${by}, which knows branches by their place, and does not count.`;
    notes.push({ level: "note", text });
  }
  const counting = matched.filter(({ path }) => !retold.has(path)).map(({ report }) => report);
  const merged = inputs.shards === "all" ? counting : withoutUnexecuted(counting);
  const different = filesWithOtherBranches(merged);
  if (different.length > 0) notes.push(branchNote(different));
  try {
    return { report: mergeReports(merged), reports, stale, notes };
  } catch (error) {
    if (error instanceof ReportError)
      throw new UserError(`the reports cannot be merged: ${error.message}`, { cause: error });
    throw error;
  }
}

function pastEndNote(shown: string, past: ReadonlyMap<string, number>, verdict: string): Note {
  const lines = [...past.values()].reduce((sum, each) => sum + each, 0);
  const [example] = past.keys();
  const text = `${shown}: lines past the end of their files ${verdict}: ${lines} in ${counted(past.size, "file")}, e.g. \`${example}\`.`;
  return { level: "note", text };
}

function branchNote(files: readonly string[]): Note {
  return {
    level: "warning",
    text: `The reports number the branches of ${counted(files.length, "file")} differently, e.g. of \`${files[0]}\`, so the branch coverage of all shards together is not exact. Tools on V8 (c8, Vitest before 4) number only the branches that a run reached: give this gate their \`coverage-final.json\` instead of LCOV.`,
  };
}

/**
 * The report in repository paths. @throws UserError when none of its paths is in the repository, or one fits several
 * files.
 */
function matchPaths(
  report: CoverageReport,
  path: string,
  shown: string,
  { matcher, repository, directory, log }: ReadingContext,
  notes: Note[],
): CoverageReport {
  const { report: found, unmatched, ambiguous } = matcher.match(report, originOf(path, directory, repository.root));
  if (found.files.size === 0 && ambiguous.length === 0)
    throw new UserError(`${shown}: ${explainMismatch(unmatched, repository, shown)}`);
  const [first, ...others] = ambiguous;
  if (first !== undefined) {
    const candidates = first.candidates.slice(0, EXAMPLES).map((file) => `\`${file}\``);
    const more =
      others.length === 0 ? "" : ` (and ${others.length} more ${plural(others.length, "path")} can be read two ways)`;
    throw new UserError(
      `${shown}: \`${first.path}\` may be ${candidates.join(" or ")}${more}; say which by a rule for this report, e.g. \`path-map: ${shown}: ${ruleFor(first.path, first.candidates[0]!)}\``,
    );
  }
  if (unmatched.length > 0) {
    log.debug(`${shown}: not in the repository: ${debugNames(unmatched)}`);
    const examples = unmatched.slice(0, EXAMPLES).map((path) => `\`${path}\``);
    const [is, does] = unmatched.length === 1 ? ["is", "does"] : ["are", "do"];
    const text = `${shown}: ${unmatched.length} of its files ${is} not in the repository and ${does} not count, e.g. ${examples.join(", ")}.`;
    notes.push({ level: "note", text });
  }
  return found;
}
