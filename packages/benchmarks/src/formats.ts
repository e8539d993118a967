import { DETECTION_CHARACTERS, type ResultFormat } from "./format.ts";
import { benchmarkDotNet } from "./formats/benchmarkdotnet.ts";
import { custom } from "./formats/custom.ts";
import { googleBenchmark } from "./formats/google-benchmark.ts";
import { hyperfine } from "./formats/hyperfine.ts";
import { jmh } from "./formats/jmh.ts";
import { mitata } from "./formats/mitata.ts";
import { pytestBenchmark } from "./formats/pytest-benchmark.ts";
import { tinybench } from "./formats/tinybench.ts";
import { vitest } from "./formats/vitest.ts";
import type { FormatName } from "./model.ts";

/** Every format, in the order in which content is tried. No two of them claim the same content. */
export const RESULT_FORMATS: readonly ResultFormat[] = [
  hyperfine,
  googleBenchmark,
  jmh,
  pytestBenchmark,
  benchmarkDotNet,
  vitest,
  tinybench,
  mitata,
  custom,
];

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
