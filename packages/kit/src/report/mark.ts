/**
 * The marks of every report. Emoji are the one red that GitHub shows in comments, job summaries and mails, light and
 * dark: its sanitiser takes colours away. A mark never stands without a word, for readers and screens that have no
 * emoji.
 */
export const MARK = {
  pass: "✅",
  fail: "❌",
  warning: "⚠️",
  broken: "💥",
  unknown: "❔",
  new: "🆕",
  /** Neither good nor bad: left alone, not judged, nothing to judge. */
  neutral: "➖",
  note: "ℹ️",
} as const;
