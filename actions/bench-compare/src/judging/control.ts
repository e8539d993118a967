import type { Comparison } from "@jessy-actions/benchmarks/comparison";
import type { Control } from "../result.ts";

/** Nothing ran that could tell how steady the machine was. */
export const NO_CONTROL: Control = { state: "off", moved: [] };

/**
 * What the base against itself says about the machine.
 *
 * @param comparisons as `judgeControl` returns them.
 */
export function readControl(comparisons: readonly Comparison[]): Control {
  if (comparisons.length === 0) return NO_CONTROL;
  const moved = comparisons.filter(({ verdict }) => verdict === "regressed" || verdict === "improved");
  const widths = comparisons.map(({ low = 0, high = 0 }) => (high - low) / 2).filter((width) => Number.isFinite(width));
  return {
    state: moved.length > 0 ? "moved" : "steady",
    moved,
    ...(widths.length > 0 && { noise: widths.reduce((most, width) => Math.max(most, width)) }),
  };
}
