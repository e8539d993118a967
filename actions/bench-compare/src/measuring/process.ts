import { existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ResultFile, Results } from "@jessy-actions/benchmarks/model";
import { parseResults } from "@jessy-actions/benchmarks/parse";
import { ProcessLimitError, type ProcessResult, runProcess } from "@jessy-actions/kit/process/process";
import { readFile } from "@jessy-actions/kit/runner/file-content";
import { ReportError } from "@jessy-actions/reading/report-error";
import type { Inputs, RunSource } from "../inputs.ts";
import type { Side } from "./checkouts.ts";
import { type CommandLine, fillPlaceholders, hasPlaceholder } from "./command-line.ts";
import { MeasuringProblem } from "./problem.ts";

/** The most that one process may write to its standard output, and leave in all its result files together. */
const MAX_RESULT_BYTES = 100_000_000;

export interface BenchmarkProcess {
  readonly command: CommandLine;
  readonly side: Side;
  /** The working directory in the checkout that was entered. */
  readonly cwd: string;
  /** A folder for this process alone; emptied first. */
  readonly scratch: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Bytes. */
  readonly padding: number;
  /** The value of `{benchmarks}`. */
  readonly benchmarks: string;
}

export interface Measured {
  readonly results: Results;
  /** Milliseconds that the process took. */
  readonly time: number;
}

/** Runs a benchmark command once and reads what it measured. @throws MeasuringProblem naming side and command. */
export async function runBenchmarkProcess(
  asked: BenchmarkProcess,
  { format }: Pick<Inputs, "format">,
  { results, timeout }: Pick<RunSource, "results" | "timeout">,
): Promise<Measured> {
  const { command, side, cwd, scratch, environment, padding, benchmarks } = asked;
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  const resultFile = join(scratch, "results");
  const criterionHome = join(scratch, "criterion");
  // Results of an earlier process must not be taken for results of this one.
  if (results !== undefined) for (const path of await findFiles(results, cwd)) rmSync(path, { force: true });
  const filled = fillPlaceholders(command, { results: resultFile, benchmarks });
  const [program = "", ...args] = filled.argv;
  const start = performance.now();
  const { stdout } = await runOrExplain(command, side, () =>
    runProcess(program, args, {
      cwd,
      environment: {
        ...environment,
        // Outside `target/`, whose restored caches hold empty folders of earlier runs (noir-lang/noir#13497).
        ...(results === undefined && { CRITERION_HOME: criterionHome }),
        ...filled.environment,
        JESSY_RESULTS: resultFile,
        JESSY_PADDING: "x".repeat(padding),
      },
      timeout,
      maxOutput: MAX_RESULT_BYTES,
    }),
  );
  const time = performance.now() - start;
  const files = await resultFiles(asked, results, { resultFile, criterionHome, stdout });
  try {
    return { results: parseResults(files, format), time };
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    throw new MeasuringProblem(
      `${side}-unreadable`,
      `What \`${command.text}\` of the ${side} left ${/^(?:is|ends|nests) /.test(error.message) ? "" : "cannot be read: "}${error.message}.`,
      stdout.subarray(-8000).toString(),
    );
  }
}

/** Runs a command that has to succeed. @throws MeasuringProblem naming how it ended otherwise. */
export async function runOrExplain(
  command: CommandLine,
  side: Side,
  run: () => Promise<ProcessResult>,
  failure: "crashed" | "build-failed" = "crashed",
): Promise<ProcessResult> {
  let result: ProcessResult;
  try {
    result = await run();
  } catch (error) {
    if (error instanceof ProcessLimitError) {
      const kind =
        failure === "build-failed"
          ? (`${side}-build-failed` as const)
          : error.limit === "time"
            ? (`${side}-hung` as const)
            : (`${side}-unreadable` as const);
      throw new MeasuringProblem(
        kind,
        `\`${command.text}\` of the ${side} ${/(?:took longer|wrote more) than .*$/s.exec(error.message)?.[0] ?? error.message}, and was ended with everything it had started.`,
      );
    }
    throw new MeasuringProblem(
      `${side}-${failure}`,
      `\`${command.text}\` of the ${side} cannot be started: ${startProblem(error, command)}.`,
    );
  }
  if (result.exitCode === 0) return result;
  const how = result.signal === undefined ? `ended with exit code ${result.exitCode}` : `was ended by ${result.signal}`;
  throw new MeasuringProblem(
    `${side}-${failure}`,
    `\`${command.text}\` of the ${side} ${how}.`,
    result.stderr === "" ? result.stdout.subarray(-8000).toString() : result.stderr,
  );
}

function startProblem(error: unknown, { argv: [program = ""] }: CommandLine): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : undefined;
  const { code } = (cause ?? {}) as { readonly code?: unknown };
  if (code === "ENOENT")
    return `\`${program}\` is not ${program.includes("/") ? "in the working directory" : "on the PATH"}`;
  if (code === "EACCES") return `\`${program}\` is not executable (was it committed without \`chmod +x\`?)`;
  return cause?.message ?? String(error);
}

async function resultFiles(
  { command, side, cwd }: BenchmarkProcess,
  results: string | undefined,
  left: { readonly resultFile: string; readonly criterionHome: string; readonly stdout: Buffer },
): Promise<readonly ResultFile[]> {
  if (results !== undefined) {
    const found = await findFiles(results, cwd);
    if (found.length > 0) return readFiles(found, cwd, command, side);
    throw new MeasuringProblem(
      `${side}-unreadable`,
      `\`${command.text}\` of the ${side} left nothing under \`results: ${results}\`.`,
      left.stdout.subarray(-8000).toString(),
    );
  }
  if (hasPlaceholder(command, "results") || existsSync(left.resultFile)) {
    const found = await findFiles("results", join(left.resultFile, ".."));
    if (found.length > 0) return readFiles(found, join(left.resultFile, ".."), command, side);
    throw new MeasuringProblem(
      `${side}-unreadable`,
      `\`${command.text}\` of the ${side} left nothing in the file that \`{results}\` stands for.`,
      left.stdout.subarray(-8000).toString(),
    );
  }
  const criterion = existsSync(left.criterionHome) ? await findFiles("criterion", join(left.criterionHome, "..")) : [];
  if (criterion.some((path) => path.endsWith("/benchmark.json")))
    return readFiles(
      criterion.filter((path) => path.endsWith(".json")),
      left.criterionHome,
      command,
      side,
    );
  return [{ path: "", bytes: left.stdout }];
}

/** The files that a path, folder or glob finds, absolute and sorted. */
export async function findFiles(pattern: string, directory: string): Promise<string[]> {
  // Not above: a wrong input should not pay for loading it.
  const { glob } = await import("tinyglobby");
  const found = await glob(pattern, {
    cwd: directory,
    absolute: true,
    dot: true,
    onlyFiles: true,
    expandDirectories: true,
  });
  return found.sort();
}

function readFiles(paths: readonly string[], directory: string, command: CommandLine, side: Side): ResultFile[] {
  let left = MAX_RESULT_BYTES;
  return paths.map((path) => {
    left -= statSync(path).size;
    if (left < 0) {
      throw new MeasuringProblem(
        `${side}-unreadable`,
        `\`${command.text}\` of the ${side} left more than ${MAX_RESULT_BYTES / 1_000_000} MB of results.`,
      );
    }
    return {
      path: path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : path,
      bytes: readFile(path),
    };
  });
}
