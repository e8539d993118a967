import { readBlocks } from "./markdown-blocks.ts";

/** HTML and Markdown have no deeper headings. */
const DEEPEST = 6;

/**
 * Moves a text's headings up or down together, so that the highest has the given level: parts of different origin then
 * make one document. Headings in code, quotes and lists are text. An underlined heading becomes one with `#`.
 */
export function withHeadingLevel(markdown: string, level: number): string {
  const { lines, headings } = readBlocks(markdown);
  const highest = Math.min(...headings.map((heading) => heading.level));
  if (headings.length === 0 || highest === level) return markdown;
  const moved = [...lines];
  for (const { level: old, text, line, contentLine } of headings.toReversed()) {
    const marks = "#".repeat(Math.min(DEEPEST, old - highest + level));
    // An underlined paragraph of several lines is a heading in its last line alone, as readBlocks takes it.
    const above = moved.slice(line - 1, Math.max(line - 1, contentLine - 3));
    moved.splice(line - 1, contentLine - line, ...above, `${marks} ${text}`);
  }
  return moved.join("\n");
}
