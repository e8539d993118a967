import { titleOf } from "@jessy-actions/benchmarks/comparison";
import type { Annotation } from "@jessy-actions/kit/report/report";
import { blamedRegressions } from "../gates/regression.ts";
import type { Result } from "../result.ts";
import { formatChange, formatInterval } from "../wording/change.ts";

/** The regressions, and above them that the default branch's rules did not count, where the workflow allows that. */
export function annotations(result: Result): Annotation[] {
  if (result.unjudged?.allowed !== true) return ofComparisons(result);
  const message =
    "The default branch's rules are not known and did not count; `on-unreadable-history: warn` allows that.";
  const first = { level: "warning", title: "Benchmarks judged by this change's own rules", message } as const;
  return [{ ...first, importance: Number.MAX_SAFE_INTEGER }, ...ofComparisons(result)];
}

/** One annotation for each regression that the change is to blame for, the worst first; a single warning when nothing is known. */
function ofComparisons(result: Result): Annotation[] {
  if (result.verdict === "inconclusive")
    return [{ level: "warning", title: "Benchmarks inconclusive", message: result.headline }];
  const blamed = blamedRegressions(result);
  const level = result.ignoredBy === undefined ? "error" : "warning";
  return blamed.map((comparison, at): Annotation => {
    const { change = 0, low, high, margin } = comparison;
    const interval = low === undefined || high === undefined ? "" : formatInterval(low, high, margin);
    return {
      level,
      title: "Benchmark regression",
      message: `${titleOf(comparison)}: ${`${formatChange(change, margin)} ${interval}`.trim()}`,
      importance: blamed.length - at,
    };
  });
}
