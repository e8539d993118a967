import { DETECTION_CHARACTERS, type ResultFormat } from "./format.ts";
import { benchmarkDotNet } from "./formats/benchmarkdotnet.ts";
import { criterion } from "./formats/criterion.ts";
import { custom, customBiggerIsBetter, customSmallerIsBetter } from "./formats/custom.ts";
import { go } from "./formats/go.ts";
import { googleBenchmark } from "./formats/google-benchmark.ts";
import { hyperfine } from "./formats/hyperfine.ts";
import { jmh } from "./formats/jmh.ts";
import { libtest } from "./formats/libtest.ts";
import { mitata } from "./formats/mitata.ts";
import { pytestBenchmark } from "./formats/pytest-benchmark.ts";
import { tinybench } from "./formats/tinybench.ts";
import { vitest } from "./formats/vitest.ts";
import type { FormatName } from "./model.ts";
import { decodeText } from "./text.ts";

/** Every format, in the order in which they are tried. No two of them claim the same content. */
export const RESULT_FORMATS: readonly ResultFormat[] = [
  go,
  criterion,
  libtest,
  hyperfine,
  googleBenchmark,
  jmh,
  pytestBenchmark,
  benchmarkDotNet,
  vitest,
  tinybench,
  mitata,
  custom,
  customSmallerIsBetter,
  customBiggerIsBetter,
];

/** The format with this name. */
export function formatNamed(name: FormatName): ResultFormat {
  return RESULT_FORMATS.find((format) => format.name === name)!;
}

/** The format that a file's beginning (and, for Criterion, its path) shows, or undefined if it shows none. */
export function detectFormat(bytes: Uint8Array, path: string): ResultFormat | undefined {
  const head = decodeText(bytes.subarray(0, DETECTION_CHARACTERS)).slice(0, DETECTION_CHARACTERS);
  return RESULT_FORMATS.find((format) => format.detect(head, path));
}
