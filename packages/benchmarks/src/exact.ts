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
 * Compares a metric directly: it got worse when even the head's best value is more than `tolerance` above the base's worst. There is no test:
 * the numbers repeat. Where they do not (bytes of a growing buffer), a difference that lies within what each side scatters by is no difference
 * that anybody could show.
 *
 * @param tolerance a fraction. From 0 any value is a new cost.
 */
export function judgeExact({ benchmark, metric, base, head }: ExactMetric, tolerance: number): Comparison {
  const before = median(base);
  const after = median(head);
  const isWorse = metric.better === "higher" ? beyond(head, base, tolerance) : beyond(base, head, tolerance);
  const isBetter = metric.better === "higher" ? beyond(base, head, tolerance) : beyond(head, base, tolerance);
  const scatters = !isWorse && !isBetter && Math.abs(after - before) > tolerance * before && overlap(base, head);
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

/** Whether all of `higher` lies above all of `lower` by more than the tolerance. */
function beyond(lower: readonly number[], higher: readonly number[], tolerance: number): boolean {
  return least(higher) > greatest(lower) * (1 + tolerance);
}

function overlap(a: readonly number[], b: readonly number[]): boolean {
  return least(a) <= greatest(b) && least(b) <= greatest(a);
}

function least(values: readonly number[]): number {
  return values.reduce((best, value) => Math.min(best, value), Number.POSITIVE_INFINITY);
}

function greatest(values: readonly number[]): number {
  return values.reduce((best, value) => Math.max(best, value), Number.NEGATIVE_INFINITY);
}
