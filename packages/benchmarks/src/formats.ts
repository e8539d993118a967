import { DETECTION_CHARACTERS, type ResultFormat } from "./format.ts";
import type { FormatName } from "./model.ts";

/** Every format, in the order in which content is tried. No two of them claim the same content. */
export const RESULT_FORMATS: readonly ResultFormat[] = [];

/** The format of that name. */
export function formatNamed(name: FormatName): ResultFormat {
  return RESULT_FORMATS.find((format) => format.name === name)!;
}

/** The format that a file's beginning (and, for Criterion, its path) shows, or undefined when it shows none. */
export function detectFormat(bytes: Uint8Array, path: string): ResultFormat | undefined {
  const head = decodeText(bytes.subarray(0, DETECTION_CHARACTERS)).slice(0, DETECTION_CHARACTERS);
  return RESULT_FORMATS.find((format) => format.detect(head, path));
}

/** Text of any of the encodings that tools write (PowerShell's `>` writes UTF-16), without BOM; what is no UTF-8 becomes U+FFFD. */
export function decodeText(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
