import { ReportError } from "./report-error.ts";

/** V8's longest string is 2^29 - 24 characters; a format that needs the whole text has to stay below it. */
export const MAX_WHOLE_BYTES = 500_000_000;

/** All chunks as one array, for formats that cannot be read piece by piece. */
export function joinChunks(chunks: Iterable<Uint8Array>): Uint8Array {
  const copies: Uint8Array[] = [];
  let length = 0;
  for (const chunk of chunks) {
    length += chunk.length;
    if (length > MAX_WHOLE_BYTES) {
      throw new ReportError(`the report is larger than ${MAX_WHOLE_BYTES / 1_000_000} MB; split it`);
    }
    // Not `slice`: for a Buffer it returns a view of memory that the caller may reuse.
    copies.push(new Uint8Array(chunk));
  }
  if (copies.length === 1) return copies[0]!;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const copy of copies) {
    whole.set(copy, at);
    at += copy.length;
  }
  return whole;
}
