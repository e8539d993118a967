import { MARK } from "@jessy-actions/kit/report/mark";
import type { Gate, GateVerdict } from "../result.ts";

/** Mark and word, first in each row: narrow screens cut the last columns. */
export const MARKS: Readonly<Record<GateVerdict | "broken" | "allowed" | "nothing" | "shown", string>> = {
  pass: `${MARK.pass} pass`,
  fail: `${MARK.fail} fail`,
  broken: `${MARK.broken} cannot be judged`,
  allowed: `${MARK.warning} fails, allowed`,
  skipped: `${MARK.warning} not judged`,
  nothing: `${MARK.neutral} nothing to judge`,
  shown: `${MARK.neutral} shown`,
};

/** The mark of a row whose number may have a gate. */
export function markOf(gate: Gate | undefined): string {
  if (gate === undefined) return MARKS.shown;
  if (gate.verdict === "fail" && gate.unjudged !== undefined) return MARKS.broken;
  if (gate.scope?.allowed === true && gate.unjudged === undefined) return MARKS.allowed;
  return measuresNothing(gate) ? MARKS.nothing : MARKS[gate.verdict];
}

/** A change without measured lines, such as one of documents, is no reason to worry. */
export function measuresNothing({ verdict, measured }: Gate): boolean {
  return verdict === "skipped" && measured?.total === 0;
}
