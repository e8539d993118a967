import type { Inline } from "./report.ts";

/** Our own sentences set names between backticks; whatever a name holds, each half stays plain text or a code span. */
export function prose(sentence: string): readonly Inline[] {
  return sentence.split("`").map((part, at, parts) => (at % 2 === 1 && at < parts.length - 1 ? { code: part } : part));
}
