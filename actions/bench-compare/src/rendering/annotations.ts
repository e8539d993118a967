import { titleOf } from "@jessy-actions/benchmarks/comparison";
import type { Annotation } from "@jessy-actions/kit/report/report";
import { blamedRegressions } from "../gates/regression.ts";
import type { Result } from "../result.ts";
import { formatChange, formatInterval } from "../wording/change.ts";

/** One annotation for each regression that the change is to blame for, the worst first; a single warning when nothing is known. */
export function annotations(result: Result): Annotation[] {
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
