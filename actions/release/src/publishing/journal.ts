import type { Log } from "@jessy-actions/kit/runner/log";
import type { Step } from "./steps.ts";

/** What was done so far, said as it happens, so that a run that breaks off tells how far it came. */
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

  debug(message: string): void {
    this.#log.debug(message);
  }
}
