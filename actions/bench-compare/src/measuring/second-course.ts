import { looksFrom, MOST_ROUNDS } from "@jessy-actions/benchmarks/spending";

/** The looks at a second draw: the first when it is as long as the first draw, the next as later as in any run. */
export class SecondCourse {
  readonly #start: number;
  readonly #looks: Generator<number, void>;
  #next: number;

  /** @param start rounds of the first draw. */
  constructor(start: number) {
    this.#start = start;
    this.#looks = looksFrom(start, MOST_ROUNDS);
    this.#next = this.#looks.next().value ?? start;
  }

  /** All rounds, of both draws, at the next look. */
  get until(): number {
    return this.#start + this.#next;
  }

  pass(rounds: number): void {
    while (this.until <= rounds && this.#next < MOST_ROUNDS) this.#next = this.#looks.next().value ?? MOST_ROUNDS;
  }
}
