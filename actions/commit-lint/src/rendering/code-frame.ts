import { revealInvisible } from "@jessy-actions/kit/report/escape";
import type { Problem } from "../result.ts";

/**
 * The lines that have problems, with a mark below each place, as compilers show them. Pure text; what is quoted is untrusted, so a mark
 * stands where it is seen: below what is shown of a character that cannot be.
 *
 *     1 | Fixed stuff.
 *       |      ^
 */
export function codeFrame(problems: readonly Problem[]): string {
  const width = Math.max(...problems.map(({ line }) => String(line).length));
  const marked = new Map<string, Set<number>>();
  for (const { line, excerpt } of inOrder(problems)) {
    const text = `${String(line).padStart(width)} | ${visible(excerpt.text)}`;
    const columns = marked.get(text) ?? new Set();
    marked.set(text, columns.add([...visible(excerpt.text.slice(0, excerpt.at))].length));
  }
  return [...marked].flatMap(([text, columns]) => [text, `${" ".repeat(width)} | ${marks(columns)}`]).join("\n");
}

/** As they stand in the message. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
}

function marks(columns: ReadonlySet<number>): string {
  return Array.from({ length: Math.max(...columns) + 1 }, (_, at) => (columns.has(at) ? "^" : " ")).join("");
}

/** One line without what cannot be seen. */
function visible(text: string): string {
  return revealInvisible(text.replaceAll("\t", " "));
}
