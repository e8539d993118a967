import { DETECTION_BYTES, type ReportFormat } from "./format.ts";
import { clover } from "./formats/clover.ts";
import { cobertura } from "./formats/cobertura.ts";
import { coveragePy } from "./formats/coverage-py.ts";
import { go } from "./formats/go.ts";
import { istanbul } from "./formats/istanbul.ts";
import { istanbulSummary } from "./formats/istanbul-summary.ts";
import { jacoco } from "./formats/jacoco.ts";
import { lcov } from "./formats/lcov.ts";
import { llvmCov } from "./formats/llvm-cov.ts";
import { opencover } from "./formats/opencover.ts";
import { scoverage } from "./formats/scoverage.ts";
import { simplecov } from "./formats/simplecov.ts";
import type { FormatName } from "./model.ts";

/** Every format, in the order in which they are tried. No two of them claim the same content. */
export const REPORT_FORMATS: readonly ReportFormat[] = [
  lcov,
  go,
  cobertura,
  jacoco,
  clover,
  opencover,
  scoverage,
  llvmCov,
  istanbul,
  istanbulSummary,
  coveragePy,
  simplecov,
];

/** The format with this name. */
export function formatNamed(name: FormatName): ReportFormat {
  return REPORT_FORMATS.find((format) => format.name === name)!;
}

/** The format that a report's first bytes (at most DETECTION_BYTES) show; undefined if they show none. */
export function detectFormat(firstBytes: Uint8Array): ReportFormat | undefined {
  const head = decodeHead(firstBytes.subarray(0, DETECTION_BYTES));
  return REPORT_FORMATS.find((format) => format.detect(head));
}

/**
 * Decodes leniently: a cut character at the end or a foreign encoding must not hide the ASCII that identifies a format.
 */
function decodeHead(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
