import { Readable } from "node:stream";
import { send, WireError } from "../registry/wire.ts";

/** One request that must not be sent twice by accident: a message to a chat, say. */
export interface DeliveryRequest {
  readonly method: "POST" | "PATCH";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What is known of it afterwards. */
export type DeliveryOutcome =
  | DeliveryAnswer
  /** The server has seen nothing of it: it may be sent again, unless that would end in the same way. */
  | { readonly kind: "unsent"; readonly reason: string; readonly isFinal: boolean }
  /** It may have arrived, and no answer says so. */
  | { readonly kind: "unanswered"; readonly reason: string };

export interface DeliveryAnswer {
  readonly kind: "answer";
  readonly status: number;
  /** By lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** At most `MAX_ANSWER_BYTES`. */
  readonly body: string;
}

/** Milliseconds without a byte after which nobody waits for an answer any more. */
const IDLE_TIMEOUT = 20_000;
const MAX_ANSWER_BYTES = 1_000_000;

/**
 * Sends one request, once, over a connection of its own: on a kept one, a reset would not tell whether the request
 * arrived. Nothing is followed and nothing is tried again. Reasons name the host at most: the address of a webhook is a
 * credential.
 *
 * @param idleTimeout milliseconds, for tests.
 */
export async function deliver(
  { method, url, headers, body }: DeliveryRequest,
  idleTimeout: number = IDLE_TIMEOUT,
): Promise<DeliveryOutcome> {
  const bytes = Buffer.from(body);
  try {
    const { status, ...answer } = await send({
      method,
      url,
      headers: { "user-agent": "jessy-actions", ...headers, connection: "close" },
      body: { size: bytes.length, open: () => Readable.from([bytes]) },
      maxBytes: MAX_ANSWER_BYTES,
      isInsecure: false,
      idleTimeout,
    });
    return { kind: "answer", status, headers: answer.headers, body: answer.body.toString() };
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    const reason = reasonOf(error, url.hostname);
    return error.isUnsent ? { kind: "unsent", reason, isFinal: error.isFinal } : { kind: "unanswered", reason };
  }
}

/** Of certificates, what a registry's client would say is of no use here. */
function reasonOf({ code = "", message }: WireError, host: string): string {
  if (code === "ENOTFOUND") return `there is no host ${host}`;
  if (/CERT|SIGNATURE|HOSTNAME_MISMATCH|ISSUER/.test(code))
    return `the certificate of ${host} is not trusted (${code})`;
  return message;
}
