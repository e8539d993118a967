import { mergeReports } from "@jessy-actions/coverage/merge";
import type { CoverageReport } from "@jessy-actions/coverage/model";
import { explainMismatch, type PathMatcher, type RepositoryPaths } from "@jessy-actions/coverage/paths";
import { reportTotals } from "@jessy-actions/coverage/totals";
import { plural } from "@jessy-actions/kit/report/quantity";
import { shownPath } from "@jessy-actions/kit/report/shown-path";
import type { Log } from "@jessy-actions/kit/runner/log";
import { pathFilter } from "@jessy-actions/reading/globs";
import { ReportError } from "@jessy-actions/reading/report-error";
import { UserError, UserErrors } from "@jessy-actions/reading/user-error";
import { debugNames } from "../debug-names.ts";
import type { Inputs } from "../inputs.ts";
import type { Note, ReportRead } from "../result.ts";
import { parseReportFile } from "./parse-report-file.ts";

/** How many paths a note names. */
const EXAMPLES = 3;

export interface ReadReports {
  /** Merged, in repository paths, without what is excluded. */
  readonly report: CoverageReport;
  readonly reports: readonly ReportRead[];
  readonly notes: readonly Note[];
}

interface ReadingContext {
  readonly inputs: Pick<Inputs, "exclude" | "format" | "totals">;
  readonly directory: string;
  readonly matcher: PathMatcher;
  readonly repository: RepositoryPaths;
  readonly log: Pick<Log, "info" | "debug">;
}

/** @param files absolute paths. @throws UserErrors naming every report that cannot be used. */
export function readReports(files: readonly string[], context: ReadingContext): ReadReports {
  const { inputs, log } = context;
  const matched: CoverageReport[] = [];
  const reports: ReportRead[] = [];
  const notes: Note[] = [];
  const problems: string[] = [];
  const excluded = pathFilter(inputs.exclude);
  for (const path of files) {
    const shown = shownPath(path, context.directory);
    const start = performance.now();
    try {
      const { format, bytes, report } = parseReportFile(path, shown, inputs.format);
      const found = matchPaths(report, shown, context, notes);
      const { lines } = reportTotals(found, inputs.totals);
      reports.push({ file: shown, format: format.name, bytes, files: found.files.size, lines });
      const kept = [...found.files].filter(([file]) => !excluded(file));
      log.debug(`${shown}: ${bytes} bytes; ${found.files.size - kept.length} of its files are excluded`);
      matched.push({ ...found, files: new Map(kept) });
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
  try {
    return { report: mergeReports(matched), reports, notes };
  } catch (error) {
    if (error instanceof ReportError)
      throw new UserError(`the reports cannot be merged: ${error.message}`, { cause: error });
    throw error;
  }
}

/**
 * The report in repository paths. @throws UserError when none of its paths is in the repository, or one fits several
 * files.
 */
function matchPaths(
  report: CoverageReport,
  shown: string,
  { matcher, repository, log }: ReadingContext,
  notes: Note[],
): CoverageReport {
  const { report: found, unmatched, ambiguous } = matcher.match(report);
  if (found.files.size === 0 && ambiguous.length === 0)
    throw new UserError(`${shown}: ${explainMismatch(unmatched, repository)}`);
  const [first, ...others] = ambiguous;
  if (first !== undefined) {
    const candidates = first.candidates.slice(0, EXAMPLES).map((file) => `\`${file}\``);
    const more =
      others.length === 0 ? "" : ` (and ${others.length} more ${plural(others.length, "path")} can be read two ways)`;
    throw new UserError(
      `${shown}: \`${first.path}\` may be ${candidates.join(" or ")}${more}; say which by a \`path-map\` rule`,
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
