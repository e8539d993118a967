import { parseRetryAfter } from "../http/retry-after.ts";
import type { DownloadError } from "./download-error.ts";

/** The longest single wait, milliseconds. A limit that ends later fails at once, with its reason. */
export const MAX_WAIT = 120_000;

/** Milliseconds between attempts. */
const WAITS = [1000, 3000, 8000, 20_000];

/** Milliseconds after 429 without a hint. */
const LIMIT_WAITS = [5000, 15_000, 45_000, 60_000];

/** 501 and 505 say that the server will never do it. */
const LASTING = new Set([501, 505]);

/**
 * How long to wait before a download is tried again, milliseconds; undefined when it must not be. After 408, 429, 5xx, a
 * lost connection and a body that was cut; never after another answer, and never after bytes that are another file. Pure.
 *
 * @param attempt how often it was tried, from 1; @param now milliseconds since 1970; @param random from 0 to 1.
 */
export function retryDelay(
  attempt: number,
  { fault, status, retryAfter, isFinal }: Pick<DownloadError, "fault" | "status" | "retryAfter" | "isFinal">,
  now: number,
  random: number,
): number | undefined {
  const isPassing =
    fault === "refused"
      ? status === 408 || status === 429 || (status >= 500 && !LASTING.has(status))
      : fault === "unreachable" || fault === "stalled" || fault === "cut";
  if (isFinal || !isPassing) return undefined;
  const planned = (status === 429 ? LIMIT_WAITS : WAITS)[attempt - 1];
  if (planned === undefined) return undefined;
  const asked = parseRetryAfter(retryAfter, now);
  if (asked === undefined) return planned * (1 + random / 4);
  return asked <= MAX_WAIT ? asked + random * 1000 : undefined;
}
