/** One request. Times in milliseconds of one clock. */
interface Asked {
  readonly at: number;
  readonly until: number;
  readonly isAnswered: boolean;
}

/**
 * What requests to one target met. What was lost before the first answer is not counted: a service that was not there
 * cannot be interrupted. An outage lasts from the first lost request to the next answer; one without an end lasts
 * until the last request gave up.
 */
export class Outages {
  #requests = 0;
  #lost = 0;
  #ended = 0;
  #since: number | undefined;
  #until = 0;

  add({ at, until, isAnswered }: Asked): void {
    if (this.#requests === 0 && !isAnswered) return;
    this.#requests += 1;
    this.#until = until;
    if (!isAnswered) {
      this.#lost += 1;
      this.#since ??= at;
    } else if (this.#since !== undefined) {
      this.#ended += until - this.#since;
      this.#since = undefined;
    }
  }

  get requests(): number {
    return this.#requests;
  }

  get lost(): number {
    return this.#lost;
  }

  get milliseconds(): number {
    return this.#ended + (this.#since === undefined ? 0 : this.#until - this.#since);
  }
}
