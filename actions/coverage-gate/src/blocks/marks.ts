import type { GateVerdict } from "../result.ts";

/**
 * Mark and word, first in each row: narrow screens cut the last columns, and an emoji alone means nothing to a screen reader. Emoji are the one
 * red that GitHub shows in comments, job summaries and mails, light and dark: its sanitiser takes colours away.
 */
export const MARKS: Readonly<Record<GateVerdict | "shown", string>> = {
  pass: "✅ pass",
  fail: "❌ fail",
  skipped: "⚠️ not judged",
  shown: "➖ shown",
};
