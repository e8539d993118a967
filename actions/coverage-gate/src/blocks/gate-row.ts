import type { Ratio } from "@jessy-actions/coverage/model";
import type { Column, Line } from "@jessy-actions/kit/report/report";
import { gateWords } from "../gates/words.ts";
import type { Gate } from "../result.ts";
import { MARKS } from "./marks.ts";
import { changeText, percentText, ratioText } from "./numbers.ts";

/** The columns of gates, most important first. `Change` is in percentage points. */
export const GATE_COLUMNS: readonly Column[] = [
  { header: "Result" },
  { header: "What" },
  { header: "Value", align: "right" },
  { header: "Asked", align: "right" },
  { header: "Change", align: "right" },
  { header: "Covered", align: "right" },
];

/** A number that may have a gate. Without one it is shown, so that nobody has to wonder. */
export interface GateRow {
  readonly what: string;
  readonly ratio: Ratio | undefined;
  readonly before?: Ratio | undefined;
  readonly gate: Gate | undefined;
}

/** One row below `GATE_COLUMNS`; what failed is bold. */
export function gateRow({ what, ratio, before, gate }: GateRow): Line[] {
  const words = gate === undefined ? undefined : gateWords(gate);
  const value = words?.value ?? (ratio === undefined ? "" : percentText(ratio));
  const emphasise = (text: string): Line => (gate?.verdict === "fail" ? { strong: text } : text);
  return [
    emphasise(MARKS[gate?.verdict ?? "shown"]),
    emphasise(what),
    emphasise(value),
    words?.asked ?? "",
    changeText(before, ratio),
    ratio === undefined || ratio.total === 0 ? "" : ratioText(ratio),
  ];
}

/** Rows without the columns that say nothing in any of them (no baseline, no minimums): they would only make the table wider. */
export function withoutEmptyColumns(
  columns: readonly Column[],
  rows: readonly (readonly Line[])[],
): { readonly columns: readonly Column[]; readonly rows: readonly (readonly Line[])[] } {
  const isUsed = columns.map((_, at) => rows.some((row) => row[at] !== ""));
  return {
    columns: columns.filter((_, at) => isUsed[at]),
    rows: rows.map((row) => row.filter((_, at) => isUsed[at])),
  };
}
