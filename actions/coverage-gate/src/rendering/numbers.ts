import type { Ratio } from "@jessy-actions/coverage/model";
import { floorPercent, formatPoints, pointsBetween } from "@jessy-actions/coverage/ratio";
import { count } from "@jessy-actions/kit/report/quantity";
import type { LineRange } from "../result.ts";

/** `60.00 %`, rounded down; `none measured` of nothing. */
export function percentText(ratio: Ratio): string {
  return ratio.total === 0 ? "none measured" : `${floorPercent(ratio)} %`;
}

/** `3 / 5` */
export function ratioText(ratio: Ratio): string {
  return `${count(ratio.covered)} / ${count(ratio.total)}`;
}

/** Percentage points with their sign, `-40.00`; empty where one of the two is missing or measures nothing. */
export function changeText(before: Ratio | undefined, now: Ratio | undefined): string {
  if (before === undefined || now === undefined || before.total === 0 || now.total === 0) return "";
  return formatPoints(pointsBetween(before, now));
}

/** `3–5`, or `3` of one line. */
export function rangeText([first, last]: LineRange): string {
  return first === last ? String(first) : `${first}–${last}`;
}

/** `+12`, `-12`, `0` */
export function signed(number: number): string {
  return number > 0 ? `+${count(number)}` : count(number);
}

/** How many are not covered. */
export function missedOf(ratio: Ratio): number {
  return ratio.total - ratio.covered;
}
