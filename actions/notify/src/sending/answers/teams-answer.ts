import type { DeliveryAnswer } from "@jessy-actions/kit/web-service/delivery";
import type { Reading } from "../reading.ts";
import { isHtml, wordsOf } from "./answer-words.ts";
import { isSuccess, readStatus } from "./by-status.ts";

/**
 * A workflow answers 202 before it posts, so no answer proves that the card is there. What Teams itself says of a failure comes
 * inside a success: `Microsoft Teams endpoint returned HTTP error 429`. Pure.
 */
export function readTeams(answer: DeliveryAnswer, now: number): Reading {
  const { status, body } = answer;
  if (!isSuccess(status)) return readStatus("Teams", answer, now);
  const inner = /HTTP error (\d{3})\b/i.exec(body)?.[1];
  if (inner !== undefined) return readStatus("Teams", { ...answer, status: Number(inner) }, now);
  if (isHtml(body) || /\bfailed\b/i.test(body))
    return { kind: "refused", reason: `Teams answers ${status}: ${wordsOf(body)}` };
  return status === 202
    ? { kind: "done", note: "Teams took the card, and does not say whether it was posted" }
    : { kind: "done" };
}
