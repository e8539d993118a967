import type { Ratio } from "@jessy-actions/coverage/model";
import { meets, percentBeside, shortfall } from "@jessy-actions/coverage/ratio";
import type { Decimal } from "@jessy-actions/reading/decimal";
import type { Gate } from "../result.ts";

/**
 * Holds a ratio of something (not of nothing) against its minimum, in exact integers.
 *
 * @param noun what is counted, at the start of a sentence: `Lines`, `api: changed lines`.
 * @param minimum in percent.
 */
export function judgeRatio(
  noun: string,
  ratio: Ratio,
  minimum: Decimal,
): Pick<Gate, "verdict" | "measured" | "sentence"> {
  const percent = percentBeside(ratio, minimum);
  const numbers = `${noun}: ${ratio.covered} of ${ratio.total} covered (${percent} %), ${minimum.text} % needed`;
  if (meets(ratio, minimum)) return { verdict: "pass", measured: ratio, sentence: `${numbers}.` };
  const missing = shortfall(ratio, minimum);
  return { verdict: "fail", measured: ratio, sentence: `${numbers}: ${missing} more to cover.` };
}
