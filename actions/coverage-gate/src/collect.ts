import { relative, resolve, sep } from "node:path";
import { parseDiff } from "@jessy-actions/coverage/diff";
import type { CoverageReport } from "@jessy-actions/coverage/model";
import { PathMatcher, type RepositoryPaths } from "@jessy-actions/coverage/paths";
import { contextOf } from "@jessy-actions/kit/action/context";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { findComparison } from "@jessy-actions/kit/git/comparison";
import type { Git } from "@jessy-actions/kit/git/git";
import { counted } from "@jessy-actions/kit/report/quantity";
import { shownPath } from "@jessy-actions/kit/report/shown-path";
import { UserError } from "@jessy-actions/reading/user-error";
import { findDefaultScope } from "./baseline/default-scope.ts";
import { findBaseline } from "./baseline/find-baseline.ts";
import { debugNames } from "./debug-names.ts";
import type { BaselineFacts, Change, DefaultScopeFacts, Facts, StaleFile } from "./facts.ts";
import type { Inputs } from "./inputs.ts";
import { findReportFiles } from "./reports/find-report-files.ts";
import { linesOnDisk } from "./reports/lines-on-disk.ts";
import { matchInTurn } from "./reports/match-in-turn.ts";
import { isInOtherRepository } from "./reports/other-repository.ts";
import { findOutdatedFiles, linesIn, linesOf } from "./reports/outdated-files.ts";
import { type ReadReports, readReports } from "./reports/read-reports.ts";
import { readRepositoryPaths } from "./reports/repository-paths.ts";
import type { Note } from "./result.ts";
import type { Scope, ScopeInput } from "./scope.ts";

/** Reads everything that the decision needs: reports, the repository's files, the change, the baseline. */
export async function collect(inputs: Inputs, io: ActionIo): Promise<Facts> {
  if (inputs.publishResult !== undefined) {
    const { collectPublished } = await import("./published/published-result.ts");
    return collectPublished(inputs.publishResult, inputs.name, io);
  }
  const { log } = io;
  const event = io.event();
  const directory = resolve(io.workspace, inputs.workingDirectory);
  const git = await io.git(directory);
  const root = await git.root();
  const repository = await readRepositoryPaths(git, root);
  log.debug(
    `repository: ${root}, ${counted(repository.files.length, "tracked file")}, Go modules: ${[...repository.goModules.keys()].join(", ") || "none"}`,
  );
  const matcher = new PathMatcher(repository, inputs.pathRules);

  const { report, reports, stale, notes } = await log.group("Reading coverage reports", () =>
    readAll(inputs, { io, directory, root, repository, matcher }),
  );
  const change = await log.group("Finding the change", () => findChange(git, io));
  const isProposal = event.pullRequest !== undefined || event.ref !== `refs/heads/${event.defaultBranch}`;
  const baseline = await log.group("Finding the baseline", async () => {
    const found = await findBaseline(inputs, change, { git, io, matcher, directory, isProposal });
    const { about } = found;
    log.info("file" in about ? `Baseline: ${about.file}.` : `Baseline: ${about.state}, ${about.reason}.`);
    if (found.report !== undefined) log.debug(`baseline: ${counted(found.report.files.size, "file")}`);
    return found;
  });

  const byDefault = isProposal
    ? await countByDefault(inputs, report, baseline, ({ pathRules, ...scope }) => {
        const isRemapped = pathRules !== inputs.pathRules;
        const other = isRemapped ? matchInTurn(new PathMatcher(repository, pathRules), matcher) : matcher;
        return log.group("Reading the reports as the default branch counts them", () =>
          readAll({ ...inputs, ...scope }, { io, directory, root, repository, matcher: other }),
        );
      })
    : undefined;

  return {
    kind: "measured",
    context: contextOf(event),
    isProposal,
    report,
    reports,
    change,
    baseline,
    ...(byDefault !== undefined && { byDefault }),
    stale: [...stale, ...(await findBlank(countedByEither(report, byDefault), change, { git, root }))],
    notes,
    measuredAt: Math.floor(Date.now() / 1000),
  };
}

interface Reading {
  readonly io: ActionIo;
  readonly directory: string;
  readonly root: string;
  readonly repository: RepositoryPaths;
  readonly matcher: Pick<PathMatcher, "match">;
}

async function readAll(
  inputs: Inputs,
  { io: { log }, directory, root, repository, matcher }: Reading,
): Promise<ReadReports> {
  const tracked = new Set(repository.files);
  const isOurs = (path: string) => tracked.has(relative(root, path).split(sep).join("/"));
  const isTracked = (path: string) => isOurs(path) || isInOtherRepository(path, root);
  const files = await findReportFiles(inputs, { directory, isTracked, log });
  const trackedNotes = files.filter(isTracked).map((file): Note => {
    const where = isOurs(file) ? "is tracked by git" : "lies in a repository of its own, such as a submodule";
    const text = `${shownPath(file, directory)} ${where}, so this run may not have made it.`;
    return { level: "warning", text };
  });
  const counts = new Map<string, number | undefined>();
  const lengthOf = (path: string) => {
    if (!counts.has(path)) counts.set(path, linesOnDisk(root, path));
    return counts.get(path);
  };
  const read = readReports(files, { inputs, directory, matcher, repository, linesOf: lengthOf, log });
  return { ...read, notes: [...trackedNotes, ...read.notes] };
}

/** The inputs that decide what a report becomes when it is read. The others only decide what is made of it. */
const READING_INPUTS: readonly ScopeInput[] = ["exclude", "shards", "path-map"];

/**
 * What the default branch would count, where that is something else.
 *
 * @param report by this change's own scope. @param read the reports by another one.
 */
async function countByDefault(
  inputs: Inputs,
  report: CoverageReport,
  baseline: BaselineFacts,
  read: (scope: Scope) => Promise<ReadReports>,
): Promise<DefaultScopeFacts | undefined> {
  const other = await findDefaultScope(inputs, baseline.gate ?? {});
  if (other === undefined || "problem" in other) return other;
  const baseReport = other.inputs.includes("exclude") ? baseline.whole : baseline.report;
  try {
    const isReadAnew = other.inputs.some((input) => READING_INPUTS.includes(input));
    const counted = isReadAnew ? (await read(other.scope)).report : report;
    return { ...other, report: counted, ...(baseReport !== undefined && { baseReport }) };
  } catch (error) {
    if (error instanceof UserError) return { inputs: other.inputs, problem: error.message };
    throw error;
  }
}

/** With the files that only the default branch counts: excluding a file does not make its report a fresh one. */
function countedByEither(report: CoverageReport, byDefault: DefaultScopeFacts | undefined): CoverageReport {
  if (byDefault === undefined || "problem" in byDefault) return report;
  return { ...report, files: new Map([...byDefault.report.files, ...report.files]) };
}

/** Files whose measured lines fit the base, and not what is checked out. */
async function findBlank(
  report: CoverageReport,
  change: Change,
  { git, root }: { readonly git: Git; readonly root: string },
): Promise<StaleFile[]> {
  if (change.state === "none") return [];
  const { base, diff } = change;
  const outdated = await findOutdatedFiles(report, diff, {
    now: (path) => linesOf(root, path),
    before: async (path) => {
      const content = await git.fileAt(base, path);
      return content && linesIn(content.toString());
    },
  });
  return outdated.map(({ path, line, lines }) => ({ path, measuredLine: line, lines, blank: true }));
}

async function findChange(git: Git, { log, event }: ActionIo): Promise<Change> {
  const comparison = await findComparison(git, event());
  if (comparison.state === "none") {
    log.info(`No comparison: ${comparison.reason}.`);
    return comparison;
  }
  const { base, head, reason } = comparison;
  if (base === head && event().pullRequest !== undefined) {
    // Under `pull_request_target` actions/checkout takes the base: compared with itself, no line has changed.
    const reason = `HEAD, ${head.slice(0, 10)}, has nothing that its base does not have; check out the pull request's head`;
    return { state: "none", cause: "no-base", reason };
  }
  const diff = parseDiff(await git.diff(base, head));
  log.info(`${base.slice(0, 10)}..${head.slice(0, 10)}: ${diff.length} files, ${reason}.`);
  log.debug(`change: ${base}..${head}, event ${event().name}; ${debugNames(diff.map(({ path }) => path))}`);
  return { state: "compared", base, diff };
}
