import { prose } from "@jessy-actions/kit/report/prose";
import type { Block, Line } from "@jessy-actions/kit/report/report";
import type { Gate, Result } from "../result.ts";
import { isShare } from "./gate-row.ts";
import { markOf, measuresNothing } from "./marks.ts";

/**
 * What the tables cannot say in a cell: how a gate came to its result, failures first. A share explains
 * itself in its row, and so does a change without measured lines.
 */
export function judgements({ gates, base }: Result): Block[] {
  const explained = [
    ...gates.filter((gate) => gate.verdict === "fail" && !isPlainShare(gate)),
    ...gates.filter((gate) => gate.verdict === "skipped" && !measuresNothing(gate) && !isAllowedShare(gate)),
    ...gates.filter((gate) => gate.verdict === "pass" && isDecreaseOfDeletedCode(gate, base)),
  ];
  if (explained.length === 0) return [];
  const items = explained.map((gate): Line => [{ strong: markOf(gate) }, " ", ...prose(gate.sentence)]);
  return [{ kind: "list", items, noun: "gates" }];
}

/** Its row has the percentage, the minimum, both counts and what is missing. */
function isPlainShare(gate: Gate): boolean {
  return isShare(gate) && gate.measured !== undefined && gate.measured.total > 0;
}

/** One that fails by the default branch's scope and may: its row says both. */
function isAllowedShare(gate: Gate): boolean {
  return gate.scope !== undefined && isPlainShare(gate);
}

/** A total that fell and passes all the same wants its arithmetic. */
function isDecreaseOfDeletedCode(gate: Gate, total: Result["base"]): boolean {
  return gate.kind === "decrease" && gate.base?.total !== total?.lines.total;
}
