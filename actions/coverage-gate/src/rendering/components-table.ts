import { counted } from "@jessy-actions/kit/report/quantity";
import type { Block } from "@jessy-actions/kit/report/report";
import { verdictOf } from "../gates/headline.ts";
import type { Component, Gate, GateKind, Result } from "../result.ts";
import { GATE_COLUMNS, type GateRow, gateRow, withoutEmptyColumns } from "./gate-row.ts";
import { WEIGHT } from "./weights.ts";

/** With more the table is folded, unless one fails. */
const MAX_OPEN = 10;

/** Components in a table of their own, failed ones first. */
export function componentsTable({ components, gates }: Result): Block[] {
  if (components.length === 0) return [];
  const judged = components.map((component) => {
    const own = gates.filter((gate) => gate.component === component.name && gate.scope === undefined);
    return { component, own, verdict: verdictOf(own) };
  });
  const failed = judged.filter(({ verdict }) => verdict === "fail");
  const ordered = [...failed, ...judged.filter(({ verdict }) => verdict !== "fail")];
  const rows = ordered.flatMap(({ component, own }) =>
    rowsOf(component, own).map((row) => gateRow({ ...row, what: `${component.name}: ${row.what.toLowerCase()}` })),
  );
  const columns = GATE_COLUMNS.map((column) => (column.header === "What" ? { header: "Component" } : column));
  return [
    {
      kind: "details",
      summary: [
        { strong: counted(components.length, "component") },
        failed.length === 0 ? "" : `, ${failed.length} failed`,
      ],
      open: failed.length > 0 || components.length <= MAX_OPEN,
      blocks: [{ kind: "table", ...withoutEmptyColumns(columns, rows), noun: "rows", weight: WEIGHT.components }],
    },
  ];
}

/**
 * Lines always; branches and functions where they are judged; changed lines where they are judged, or not all covered.
 */
function rowsOf({ total, base, patch }: Component, own: readonly Gate[]): GateRow[] {
  const gate = (kind: GateKind) => own.find((each) => each.kind === kind);
  const rows: GateRow[] = [{ what: "Lines", ratio: total.lines, before: base?.lines, gate: gate("line") }];
  if (gate("branch") !== undefined)
    rows.push({ what: "Branches", ratio: total.branches, before: base?.branches, gate: gate("branch") });
  if (gate("function") !== undefined)
    rows.push({ what: "Functions", ratio: total.functions, before: base?.functions, gate: gate("function") });
  if (gate("patch") !== undefined || (patch !== undefined && patch.covered < patch.total))
    rows.push({ what: "Changed lines", ratio: patch, gate: gate("patch") });
  return rows;
}
