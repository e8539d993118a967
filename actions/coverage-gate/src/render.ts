import { loweredAlerts } from "@jessy-actions/kit/report/lowered-input";
import type { Block, Report } from "@jessy-actions/kit/report/report";
import { allowedAnnotations, annotations } from "./outputs/annotations.ts";
import { badgeFiles } from "./outputs/badge.ts";
import { stepOutputs } from "./outputs/step-outputs.ts";
import { changedFiles } from "./rendering/changed-files.ts";
import { comparedWith } from "./rendering/compared-with.ts";
import { componentsTable } from "./rendering/components-table.ts";
import { filesBelow } from "./rendering/files-below.ts";
import { gatesTable } from "./rendering/gates-table.ts";
import { judgements } from "./rendering/judgements.ts";
import { mostUncoveredFiles } from "./rendering/most-uncovered.ts";
import { indirectChanges, totalMovement } from "./rendering/movement.ts";
import { notesList } from "./rendering/notes.ts";
import { reportsRead } from "./rendering/reports-read.ts";
import { uncoveredLines } from "./rendering/uncovered-lines.ts";
import { unmeasuredFiles } from "./rendering/unmeasured-files.ts";
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
    annotations: [...allowedAnnotations(result.gates), ...annotations(result.patch.files)],
    outputs: stepOutputs(result),
    files: [
      { name: "result.json", content: `${JSON.stringify(result)}\n`, output: "result-file" },
      ...badgeFiles(result),
    ],
  };
}
