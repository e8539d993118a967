import { spawn } from "node:child_process";

export interface ProcessOptions {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds until the whole process group is killed. */
  readonly timeout?: number;
  /** Bytes of standard output after which the group is killed. Default: as many as there are. */
  readonly maxOutput?: number;
  /** Ends what the program leaves running in its group, too. */
  readonly endsGroup?: boolean;
}

export interface ProcessResult {
  readonly exitCode: number;
  readonly stdout: Buffer;
  /** Its end. */
  readonly stderr: string;
  /** What ended it, when it did not end by itself. */
  readonly signal: NodeJS.Signals | undefined;
}

/** It took too long, or wrote too much, and was ended with its whole group. */
export class ProcessLimitError extends Error {
  override readonly name = "ProcessLimitError";
  readonly limit: "time" | "output";

  constructor(limit: ProcessLimitError["limit"], message: string) {
    super(message);
    this.limit = limit;
  }
}

/** How much of standard error is kept for messages. */
const STDERR_BYTES = 64_000;

const DEFAULT_TIMEOUT = 10 * 60_000;

/** What a program that has ended wrote is read by then, even on a busy machine; who still holds its pipes left its group. */
const PIPE_GRACE = 2000;

/** Runs a program with an argument list, never through a shell. Resolves whatever its exit code is; rejects when it cannot be started or takes too long. */
export function runProcess(program: string, args: readonly string[], options: ProcessOptions): Promise<ProcessResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.environment,
      stdio: ["ignore", "pipe", "pipe"],
      // A group of its own, so that a timeout ends its children too.
      detached: process.platform !== "win32",
    });
    const stdout: Buffer[] = [];
    let stdoutBytes = 0;
    let stderr = Buffer.alloc(0);
    live.add(child.pid);
    const closePipes = () => {
      child.stdout.destroy();
      child.stderr.destroy();
    };
    const stop = (limit: ProcessLimitError["limit"], what: string) => {
      killGroup(child.pid);
      // Else somebody who left the group, and holds a pipe, would keep this process from ending.
      closePipes();
      reject(new ProcessLimitError(limit, `${program} ${args[0] ?? ""} ${what} and was ended`));
    };
    const timeout = options.timeout ?? DEFAULT_TIMEOUT;
    let grace: NodeJS.Timeout | undefined;
    const timer = setTimeout(() => stop("time", `took longer than ${timeout / 1000} s`), timeout);
    child.stdout.on("data", (chunk: Buffer) => {
      stdoutBytes += chunk.length;
      if (stdoutBytes <= (options.maxOutput ?? Number.POSITIVE_INFINITY)) stdout.push(chunk);
      else stop("output", `wrote more than ${(options.maxOutput ?? 0) / 1_000_000} MB`);
    });
    child.stderr.on("data", (chunk: Buffer) => {
      stderr = Buffer.concat([stderr, chunk]).subarray(-STDERR_BYTES);
    });
    child.on("error", (cause) => {
      clearTimeout(timer);
      live.delete(child.pid);
      reject(new Error(`${program} cannot be started`, { cause }));
    });
    // "close" waits for everyone who holds the pipes, "exit" does not.
    child.on("exit", () => {
      if (options.endsGroup !== true) return;
      killGroup(child.pid);
      grace = setTimeout(closePipes, PIPE_GRACE);
    });
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      clearTimeout(grace);
      live.delete(child.pid);
      resolve({
        exitCode: code ?? (signal === null ? 1 : 128),
        stdout: Buffer.concat(stdout),
        stderr: stderr.toString().trim(),
        signal: signal ?? undefined,
      });
    });
  });
}

/** Leaders of the groups that run now. */
const live = new Set<number | undefined>();

/** Ends every process that `runProcess` started and that still runs, with its group: for a run that is cancelled. */
export function endLiveProcesses(): void {
  for (const pid of live) killGroup(pid);
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // Already gone.
  }
}
