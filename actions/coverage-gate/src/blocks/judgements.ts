import { prose } from "@jessy-actions/kit/report/prose";
import type { Block, Line } from "@jessy-actions/kit/report/report";
import type { Gate, Result } from "../result.ts";
import { MARKS } from "./marks.ts";

/** What the table cannot say in a cell: how each gate that failed or was not judged came to its result, failures first. */
export function judgements({ gates, base }: Result): Block[] {
  const explained = [
    ...gates.filter((gate) => gate.verdict === "fail"),
    ...gates.filter((gate) => gate.verdict === "skipped"),
    ...gates.filter((gate) => gate.verdict === "pass" && isDecreaseOfDeletedCode(gate, base)),
  ];
  if (explained.length === 0) return [];
  const items = explained.map((gate): Line => [{ strong: MARKS[gate.verdict] }, " ", ...prose(gate.sentence)]);
  return [{ kind: "list", items, noun: "gates" }];
}

/** A total that fell and passes all the same wants its arithmetic. */
function isDecreaseOfDeletedCode(gate: Gate, total: Result["base"]): boolean {
  return gate.kind === "decrease" && gate.base?.total !== total?.lines.total;
}
