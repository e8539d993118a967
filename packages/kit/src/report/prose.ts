import type { Inline } from "./report.ts";

/**
 * Our own sentences put names between backticks. Each half becomes plain text or a code span, no matter what the name
 * holds.
 */
export function prose(sentence: string): readonly Inline[] {
  return sentence.split("`").map((part, at, parts) => (at % 2 === 1 && at < parts.length - 1 ? { code: part } : part));
}
