import type { Ratio } from "@jessy-actions/coverage/model";
import { shortfall } from "@jessy-actions/coverage/ratio";
import { count } from "@jessy-actions/kit/report/quantity";
import type { Column, Line } from "@jessy-actions/kit/report/report";
import { parseDecimal } from "@jessy-actions/reading/decimal";
import { gateWords } from "../gates/words.ts";
import type { Gate } from "../result.ts";
import { markOf } from "./marks.ts";
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

/** Whether a gate is on a share of lines, branches or functions, not on a number of files or points. */
export function isShare({ kind }: Pick<Gate, "kind">): boolean {
  return !["rules", "decrease", "per-file", "measured", "stale"].includes(kind);
}

/** One row below `GATE_COLUMNS`; what failed is bold. */
export function gateRow({ what, ratio, before, gate }: GateRow): Line[] {
  const words = gate === undefined ? undefined : gateWords(gate);
  const value = words?.value ?? (ratio === undefined ? "" : percentText(ratio));
  const emphasise = (text: string): Line => (gate?.verdict === "fail" ? { strong: text } : text);
  return [
    emphasise(markOf(gate)),
    emphasise(what),
    emphasise(unbroken(value)),
    unbroken(words?.asked ?? ""),
    changeText(before, ratio),
    ratio === undefined || ratio.total === 0 ? "" : unbroken(`${ratioText(ratio)}${missingWords(ratio, gate)}`),
  ];
}

/** How far a failed share is from its minimum. */
function missingWords(ratio: Ratio, gate: Gate | undefined): string {
  const minimum = gate?.verdict === "fail" ? parseDecimal(gate.threshold) : undefined;
  return minimum === undefined ? "" : `, ${count(shortfall(ratio, minimum))} short`;
}

/** Narrow screens break lines at blanks; a number stays beside its unit. */
function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}

/**
 * Rows without the columns that say nothing in any of them (no baseline, no minimums): they would only make the table
 * wider.
 */
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
