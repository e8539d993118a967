import { fstatSync, readSync } from "node:fs";

const CHUNK_BYTES = 4 * 1024 * 1024;

/** An open file in pieces. Each piece is valid only until the next: they share one buffer. */
export function* chunksOf(file: number): Iterable<Uint8Array> {
  const buffer = new Uint8Array(Math.min(CHUNK_BYTES, Math.max(1, fstatSync(file).size)));
  let position = 0;
  for (
    let read = readSync(file, buffer, 0, buffer.length, position);
    read > 0;
    read = readSync(file, buffer, 0, buffer.length, position)
  ) {
    yield buffer.subarray(0, read);
    position += read;
  }
}
