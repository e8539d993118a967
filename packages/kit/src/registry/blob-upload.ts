import { checkedDigest, checkedRepository } from "./address.ts";
import { type Blob, bodyOf, hasBlob, isIntact } from "./blob.ts";
import { type Exchange, isSafeStep, type RegistryAnswer, type RegistryRequest } from "./exchange.ts";
import { pushScope } from "./manifest.ts";
import type { RegistryFailure } from "./retry.ts";

export interface BlobPushOptions {
  /** Another repository of the registry that may have the blob: it is then mounted, and not sent. */
  readonly mountFrom?: string | undefined;
  /** Is told how many bytes the registry has by now. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
}

/** It was there, it was mounted from another repository, or it was sent. */
export type BlobOutcome = "there" | "mounted" | "sent";

/** A blob up to this goes in one request. A larger one goes in a PATCH, whose stored part a registry can tell. */
const ONE_REQUEST_BYTES = 8 * 1024 * 1024;

/** Sizes of parts, tried in this order where a proxy takes no larger ones (413). */
const PART_BYTES = [Number.POSITIVE_INFINITY, 32 * 1024 * 1024, 5 * 1024 * 1024];

/** How often an upload may start anew when the registry loses it or finds other bytes than were sent. */
const MAX_RESTARTS = 2;

/** Where an upload stands. */
interface Session {
  readonly location: URL;
  /** Bytes that the registry has. */
  readonly offset: number;
  /** Parts may not be smaller, but for the last. */
  readonly minimum: number;
}

type Step =
  | { readonly done: BlobOutcome }
  | { readonly failure: RegistryFailure; readonly session: Session | undefined };

/**
 * Makes sure that a repository has a blob: sends only what is missing, and goes on where a cut connection left off.
 *
 * @throws RegistryError
 */
export async function pushBlob(
  exchange: Exchange,
  repository: string,
  blob: Blob,
  options: BlobPushOptions = {},
): Promise<BlobOutcome> {
  const asked = { repository, reference: checkedDigest(blob.digest), operation: "push blob" };
  if (await hasBlob(exchange, repository, blob.digest, blob.size)) return "there";
  const upload = new Upload(exchange, checkedRepository(repository), blob, options);
  let session: Session | undefined;
  let restarts = 0;
  for (let attempt = 1, size = 0; ; attempt++) {
    const step = await upload.run(session, PART_BYTES[size]!);
    if ("done" in step) return step.done;
    const { failure } = step;
    const smaller = PART_BYTES.findIndex((part, index) => index > size && part < blob.size);
    if (failure.status === 413 && smaller > 0) {
      size = smaller;
      attempt = 0;
      session = undefined;
      continue;
    }
    const isLost = isLostSession(failure, step.session);
    if (isLost && failure.status === 400 && !(await isIntact(blob)))
      throw exchange.error(asked, { ...failure, message: "its bytes are not those that its digest names" });
    // What was on its way when a connection broke may still be stored: it is asked once more what is there.
    const isBehind = failure.status === 416 && restarts === 0;
    if (isLost && restarts < MAX_RESTARTS) {
      restarts += 1;
      session = undefined;
      if (!isBehind) continue;
    }
    if ((step.session?.offset ?? 0) > (session?.offset ?? 0)) attempt = 1;
    await exchange.pause(asked, isBehind ? { ...failure, status: 0 } : failure, attempt);
    // The answer alone may be lost.
    if (await hasBlob(exchange, repository, blob.digest, blob.size)) return "sent";
    const before = step.session;
    session = before && (await upload.stored(before));
    if ((session?.offset ?? 0) > (before?.offset ?? 0)) attempt = 0;
  }
}

/** The registry does not know the upload any more, or stored other bytes than were sent. */
function isLostSession({ status, message }: RegistryFailure, session: Session | undefined): boolean {
  if (session === undefined) return false;
  return (
    status === 404 || status === 416 || (status === 400 && /DIGEST_INVALID|SIZE_INVALID|BLOB_UPLOAD/.test(message))
  );
}

class Upload {
  readonly #exchange: Exchange;
  readonly #repository: string;
  readonly #blob: Blob;
  readonly #options: BlobPushOptions;
  #mayMount: boolean;

  constructor(exchange: Exchange, repository: string, blob: Blob, options: BlobPushOptions) {
    this.#exchange = exchange;
    this.#repository = repository;
    this.#blob = blob;
    this.#options = options;
    this.#mayMount = options.mountFrom !== undefined && options.mountFrom !== repository;
  }

  /** Starts or goes on, as far as it gets. @param part bytes of one request, at most. */
  async run(from: Session | undefined, part: number): Promise<Step> {
    const { size, digest } = this.#blob;
    let session = from;
    if (session === undefined) {
      const started = await this.#start();
      if ("done" in started || "failure" in started) return started;
      session = started.session;
    }
    const inOne = session.offset === 0 && size <= Math.min(ONE_REQUEST_BYTES, part);
    while (!inOne && session.offset < size) {
      const sent: Step | { readonly session: Session } = await this.#sendPart(session, part);
      if (!("session" in sent) || "failure" in sent) return sent;
      session = sent.session;
    }
    const location = new URL(session.location);
    location.searchParams.set("digest", digest);
    const outcome = await this.#exchange.attempt({
      ...this.#about("PUT", location),
      headers: { "content-type": "application/octet-stream" },
      body: this.#body(inOne ? 0 : size, size),
      expected: [200, 201, 204],
    });
    if ("failure" in outcome) return { failure: outcome.failure, session };
    const stored = outcome.answer.headers["docker-content-digest"];
    if (stored === undefined || stored === digest) return { done: "sent" };
    const message = `the registry says that it stored ${stored}`;
    return { failure: { status: 0, headers: {}, message, isFinal: true }, session };
  }

  /** What a registry has of an upload that broke off; undefined when it does not say, or does not know it any more. */
  async stored(session: Session): Promise<Session | undefined> {
    const outcome = await this.#exchange.attempt({
      ...this.#about("GET", session.location),
      expected: [204, 200, 202],
    });
    if ("failure" in outcome) return undefined;
    const end = rangeEnd(outcome.answer);
    if (end === undefined || end > this.#blob.size) return undefined;
    return { ...session, location: locationOf(outcome.answer) ?? session.location, offset: end };
  }

  async #start(): Promise<Step | { readonly session: Session }> {
    const { digest } = this.#blob;
    const { mountFrom } = this.#options;
    const query = this.#mayMount ? `?mount=${digest}&from=${encodeURIComponent(checkedRepository(mountFrom!))}` : "";
    const request = this.#about("POST", `/v2/${this.#repository}/blobs/uploads/${query}`);
    const outcome = await this.#exchange.attempt({
      ...request,
      scopes: [...request.scopes, ...(this.#mayMount ? [`repository:${mountFrom}:pull`] : [])],
      expected: [201, 202],
    });
    if ("failure" in outcome) {
      const { status } = outcome.failure;
      // A mount saves bytes: where it is refused, they are sent.
      if (!this.#mayMount || status < 400 || status === 429 || status >= 500)
        return { failure: outcome.failure, session: undefined };
      this.#mayMount = false;
      return this.#start();
    }
    const wasMount = this.#mayMount;
    this.#mayMount = false;
    const { answer } = outcome;
    if (answer.status === 201 && wasMount) return { done: "mounted" };
    const location = locationOf(answer);
    if (location === undefined) {
      const message = `the registry names no place for the upload, or an unsafe one`;
      return { failure: { status: 0, headers: {}, message, isFinal: true }, session: undefined };
    }
    const minimum = Number(answer.headers["oci-chunk-min-length"]);
    return { session: { location, offset: 0, minimum: minimum > 0 ? minimum : 0 } };
  }

  async #sendPart(session: Session, part: number): Promise<Step | { readonly session: Session }> {
    const { size } = this.#blob;
    const { location, offset, minimum } = session;
    const end = Math.min(size, offset + Math.max(part, minimum));
    const isWhole = offset === 0 && end === size;
    const outcome = await this.#exchange.attempt({
      ...this.#about("PATCH", location),
      headers: {
        "content-type": "application/octet-stream",
        ...(!isWhole && { "content-range": `${offset}-${end - 1}` }),
      },
      body: this.#body(offset, end),
      expected: [200, 202, 204],
    });
    if ("failure" in outcome) return { failure: outcome.failure, session };
    const stored = rangeEnd(outcome.answer) ?? end;
    if (stored <= offset || stored > end) {
      const message = `the registry says that it has ${stored} bytes, and was sent ${end}`;
      return { failure: { status: 0, headers: {}, message }, session };
    }
    return { session: { ...session, location: locationOf(outcome.answer) ?? location, offset: stored } };
  }

  #body(start: number, end: number) {
    let sent = start;
    return bodyOf(this.#blob, start, end, (bytes) => {
      sent += bytes;
      this.#options.onProgress?.(Math.min(sent, end));
    });
  }

  #about(method: RegistryRequest["method"], target: string | URL): Omit<RegistryRequest, "expected"> {
    return {
      operation: "push blob",
      repository: this.#repository,
      reference: this.#blob.digest,
      method,
      target,
      scopes: pushScope(this.#repository),
    };
  }
}

/** Absolute or relative. A proxy that ends TLS may let a registry name itself with http. */
function locationOf({ headers, url }: RegistryAnswer): URL | undefined {
  const { location } = headers;
  if (location === undefined || !URL.canParse(location, url.href)) return undefined;
  const target = new URL(location, url.href);
  if (url.protocol === "https:" && target.protocol === "http:" && target.hostname === url.hostname)
    return new URL(`${url.origin}${target.pathname}${target.search}`);
  const isHttp = target.protocol === "https:" || target.protocol === "http:";
  return isHttp && isSafeStep(url, target) ? target : undefined;
}

/** `0-99` is 100 bytes; registries write `0-0` for none, too. */
function rangeEnd({ headers }: RegistryAnswer): number | undefined {
  const [, end] = /^(?:bytes=)?0-(\d+)$/.exec(headers.range ?? "") ?? [];
  if (end === undefined) return undefined;
  return end === "0" ? 0 : Number(end) + 1;
}
