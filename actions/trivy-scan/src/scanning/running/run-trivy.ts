import { mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { runLiveProcess } from "@jessy-actions/kit/process/live";
import { ProcessLimitError } from "@jessy-actions/kit/process/process";
import { readFile, writeFile } from "@jessy-actions/kit/runner/file-content";
import { ReportError } from "@jessy-actions/reading/report-error";
import {
  type ExpectedReport,
  REPORT_LIMITS,
  readTrivyReport,
  type TrivyReport,
} from "@jessy-actions/security/trivy/report";
import type { Problem, ProblemCause } from "../../targets/problem.ts";
import { problemOf } from "../plain-problem.ts";
import type { Scanning } from "../scanning.ts";
import { enclosed, findEnclosure } from "./enclosure.ts";
import { failureOf } from "./run-failure.ts";
import { RunLog, type UnreadFile } from "./run-log.ts";
import { type TrivyRun, trivyArguments } from "./trivy-arguments.ts";
import { trivyEnvironment } from "./trivy-environment.ts";

/** What a run said, with the files that it passed over; or why it said nothing. */
export type RunOutcome =
  | { readonly report: TrivyReport; readonly unread: readonly UnreadFile[] }
  | { readonly problem: Problem };

/** What a report must be of: its time and the artifact are known here. */
export type Expectation = Pick<ExpectedReport, "target" | "imageId" | "isFile">;

/**
 * Runs Trivy once, without network, outside of the workspace and with nothing of our environment, and reads the report that
 * this run wrote.
 *
 * @param work a folder of this scan alone, absolute; it may not exist yet
 */
export async function runTrivy(
  run: TrivyRun,
  expected: Expectation,
  scanning: Scanning,
  work: string,
  io: ActionIo,
): Promise<RunOutcome> {
  const folders = { home: join(work, "home"), temporary: join(work, "tmp"), cwd: join(work, "cwd") };
  const [output, empty] = [join(work, "report.json"), join(work, "empty.yaml")];
  const { databaseFolder, tool, inputs } = scanning;
  const problem = (cause: ProblemCause, message: string): RunOutcome => ({
    problem: problemOf(cause, expected.target, `was not scanned: ${message}`, io),
  });
  const enclosure = scanning.network === "namespace" ? await findEnclosure(io) : [];
  const variables = trivyEnvironment(io.environment, folders, enclosure.length === 0);
  const args = trivyArguments(run, { databaseFolder, output, empty, timeout: inputs.timeout });
  const [program, ...rest] = enclosed(enclosure, tool.path, args, variables);
  const log = new RunLog();
  const startedAt = Date.now();
  try {
    for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFile(empty, "");
    rmSync(output, { force: true });
    const end = await runLiveProcess(program, rest, {
      cwd: folders.cwd,
      environment: variables,
      timeout: inputs.timeout,
      onLine: (line) => log.add(line),
    });
    const failure = failureOf(end);
    if (failure !== undefined) return problem(failure.cause, failure.message);
  } catch (error) {
    if (!(error instanceof ProcessLimitError)) throw error;
    const limit = `${inputs.timeout / 1000} s`;
    return problem("timeout", `Trivy took more than ${limit}; give \`timeout\` more, or skip folders`);
  } finally {
    rmSync(folders.temporary, { recursive: true, force: true });
  }
  return readReport(output, { ...expected, artifactName: run.artifact, startedAt, endedAt: Date.now() }, log, io);
}

function readReport(path: string, expected: ExpectedReport, log: RunLog, io: ActionIo): RunOutcome {
  const unreadable = (message: string): RunOutcome => ({
    problem: problemOf("unreadable-report", expected.target, `was not scanned: ${message}`, io),
  });
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return unreadable("Trivy ended well and wrote no report");
  if (!status.isFile()) return unreadable("Trivy's report is not a file");
  // Before it is in memory.
  if (status.size > REPORT_LIMITS.bytes) return unreadable(`Trivy's report has more than ${REPORT_LIMITS.bytes} bytes`);
  try {
    return { report: readTrivyReport([readFile(path)], expected), unread: log.unread };
  } catch (error) {
    if (error instanceof ReportError) return unreadable(`Trivy's report ${error.message}`);
    throw error;
  }
}
