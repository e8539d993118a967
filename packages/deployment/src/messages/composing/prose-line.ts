import type { MessageLine } from "../message.ts";

/** Our own sentences put names between backticks. A half that is left over is text. */
export function proseLine(sentence: string): MessageLine {
  return sentence.split("`").map((part, at, parts) => (at % 2 === 1 && at < parts.length - 1 ? { code: part } : part));
}
