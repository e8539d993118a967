import type { Check } from "@jessy-actions/deployment/checks/check";
import type { ProbeFailure, ProbeRequest } from "@jessy-actions/kit/probe/probe";
import type { Probing } from "./probing.ts";

/** Bytes of a body that are read: nobody asserts more of a health page. */
export const MAX_BODY_BYTES = 1_048_576;

/** Bytes of all bodies of a round, which are in memory at the same time. */
export const MAX_ROUND_BYTES = 128 * MAX_BODY_BYTES;

/** Who is asked what: one of the questions of a round. */
export interface Question {
  /** Its place in the list of checks. */
  readonly check: number;
  readonly address: string | undefined;
}

/** The request for a question that has as many milliseconds left, among as many others. Pure. */
export function requestFor(
  check: Check,
  { address }: Question,
  { family, certificateAuthority, allowsMetadata }: Probing,
  { left, questions }: { readonly left: number; readonly questions: number },
): ProbeRequest {
  const { method, url, headers, body, timeout, redirect } = check;
  return {
    method,
    url: new URL(url),
    headers: uncached(headers),
    body,
    address,
    family,
    timeout: Math.max(0, Math.min(timeout, left)),
    maxBodyBytes: Math.min(MAX_BODY_BYTES, Math.floor(MAX_ROUND_BYTES / questions)),
    redirect,
    certificateAuthority,
    allowsMetadata,
  };
}

/** What a cache before the service still has says nothing of the service. Pure. */
function uncached(headers: Check["headers"]): Check["headers"] {
  const isSaid = headers.some(([name]) => /^(?:cache-control|pragma)$/i.test(name));
  return isSaid ? headers : [...headers, ["cache-control", "no-cache"]];
}

/** Says of a request that got less time than its own why it was so short. Pure. */
export function withReason(failure: ProbeFailure, own: number, given: number): ProbeFailure {
  if (failure.failure !== "timeout" || given >= own) return failure;
  return { ...failure, message: `${failure.message}, when the deadline was over` };
}
