import { parseRetryAfter } from "../http/retry-after.ts";
import { counted } from "../report/quantity.ts";

/**
 * Why a request failed. `missing`: no answer came. `cut`: it ended before it was whole. `unusable`: it is none that
 * GitHub gives. `too-large`: it is over a limit of ours. `refused`: GitHub answered, with an error.
 */
export type AnswerFault = "missing" | "cut" | "unusable" | "too-large" | "refused";

/** Why one request failed: an answer with a status, or no answer at all. */
export interface RequestFailure {
  readonly method: string;
  /** 0: the connection failed or timed out before an answer came, or the answer cannot be used. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly message: string;
  /** The status of an answer that cannot be used, for which `status` is 0. */
  readonly answered?: number;
  /** Where the numbers do not say it. */
  readonly fault?: AnswerFault;
  /** Another attempt would end in the same way. */
  readonly isFinal?: boolean;
}

export const MAX_ATTEMPTS = 5;

/** The longest single wait, milliseconds. A primary rate limit that resets in half an hour fails at once, with its reason. */
export const MAX_WAIT = 90_000;

/** After a secondary limit without a hint GitHub asks for at least a minute (docs, "Best practices for using the REST API"). */
const SECONDARY_LIMIT_WAIT = 60_000;

/** Methods that may be sent again when it is unknown whether the first request arrived. */
const IDEMPOTENT = new Set(["GET", "HEAD", "PUT", "PATCH", "DELETE"]);

/**
 * How long to wait before the same request is sent again, or undefined when it must not be.
 *
 * A request over a limit (429, 403 with a secondary-limit message, an exhausted quota) was certainly refused, so any method may be sent
 * again. A lost answer or a gateway error may hide a success: a POST is then left to the caller, which can look whether it arrived.
 *
 * @param attempt how often it was tried, from 1; @param now milliseconds since 1970; @param random from 0 to 1.
 */
export function retryDelay(attempt: number, failure: RequestFailure, now: number, random: number): number | undefined {
  if (attempt >= MAX_ATTEMPTS || failure.isFinal === true) return undefined;
  const limited = limitWait(failure, now);
  if (limited !== undefined) return limited <= MAX_WAIT ? limited + random * 1000 : undefined;
  const passing = failure.status === 0 || (failure.status >= 500 && failure.status !== 501 && failure.status !== 505);
  if (!passing || !IDEMPOTENT.has(failure.method)) return undefined;
  return 2 ** (attempt - 1) * 500 * (1 + random);
}

/**
 * When the limit ends that a request was refused for, to stand after GitHub's message; empty when it was refused for anything else. A wait of
 * half an hour is no reason to hold a runner, but people want to know when to run the job again.
 *
 * @param now milliseconds since 1970.
 */
export function limitEnd(failure: Omit<RequestFailure, "method">, now: number): string {
  const wait = limitWait({ ...failure, method: "" }, now);
  if (wait === undefined) return "";
  const end = new Date(now + wait);
  if (Number.isNaN(end.getTime())) return "";
  const time = end
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z$/, " UTC");
  const seconds = Math.ceil(wait / 1000);
  const length = seconds <= 90 ? counted(seconds, "second") : counted(Math.ceil(seconds / 60), "minute");
  return `; the limit ends in ${length}, at ${time}`;
}

function limitWait({ status, headers, message }: RequestFailure, now: number): number | undefined {
  const retryAfter = parseRetryAfter(headers["retry-after"], now);
  if (status === 429) return retryAfter ?? untilReset(headers, now) ?? SECONDARY_LIMIT_WAIT;
  if (status !== 403) return status === 503 ? retryAfter : undefined;
  if (headers["x-ratelimit-remaining"] === "0") return retryAfter ?? untilReset(headers, now);
  if (retryAfter !== undefined || /secondary rate limit|abuse detection/i.test(message))
    return retryAfter ?? SECONDARY_LIMIT_WAIT;
  return undefined;
}

function untilReset(headers: RequestFailure["headers"], now: number): number | undefined {
  const reset = Number(headers["x-ratelimit-reset"]);
  return reset > 0 ? Math.max(0, reset * 1000 - now) : undefined;
}
