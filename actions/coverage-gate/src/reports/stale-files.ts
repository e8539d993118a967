import type { CoverageReport } from "@jessy-actions/coverage/model";
import type { StaleFile } from "../facts.ts";
import { linesOnDisk } from "./lines-on-disk.ts";

/** PHPUnit and llvm-cov measure the line behind a file's last one (llvm/llvm-project#120071). */
const LINES_BEYOND_END = 1;

/**
 * Files that a report measures beyond their end on disk: the report is of another commit. @param root of the
 * repository, absolute.
 */
export function findStaleFiles(report: CoverageReport, root: string): StaleFile[] {
  const stale: StaleFile[] = [];
  for (const [path, file] of report.files) {
    const measuredLine = file.lines.line.at(-1) ?? 0;
    const lines = linesOnDisk(root, path);
    if (lines !== undefined && measuredLine > lines + LINES_BEYOND_END) stale.push({ path, measuredLine, lines });
  }
  return stale;
}
