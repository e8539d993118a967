import { type Comparison, titleOf } from "@jessy-actions/benchmarks/comparison";
import { count, counted } from "@jessy-actions/kit/report/quantity";
import { countCompared } from "../judging/counts.ts";
import { formatChange } from "../wording/change.ts";
import { listNames, shortName } from "../wording/names.ts";
import { isUnsteady } from "./contamination.ts";
import type { Finding, Judged } from "./gate.ts";

/** Metrics that the change made worse. A label, or `fail-on` without `regression`, lets them pass; the verdict stays. */
export function regression(judged: Judged): Finding | undefined {
  const blamed = blamedRegressions(judged);
  if (blamed.length === 0) return undefined;
  const compared = countCompared(judged.comparisons);
  return {
    verdict: "fail",
    fails: judged.ignoredBy === undefined && judged.rules.failOn.includes("regression"),
    words: `${count(blamed.length)} of ${counted(compared, "metric")} regressed: ${listNames(blamed.map(nameAndChange))}${confirmation(blamed)}`,
  };
}

/**
 * The regressions that the change is to blame for, the worst first. On an unsteady machine those are the exact ones alone: what repeats exactly
 * does not depend on the machine.
 */
export function blamedRegressions(judged: Judged): readonly Comparison[] {
  const unsteady = isUnsteady(judged);
  return judged.comparisons.filter(
    ({ verdict, metric }) => verdict === "regressed" && (!unsteady || metric.judgement === "exact"),
  );
}

/** That fresh rounds said the same of all that needed them. */
function confirmation(blamed: readonly Comparison[]): string {
  const drawn = blamed.filter(({ secondDraw }) => secondDraw !== undefined);
  const isConfirmed = drawn.length > 0 && drawn.every(({ secondDraw }) => secondDraw?.outcome === "confirmed");
  return isConfirmed ? " (confirmed by a second draw)" : "";
}

function nameAndChange(comparison: Comparison): string {
  const { change, margin } = comparison;
  const name = shortName(titleOf(comparison));
  if (change === undefined) return name;
  return Number.isFinite(change) ? `${name} by ${formatChange(change, margin)}` : `${name}, ${formatChange(change)}`;
}
