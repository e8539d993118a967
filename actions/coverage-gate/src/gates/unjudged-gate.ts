import { type Allowance, allowanceWords, unjudged } from "@jessy-actions/kit/action/unjudged";
import type { AllowingInput, Gate, UnjudgedCause } from "../result.ts";

/**
 * A gate that has nothing to be judged by. It fails, unless the workflow allows that.
 *
 * @param noun at the start of the sentence: `Changed lines`. @param reason half a sentence.
 * @param allowance the input that decides; left out where none may.
 */
export function unjudgedGate(
  noun: string,
  reason: string,
  cause: UnjudgedCause,
  allowance?: Allowance<AllowingInput>,
): Required<Pick<Gate, "verdict" | "unjudged" | "sentence">> {
  const rule = unjudged(cause, allowance);
  return {
    verdict: rule.allowed ? "skipped" : "fail",
    unjudged: rule,
    sentence: `${noun}: not judged, because ${reason}${allowanceWords(rule)}.`,
  };
}
