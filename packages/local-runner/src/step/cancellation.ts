import { constants } from "node:os";
import type { StepChild } from "./step-child.ts";

/** ProcessInvoker.cs: how long a cancelled process has after SIGINT, and then after SIGTERM, in milliseconds. */
export const SIGINT_TIMEOUT = 7500;
export const SIGTERM_TIMEOUT = 2500;

/** ProcessInvoker.cs: how long an ended process may have others hold its output. */
export const STREAM_TIMEOUT = 5000;

/**
 * Cancels a process as actions/runner does: SIGINT, SIGTERM, SIGKILL, each to the process alone and not to its group.
 */
export function cancelProcess(child: StepChild): void {
  child.kill("SIGINT");
  const timers = [
    setTimeout(() => child.kill("SIGTERM"), SIGINT_TIMEOUT),
    setTimeout(() => child.kill("SIGKILL"), SIGINT_TIMEOUT + SIGTERM_TIMEOUT),
  ];
  child.once("exit", () => {
    for (const timer of timers) clearTimeout(timer);
  });
}

/** Keeps those that an ended process left running, with its output in their hands, from keeping the step. */
export function releaseStreams(child: StepChild): void {
  child.once("exit", () => {
    const timer = setTimeout(() => {
      child.stdout.destroy();
      child.stderr.destroy();
    }, STREAM_TIMEOUT);
    child.once("close", () => clearTimeout(timer));
  });
}

/** The exit code that .NET, and so the runner, gives a process that a signal ended. */
export function exitCodeOf(signal: NodeJS.Signals | null): number {
  return signal === null ? 1 : 128 + constants.signals[signal];
}
