import type { Ratio } from "@jessy-actions/coverage/model";
import type { Movement } from "@jessy-actions/coverage/movement";
import { floorPercent, pointsBetween, withinDecrease } from "@jessy-actions/coverage/ratio";
import type { Decimal } from "@jessy-actions/reading/decimal";
import type { Baseline, Gate } from "../result.ts";
import { pointsBeside } from "./points.ts";

export interface BeforeAndNow {
  readonly now: Ratio;
  /** The baseline's lines; undefined without a baseline. */
  readonly before: Ratio | undefined;
  readonly about: Baseline;
  readonly movement: Movement | undefined;
}

export interface DecreaseRules {
  /** Percentage points; undefined = no gate. */
  readonly allowed: Decimal | undefined;
  readonly onMissingBaseline: "warn" | "fail";
}

/**
 * `max-decrease`: against the baseline and, where that fails, against the baseline without the lines that this change
 * removes or edits. Deleting covered code is no loss.
 */
export function decreaseGate(
  { now, before, about, movement }: BeforeAndNow,
  { allowed, onMissingBaseline }: DecreaseRules,
): Gate | undefined {
  if (allowed === undefined) return undefined;
  const gate = { kind: "decrease", threshold: allowed.text } as const;
  if (before === undefined || before.total === 0) {
    const why = "reason" in about ? about.reason : "it measured nothing";
    return {
      ...gate,
      verdict: onMissingBaseline === "fail" && about.state === "missing" ? "fail" : "skipped",
      sentence: `Decrease: not judged, because there is no baseline (${why}).`,
    };
  }
  const points = pointsBetween(before, now);
  const arithmetic = `${fraction(before)} before, ${fraction(now)} now: ${pointsBeside(points, allowed)} points`;
  const limit = `the gate allows a loss of ${allowed.text}`;
  if (withinDecrease(points, allowed))
    return { ...gate, verdict: "pass", measured: now, base: before, sentence: `Decrease: ${arithmetic}; ${limit}.` };

  const kept = withoutRemovedLines(before, movement);
  if (kept === undefined)
    return { ...gate, verdict: "fail", measured: now, base: before, sentence: `Decrease: ${arithmetic}; ${limit}.` };
  const keptPoints = pointsBetween(kept, now);
  const without = `without the ${before.total - kept.total} measured lines that this change removes or edits it was ${fraction(kept)}: ${pointsBeside(keptPoints, allowed)} points`;
  if (withinDecrease(keptPoints, allowed)) {
    const sentence = `Decrease: ${arithmetic}, but ${without}; ${limit}.`;
    return { ...gate, verdict: "pass", measured: now, base: kept, sentence };
  }
  const sentence = `Decrease: ${arithmetic}, and ${without}; ${limit}.`;
  return { ...gate, verdict: "fail", measured: now, base: before, sentence };
}

/** Undefined when the change removes no measured line, or all of them. */
function withoutRemovedLines(before: Ratio, movement: Movement | undefined): Ratio | undefined {
  const removed = movement?.parts.find((part) => part.cause === "removed");
  if (removed === undefined) return undefined;
  const kept = { covered: before.covered + removed.covered, total: before.total + removed.total };
  return kept.total > 0 ? kept : undefined;
}

function fraction(ratio: Ratio): string {
  return `${ratio.covered}/${ratio.total} = ${floorPercent(ratio)} %`;
}
