import { parseRetryAfter } from "@jessy-actions/kit/http/retry-after";
import type { DeliveryAnswer } from "@jessy-actions/kit/web-service/delivery";
import { jsonOf } from "./answer-words.ts";

/**
 * How long an answer asks to wait, milliseconds: in `Retry-After` (whole seconds, parts of them, or a date), in
 * Discord's `X-RateLimit-Reset-After` and in its body's `retry_after`, both seconds. Where they differ the longest counts:
 * headers are rounded. Undefined when it says nothing. Pure.
 *
 * @param now milliseconds since 1970.
 */
export function askedWait(
  { headers, body }: Pick<DeliveryAnswer, "headers" | "body">,
  now: number,
): number | undefined {
  const header = headers["retry-after"];
  const inBody = jsonOf(body)?.retry_after;
  const asked = [
    seconds(header) ?? parseRetryAfter(header, now),
    seconds(headers["x-ratelimit-reset-after"]),
    seconds(typeof inBody === "number" ? String(inBody) : inBody),
  ].filter((wait) => wait !== undefined);
  return asked.length === 0 ? undefined : Math.max(...asked);
}

function seconds(value: unknown): number | undefined {
  return typeof value === "string" && /^\s*\d+(?:\.\d+)?\s*$/.test(value) ? Math.ceil(Number(value) * 1000) : undefined;
}
