// What the action does with tracefiles, as a process of its own: read, merge, total; the JavaScript that dist/ is bundled from.
// Prints the totals as JSON.
import { closeSync, openSync } from "node:fs";
import { chunksOf } from "../../build/js/actions/coverage-gate/src/report-files.js";
import { lcov } from "../../build/js/packages/coverage/src/formats/lcov.js";
import { mergeReports } from "../../build/js/packages/coverage/src/merge.js";
import { reportTotals } from "../../build/js/packages/coverage/src/totals.js";

const reports = process.argv.slice(2).map((path) => {
  const file = openSync(path, "r");
  try {
    return lcov.parse(chunksOf(file));
  } finally {
    closeSync(file);
  }
});
process.stdout.write(`${JSON.stringify(reportTotals(mergeReports(reports), "lines"))}\n`);
