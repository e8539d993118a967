import { type JsonValue, parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/**
 * The objects of a stream of JSON, one after the other with or without line breaks between and within them.
 *
 * @throws ReportError where the stream is cut off, or has something else between its objects
 */
export function* readJsonStream(bytes: Uint8Array): Iterable<JsonValue> {
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (let number = 1; ; number++) {
    while (isBlank(bytes[start])) start++;
    if (start >= bytes.length) return;
    if (bytes[start] !== OPEN)
      throw new ReportError(`has something else than JSON before message ${number}, at byte ${start}`);
    const end = endOfObject(bytes, start);
    if (end === undefined)
      throw new ReportError(`ends within message ${number}, after ${bytes.length} bytes: it was cut off`);
    yield parseMessage(bytes.subarray(start, end), number);
    start = end;
  }
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function parseMessage(bytes: Uint8Array, number: number): JsonValue {
  try {
    return parseJson([bytes]);
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    throw new ReportError(`message ${number} ${error.message}`, { cause: error });
  }
}

/** Just after the bracket that closes an object; undefined when none does. */
function endOfObject(bytes: Uint8Array, start: number): number | undefined {
  let depth = 0;
  let isText = false;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at];
    if (isText) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) isText = false;
    } else if (byte === QUOTE) isText = true;
    else if (byte === OPEN) depth++;
    else if (byte === CLOSE && --depth === 0) return at + 1;
  }
  return undefined;
}
