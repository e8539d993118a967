import { LEAST_RUNS, leastRounds, leastRuns } from "./attainable.ts";
import type { Comparison, ComparisonVerdict, SecondDraw } from "./comparison.ts";
import { holm } from "./holm.ts";
import type { Metric } from "./model.ts";
import { normalQuantile } from "./normal.ts";
import { median } from "./quantile-interval.ts";
import type { Stratum } from "./rank-sum.ts";
import { Shift } from "./shift.ts";
import { lookShare, looksFrom, MOST_ROUNDS } from "./spending.ts";
import { SUITE_METRIC, suiteCosts } from "./suite.ts";

/** A noisy metric of one benchmark, measured on both sides. */
export interface TimedMetric {
  readonly benchmark: string;
  readonly metric: Metric;
  /** In the order in which they were measured, values in the metric's unit; at least one with both sides. */
  readonly rounds: readonly Stratum[];
  /** Counts of rounds at which it was looked at; the last is the number of rounds. */
  readonly looks: readonly number[];
  /** Whether the last look was bound to be the last, whatever had been measured: it may spend the rest of alpha. */
  readonly ended: boolean;
  /** Rounds before the first look; undefined where runs were not made in rounds. */
  readonly minRounds?: number | undefined;
  /** Fresh rounds, measured after it had been called a regression; none where that was not asked for. */
  readonly second?: readonly Stratum[];
}

export interface TimedCriteria {
  /** The chance of even one false regression in the family; the same for improvements, and for each `ok`. */
  readonly alpha: number;
  /** The margin of one benchmark: a smaller change does not matter. */
  margin(benchmark: string, metric: Metric): Margin;
}

interface Margin {
  readonly relative: number;
  /** In the metric's unit. */
  readonly absolute: number;
}

/** The part of alpha that the suite as a whole has for itself. */
export const SUITE_PART = 0.2;

/**
 * Judges a family of noisy metrics. On logarithms of cost (time, or one over a rate), a benchmark is
 * - regressed when the estimate is at or above the margin *and* a slowdown of no more than half the margin is ruled
 *   out, for the whole family and all looks together; where noise leaves open more than half the margin, a second draw
 *   must not contradict it;
 * - improved likewise, without a second draw;
 * - ok when a slowdown of the margin is ruled out;
 * - inconclusive otherwise.
 *
 * The family is gated by the suite: a fifth of alpha tests all benchmarks together, the rest goes to each of them by
 * Holm's method, and once the suite is called its fifth is theirs as well (Bretz et al. 2009).
 *
 * Why half the margin: two builds of the same source differ by 1 to 4 % by layout alone, so "no change at all" is never
 * the truth of two binaries; and evidence against the whole margin would miss most changes that are a little larger
 * than it.
 */
export function judgeTimed(metrics: readonly TimedMetric[], criteria: TimedCriteria): TimedFamily {
  const { alpha, margin } = criteria;
  const subjects = metrics.map((metric) => new Subject(metric, alpha, margin(metric.benchmark, metric.metric)));
  const suite = judgeSuite(subjects, alpha);
  const slower = holm(
    subjects.map((subject) => subject.pSlower),
    suite === undefined || suite.isCalled ? alpha : (1 - SUITE_PART) * alpha,
  );
  const faster = holm(
    subjects.map((subject) => subject.pFaster),
    alpha,
  );
  return {
    comparisons: subjects.map((subject, at) => subject.compare(slower[at]!.level, faster[at]!.level)),
    suite: suite?.comparison,
  };
}

/** A family as `judgeTimed` judges it. */
export interface TimedFamily {
  /** In the order of the metrics. */
  readonly comparisons: readonly Comparison[];
  /** All of them together: the geometric mean of the changes; undefined for fewer than two. */
  readonly suite: Comparison | undefined;
}

/**
 * The family as one benchmark, with the mean of all margins. It sees that everything got slower where the runs are too
 * few to say so of any benchmark alone. Rounds after the look at which it was called are its second draw.
 */
function judgeSuite(
  all: readonly Subject[],
  alpha: number,
): { readonly isCalled: boolean; readonly comparison: Comparison } | undefined {
  // A rate that may fall to nothing can do anything.
  const subjects = all.filter(({ slower }) => Number.isFinite(slower));
  if (subjects.length < 2) return undefined;
  const { rounds, looks, ended } = suiteCosts(subjects.map(({ member }) => member));
  const relative = Math.expm1(subjects.reduce((sum, { slower }) => sum + slower, 0) / subjects.length);
  const { minRounds } = subjects[0]!.member;
  const level = SUITE_PART * alpha;
  const upTo = (count: number) => {
    const look = looks[count - 1]!;
    const metric = {
      benchmark: "",
      metric: SUITE_METRIC,
      rounds: rounds.slice(0, look),
      second: rounds.slice(look),
      looks: looks.slice(0, count),
      ended: ended && count === looks.length,
      minRounds,
    };
    return new Subject(metric, alpha, { relative, absolute: 0 });
  };
  const whole = upTo(looks.length);
  const isCalled = whole.pSlower <= level;
  for (let count = 1; isCalled && count < looks.length; count++) {
    const comparison = upTo(count).compare(level, alpha);
    if (comparison.secondDraw !== undefined) return { isCalled, comparison };
  }
  return { isCalled, comparison: whole.compare(level, alpha) };
}

/** Stands for a measured zero: smaller than any clock can resolve. */
const LEAST = 1e-6;

/** From 100 to 105 is 4.999999999999992 % by way of logarithms: a value just on the margin has reached it. */
const ROUNDING = 1 - 1e-9;

/** How often a change of the detectable size would be called. */
const POWER = 0.8;

class Subject {
  readonly #metric: TimedMetric;
  readonly #alpha: number;
  readonly #costs: readonly Stratum[];
  /** The rounds up to each look, as shifts of the logarithm of cost. */
  readonly #shifts: readonly Shift[];
  readonly #shares: readonly number[];
  readonly #base: number;
  readonly #head: number;
  readonly #margin: number;
  /**
   * The margin as a shift of the logarithm of cost, for the worse and for the better: -5 % is a longer way than +5 %.
   */
  readonly slower: number;
  readonly #faster: number;
  readonly #runs: number;
  readonly pSlower: number;
  readonly pFaster: number;

  constructor(metric: TimedMetric, alpha: number, { relative, absolute }: Margin) {
    this.#metric = metric;
    this.#alpha = alpha;
    const { rounds, looks, ended } = metric;
    this.#costs = rounds.map((round) => costsOf(round, metric.metric));
    this.#shifts = looks.map((look) => new Shift(this.#costs.slice(0, look)));
    this.#shares = looks.map((_, at) => lookShare(at, ended && at === looks.length - 1));
    this.#base = median(rounds.flatMap(({ base }) => base));
    this.#head = median(rounds.flatMap(({ head }) => head));
    this.#runs = Math.min(sizeOf(rounds, "base"), sizeOf(rounds, "head"));
    this.#margin = Math.max(relative, absolute / Math.max(this.#base, LEAST));
    const up = Math.log1p(this.#margin);
    // A rate that falls to nothing is an infinite cost.
    const down = this.#margin < 1 ? -Math.log1p(-this.#margin) : Number.POSITIVE_INFINITY;
    [this.slower, this.#faster] = metric.metric.better === "higher" ? [down, up] : [up, down];
    this.pSlower = this.#least((shift) => shift.pAbove(this.slower / 2));
    this.pFaster = this.#least((shift) => shift.pBelow(-this.#faster / 2));
  }

  /** As a part of the suite. */
  get member() {
    const { looks, ended, minRounds } = this.#metric;
    return { costs: this.#costs, looks, ended, minRounds };
  }

  /** The smallest p-value of all looks, each paid for by its share. */
  #least(p: (shift: Shift) => number): number {
    if (this.#runs < LEAST_RUNS) return Number.POSITIVE_INFINITY;
    return this.#shifts.reduce(
      (least, shift, at) => Math.min(least, p(shift) / this.#shares[at]!),
      Number.POSITIVE_INFINITY,
    );
  }

  compare(slowerLevel: number, fasterLevel: number): Comparison {
    const { benchmark, metric, rounds } = this.#metric;
    const last = this.#shifts.at(-1)!;
    const { estimate } = last;
    const direction = metric.better === "higher" ? -1 : 1;
    const change = Math.expm1(direction * estimate);
    const isSlower = this.pSlower <= slowerLevel;
    const isFaster = this.pFaster <= fasterLevel;
    const isNoSlower = this.#least((shift) => shift.pBelow(this.slower)) <= this.#alpha;
    // The number that is shown is the one that is compared.
    const isWorseByMargin = direction * change >= this.#margin * ROUNDING;
    const isBetterByMargin = -direction * change >= this.#margin * ROUNDING;
    const first: ComparisonVerdict =
      isSlower && isWorseByMargin
        ? "regressed"
        : isFaster && isBetterByMargin
          ? "improved"
          : // An early look may have ruled out what later rounds show all the same.
            isNoSlower && !isWorseByMargin
            ? "ok"
            : "inconclusive";
    // A bound is found to a millionth. The interval must not hold what the verdict has ruled out.
    const low = Math.min(
      estimate,
      Math.max(this.#lowerBound(slowerLevel), isSlower ? this.slower / 2 : Number.NEGATIVE_INFINITY),
    );
    const upper =
      first === "improved"
        ? Math.min(this.#upperBound(fasterLevel), -this.#faster / 2)
        : Math.min(this.#upperBound(this.#alpha), isNoSlower ? this.slower : Number.POSITIVE_INFINITY);
    const high = Math.max(estimate, upper);
    const ends = [Math.expm1(direction * low), Math.expm1(direction * high)].sort((a, b) => a - b) as [number, number];
    const isNoisy = estimate - low > this.slower / 2;
    const secondDraw = first === "regressed" && (isNoisy || this.#wasDrawnAgain) ? this.#secondDraw() : undefined;
    const isContradicted = secondDraw?.outcome === "not-confirmed" || secondDraw?.outcome === "refuted";
    const verdict = isContradicted ? "inconclusive" : first;
    const needed = first === "inconclusive" ? this.#needed(slowerLevel) : undefined;
    return {
      benchmark,
      metric,
      verdict,
      base: this.#base,
      head: this.#head,
      change: this.#base === 0 && this.#head > 0 ? Number.POSITIVE_INFINITY : change,
      low: ends[0],
      high: this.#base === 0 && this.#head > 0 ? Number.POSITIVE_INFINITY : ends[1],
      margin: this.#margin,
      detectable: this.#detectable(slowerLevel),
      samples: this.#isInRounds ? rounds.length : this.#runs,
      ...(secondDraw !== undefined && { secondDraw }),
      ...(needed !== undefined && { needed, reason: this.#shortage(needed) }),
    };
  }

  get #isInRounds(): boolean {
    return this.#metric.minRounds !== undefined || this.#metric.rounds.length > 1;
  }

  /** Later rounds of the suite are there anyway; those of a benchmark were asked for when its level was another. */
  get #wasDrawnAgain(): boolean {
    return this.#metric.metric !== SUITE_METRIC && (this.#metric.second?.length ?? 0) > 0;
  }

  /**
   * What fresh rounds say of a regression: the same question again, answered by them alone. They are looked at for the
   * first time when they are as many as the first ones, and go on while they neither say so nor rule it out.
   */
  #secondDraw(): SecondDraw {
    const { rounds, second: all = [], metric } = this.#metric;
    if (all.length === 0) return { outcome: "none", rounds: 0 };
    const looks = [...looksFrom(rounds.length, MOST_ROUNDS)].filter((look) => look <= all.length);
    const second = all.slice(0, looks.at(-1) ?? all.length);
    const costs = second.map((round) => costsOf(round, metric));
    const change = Math.expm1((metric.better === "higher" ? -1 : 1) * new Shift(costs).estimate);
    const isWorseByMargin = (metric.better === "higher" ? -change : change) >= this.#margin * ROUNDING;
    const least = (p: (shift: Shift) => number) =>
      looks.reduce(
        (best, look, at) => Math.min(best, p(new Shift(costs.slice(0, look))) / lookShare(at, false)),
        Number.POSITIVE_INFINITY,
      );
    const outcome = () => {
      if (looks.length === 0) return "unfinished";
      if (isWorseByMargin && least((shift) => shift.pAbove(this.slower / 2)) <= this.#alpha) return "confirmed";
      return least((shift) => shift.pBelow(this.slower)) <= this.#alpha ? "refuted" : "not-confirmed";
    };
    return { outcome: outcome(), rounds: second.length, change };
  }

  /** How many rounds, or runs a side, it takes to call any change at this level; undefined where there are enough. */
  #needed(level: number): number | undefined {
    if (this.#least((shift) => shift.pAbove(Number.NEGATIVE_INFINITY)) <= level) return undefined;
    if (!this.#isInRounds) return leastRuns(level);
    const { minRounds = 1, rounds } = this.#metric;
    return Math.max(rounds.length + 1, leastRounds(level, minRounds));
  }

  #shortage(needed: number): string {
    return this.#isInRounds
      ? `too few rounds to call any change: ${this.#metric.rounds.length}, and it takes ${needed}`
      : `too few runs to call any change: ${this.#runs} a side, and it takes ${needed}`;
  }

  /**
   * The change for the worse that both the evidence and the estimate would have shown four times in five; Infinity when
   * no change could.
   */
  #detectable(slowerLevel: number): number {
    const last = this.#shifts.at(-1)!;
    const level = slowerLevel * this.#shares.at(-1)!;
    if (this.#runs < LEAST_RUNS || last.pAbove(Number.NEGATIVE_INFINITY) > level) return Number.POSITIVE_INFINITY;
    const { deviation } = last;
    const reach = normalQuantile(1 - POWER) * deviation;
    const cost = Math.max(this.slower / 2 + normalQuantile(level) * deviation, this.slower) + reach;
    return this.#metric.metric.better === "higher" ? -Math.expm1(-cost) : Math.expm1(cost);
  }

  /** The best of the bounds of all looks: the true change is above all of them at once with the whole level. */
  #lowerBound(level: number): number {
    return this.#shifts.reduceRight(
      (best, shift, at) =>
        shift.pAbove(best) <= level * this.#shares[at]! ? shift.lowerBound(level * this.#shares[at]!) : best,
      Number.NEGATIVE_INFINITY,
    );
  }

  #upperBound(level: number): number {
    return this.#shifts.reduceRight(
      (best, shift, at) =>
        shift.pBelow(best) <= level * this.#shares[at]! ? shift.upperBound(level * this.#shares[at]!) : best,
      Number.POSITIVE_INFINITY,
    );
  }
}

function sizeOf(rounds: readonly Stratum[], side: keyof Stratum): number {
  return rounds.reduce((sum, round) => sum + round[side].length, 0);
}

function costsOf({ base, head }: Stratum, { better }: Metric): Stratum {
  const sign = better === "higher" ? -1 : 1;
  const cost = (value: number) => sign * Math.log(Math.max(value, LEAST));
  return { base: base.map(cost), head: head.map(cost) };
}
