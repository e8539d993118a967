import type { Comparison, ComparisonVerdict } from "./comparison.ts";
import type { Metric } from "./model.ts";
import { median } from "./quantile-interval.ts";

/** A metric that the same program repeats: every value of both sides, in its unit, at least one each. */
export interface ExactMetric {
  readonly benchmark: string;
  readonly metric: Metric;
  readonly base: readonly number[];
  readonly head: readonly number[];
}

/**
 * Compares a metric directly: it got worse when even the head's best value is more than `tolerance` of the base's worst
 * beyond it. There is no test: the numbers repeat. Where they do not (bytes of a growing buffer), a difference of the
 * medians that the scatter of a side could explain is inconclusive.
 *
 * @param tolerance a fraction of the base. From 0 any value is a new cost.
 */
export function judgeExact({ benchmark, metric, base, head }: ExactMetric, tolerance: number): Comparison {
  const before = median(base);
  const after = median(head);
  const isMore = exceeds(least(head), greatest(base), tolerance);
  const isLess = fallsShort(greatest(head), least(base), tolerance);
  const scatters = !isMore && !isLess && (exceeds(after, before, tolerance) || fallsShort(after, before, tolerance));
  const [isWorse, isBetter] = metric.better === "higher" ? [isLess, isMore] : [isMore, isLess];
  const verdict: ComparisonVerdict = isWorse ? "regressed" : isBetter ? "improved" : scatters ? "inconclusive" : "ok";
  return {
    benchmark,
    metric,
    verdict,
    base: before,
    head: after,
    change: before === 0 ? (after === 0 ? 0 : Number.POSITIVE_INFINITY) : after / before - 1,
    margin: tolerance,
    samples: Math.min(base.length, head.length),
    ...(scatters && { reason: "the values of one side scatter by more than the two sides differ" }),
  };
}

/** 29 % of 100 is 28.999999999999996 in floating point: a value just on the tolerance is within it. */
const ROUNDING = 1 + 4 * Number.EPSILON;

function exceeds(head: number, base: number, tolerance: number): boolean {
  return head - base > tolerance * base * ROUNDING;
}

function fallsShort(head: number, base: number, tolerance: number): boolean {
  return base - head > tolerance * base * ROUNDING;
}

function least(values: readonly number[]): number {
  return values.reduce((best, value) => Math.min(best, value), Number.POSITIVE_INFINITY);
}

function greatest(values: readonly number[]): number {
  return values.reduce((best, value) => Math.max(best, value), Number.NEGATIVE_INFINITY);
}
