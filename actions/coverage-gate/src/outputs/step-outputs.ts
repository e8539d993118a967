import type { Ratio } from "@jessy-actions/coverage/model";
import { floorPercent, formatPoints, pointsBetween } from "@jessy-actions/coverage/ratio";
import type { Result } from "../result.ts";

/**
 * The outputs that are numbers and words: percentages rounded down to two decimals, empty where nothing was measured.
 */
export function stepOutputs({ verdict, total, patch, base, baseline }: Result): Record<string, string> {
  return {
    verdict,
    "line-coverage": percent(total.lines),
    "branch-coverage": percent(total.branches),
    "function-coverage": percent(total.functions),
    "patch-coverage": patch.lines === undefined ? "" : percent(patch.lines),
    decrease: base === undefined || base.lines.total === 0 ? "" : pointsLost(base.lines, total.lines),
    "baseline-sha": "sha" in baseline ? baseline.sha : "",
  };
}

function percent(ratio: Ratio): string {
  return ratio.total === 0 ? "" : floorPercent(ratio);
}

/** `+1.20` risen is `-1.20` lost. */
function pointsLost(before: Ratio, now: Ratio): string {
  const risen = formatPoints(pointsBetween(before, now));
  return risen.startsWith("-") ? risen.slice(1) : risen.replace("+", "-");
}
