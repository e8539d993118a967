import { closeSync, openSync } from "node:fs";
import { chunksOf } from "../../actions/coverage-gate/src/report-files.ts";
import { lcov } from "../../packages/coverage/src/formats/lcov.ts";
import { mergeReports } from "../../packages/coverage/src/merge.ts";
import { reportTotals, type Totals } from "../../packages/coverage/src/totals.ts";

/** The totals of all reports together, by the action's own code. */
export function readReports(paths: readonly string[]): Totals {
  const reports = paths.map((path) => {
    const file = openSync(path, "r");
    try {
      return lcov.parse(chunksOf(file));
    } finally {
      closeSync(file);
    }
  });
  return reportTotals(mergeReports(reports), "lines");
}
