import { MAX_REDIRECTS } from "../http/redirect.ts";
import { Attempt, ProbeFault } from "./attempt.ts";
import { exchange, type Hop } from "./exchange.ts";
import { limited } from "./limited.ts";
import type { ProbeAnswer, ProbeFailure } from "./outcome.ts";
import { nextHop, type RedirectRule } from "./redirection.ts";
import { peerOf, shownUrl } from "./words.ts";

export {
  PROBE_FAILURES,
  type ProbeAnswer,
  type ProbeCertificate,
  type ProbeFailure,
  type ProbeFailureKind,
  type ProbeTiming,
} from "./outcome.ts";

/** One HTTP request whose every phase is limited and timed: for health checks, smoke tests and gates. */
export interface ProbeRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | undefined;
  /** Connect to this IP address instead of what the name resolves to; Host and SNI stay the URL's. */
  readonly address: string | undefined;
  readonly family: 4 | 6 | undefined;
  /** Milliseconds for all of it: lookup, connect, TLS, headers and body, redirects included. */
  readonly timeout: number;
  /** Bytes of the body after decompression; what is longer is cut. */
  readonly maxBodyBytes: number;
  readonly redirect: RedirectRule;
  /** PEM; besides the system's own. */
  readonly certificateAuthority: string | undefined;
  /** Addresses of clouds' metadata services are refused otherwise, by the address that is connected to. */
  readonly allowsMetadata: boolean;
}

/**
 * Asks once, with a fresh lookup and a fresh connection: a kept one stays on a container that drains. Whatever keeps an
 * answer from coming is the outcome; the only thing thrown is the reason of `signal`.
 */
export async function probe(request: ProbeRequest, signal?: AbortSignal): Promise<ProbeAnswer | ProbeFailure> {
  const attempt = new Attempt(peerOf(request.url));
  return limited(attempt, request.timeout, signal, () => follow(request, attempt));
}

async function follow(request: ProbeRequest, attempt: Attempt): Promise<ProbeAnswer> {
  const redirects: string[] = [];
  for (let hop: Hop = request; ; ) {
    if (!/^https?:$/.test(hop.url.protocol)) throw new ProbeFault("protocol", `${hop.url.protocol} is not HTTP`);
    const answer = await exchange(hop, attempt);
    const next = nextHop(hop, answer, request.redirect);
    const { address = "" } = attempt;
    if (next === undefined) return { kind: "answer", ...answer, address, timing: attempt.timing(), redirects };
    if (redirects.length === MAX_REDIRECTS)
      throw new ProbeFault("redirect", `${shownUrl(request.url)} leads through more than ${MAX_REDIRECTS} redirects`);
    redirects.push(shownUrl(next.url));
    attempt.restart(peerOf(next.url));
    hop = next;
  }
}
