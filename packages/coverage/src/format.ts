import type { CoverageReport, FormatName } from "./model.ts";

/** How one report format is recognised and read. One file of `formats/` each. */
export interface ReportFormat {
  readonly name: FormatName;
  /** What people call it, e.g. `JaCoCo XML`. */
  readonly title: string;
  /** The names that tools give such files, as globs, for a search without instructions. */
  readonly usualNames: readonly string[];
  /** True when the first bytes (at most DETECTION_BYTES, decoded leniently, BOM removed) can only be this format. */
  detect(head: string): boolean;
  /** Reads a whole report. Chunks may be reused by the caller after each step. @throws ReportError. */
  parse(chunks: Iterable<Uint8Array>): CoverageReport;
}

/** How much of a file `detect` sees. */
export const DETECTION_BYTES = 16_384;
