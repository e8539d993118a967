import type { Comparison, ComparisonVerdict } from "./comparison.ts";
import { holm } from "./holm.ts";
import type { Metric } from "./model.ts";
import { normalQuantile } from "./normal.ts";
import { median } from "./quantile-interval.ts";
import type { Stratum } from "./rank-sum.ts";
import { Shift } from "./shift.ts";
import { SPENDING, spendingShares } from "./spending.ts";

/** A noisy metric of one benchmark, measured on both sides. */
export interface TimedMetric {
  readonly benchmark: string;
  readonly metric: Metric;
  /** In the order in which they were measured, values in the metric's unit; at least one with both sides. */
  readonly rounds: readonly Stratum[];
  /** Counts of rounds at which it was looked at; the last is the number of rounds. */
  readonly looks: readonly number[];
  /** Whether no further look will be made. */
  readonly ended: boolean;
}

export interface TimedCriteria {
  /** The chance of even one false regression in the family; the same for improvements, and for each `ok`. */
  readonly alpha: number;
  /** Rounds planned for the last look. */
  readonly maxRounds: number;
  /** The margin of one benchmark: a smaller change does not matter. */
  margin(
    benchmark: string,
    metric: Metric,
  ): {
    readonly relative: number;
    /** In the metric's unit. */
    readonly absolute: number;
  };
}

/**
 * Judges a family of noisy metrics. On logarithms of cost (time, or one over a rate), a benchmark is
 * - regressed when the estimate is at or above the margin *and* a slowdown of no more than half the margin is ruled
 *   out, for the whole family (Holm) and all looks together;
 * - improved likewise;
 * - ok when a slowdown of the margin is ruled out;
 * - inconclusive otherwise.
 *
 * Why half the margin: two builds of the same source differ by 1 to 4 % by layout alone, so "no change at all" is never
 * the truth of two binaries; and evidence against the whole margin would miss most changes that are a little larger
 * than it.
 */
export function judgeTimed(metrics: readonly TimedMetric[], criteria: TimedCriteria): readonly Comparison[] {
  const subjects = metrics.map((metric) => new Subject(metric, criteria));
  const slower = holm(
    subjects.map((subject) => subject.pSlower),
    criteria.alpha,
  );
  const faster = holm(
    subjects.map((subject) => subject.pFaster),
    criteria.alpha,
  );
  return subjects.map((subject, at) => subject.compare(slower[at]!.level, faster[at]!.level));
}

/** Stands for a measured zero: smaller than any clock can resolve. */
const LEAST = 1e-6;

/** With fewer runs per side no test can decide, whatever its p-value. */
const LEAST_RUNS = 4;

/** From 100 to 105 is 4.999999999999992 % by way of logarithms: a value just on the margin has reached it. */
const ROUNDING = 1 - 1e-9;

/** How often a change of the detectable size would be called. */
const POWER = 0.8;

class Subject {
  readonly #metric: TimedMetric;
  readonly #alpha: number;
  /** The rounds up to each look, as shifts of the logarithm of cost. */
  readonly #shifts: readonly Shift[];
  readonly #shares: readonly number[];
  readonly #okShares: readonly number[];
  readonly #base: number;
  readonly #head: number;
  readonly #margin: number;
  /**
   * The margin as a shift of the logarithm of cost, for the worse and for the better: -5 % is a longer way than +5 %.
   */
  readonly #slower: number;
  readonly #faster: number;
  readonly #runs: number;
  readonly pSlower: number;
  readonly pFaster: number;

  constructor(metric: TimedMetric, { alpha, maxRounds, margin }: TimedCriteria) {
    this.#metric = metric;
    this.#alpha = alpha;
    const { rounds, looks, ended } = metric;
    const costs = rounds.map((round) => costsOf(round, metric.metric));
    this.#shifts = looks.map((look) => new Shift(costs.slice(0, look)));
    this.#shares = spendingShares(looks, maxRounds, ended, SPENDING.regression);
    this.#okShares = spendingShares(looks, maxRounds, ended, SPENDING.noRegression);
    this.#base = median(rounds.flatMap(({ base }) => base));
    this.#head = median(rounds.flatMap(({ head }) => head));
    this.#runs = Math.min(sizeOf(rounds, "base"), sizeOf(rounds, "head"));
    const { relative, absolute } = margin(metric.benchmark, metric.metric);
    this.#margin = Math.max(relative, absolute / Math.max(this.#base, LEAST));
    const up = Math.log1p(this.#margin);
    // A rate that falls to nothing is an infinite cost.
    const down = this.#margin < 1 ? -Math.log1p(-this.#margin) : Number.POSITIVE_INFINITY;
    [this.#slower, this.#faster] = metric.metric.better === "higher" ? [down, up] : [up, down];
    this.pSlower = this.#least(this.#shares, (shift) => shift.pAbove(this.#slower / 2));
    this.pFaster = this.#least(this.#shares, (shift) => shift.pBelow(-this.#faster / 2));
  }

  /** The smallest p-value of all looks, each paid for by its share. */
  #least(shares: readonly number[], p: (shift: Shift) => number): number {
    if (this.#runs < LEAST_RUNS) return Number.POSITIVE_INFINITY;
    return this.#shifts.reduce((least, shift, at) => Math.min(least, p(shift) / shares[at]!), Number.POSITIVE_INFINITY);
  }

  compare(slowerLevel: number, fasterLevel: number): Comparison {
    const { benchmark, metric, rounds } = this.#metric;
    const last = this.#shifts.at(-1)!;
    const { estimate } = last;
    const direction = metric.better === "higher" ? -1 : 1;
    const change = Math.expm1(direction * estimate);
    const isSlower = this.pSlower <= slowerLevel;
    const isFaster = this.pFaster <= fasterLevel;
    const isNoSlower = this.#least(this.#okShares, (shift) => shift.pBelow(this.#slower)) <= this.#alpha;
    // The number that is shown is the one that is compared.
    const isWorseByMargin = direction * change >= this.#margin * ROUNDING;
    const isBetterByMargin = -direction * change >= this.#margin * ROUNDING;
    const verdict: ComparisonVerdict =
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
      Math.max(this.#lowerBound(this.#shares, slowerLevel), isSlower ? this.#slower / 2 : Number.NEGATIVE_INFINITY),
    );
    const upper =
      verdict === "improved"
        ? Math.min(this.#upperBound(this.#shares, fasterLevel), -this.#faster / 2)
        : Math.min(this.#upperBound(this.#okShares, this.#alpha), isNoSlower ? this.#slower : Number.POSITIVE_INFINITY);
    const high = Math.max(estimate, upper);
    const ends = [Math.expm1(direction * low), Math.expm1(direction * high)].sort((a, b) => a - b) as [number, number];
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
      samples: rounds.length > 1 ? rounds.length : this.#runs,
      ...(this.#runs < LEAST_RUNS && { reason: `fewer than ${LEAST_RUNS} runs a side: no test can tell` }),
    };
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
    const cost = Math.max(this.#slower / 2 + normalQuantile(level) * deviation, this.#slower) + reach;
    return this.#metric.metric.better === "higher" ? -Math.expm1(-cost) : Math.expm1(cost);
  }

  /** The best of the bounds of all looks: the true change is above all of them at once with the whole level. */
  #lowerBound(shares: readonly number[], level: number): number {
    return this.#shifts.reduceRight(
      (best, shift, at) => (shift.pAbove(best) <= level * shares[at]! ? shift.lowerBound(level * shares[at]!) : best),
      Number.NEGATIVE_INFINITY,
    );
  }

  #upperBound(shares: readonly number[], level: number): number {
    return this.#shifts.reduceRight(
      (best, shift, at) => (shift.pBelow(best) <= level * shares[at]! ? shift.upperBound(level * shares[at]!) : best),
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
