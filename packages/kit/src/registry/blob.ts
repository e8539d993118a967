import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { named } from "../runner/file-error.ts";
import { checkedDigest, checkedRepository } from "./address.ts";
import type { Exchange, RegistryRequest } from "./exchange.ts";
import { digestOf, MAX_UNUSABLE } from "./manifest.ts";
import type { WireBody } from "./wire.ts";

/** Bytes, the file that holds them, or how such a file is had when a registry turns out to need it. */
export type BlobContent =
  | { readonly bytes: Uint8Array }
  | { readonly path: string }
  | { readonly load: () => Promise<string> };

/** A layer or a config to push. */
export interface Blob {
  readonly digest: string;
  readonly size: number;
  readonly content: BlobContent;
}

const READ_BYTES = 1024 * 1024;

/** @returns whether the repository has it, whole. @throws RegistryError */
export async function hasBlob(exchange: Exchange, repository: string, digest: string, size: number): Promise<boolean> {
  const { status, headers } = await exchange.request({ ...aboutBlob(repository, digest, "look up"), method: "HEAD" });
  const length = headers["content-length"];
  // A page of HTML also has the status 200.
  return (
    status === 200 && (length === undefined || Number(length) === size) && !/html/.test(headers["content-type"] ?? "")
  );
}

/**
 * @param maxBytes more is an error. @returns undefined when the repository has none. @throws RegistryError, also for
 *   bytes of another digest.
 */
export async function getBlob(
  exchange: Exchange,
  repository: string,
  digest: string,
  maxBytes: number,
): Promise<Buffer | undefined> {
  const request: RegistryRequest = { ...aboutBlob(repository, digest, "get blob"), method: "GET", maxBytes };
  for (let attempt = 1; ; attempt++) {
    const { status, body } = await exchange.request(request);
    if (status === 404) return undefined;
    if (body.length > maxBytes) {
      const message = `it is larger than ${maxBytes} bytes`;
      throw exchange.error(request, { status: 0, headers: {}, message, isFinal: true });
    }
    const found = digestOf(body, algorithmOf(digest));
    if (found === digest) return body;
    const message = `the bytes have the digest ${found}`;
    const isFinal = attempt >= MAX_UNUSABLE;
    await exchange.pause(request, { status: 0, headers: {}, message, isFinal }, attempt);
  }
}

/** A part of a blob as the body of a request. @param onBytes is told how many bytes were read. */
export function bodyOf(blob: Blob, start: number, end: number, onBytes: (bytes: number) => void): WireBody {
  return {
    size: end - start,
    open: () => {
      const source = readBlob(blob, start, end);
      return Readable.from(told(source, onBytes));
    },
  };
}

/** Whether its bytes are those that its digest names. */
export async function isIntact(blob: Blob): Promise<boolean> {
  const hash: Hash = createHash(algorithmOf(blob.digest));
  for await (const chunk of readBlob(blob, 0, blob.size)) hash.update(chunk);
  return blob.digest.endsWith(`:${hash.digest("hex")}`);
}

async function* readBlob({ content }: Blob, start: number, end: number): AsyncGenerator<Buffer> {
  if (start === end) return;
  if ("bytes" in content) {
    yield Buffer.from(content.bytes.subarray(start, end));
    return;
  }
  const path = "load" in content ? await content.load() : content.path;
  try {
    yield* createReadStream(path, { start, end: end - 1, highWaterMark: READ_BYTES });
  } catch (error) {
    throw named(error, path);
  }
}

async function* told(source: AsyncIterable<Buffer>, onBytes: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    onBytes(chunk.length);
    yield chunk;
  }
}

export const algorithmOf = (digest: string): "sha256" | "sha512" =>
  digest.startsWith("sha512:") ? "sha512" : "sha256";

export function aboutBlob(repository: string, digest: string, operation: string): Omit<RegistryRequest, "method"> {
  return {
    operation,
    repository,
    reference: digest,
    target: `/v2/${checkedRepository(repository)}/blobs/${checkedDigest(digest)}`,
    scopes: [`repository:${repository}:pull`],
    expected: [200, 404],
  };
}
