import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { missingDirectory } from "./executable.ts";
import { Lifetime, type LifetimeLimits, type ProcessEnd, ProcessLimitError, processEnd } from "./lifetime.ts";
import type { StandardInput } from "./standard-input.ts";
import { Tail } from "./tail.ts";

export { ProcessLimitError } from "./lifetime.ts";

export interface ProcessOptions extends LifetimeLimits {
  readonly cwd: string;
  /** All that the program gets; nothing is inherited. See `pickEnvironment`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Default: empty. */
  readonly input?: StandardInput;
}

export interface CaptureOptions extends ProcessOptions {
  /** Bytes of standard output after which the group is ended. */
  readonly maxOutput?: number;
}

export interface ProcessResult extends ProcessEnd {
  readonly stdout: Buffer;
  /** Its end. */
  readonly stderr: string;
}

/** More output than this is not data but an accident. */
const DEFAULT_MAX_OUTPUT = 500_000_000;

/**
 * Runs a program for its output, never through a shell, in a process group that ends with it. Programs whose output
 * people watch run by `runLiveProcess`; this one uses `spawn` itself, since a measured program must start as its
 * command says and its output is data.
 *
 * @returns whatever its exit code is.
 * @throws ProcessLimitError when it takes too long or writes too much, Error with a cause when it cannot be started.
 */
export function runProcess(program: string, args: readonly string[], options: CaptureOptions): Promise<ProcessResult> {
  const { cwd, environment, input, maxOutput = DEFAULT_MAX_OUTPUT } = options;
  const name = [program, ...args.slice(0, 1)].join(" ");
  const lifetime = new Lifetime(name, options);
  return lifetime.run(async () => {
    const child = start(program, args, {
      cwd,
      env: environment,
      stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
      // A group of its own.
      detached: process.platform !== "win32",
    });
    const closed = once(child, "close").catch((cause: unknown) => {
      throw cannotStart(program, missingDirectory(cwd) ?? cause);
    });
    if (child.pid === undefined) await closed;
    lifetime.watch(child, input);
    const stdout: Buffer[] = [];
    let bytes = 0;
    const stderr = new Tail();
    child.stdout?.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= maxOutput) stdout.push(chunk);
      else
        lifetime.stop(
          new ProcessLimitError("output", `${name} wrote more than ${maxOutput / 1_000_000} MB and was ended`),
        );
    });
    child.stderr?.on("data", (chunk: Buffer) => stderr.add(chunk));
    await closed;
    return { ...processEnd(child), stdout: Buffer.concat(stdout), stderr: stderr.bytes.toString().trim() };
  });
}

/** Most errors come as an event, and some are thrown (ENOTDIR). */
function start(program: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  try {
    return spawn(program, args, options);
  } catch (cause) {
    throw cannotStart(program, cause);
  }
}

function cannotStart(program: string, cause: unknown): Error {
  return new Error(`${program} cannot be started`, { cause });
}
