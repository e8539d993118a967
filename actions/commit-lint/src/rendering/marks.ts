/** A word beside each mark, for readers without emoji. */
export const MARKS = {
  pass: "✅ pass",
  fail: "❌ fail",
  warning: "⚠️ warning",
  ignored: "➖ left alone",
} as const;

export type Mark = keyof typeof MARKS;
