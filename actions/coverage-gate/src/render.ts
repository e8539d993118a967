import { loweredAlerts } from "@jessy-actions/kit/report/lowered-input";
import type { Block, Report } from "@jessy-actions/kit/report/report";
import { changedFiles } from "./blocks/changed-files.ts";
import { comparedWith } from "./blocks/compared-with.ts";
import { componentsTable } from "./blocks/components-table.ts";
import { filesBelow } from "./blocks/files-below.ts";
import { gatesTable } from "./blocks/gates-table.ts";
import { judgements } from "./blocks/judgements.ts";
import { mostUncoveredFiles } from "./blocks/most-uncovered.ts";
import { indirectChanges, totalMovement } from "./blocks/movement.ts";
import { notesList } from "./blocks/notes.ts";
import { reportsRead } from "./blocks/reports-read.ts";
import { uncoveredLines } from "./blocks/uncovered-lines.ts";
import { unmeasuredFiles } from "./blocks/unmeasured-files.ts";
import { annotations } from "./outputs/annotations.ts";
import { badgeFiles } from "./outputs/badge.ts";
import { stepOutputs } from "./outputs/step-outputs.ts";
import type { Result } from "./result.ts";

/** A result in words, tables and files. Pure: the same result gives the same bytes. */
export function render(result: Result): Report {
  const blocks: Block[] = [
    ...loweredAlerts(result.loweredGates),
    gatesTable(result),
    ...judgements(result),
    ...componentsTable(result),
    ...uncoveredLines(result),
    ...unmeasuredFiles(result),
    ...filesBelow(result),
    ...changedFiles(result),
    ...totalMovement(result),
    ...indirectChanges(result),
  ];
  const closing: Block[] = [...notesList(result), comparedWith(result)];
  return {
    title: result.name === "" ? "Coverage" : `Coverage: ${result.name}`,
    comment: [...blocks, ...closing],
    summary: [...blocks, ...mostUncoveredFiles(result), reportsRead(result), ...closing],
    annotations: annotations(result.patch.files),
    outputs: stepOutputs(result),
    files: [
      { name: "result.json", content: `${JSON.stringify(result)}\n`, output: "result-file" },
      ...badgeFiles(result),
    ],
  };
}
