/** Caps on what GitHub may cost a run. */
export interface Limits {
  /** Milliseconds that one attempt may take, until the last byte of its answer. */
  readonly attemptTime: number;
  /** Milliseconds that all requests may take together, waits between attempts included. */
  readonly totalTime: number;
  readonly answerBytes: number;
  /** Bytes of all answers together. */
  readonly totalBytes: number;
}

export const LIMITS: Limits = {
  attemptTime: 30_000,
  // Several waits for a rate limit, and thousands of ordinary requests.
  totalTime: 15 * 60_000,
  // More than the largest page of GitHub's: a hundred of anything.
  answerBytes: 50_000_000,
  totalBytes: 500_000_000,
};

/** What is left of the limits. One client has one, so that many small answers cost no more than a large one may. */
export class Allowance {
  readonly limits: Limits;
  #time = 0;
  #bytes = 0;

  constructor(limits: Limits) {
    this.limits = limits;
  }

  /** Milliseconds for the next attempt, a whole number, as timers ask for; 0 when all time is used up. */
  get attemptTime(): number {
    return Math.max(0, Math.min(this.limits.attemptTime, Math.ceil(this.limits.totalTime - this.#time)));
  }

  /** Bytes for the next answer. */
  get answerBytes(): number {
    return Math.max(0, Math.min(this.limits.answerBytes, this.limits.totalBytes - this.#bytes));
  }

  /** Whether a wait fits. */
  allowsWait(milliseconds: number): boolean {
    return this.#time + milliseconds < this.limits.totalTime;
  }

  spend({ milliseconds = 0, bytes = 0 }: { readonly milliseconds?: number; readonly bytes?: number }): void {
    this.#time += milliseconds;
    this.#bytes += bytes;
  }
}
