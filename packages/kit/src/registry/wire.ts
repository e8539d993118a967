import type { ClientRequest, IncomingMessage, RequestOptions } from "node:http";
import type { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { useProxyOfEnvironment } from "../http/proxy.ts";
import type { HostCertificates } from "./certificates.ts";
import { type Trust, trustFor } from "./trust.ts";

export interface WireBody {
  readonly size: number;
  /** Its bytes from the first, anew for each attempt. */
  open(): Readable;
}

export interface WireRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: WireBody | undefined;
  /** Of the answer; more is a failure. */
  readonly maxBytes: number;
  /** Take any certificate: only of a registry that the caller named, or of this machine. */
  readonly isInsecure: boolean;
  /** That count beside the machine's. */
  readonly certificates?: HostCertificates | undefined;
  /** Milliseconds without a byte after which a connection is dead; default: `IDLE_TIMEOUT`. */
  readonly idleTimeout?: number;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

interface WireErrorFacts {
  readonly code?: string | undefined;
  readonly isFinal?: boolean;
  readonly isUnsent?: boolean;
}

/** There is no answer, or none that can be used. */
export class WireError extends Error {
  override readonly name = "WireError";
  /** Node's: ECONNRESET. */
  readonly code: string | undefined;
  /** Another attempt would end in the same way. */
  readonly isFinal: boolean;
  /** No connection stood, so the server has seen nothing of the request. False where that is not known. */
  readonly isUnsent: boolean;

  constructor(message: string, { code, isFinal = false, isUnsent = false }: WireErrorFacts = {}) {
    super(message);
    this.code = code;
    this.isFinal = isFinal;
    this.isUnsent = isUnsent;
  }

  /** The server speaks http where https was expected: nothing was sent to it. */
  get isPlainServer(): boolean {
    return this.code === "EPROTO" || this.code === "ERR_SSL_WRONG_VERSION_NUMBER";
  }
}

/** A connection that moves no bytes for this long is dead, milliseconds. Some registries store a large layer meanwhile. */
export const IDLE_TIMEOUT = 120_000;

/** Milliseconds from the first byte of an answer to its last: a server that sends it byte by byte never idles. */
const ANSWER_TIMEOUT = 60_000;

/** Certificates and addresses that are wrong stay wrong. */
const LASTING =
  /^(?:CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_|ERR_TLS_CERT|HOSTNAME_MISMATCH|ENOTFOUND|ERR_INVALID)/;

/**
 * Sends one request and reads its answer, over node:http: `fetch` sends a stream without its Content-Length, which
 * registries ask for. Follows nothing, and tries nothing again but what met a connection that had stood idle too long.
 *
 * @throws WireError without an answer.
 */
export async function send(request: WireRequest): Promise<WireAnswer> {
  for (let stale = 0; ; stale++) {
    const sent = await sendOnce(request);
    if (!("failure" in sent)) return sent;
    if (!sent.isStale || stale === MAX_STALE) throw sent.failure;
  }
}

/** Idle connections that a registry may have closed. */
const MAX_STALE = 5;

async function sendOnce(
  request: WireRequest,
): Promise<WireAnswer | { readonly failure: WireError; readonly isStale: boolean }> {
  const { method, url, headers, body, maxBytes, isInsecure, certificates, idleTimeout = IDLE_TIMEOUT } = request;
  useProxyOfEnvironment();
  const isTls = url.protocol === "https:";
  // Not an import: loading either costs tens of milliseconds, which only a run that reaches a registry should pay.
  const { request: start } = process.getBuiltinModule(isTls ? "node:https" : "node:http");
  const options: RequestOptions & Trust = {
    method,
    headers: { ...headers, ...((body !== undefined || needsLength(method)) && { "content-length": body?.size ?? 0 }) },
    timeout: idleTimeout,
    ...(isTls && trustFor(isInsecure, certificates)),
  };
  const sent = start(url, options);
  const connection = watchConnection(sent, isTls);
  sent.on("timeout", () => sent.destroy(new WireError(`the connection moved nothing for ${idleTimeout / 1000} s`)));
  const responded = new Promise<IncomingMessage>((resolve, reject) => {
    sent.once("response", resolve);
    // Always heard: a second error without a listener would end the process.
    sent.on("error", reject);
    sent.once("close", () => reject(new WireError("the connection ended without an answer", { code: "ECONNRESET" })));
  });
  const sending = writeBody(body, sent).then(
    () => undefined,
    (error: unknown) => error,
  );
  try {
    const response = await responded;
    const read = await readBody(response, maxBytes, method === "HEAD");
    return { status: response.statusCode ?? 0, headers: flatHeaders(response), body: read };
  } catch (error) {
    // An early end of the source says more than that the connection ended.
    sent.destroy();
    const cause = await sending;
    const failure = asWireError(cause instanceof SourceError ? cause : error, url.host, !connection.stood);
    // What may have arrived with a body is for the caller to look up.
    return { failure, isStale: sent.reusedSocket && failure.code === "ECONNRESET" && body === undefined };
  } finally {
    // An early refusal leaves the rest unsent.
    if (!sent.writableFinished) sent.destroy();
    await sending;
  }
}

/** The bytes to send cannot be read: no fault of the connection. */
class SourceError extends WireError {}

/** @throws SourceError for a source with fewer or more bytes than promised, or that cannot be read. */
async function writeBody(body: WireBody | undefined, sent: Writable): Promise<void> {
  if (body === undefined) {
    sent.end();
    return;
  }
  const source = body.open();
  let failed: "source" | "connection" | undefined;
  source.once("error", () => {
    failed ??= "source";
  });
  // A connection that breaks ends the source with the same error.
  for (const event of ["error", "close"])
    sent.once(event, () => {
      failed ??= "connection";
    });
  try {
    await pipeline(source, (chunks) => counted(chunks, body.size), sent);
  } catch (error) {
    if (failed !== "source" || error instanceof SourceError) throw error;
    throw new SourceError(`what is to be sent cannot be read: ${(error as Error).message}`, { isFinal: true });
  }
}

async function* counted(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let sent = 0;
  for await (const chunk of source) {
    sent += chunk.length;
    if (sent > size) break;
    yield chunk;
  }
  if (sent === size) return;
  const found = sent > size ? "more" : sent;
  throw new SourceError(`what is to be sent has ${found} bytes, and had ${size}`, { isFinal: true });
}

async function readBody(response: IncomingMessage, maxBytes: number, isHead: boolean): Promise<Buffer> {
  const late = setTimeout(
    () => response.destroy(new WireError(`no whole answer within ${ANSWER_TIMEOUT / 1000} s`)),
    ANSWER_TIMEOUT,
  );
  try {
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of response as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > maxBytes)
        throw new WireError(`the answer is larger than ${maxBytes / 1_000_000} MB`, { isFinal: true });
      parts.push(part);
    }
    const promised = response.headers["content-length"];
    if (!isHead && promised !== undefined && Number(promised) !== size)
      throw new WireError(`the answer ends after ${size} of ${promised} bytes`);
    return Buffer.concat(parts);
  } finally {
    clearTimeout(late);
  }
}

function flatHeaders({ headers }: IncomingMessage): WireAnswer["headers"] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]),
  );
}

/** Some servers answer 411 to a POST or PUT without it. */
const needsLength = (method: string): boolean => method === "POST" || method === "PUT" || method === "PATCH";

/** Of a certificate whose authority nobody vouches for. */
const UNKNOWN_AUTHORITY =
  /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|CERT_UNTRUSTED)$/;

/** Whether a connection over which bytes could go has ever stood: Node writes the request once it does. */
function watchConnection(sent: ClientRequest, isTls: boolean): { readonly stood: boolean } {
  const connection = { stood: false };
  const stands = () => {
    connection.stood = true;
  };
  sent.once("socket", (socket) => {
    const isSecuring = isTls && (socket as { readonly secureConnecting?: boolean }).secureConnecting !== false;
    if (sent.reusedSocket || !(socket.connecting || isSecuring)) stands();
    else socket.once(isTls ? "secureConnect" : "connect", stands);
  });
  return connection;
}

function asWireError(error: unknown, host: string, isUnsent: boolean): WireError {
  if (error instanceof WireError) {
    const { message, code, isFinal } = error;
    return isUnsent && !(error instanceof SourceError) ? new WireError(message, { code, isFinal, isUnsent }) : error;
  }
  const { message, code } = error as Error & { code?: string };
  const isFinal = code !== undefined && (LASTING.test(code) || isRefusedClient(code));
  return new WireError(wordsOf(message, code, host), { code, isFinal, isUnsent });
}

function wordsOf(message: string, code: string | undefined, host: string): string {
  if (message === "aborted") return "the connection ended in the middle of the answer";
  if (code !== undefined && UNKNOWN_AUTHORITY.test(code))
    return `no authority that this machine knows has signed its certificate (${code}); put the authority's certificate into /etc/docker/certs.d/${host}/ca.crt, or its path into the variable NODE_EXTRA_CA_CERTS of the step`;
  if (code !== undefined && isRefusedClient(code))
    return `it asks for a client's certificate (${code}); put one into /etc/docker/certs.d/${host}/client.cert, and its key into client.key`;
  return message === "" && code !== undefined ? code : message.trim().split("\n")[0]!;
}

/** The server ended the handshake for want of a certificate of ours, or because of it. */
const isRefusedClient = (code: string): boolean =>
  /^ERR_SSL_.*ALERT_(?:CERTIFICATE_REQUIRED|BAD_CERTIFICATE|UNKNOWN_CA|CERTIFICATE_UNKNOWN)$/.test(code);
