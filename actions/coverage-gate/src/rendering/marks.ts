import type { Gate, GateVerdict } from "../result.ts";

/**
 * Mark and word, first in each row: narrow screens cut the last columns, and an emoji alone means nothing to a screen
 * reader. Emoji are the one red that GitHub shows in comments, job summaries and mails, light and dark: its sanitiser
 * takes colours away.
 */
export const MARKS: Readonly<Record<GateVerdict | "nothing" | "shown", string>> = {
  pass: "✅ pass",
  fail: "❌ fail",
  skipped: "⚠️ not judged",
  nothing: "➖ nothing to judge",
  shown: "➖ shown",
};

/** The mark of a row whose number may have a gate. */
export function markOf(gate: Gate | undefined): string {
  if (gate === undefined) return MARKS.shown;
  return measuresNothing(gate) ? MARKS.nothing : MARKS[gate.verdict];
}

/** A change without measured lines, such as one of documents, is no reason to worry. */
export function measuresNothing({ verdict, measured }: Gate): boolean {
  return verdict === "skipped" && measured?.total === 0;
}
