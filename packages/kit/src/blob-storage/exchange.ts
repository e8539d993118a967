import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout } from "node:timers/promises";
import { useProxyOfEnvironment } from "../http/proxy.ts";
import { parseRetryAfter } from "../http/retry-after.ts";

/** Named as in Azure's client, whose options these are. */
export interface RetryOptions {
  /** Attempts of one request in all. */
  readonly maxTries?: number;
  /** Milliseconds; the waits are 0, 1, 3, 7 times this. */
  readonly retryDelayInMs?: number;
  /** What the service is asked to keep to. */
  readonly tryTimeoutInMs?: number;
}

export interface BlobBody {
  readonly size: number;
  /** Its bytes from the first, anew for each attempt. */
  open(): Readable;
}

export interface BlobRequest<T> {
  readonly method: "GET" | "HEAD" | "PUT";
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BlobBody;
  /** Bytes of the answer: the more a request moves either way, the longer an attempt may take. */
  readonly answerBytes?: number;
  /** The statuses of success. */
  readonly expected: readonly number[];
  /** Makes something of an answer; what it throws is a connection that broke. */
  readonly read: (answer: IncomingMessage) => Promise<T> | T;
  readonly signal?: AbortSignal | undefined;
}

/** The service refused, or did not answer. The message says no address: the query of a signed one is a secret. */
export class BlobStorageError extends Error {
  override readonly name = "BlobStorageError";
  /** Undefined without an answer that can be used. */
  readonly statusCode: number | undefined;
  /** Of the header Retry-After. */
  readonly retryAfter: string | undefined;

  constructor(message: string, answer?: IncomingMessage, options?: ErrorOptions) {
    super(message, options);
    this.statusCode = answer?.statusCode;
    this.retryAfter = answer?.headers["retry-after"];
  }
}

/** The file changed while it was read, or cannot be read: no fault of the connection. */
class SourceError extends Error {
  override readonly name = "SourceError";
}

/** Of the protocol: that of the client of @actions/cache. */
const SERVICE_VERSION = "2026-02-06";

const MAX_TRIES = 5;
const RETRY_DELAY = 4000;
/** The longest wait that the service may ask for, milliseconds. */
const MAX_WAIT = 120_000;

/** What any attempt may take, milliseconds, and the slowest line that counts as one, bytes per millisecond. */
const TRY_TIMEOUT = 60_000;
const SLOWEST = 100;

/** 501 and 505 say that the service will never do it. */
const LASTING = new Set([501, 505]);

/**
 * Over node:http: `fetch` reads a file as fast as it can, whole, whatever the connection takes.
 *
 * Sends one request to a blob, and again after 408, 429, 5xx, a lost connection, an answer that is cut or a time-out.
 * Every request of a block blob may be repeated: it leaves the same behind.
 *
 * @param url signed; its query is kept. @throws BlobStorageError, or the signal's reason.
 */
export async function exchange<T>(url: string, request: BlobRequest<T>, retry: RetryOptions = {}): Promise<T> {
  useProxyOfEnvironment();
  const { maxTries = MAX_TRIES, retryDelayInMs = RETRY_DELAY } = retry;
  const { signal } = request;
  const target = addressed(url, request, retry);
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    try {
      return await attemptOnce(target, request);
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof SourceError) throw error.cause ?? error;
      const failure = asFailure(error, request.method, attempt);
      if (attempt >= maxTries || !isPassing(failure)) throw failure;
      const asked = parseRetryAfter(failure.retryAfter, Date.now()) ?? 0;
      if (asked > MAX_WAIT) throw failure;
      // As Azure's client waits: the first time not at all.
      await setTimeout(Math.max(asked, (2 ** (attempt - 1) - 1) * retryDelayInMs), undefined, signal && { signal });
    }
  }
}

function addressed(url: string, { query = {} }: BlobRequest<unknown>, { tryTimeoutInMs }: RetryOptions): URL {
  const target = new URL(url);
  // Appended as text: what is there is signed, and another spelling of it is another signature.
  const added = new URLSearchParams({
    ...query,
    ...(tryTimeoutInMs !== undefined && { timeout: String(Math.floor(tryTimeoutInMs / 1000)) }),
  }).toString();
  target.search = [target.search.slice(1), added].filter((part) => part !== "").join("&");
  return target;
}

async function attemptOnce<T>(
  url: URL,
  { method, headers, body, answerBytes = 0, expected, read, signal }: BlobRequest<T>,
): Promise<T> {
  const limit = TRY_TIMEOUT + Math.ceil((answerBytes + (body?.size ?? 0)) / SLOWEST);
  const late = AbortSignal.timeout(limit);
  // Not an import: loading either costs tens of milliseconds, which only a run that reaches the storage should pay.
  const { request: start } = process.getBuiltinModule(url.protocol === "https:" ? "node:https" : "node:http");
  const sent = start(url, {
    method,
    headers: {
      "x-ms-version": SERVICE_VERSION,
      // A packed answer would have other bytes than were asked for.
      "accept-encoding": "identity",
      ...(body !== undefined && { "content-length": body.size }),
      ...headers,
    },
    signal: signal === undefined ? late : AbortSignal.any([signal, late]),
  });
  const responded = new Promise<IncomingMessage>((resolve, reject) => {
    sent.once("response", resolve);
    // Always heard: a second error without a listener would end the process.
    sent.on("error", reject);
    sent.once("close", () => reject(new Error("the connection ended")));
  });
  const sending = (body === undefined ? Promise.resolve(sent.end()) : pipeline(bytesOf(body), sent)).then(
    () => undefined,
    (error: unknown) => error,
  );
  try {
    const answer = await responded;
    if (!expected.includes(answer.statusCode ?? 0)) throw refusal(answer, method);
    const made = await read(answer);
    // Said to be stored before all of it was sent: it is not.
    const unsent = await sending;
    if (unsent !== undefined) throw unsent;
    answer.resume();
    return made;
  } catch (error) {
    sent.destroy();
    const cause = await sending;
    if (cause instanceof SourceError) throw cause;
    if (late.aborted && signal?.aborted !== true)
      throw new BlobStorageError(`the blob storage does not answer ${method} within ${limit / 1000} s`);
    throw error;
  }
}

/** @throws SourceError for a body with fewer bytes than promised, or that cannot be read. */
async function* bytesOf({ size, open }: BlobBody): AsyncGenerator<Buffer> {
  let read = 0;
  try {
    for await (const chunk of open() as AsyncIterable<Buffer>) {
      read += chunk.length;
      yield chunk;
    }
  } catch (cause) {
    throw new SourceError("the file cannot be read", { cause });
  }
  if (read !== size) throw new SourceError(`the file was changed: ${read} of ${size} bytes are there`);
}

function refusal(answer: IncomingMessage, method: string): BlobStorageError {
  const code = answer.headers["x-ms-error-code"];
  const named = code === undefined ? "" : ` (${code})`;
  return new BlobStorageError(`the blob storage answers ${method} with status ${answer.statusCode}${named}`, answer);
}

function asFailure(error: unknown, method: string, attempt: number): BlobStorageError {
  const tried = attempt === 1 ? "" : `, after ${attempt} attempts`;
  if (error instanceof BlobStorageError) return Object.assign(error, { message: `${error.message}${tried}` });
  const { message, code } = error as NodeJS.ErrnoException;
  const why = message === "" ? code : message;
  return new BlobStorageError(`the blob storage does not answer ${method} (${why})${tried}`, undefined, {
    cause: error,
  });
}

/** Without a status the connection broke, or what came was not what was asked for. */
function isPassing({ statusCode: status }: BlobStorageError): boolean {
  return status === undefined || status === 408 || status === 429 || (status >= 500 && !LASTING.has(status));
}
