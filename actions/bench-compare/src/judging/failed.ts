import type { Comparison } from "@jessy-actions/benchmarks/comparison";
import { TIME_METRIC } from "@jessy-actions/benchmarks/units";
import type { MeasuredFacts } from "../facts.ts";
import { limitsBy } from "./benchmark-limits.ts";
import type { Rules } from "./rules.ts";

type Side = "base" | "head";

/**
 * Adds the benchmarks that failed, which have no numbers to say so, as `broken`. What was judged of such a benchmark is dropped (one that fails is
 * not missing). One that failed on the base alone stays `new`: there is nothing to compare it with, and the change has fixed it.
 */
export function addFailed(judged: readonly Comparison[], failed: MeasuredFacts["failed"], rules: Rules): Comparison[] {
  const reasons = reasonsOf(failed, rules);
  const others = judged.filter(({ benchmark }) => !reasons.has(benchmark));
  const fixed = judged.flatMap((comparison): Comparison[] => {
    const sides = reasons.get(comparison.benchmark);
    if (sides === undefined || comparison.verdict !== "new" || sides.has("head")) return [];
    return [{ ...comparison, reason: `failed on the base: ${sides.get("base")}` }];
  });
  const isFixed = new Set(fixed.map(({ benchmark }) => benchmark));
  const broken = [...reasons]
    .filter(([benchmark]) => !isFixed.has(benchmark))
    .map(
      ([benchmark, sides]): Comparison => ({
        benchmark,
        metric: TIME_METRIC,
        verdict: "broken",
        reason: [...sides].map(([side, reason]) => `${side}: ${reason}`).join("; "),
      }),
    );
  return [...others, ...fixed, ...broken];
}

/** The first reason on each side, by benchmark; the control runs the base's program. */
function reasonsOf(failed: MeasuredFacts["failed"], rules: Rules): ReadonlyMap<string, ReadonlyMap<Side, string>> {
  const limits = limitsBy(rules);
  const reasons = new Map<string, Map<Side, string>>();
  for (const { benchmark, reason, arm } of failed) {
    if (limits(benchmark).ignore) continue;
    const side = arm === "twin" ? "base" : arm;
    const sides = reasons.get(benchmark) ?? new Map<Side, string>();
    reasons.set(benchmark, sides);
    if (!sides.has(side)) sides.set(side, reason);
  }
  return reasons;
}
