import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Attempt } from "./attempt.ts";

export interface ProbeBody {
  readonly body: Buffer;
  /** There was more. */
  readonly isCut: boolean;
}

/** Encodings one over another; more are left as they are. */
const MAX_ENCODINGS = 3;

/**
 * The body of an answer without its encodings, up to as many bytes: a small file can hold gigabytes of zeros. An encoding
 * that is not known is left.
 *
 * @throws Node's error when the answer breaks off, or is not encoded as it says.
 */
export async function readBody(response: IncomingMessage, maxBytes: number, attempt: Attempt): Promise<ProbeBody> {
  const parts: Buffer[] = [];
  let size = 0;
  async function* count(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      attempt.bodyBytes += chunk.length;
      yield chunk;
    }
  }
  async function take(source: AsyncIterable<Buffer>): Promise<void> {
    for await (const chunk of source) {
      parts.push(chunk.subarray(0, maxBytes - size));
      size += chunk.length;
      if (size > maxBytes) return;
    }
  }
  try {
    await (pipeline as (...steps: readonly unknown[]) => Promise<void>)(response, count, ...decoders(response), take);
  } catch (error) {
    const isWhole = size > maxBytes || (attempt.bodyBytes === 0 && response.complete);
    if (!isWhole) throw error;
  }
  return { body: Buffer.concat(parts), isCut: size > maxBytes };
}

function decoders(response: IncomingMessage): readonly Duplex[] {
  const named = (response.headers["content-encoding"] ?? "").toLowerCase().split(",");
  const encodings = named.map((name) => name.trim()).filter((name) => name !== "" && name !== "identity");
  const made = encodings.length > MAX_ENCODINGS ? [] : encodings.reverse().map(decoder);
  return made.every((one) => one !== undefined) ? made : [];
}

function decoder(encoding: string): Duplex | undefined {
  // Not an import: few answers are encoded.
  const zlib = process.getBuiltinModule("node:zlib");
  if (encoding === "gzip" || encoding === "x-gzip") return zlib.createGunzip();
  if (encoding === "deflate") return zlib.createInflate();
  if (encoding === "br") return zlib.createBrotliDecompress();
  // Nodes before 22.15 do not have it.
  if (encoding === "zstd") return zlib.createZstdDecompress?.();
  return undefined;
}
