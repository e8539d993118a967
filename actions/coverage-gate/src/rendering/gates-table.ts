import type { Block } from "@jessy-actions/kit/report/report";
import { gateWords } from "../gates/words.ts";
import type { Gate, GateKind, Result } from "../result.ts";
import { GATE_COLUMNS, type GateRow, gateRow, isShare, withoutEmptyColumns } from "./gate-row.ts";

/**
 * Totals, changed lines and the other gates of the whole repository, and what does not hold by the default branch's
 * scope: the one table that is always there.
 */
export function gatesTable({ gates, total, base, patch }: Result): Block {
  const gate = (kind: GateKind): Gate | undefined =>
    gates.find((each) => each.kind === kind && each.component === undefined && each.scope === undefined);
  const shares: GateRow[] = [
    { what: "Lines", ratio: total.lines, before: base?.lines, gate: gate("line") },
    { what: "Branches", ratio: total.branches, before: base?.branches, gate: gate("branch") },
    { what: "Functions", ratio: total.functions, before: base?.functions, gate: gate("function") },
    { what: "Changed lines", ratio: patch.lines, gate: gate("patch") },
    { what: "Changed branches", ratio: patch.branches, gate: gate("patch-branch") },
  ];
  const others = (["rules", "decrease", "per-file", "measured", "stale"] as const).flatMap((kind): GateRow[] => {
    const found = gate(kind);
    return found === undefined ? [] : [{ what: gateWords(found).what, ratio: undefined, gate: found }];
  });
  const byDefault = gates
    .filter(({ scope }) => scope !== undefined)
    .map((gate): GateRow => ({ what: gateWords(gate).what, ratio: isShare(gate) ? gate.measured : undefined, gate }));
  const rows = [...shares.filter(saysSomething), ...others, ...byDefault].map(gateRow);
  return { kind: "table", ...withoutEmptyColumns(GATE_COLUMNS, rows), noun: "gates" };
}

/** Lines always do; branches that no report measures say nothing, unless they are asked for. */
function saysSomething({ what, ratio, gate }: GateRow): boolean {
  return gate !== undefined || what === "Lines" || (ratio !== undefined && ratio.total > 0);
}
