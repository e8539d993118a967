import type { Ratio } from "@jessy-actions/coverage/model";
import type { Movement } from "@jessy-actions/coverage/movement";
import { floorPercent, pointsBetween, withinDecrease } from "@jessy-actions/coverage/ratio";
import type { Allowance } from "@jessy-actions/kit/action/unjudged";
import type { Decimal } from "@jessy-actions/reading/decimal";
import type { Change } from "../facts.ts";
import type { Inputs } from "../inputs.ts";
import type { AllowingInput, Baseline, Gate, UnjudgedCause } from "../result.ts";
import { pointsBeside } from "./points.ts";
import { unjudgedGate } from "./unjudged-gate.ts";

export interface BeforeAndNow {
  readonly now: Ratio;
  /** The baseline's lines; undefined without a baseline. */
  readonly before: Ratio | undefined;
  readonly about: Baseline;
  readonly change: Pick<Extract<Change, { readonly state: "none" }>, "cause" | "reason"> | undefined;
  readonly movement: Movement | undefined;
}

export interface DecreaseRules extends Pick<Inputs, "onMissingBase" | "onMissingBaseline" | "onUnreadableBaseline"> {
  /** Percentage points; undefined = no gate. */
  readonly allowed: Decimal | undefined;
}

/**
 * `max-decrease`: against the baseline and, where that fails, against the baseline without the lines that this change
 * removes or edits. Deleting covered code is no loss.
 */
export function decreaseGate(
  { now, before, about, change, movement }: BeforeAndNow,
  rules: DecreaseRules,
): Gate | undefined {
  const { allowed } = rules;
  if (allowed === undefined) return undefined;
  const gate = { kind: "decrease", threshold: allowed.text } as const;
  if (before === undefined || before.total === 0) {
    if (change?.cause === "no-change")
      return { ...gate, verdict: "skipped", sentence: `Decrease: not judged, because ${change.reason}.` };
    const [cause, allowance, reason] = obstacle(about, change?.reason, rules);
    return { ...gate, ...unjudgedGate("Decrease", reason, cause, allowance) };
  }
  return { ...gate, ...judgeDecrease(now, before, movement, allowed) };
}

/** Two ratios of something, in exact fractions. @param movement from `before` to `now`, where it is known. */
export function judgeDecrease(
  now: Ratio,
  before: Ratio,
  movement: Movement | undefined,
  allowed: Decimal,
): Required<Pick<Gate, "verdict" | "measured" | "base" | "sentence">> {
  const points = pointsBetween(before, now);
  const arithmetic = `${fraction(before)} before, ${fraction(now)} now: ${pointsBeside(points, allowed)} points`;
  const limit = `the gate allows a loss of ${allowed.text}`;
  if (withinDecrease(points, allowed))
    return { verdict: "pass", measured: now, base: before, sentence: `Decrease: ${arithmetic}; ${limit}.` };

  const kept = withoutRemovedLines(before, movement);
  if (kept === undefined)
    return { verdict: "fail", measured: now, base: before, sentence: `Decrease: ${arithmetic}; ${limit}.` };
  const keptPoints = pointsBetween(kept, now);
  const without = `without the ${before.total - kept.total} measured lines that this change removes or edits it was ${fraction(kept)}: ${pointsBeside(keptPoints, allowed)} points`;
  if (withinDecrease(keptPoints, allowed)) {
    const sentence = `Decrease: ${arithmetic}, but ${without}; ${limit}.`;
    return { verdict: "pass", measured: now, base: kept, sentence };
  }
  const sentence = `Decrease: ${arithmetic}, and ${without}; ${limit}.`;
  return { verdict: "fail", measured: now, base: before, sentence };
}

/** What is missing of a baseline, the input that decides, and the reason in half a sentence. */
function obstacle(
  about: Baseline,
  noBase: string | undefined,
  { onMissingBase, onMissingBaseline, onUnreadableBaseline }: DecreaseRules,
): readonly [UnjudgedCause, Allowance<AllowingInput>, string] {
  if (about.state === "unavailable" || about.state === "unreadable") {
    const allowance = { input: "on-unreadable-baseline", value: onUnreadableBaseline } as const;
    return [`baseline-${about.state}`, allowance, about.reason];
  }
  if (noBase !== undefined) return ["no-base", { input: "on-missing-base", value: onMissingBase }, noBase];
  const why = about.state === "missing" || about.state === "off" ? about.reason : "it measured nothing";
  const allowance = { input: "on-missing-baseline", value: onMissingBaseline } as const;
  return ["no-baseline", allowance, `there is no baseline (${why})`];
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
