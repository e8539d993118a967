import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { parseDiff } from "@jessy-actions/coverage/diff";
import { mergeReports } from "@jessy-actions/coverage/merge";
import type { CoverageReport, FileCoverage } from "@jessy-actions/coverage/model";
import { explainMismatch, PathMatcher, type RepositoryPaths } from "@jessy-actions/coverage/paths";
import { isSnapshot, readSnapshot } from "@jessy-actions/coverage/snapshot";
import { reportTotals } from "@jessy-actions/coverage/totals";
import { contextOf } from "@jessy-actions/kit/action/context";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { findComparison } from "@jessy-actions/kit/git/comparison";
import type { Git } from "@jessy-actions/kit/git/git";
import { shownPath } from "@jessy-actions/kit/report/shown-path";
import { pathFilter } from "@jessy-actions/reading/globs";
import { ReportError } from "@jessy-actions/reading/report-error";
import { UserError, UserErrors } from "@jessy-actions/reading/user-error";
import { findCachedBaseline } from "./baseline.ts";
import type { BaselineFacts, Change, Facts, StaleFile } from "./facts.ts";
import type { Inputs } from "./inputs.ts";
import { findReportFiles, linesOnDisk, parseReportFile } from "./report-files.ts";
import type { Note, ReportRead } from "./result.ts";

/** How many paths a note names. */
const EXAMPLES = 3;

/** PHPUnit and llvm-cov measure the line behind a file's last one (llvm/llvm-project#120071). */
const LINES_BEYOND_END = 1;

/** Reads everything that the decision needs: reports, the repository's files, the change, the baseline. */
export async function collect(inputs: Inputs, io: ActionIo): Promise<Facts> {
  if (inputs.publishResult !== undefined) {
    const { collectPublished } = await import("./published-result.ts");
    return collectPublished(inputs.publishResult, inputs.name, io);
  }
  const { log } = io;
  const event = io.event();
  const directory = resolve(io.workspace, inputs.workingDirectory);
  const git = await io.git(directory);
  const root = await git.root();
  const repository: RepositoryPaths = await readRepositoryPaths(git, root);
  const matcher = new PathMatcher(repository, inputs.pathRules);
  const notes: Note[] = [];

  const { report, reports } = await log.group("Reading coverage reports", async () => {
    const tracked = new Set(repository.files);
    const isTracked = (path: string) => tracked.has(relative(root, path).split(sep).join("/"));
    const files = await findReportFiles(inputs, directory, isTracked);
    for (const file of files.filter(isTracked)) {
      const text = `${shownPath(file, directory)} is tracked by git, so it may not have been made by this run.`;
      notes.push({ level: "warning", text });
    }
    return readReports(files, { inputs, directory, matcher, repository, notes, info: log.info });
  });

  const change = await log.group("Finding the change", async (): Promise<Change> => {
    const comparison = await findComparison(git, event);
    if (comparison.state === "none") {
      log.info(`No comparison: ${comparison.reason}.`);
      return comparison;
    }
    const diff = parseDiff(await git.diff(comparison.base, comparison.head));
    log.info(
      `${comparison.base.slice(0, 10)}..${comparison.head.slice(0, 10)}: ${diff.length} files, ${comparison.reason}.`,
    );
    return { state: "compared", base: comparison.base, diff };
  });

  const baseline = await log.group("Finding the baseline", async () => {
    const found = await findBaseline(inputs, change, { git, io, matcher, directory });
    log.info(
      "reason" in found.about
        ? `Baseline: ${found.about.state}, ${found.about.reason}.`
        : `Baseline: ${found.about.file}.`,
    );
    return found;
  });

  return {
    kind: "measured",
    context: contextOf(event),
    isPullRequest: event.pullRequest !== undefined,
    report,
    reports,
    change,
    baseline,
    stale: findStaleFiles(report, root),
    notes,
    measuredAt: Math.floor(Date.now() / 1000),
  };
}

interface ReadingContext {
  readonly inputs: Inputs;
  readonly directory: string;
  readonly matcher: PathMatcher;
  readonly repository: RepositoryPaths;
  readonly notes: Note[];
  readonly info: (message: string) => void;
}

/** @throws UserErrors naming every report that cannot be used. */
function readReports(
  files: readonly string[],
  context: ReadingContext,
): { report: CoverageReport; reports: ReportRead[] } {
  const matched: CoverageReport[] = [];
  const reports: ReportRead[] = [];
  const problems: string[] = [];
  const excluded = pathFilter(context.inputs.exclude);
  for (const path of files) {
    const shown = shownPath(path, context.directory);
    const start = performance.now();
    try {
      const { format, bytes, report } = parseReportFile(path, shown, context.inputs.format);
      const found = matchPaths(report, shown, context);
      const { lines } = reportTotals(found, context.inputs.totals);
      reports.push({ file: shown, format: format.name, bytes, files: found.files.size, lines });
      matched.push({ ...found, files: new Map([...found.files].filter(([file]) => !excluded(file))) });
      const seconds = ((performance.now() - start) / 1000).toFixed(2);
      context.info(
        `${shown}: ${format.title}, ${found.files.size} files, ${lines.covered} of ${lines.total} lines covered (${seconds} s)`,
      );
      for (const warning of report.warnings)
        context.notes.push({ level: "warning", text: `${shown}: ${warning.message}.` });
    } catch (error) {
      if (error instanceof UserErrors) problems.push(...error.problems);
      else if (error instanceof UserError) problems.push(error.message);
      else throw error;
    }
  }
  if (problems.length > 0) throw new UserErrors(problems);
  try {
    return { report: mergeReports(matched), reports };
  } catch (error) {
    if (error instanceof ReportError)
      throw new UserError(`the reports cannot be merged: ${error.message}`, { cause: error });
    throw error;
  }
}

/** The report in repository paths. @throws UserError when none of its paths is in the repository. */
function matchPaths(
  report: CoverageReport,
  shown: string,
  { matcher, repository, notes }: ReadingContext,
): CoverageReport {
  const { report: found, unmatched, ambiguous } = matcher.match(report);
  if (found.files.size === 0 && ambiguous.length === 0)
    throw new UserError(`${shown}: ${explainMismatch(unmatched, repository)}`);
  const first = ambiguous[0];
  if (first !== undefined) {
    throw new UserError(
      `${shown}: \`${first.path}\` may be ${first.candidates
        .slice(0, EXAMPLES)
        .map((file) => `\`${file}\``)
        .join(" or ")}` +
        `${ambiguous.length > 1 ? ` (and ${ambiguous.length - 1} more paths are as unclear)` : ""}; say which by a \`path-map\` rule`,
    );
  }
  if (unmatched.length > 0) {
    const examples = unmatched
      .slice(0, EXAMPLES)
      .map((path) => `\`${path}\``)
      .join(", ");
    notes.push({
      level: "note",
      text: `${shown}: ${unmatched.length} of its files are not in the repository and do not count, e.g. ${examples}.`,
    });
  }
  return found;
}

interface BaselineContext {
  readonly git: Git;
  readonly io: ActionIo;
  readonly matcher: PathMatcher;
  readonly directory: string;
}

async function findBaseline(inputs: Inputs, change: Change, context: BaselineContext): Promise<BaselineFacts> {
  if (inputs.baseline.kind === "none") return { about: { state: "off", reason: "the input `baseline` is `none`" } };
  const found =
    inputs.baseline.kind === "auto"
      ? await findCachedBaseline(inputs, change, context.git, context.io)
      : readBaselineFile(inputs.baseline.path, change, context);
  if (found.report === undefined) return found;
  const excluded = pathFilter(inputs.exclude);
  return {
    ...found,
    report: { ...found.report, files: new Map([...found.report.files].filter(([file]) => !excluded(file))) },
  };
}

/** A report or snapshot that the user says is the base's; the change is then taken to start from it. */
function readBaselineFile(path: string, change: Change, { matcher, directory }: BaselineContext): BaselineFacts {
  const absolute = resolve(directory, path);
  const diff = change.state === "compared" ? { diff: change.diff } : {};
  let bytes: Buffer;
  try {
    bytes = readFileSync(absolute);
  } catch (error) {
    throw new UserError(
      `input \`baseline\`: ${path} cannot be read (${(error as NodeJS.ErrnoException).code}); write \`auto\`, \`none\` or the path of a coverage report`,
    );
  }
  if (isSnapshot(bytes.subarray(0, 200).toString())) {
    try {
      const { report, meta } = readSnapshot([bytes]);
      return { about: { state: "file", file: path }, report, gate: meta.gate, ...diff };
    } catch (error) {
      if (error instanceof ReportError) throw new UserError(`input \`baseline\`: ${path}: ${error.message}`);
      throw error;
    }
  }
  const { report } = parseReportFile(absolute, `input \`baseline\`: ${path}`, "auto");
  return { about: { state: "file", file: path }, report: matcher.match(report).report, ...diff };
}

async function readRepositoryPaths(git: Git, root: string): Promise<RepositoryPaths> {
  const files = await git.listFiles();
  const goModules = new Map<string, string>();
  for (const file of files) {
    if (file !== "go.mod" && !file.endsWith("/go.mod")) continue;
    try {
      const module = /^\s*module\s+"?([^\s"]+)"?/m.exec(readFileSync(join(root, file), "utf8"))?.[1];
      if (module !== undefined) goModules.set(module, file === "go.mod" ? "" : dirname(file));
    } catch {
      // Tracked but not in the work tree (sparse checkout): its paths are then matched by their tails.
    }
  }
  // The longest module path first: nested modules lie inside others.
  return { files, root, goModules: new Map([...goModules].sort(([a], [b]) => b.length - a.length)) };
}

/** Files whose measured lines do not fit the file on disk: the report is of another commit. */
function findStaleFiles(report: CoverageReport, root: string): StaleFile[] {
  const stale: StaleFile[] = [];
  for (const [path, file] of report.files) {
    const measuredLine = lastLine(file);
    const lines = linesOnDisk(root, path);
    if (lines !== undefined && measuredLine > lines + LINES_BEYOND_END) stale.push({ path, measuredLine, lines });
  }
  return stale;
}

function lastLine({ lines }: FileCoverage): number {
  return lines.line.at(-1) ?? 0;
}
