import type { CoverageReport } from "@jessy-actions/coverage/model";
import { fileTotals, type TotalsMode } from "@jessy-actions/coverage/totals";
import type { FileLines } from "../result.ts";

export const MAX_UNCOVERED_FILES = 15;

/** The files with most uncovered lines, then by path: where the next test pays most. */
export function mostUncovered(report: CoverageReport, mode: TotalsMode): FileLines[] {
  return [...report.files.values()]
    .map((file) => ({ path: file.path, lines: fileTotals(file, mode).lines }))
    .filter(({ lines }) => lines.covered < lines.total)
    .sort((a, b) => missed(b) - missed(a) || (a.path < b.path ? -1 : 1))
    .slice(0, MAX_UNCOVERED_FILES);
}

function missed({ lines }: FileLines): number {
  return lines.total - lines.covered;
}
