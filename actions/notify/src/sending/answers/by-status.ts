import type { DeliveryAnswer } from "@jessy-actions/kit/web-service/delivery";
import type { Reading } from "../reading.ts";
import { wordsOf } from "./answer-words.ts";
import { askedWait } from "./asked-wait.ts";

/**
 * Statuses by which a server says that it did nothing, and that this passes. 500 is its own statement; behind 521, 522, 523,
 * 525 and 526 Cloudflare had no connection to it. After 502, 504, 520 and 524 a gateway does not know what it did.
 */
const FAILING = new Set([408, 425, 500, 503, 521, 522, 523, 525, 526]);

/** What an answer means that is no success, by its status alone. Pure. @param name of the chat. */
export function readStatus(name: string, answer: Omit<DeliveryAnswer, "kind">, now: number): Reading {
  const { status, body } = answer;
  const words = wordsOf(body);
  const reason = `${name} answers ${status}${words === "" ? "" : `: ${words}`}`;
  if (status === 429) return { kind: "limited", reason, delay: askedWait(answer, now) };
  if (FAILING.has(status)) return { kind: "failing", reason };
  if (status >= 500 && status !== 501 && status !== 505) return { kind: "unknown", reason };
  if (status >= 300 && status < 400)
    return { kind: "refused", reason: `${name} answers ${status}, a redirect, which no message follows` };
  return { kind: "refused", reason };
}

export const isSuccess = (status: number): boolean => status >= 200 && status < 300;
