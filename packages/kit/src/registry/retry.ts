import { parseRetryAfter } from "../http/retry-after.ts";
import { counted } from "../report/quantity.ts";

/** Why one request failed: an answer with a status, or no answer at all. */
export interface RegistryFailure {
  /** 0: the connection failed or timed out before an answer came, or the answer cannot be used. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The registry's own words, or why there is no answer. */
  readonly message: string;
  /** Another attempt would end in the same way. */
  readonly isFinal?: boolean;
}

/** The longest single wait, milliseconds. A limit that ends later fails at once, with its reason. */
export const MAX_WAIT = 120_000;

/** Milliseconds between attempts while a registry is down: over three minutes in all. */
const OUTAGE_WAITS = [1000, 2000, 4000, 8000, 15_000, 30_000, 30_000, 30_000, 30_000, 30_000];

/** Milliseconds after 429 without a hint. Hub's abuse limit counts requests a minute. */
const LIMIT_WAITS = [5000, 15_000, 45_000, 60_000, 60_000];

/** 501 and 505 say that the registry will never do it. */
const LASTING = new Set([501, 505]);

/**
 * Docker Hub's limit of pulls lasts hours, and its text leads to a page about plans; its limit of requests is a bare 429
 * (docs.docker.com, "Docker Hub usage and limits"). Mirrors pass the text on.
 */
const PULL_LIMIT = /pull rate limit|https?:\/\/[\w.]*docker\.com\//i;

/**
 * How long to wait before an operation is tried again, milliseconds; undefined when it must not be.
 *
 * By class: 429 as it asks, or with growing waits; 408, 5xx, a lost connection or a time-out with backoff. Never a
 * refusal (401, 403, 404 and other 4xx), nor Docker Hub's limit of pulls.
 *
 * @param attempt how often it was tried without progress, from 1; @param now milliseconds since 1970; @param random from
 *   0 to 1.
 */
export function retryDelay(attempt: number, failure: RegistryFailure, now: number, random: number): number | undefined {
  const { status, headers, isFinal } = failure;
  if (isFinal === true || isPullLimit(failure)) return undefined;
  const passing = status === 0 || status === 408 || (status >= 500 && !LASTING.has(status));
  if (status !== 429 && !passing) return undefined;
  const waits = status === 429 ? LIMIT_WAITS : OUTAGE_WAITS;
  const planned = waits[attempt - 1];
  if (planned === undefined) return undefined;
  const asked = parseRetryAfter(headers["retry-after"], now);
  if (asked === undefined) return planned * (1 + random / 4);
  return asked <= MAX_WAIT ? asked + random * 1000 : undefined;
}

export function isPullLimit({ status, message }: Pick<RegistryFailure, "status" | "message">): boolean {
  return status === 429 && PULL_LIMIT.test(message);
}

/** When a limit ends that is too far away to wait for; empty for any other failure. @param now milliseconds since 1970. */
export function limitEnd({ headers }: Pick<RegistryFailure, "headers">, now: number): string {
  const asked = parseRetryAfter(headers["retry-after"], now);
  if (asked === undefined || asked <= MAX_WAIT) return "";
  return `; the registry asks to wait ${counted(Math.ceil(asked / 60_000), "minute")}`;
}

/** What all operations of a client may wait in all, milliseconds: an outage longer than that is not waited for. */
export const MAX_PATIENCE = 10 * 60_000;

/** What is left of that. Operations that wait at the same time wait once. */
export class Patience {
  #used = 0;
  #until = 0;
  readonly #limit: number;

  constructor(limit = MAX_PATIENCE) {
    this.#limit = limit;
  }

  /** Takes a wait from now on. @returns false, and takes nothing, when it does not fit. */
  take(now: number, delay: number): boolean {
    const more = Math.max(0, now + delay - Math.max(now, this.#until));
    if (this.#used + more > this.#limit) return false;
    this.#used += more;
    this.#until = Math.max(this.#until, now + delay);
    return true;
  }
}
