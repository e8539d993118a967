import type { Comparison, ComparisonVerdict } from "@jessy-actions/benchmarks/comparison";
import type { Judged } from "../src/gates/gate.ts";
import type { Failure } from "../src/judging/rules.ts";
import { metricOf } from "./facts.ts";

/** `name: verdict`, `name unit: verdict` of a metric other than time, and a change behind it in percent: `parse allocs/op: regressed 20`. */
export function comparisonOf(written: string): Comparison {
  const [, benchmark = "", unit, verdict = "", percent] = /^(.+?)(?: (\S+))?: (\w+)(?: (-?\S+))?$/.exec(written) ?? [];
  const change = percent === undefined ? undefined : Number(percent) / 100;
  return {
    benchmark,
    metric: metricOf(unit),
    verdict: verdict as ComparisonVerdict,
    ...(change !== undefined && { change, margin: 0.05 }),
  };
}

/** What gates judge: comparisons as `comparisonOf` reads them, a steady control and the default rules, unless something else is said. */
export function judgedOf(
  comparisons: readonly string[],
  {
    failOn = ["regression", "missing"],
    onMissingBase = "fail",
    onTooFewRuns = "fail",
    moved,
    control = moved === undefined ? "steady" : "moved",
    identical,
    ...rest
  }: {
    readonly failOn?: readonly Failure[];
    readonly onMissingBase?: "fail" | "warn";
    readonly onTooFewRuns?: "fail" | "warn";
    readonly moved?: readonly string[];
    readonly control?: "off" | "steady" | "moved";
    readonly identical?: boolean;
  } & Partial<Pick<Judged, "problem" | "ignoredBy" | "suite" | "run">> = {},
): Judged {
  return {
    comparisons: comparisons.map(comparisonOf),
    control: { state: control, moved: (moved ?? []).map(comparisonOf) },
    rules: { failOn, onMissingBase, onTooFewRuns },
    run: { identical },
    ...rest,
  };
}
