import type { Block, Report } from "@jessy-actions/kit/report/report";
import { annotations } from "./outputs/annotations.ts";
import { resultFile } from "./outputs/result-file.ts";
import { sarifOf } from "./outputs/sarif-file.ts";
import { sbomFiles } from "./outputs/sbom-files.ts";
import { stepOutputs } from "./outputs/step-outputs.ts";
import { codeScanning } from "./rendering/code-scanning.ts";
import { countsTable } from "./rendering/counts-table.ts";
import { COMMENT, type Extent, SUMMARY } from "./rendering/extent.ts";
import { failingFindings, fixedFindings, otherFindings } from "./rendering/findings.ts";
import { fixCommands } from "./rendering/fix-commands.ts";
import { entryLists, proposalAlerts, suppressedTable } from "./rendering/ignored.ts";
import { notesList } from "./rendering/notes.ts";
import { problemList } from "./rendering/problems.ts";
import { provenance, provenanceLine } from "./rendering/provenance.ts";
import type { Result } from "./result.ts";

/** From the result alone. Pure. */
export function render(result: Result): Report {
  return {
    title: result.name === undefined || result.name === "" ? "Security" : `Security: ${result.name}`,
    comment: [
      ...blocks(result, COMMENT),
      ...notesList(result, "warnings"),
      ...codeScanning(result),
      provenanceLine(result),
    ],
    summary: [...blocks(result, SUMMARY), ...provenance(result), ...notesList(result, "all"), ...codeScanning(result)],
    annotations: annotations(result),
    outputs: stepOutputs(result),
    files: [
      resultFile(result),
      { name: "trivy-scan.sarif", content: sarifOf(result).content, output: "sarif-file" },
      ...sbomFiles(result),
    ],
  };
}

/** What is wrong, what mends it, and how much of it is there; then what can wait. */
function blocks(result: Result, extent: Extent): Block[] {
  return [
    ...problemList(result),
    ...proposalAlerts(result),
    ...failingFindings(result, extent),
    ...fixCommands(result, extent),
    ...countsTable(result),
    ...otherFindings(result, extent),
    ...fixedFindings(result, extent),
    ...suppressedTable(result, extent),
    ...entryLists(result, extent),
  ];
}
