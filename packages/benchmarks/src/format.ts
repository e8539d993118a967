import type { FormatName, ResultFile, Results } from "./model.ts";

/** How one format of benchmark results is recognised and read. One file of `formats/` each. */
export interface ResultFormat {
  readonly name: FormatName;
  /** What people call it, e.g. `Criterion.rs`. */
  readonly title: string;
  /**
   * True when these first characters of a file (at most DETECTION_CHARACTERS, decoded leniently, BOM removed) can only
   * be this format.
   *
   * @param path of the file, with forward slashes.
   */
  detect(head: string, path: string): boolean;
  /**
   * Reads the files of one process run. Formats of one file get one; Criterion gets a folder's.
   *
   * @throws ReportError naming what is wrong, for files that cannot be this format.
   */
  parse(files: readonly ResultFile[]): Results;
}

/** How much of a file `detect` sees. */
export const DETECTION_CHARACTERS = 65_536;
