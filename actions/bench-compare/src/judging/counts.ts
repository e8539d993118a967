import type { Comparison, ComparisonVerdict } from "@jessy-actions/benchmarks/comparison";
import type { Counts } from "../result.ts";

/** How many comparisons have each verdict. */
export function countVerdicts(comparisons: readonly Comparison[]): Counts {
  const counts: Record<ComparisonVerdict, number> = {
    regressed: 0,
    improved: 0,
    ok: 0,
    inconclusive: 0,
    new: 0,
    missing: 0,
    broken: 0,
    shown: 0,
  };
  for (const { verdict } of comparisons) counts[verdict]++;
  return counts;
}

/** How many comparisons had both sides and could be judged. */
export function countCompared(comparisons: readonly Comparison[]): number {
  const { regressed, improved, ok, inconclusive } = countVerdicts(comparisons);
  return regressed + improved + ok + inconclusive;
}
