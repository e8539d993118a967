import type { Comparison, ComparisonVerdict } from "@jessy-actions/benchmarks/comparison";

/** What harms most comes first, and what is only shown comes last. */
const ORDER: readonly ComparisonVerdict[] = [
  "regressed",
  "broken",
  "missing",
  "inconclusive",
  "improved",
  "ok",
  "new",
  "shown",
];

/** The most harmful first: by verdict, then by the size of the change, then by name. */
export function sortByHarm(comparisons: readonly Comparison[]): Comparison[] {
  return [...comparisons].sort(
    (a, b) =>
      ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || harmOf(b) - harmOf(a) || byName(a.benchmark, b.benchmark),
  );
}

function byName(a: string, b: string): number {
  if (a < b) return -1;
  // Stryker disable next-line ConditionalExpression,EqualityOperator: sort only asks whether the result is below zero
  return a > b ? 1 : 0;
}

/** On a logarithmic scale: a number that is worse by 100 % and one that is better by 50 % are as far from the base. */
function harmOf({ change = 0, metric }: Comparison): number {
  const logarithm = Math.log(Math.max(1 + change, Number.MIN_VALUE));
  return metric.better === "higher" ? -logarithm : logarithm;
}
