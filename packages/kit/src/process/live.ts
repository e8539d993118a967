import { AsyncLocalStorage } from "node:async_hooks";
import type { ChildProcess } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";
import { definedVariables } from "../runner/environment.ts";
import { findExecutable, missingDirectory } from "./executable.ts";
import { Lifetime, processEnd } from "./lifetime.ts";
import { LineReader } from "./line-reader.ts";
import type { ProcessOptions, ProcessResult } from "./process.ts";
import { Tail } from "./tail.ts";

export interface LiveOptions extends ProcessOptions {
  /** Gets each line of standard output and standard error as it comes, without its end, cut at `maxLineBytes`. */
  readonly onLine: (line: string) => void;
  /** Default: `MAX_LINE_BYTES`, which is enough for people. Programs may write longer ones to each other. */
  readonly maxLineBytes?: number;
}

/**
 * Runs a program whose output people watch. @actions/exec starts it and streams its output; around it stands what exec
 * does not have:
 *
 * - a process group: exec cannot make one, so `setsid` (util-linux, BusyBox) starts the program: it calls setsid(2) and
 *   becomes the program, with the same process id. Where there is no `setsid` (macOS), limits end the program alone.
 * - a handle: exec keeps the child to itself, so it is taken from Node's diagnostics channel `child_process`, and told
 *   apart from others by the async context it was started in. Node calls that channel experimental; actions run on one
 *   Node major, and a test holds it.
 * - limits, cancellation, standard input: exec has no time limit, leaves an input open that nobody writes, and crashes
 *   on EPIPE.
 * - lines: exec joins chunks until a newline comes, without a limit, and cuts UTF-8 between chunks (see `consume`).
 * - the signal: exec reports an exit code of null for any.
 *
 * @returns whatever the exit code is; of both streams only the end is kept.
 * @throws ProcessLimitError when it takes too long, Error with a cause when it cannot be started.
 */
export function runLiveProcess(program: string, args: readonly string[], options: LiveOptions): Promise<ProcessResult> {
  const { cwd, environment, input, onLine, maxLineBytes } = options;
  const lifetime = new Lifetime([program, ...args.slice(0, 1)].join(" "), options);
  const stdout = { lines: new LineReader(onLine, maxLineBytes), tail: new Tail() };
  const stderr = { lines: new LineReader(onLine, maxLineBytes), tail: new Tail() };
  return lifetime.run(async () => {
    const [command, ...rest] = commandLine(program, args, options);
    let child: ChildProcess | undefined;
    const onStart = (started: ChildProcess) => {
      child = started;
      lifetime.watch(started, input);
    };
    // Only runs that start a program pay for it.
    const { exec } = await import("@actions/exec");
    const run = () =>
      exec(command, rest, {
        cwd,
        env: definedVariables(environment),
        silent: true,
        ignoreReturnCode: true,
        listeners: { stdout: (chunk) => consume(chunk, stdout), stderr: (chunk) => consume(chunk, stderr) },
      });
    await starting.run(onStart, run).catch((cause: unknown) => {
      throw cannotStart(program, missingDirectory(cwd) ?? cause);
    });
    if (child === undefined) throw new Error(`node did not tell of the process of ${program}`);
    stdout.lines.end();
    stderr.lines.end();
    return { ...processEnd(child), stdout: stdout.tail.bytes, stderr: stderr.tail.bytes.toString().trim() };
  });
}

/** Whom to tell of the process that exec starts in this async context. */
const starting = new AsyncLocalStorage<(child: ChildProcess) => void>();

subscribe("child_process", (message) => {
  const onStart = starting.getStore();
  const { process: child } = message as { readonly process: ChildProcess };
  // The message comes before the process has a number and pipes.
  if (onStart !== undefined) child.once("spawn", () => onStart(child));
});

function consume(chunk: Buffer, { lines, tail }: { readonly lines: LineReader; readonly tail: Tail }): void {
  lines.write(chunk);
  tail.add(chunk);
  // exec joins this chunk to all since the last newline: with one at its end, that is never more than a chunk.
  chunk[chunk.length - 1] = 0x0a;
}

/** @throws Error with a cause when there is no such program: behind `setsid`, that would be an exit code. */
function commandLine(
  program: string,
  args: readonly string[],
  options: ProcessOptions,
): readonly [string, ...string[]] {
  if (process.platform === "win32") return [quoteForExec(program), ...args];
  const found = findExecutable(program, options);
  if ("problem" in found)
    throw cannotStart(program, Object.assign(new Error(`spawn ${program} ${found.problem}`), { code: found.problem }));
  const hasSetsid = "path" in findExecutable("setsid", { cwd: "/", environment: process.env });
  return hasSetsid ? ["setsid", "--", program, ...args] : [quoteForExec(found.path), ...args];
}

/** exec splits its first argument at blanks, outside of double quotes. */
export function quoteForExec(program: string): string {
  return program.replace(/[" ]/g, (character) => (character === " " ? '" "' : '"\\""'));
}

function cannotStart(program: string, cause: unknown): Error {
  return new Error(`${program} cannot be started`, { cause });
}
