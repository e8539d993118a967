import { normalQuantile } from "./normal.ts";
import { RankSumTest, type Stratum } from "./rank-sum.ts";

/** Steps of bisection: the bounds of a change are exact to a millionth of the range that the runs span. */
const STEPS = 22;

/** By how much the head's values are above the base's (on logarithms: by which factor), as far as ranks can say. */
export class Shift {
  readonly #test: RankSumTest;
  #estimate: number | undefined;

  constructor(strata: readonly Stratum[]) {
    this.#test = new RankSumTest(strata);
  }

  /**
   * The shift that leaves the head's ranks neither high nor low: Hodges and Lehmann's estimate that belongs to this
   * test.
   */
  get estimate(): number {
    this.#estimate ??= this.#middle();
    return this.#estimate;
  }

  #middle(): number {
    const [low, high] = this.#test.range;
    // A step function: it may be zero over a whole stretch, whose middle is taken.
    const from = bisect(low, high, (shift) => this.#test.excess(shift) <= EVEN);
    const to = bisect(low, high, (shift) => this.#test.excess(shift) < -EVEN);
    return (from + to) / 2;
  }

  /** P(ranks as high) if the head were just `shift` above: small when it is further above. */
  pAbove(shift: number): number {
    return this.#test.greater(shift);
  }

  /** P(ranks as low) if the head were just `shift` above: small when it is less, or below. */
  pBelow(shift: number): number {
    return this.#test.less(shift);
  }

  /**
   * The largest shift that the test rejects for being too small, at this one-sided level; -Infinity when it rejects
   * none.
   */
  lowerBound(level: number): number {
    const [low, high] = this.#test.range;
    const outside = low - MARGIN_OF_RANGE;
    if (this.pAbove(outside) > level) return Number.NEGATIVE_INFINITY;
    // The score costs a tenth of a p-value and says where to look.
    const score = normalQuantile(level);
    const near = bisect(outside, high, (shift) => this.#test.score(shift) < score);
    const from = this.pAbove(near) > level ? outside : near;
    return bracket(from, from === near ? this.estimate : near, (shift) => this.pAbove(shift) > level)[0];
  }

  /** One standard deviation of the estimate. */
  get deviation(): number {
    const [low, high] = this.#test.range;
    const from = bisect(low, high, (shift) => this.#test.score(shift) < 1);
    const to = bisect(low, high, (shift) => this.#test.score(shift) <= -1);
    return (to - from) / 2;
  }

  /** The smallest shift that the test rejects for being too large; Infinity when it rejects none. */
  upperBound(level: number): number {
    const [low, high] = this.#test.range;
    const outside = high + MARGIN_OF_RANGE;
    if (this.pBelow(outside) > level) return Number.POSITIVE_INFINITY;
    const score = -normalQuantile(level);
    const near = bisect(low, outside, (shift) => this.#test.score(shift) <= score);
    const to = this.pBelow(near) > level ? outside : near;
    return bisect(to === near ? this.estimate : near, to, (shift) => this.pBelow(shift) <= level);
  }
}

/** Of doubled ranks: what rounding leaves of zero. */
const EVEN = 1e-6;

/** Beyond the range of all differences no rank changes any more. */
const MARGIN_OF_RANGE = 1e-9;

/** Where a condition that is false below and true above begins to hold: a place where it holds. */
function bisect(low: number, high: number, holds: (shift: number) => boolean): number {
  return bracket(low, high, holds)[1];
}

/** The last place found where a condition does not hold, and the first where it does. */
function bracket(
  low: number,
  high: number,
  holds: (shift: number) => boolean,
): readonly [below: number, above: number] {
  let below = low;
  let above = high;
  for (let step = 0; step < STEPS && below < above; step++) {
    const middle = (below + above) / 2;
    if (holds(middle)) above = middle;
    else below = middle;
  }
  return [below, above];
}
