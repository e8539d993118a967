import { formatChange } from "../wording/change.ts";
import { isUnsteady } from "./contamination.ts";
import type { Finding, Judged } from "./gate.ts";
import { blamedRegressions } from "./regression.ts";

/** Everything together got slower. It is told where no benchmark could be named: else that one says more. */
export function suite(judged: Judged): Finding | undefined {
  if (!isSuiteBlamed(judged)) return undefined;
  const { metrics, change = 0, margin, secondDraw } = judged.suite!;
  const draw = secondDraw?.outcome === "confirmed" ? ", confirmed by a second draw" : "";
  return {
    verdict: "fail",
    fails: judged.ignoredBy === undefined && judged.rules.failOn.includes("regression"),
    words: `all ${metrics} metrics together regressed by ${formatChange(change, margin)}${draw}`,
  };
}

/** Whether the suite is what the change is blamed for. */
export function isSuiteBlamed(judged: Judged): boolean {
  if (judged.suite?.verdict !== "regressed" || isUnsteady(judged)) return false;
  return blamedRegressions(judged).every(({ metric }) => metric.judgement !== "timed");
}
