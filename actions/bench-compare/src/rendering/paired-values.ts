import type { Comparison } from "@jessy-actions/benchmarks/comparison";

/**
 * Base and head as the table shows them. The change of a noisy metric is estimated within rounds, and the medians of all runs need not stand in that
 * ratio: both are moved by the same factor, in opposite directions, so that head / base is the change beside them. The result file has the medians.
 */
export function pairedValues({
  metric,
  verdict,
  base,
  head,
  change,
}: Pick<Comparison, "metric" | "verdict" | "base" | "head" | "change">): readonly [
  number | undefined,
  number | undefined,
] {
  if (metric.judgement !== "timed" || verdict === "shown" || change === undefined) return [base, head];
  const ratio = 1 + change;
  if (!(base !== undefined && base > 0 && head !== undefined && head > 0 && ratio > 0 && Number.isFinite(ratio)))
    return [base, head];
  const middle = Math.sqrt(base) * Math.sqrt(head);
  return [middle / Math.sqrt(ratio), middle * Math.sqrt(ratio)];
}
