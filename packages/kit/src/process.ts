import { spawn } from "node:child_process";

export interface ProcessOptions {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds until the whole process group is killed. */
  readonly timeout?: number;
}

export interface ProcessResult {
  readonly exitCode: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** How much of standard error is kept for messages. */
const STDERR_BYTES = 64_000;

const DEFAULT_TIMEOUT = 10 * 60_000;

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
    let stderr = Buffer.alloc(0);
    const timer = setTimeout(() => {
      killGroup(child.pid);
      reject(
        new Error(
          `${program} ${args[0] ?? ""} took longer than ${(options.timeout ?? DEFAULT_TIMEOUT) / 1000} s and was ended`,
        ),
      );
    }, options.timeout ?? DEFAULT_TIMEOUT);
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => {
      stderr = Buffer.concat([stderr, chunk]).subarray(-STDERR_BYTES);
    });
    child.on("error", (cause) => {
      clearTimeout(timer);
      reject(new Error(`${program} cannot be started`, { cause }));
    });
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      resolve({
        exitCode: code ?? (signal === null ? 1 : 128),
        stdout: Buffer.concat(stdout),
        stderr: stderr.toString().trim(),
      });
    });
  });
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // Already gone.
  }
}
