import { spawn } from "node:child_process";
import type { EventEmitter } from "node:events";
import type { Readable } from "node:stream";

/** Starts a process of a step whose output is read from pipes. */
export type StartProcess = (
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
) => StepChild;

/** What a step needs of its process. */
export interface StepChild extends EventEmitter {
  readonly stdout: Readable;
  readonly stderr: Readable;
  kill(signal: NodeJS.Signals): boolean;
}

/** As actions/runner does. */
export const startProcess: StartProcess = (command, args, options) =>
  spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
