import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { SARIF_MAX_BYTES } from "./code-scanning.ts";

/** Characters that are compressed at a time. */
const BATCH = 1 << 16;

/** How much of what would just fit is tried: the rest shrinks a little less than the whole. */
const MARGIN = 0.95;

/** A file that fits, as it was written. */
export interface PackedSarif<Written> {
  readonly written: Written;
  readonly gzip: Uint8Array;
}

/**
 * Compresses a SARIF file, with fewer results until GitHub takes it. Nothing but the compressed file is held.
 *
 * @param write the file with at most so many results of a run, the most important ones first; @param results to begin
 * with.
 * @returns undefined when GitHub would not even take it without results.
 */
export async function packSarif<Written extends { readonly content: Iterable<string> }>(
  write: (results: number) => Written,
  results: number,
  maxBytes = SARIF_MAX_BYTES,
): Promise<PackedSarif<Written> | undefined> {
  for (let most = results; ; ) {
    const written = write(most);
    const { bytes, gzip } = await compressed(written.content, maxBytes);
    if (gzip !== undefined) return { written, gzip };
    if (most === 0) return undefined;
    most = Math.min(most - 1, Math.floor(most * (maxBytes / bytes) * MARGIN));
  }
}

/** @returns how many bytes it would have, and these only within the limit. */
async function compressed(
  content: Iterable<string>,
  maxBytes: number,
): Promise<{ readonly bytes: number; readonly gzip: Uint8Array | undefined }> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  await pipeline(Readable.from(batches(content)), createGzip(), async (compression: AsyncIterable<Buffer>) => {
    for await (const chunk of compression) {
      bytes += chunk.length;
      if (bytes > maxBytes) chunks.length = 0;
      else chunks.push(chunk);
    }
  });
  return { bytes, gzip: bytes > maxBytes ? undefined : Buffer.concat(chunks) };
}

function* batches(parts: Iterable<string>): Iterable<Buffer> {
  let batch = "";
  for (const part of parts) {
    batch += part;
    if (batch.length < BATCH) continue;
    yield Buffer.from(batch);
    batch = "";
  }
  yield Buffer.from(batch);
}
