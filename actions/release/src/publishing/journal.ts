import type { Log } from "@jessy-actions/kit/runner/log";
import type { Step } from "./plan.ts";

/** What was done so far, said as it happens: a run that breaks off tells how far it came. */
export class Journal {
  readonly steps: Step[] = [];
  readonly warnings: string[] = [];
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  done(kind: Step["kind"], message: string): void {
    this.steps.push({ kind, message });
    this.#log.info(`${kind}: ${message}`);
  }

  warn(message: string): void {
    this.warnings.push(message);
    this.#log.warning(message);
  }

  info(message: string): void {
    this.#log.info(message);
  }
}

/** The release cannot be finished: what was found, and what to do. Everything that was done stays, and the next run goes on from there. */
export class ReleaseFailure extends Error {
  override readonly name = "ReleaseFailure";
}

/** The release that was worked on is gone: another job found it to be a duplicate, or somebody deleted it. */
export class ReleaseGone extends Error {
  override readonly name = "ReleaseGone";
}
