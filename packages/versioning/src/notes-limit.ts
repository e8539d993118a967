import { definedLabel, type MarkdownBlocks, readBlocks, usedLabels } from "./markdown-blocks.ts";

/** The longest body of a release that GitHub takes: above it "body is too long (maximum is 125000 characters)". */
export const MAX_NOTES_CHARACTERS = 125_000;

export interface LimitedNotes {
  readonly text: string;
  readonly isCut: boolean;
}

/**
 * Notes that are too long end before the first entry that does not fit, and with a closing line. Never inside an entry of a list, a
 * paragraph, code or an open `<details>`; a heading that nothing is left of goes, too; link reference definitions that are still used stay.
 * Where the very first entry is too long, nothing but the closing line is left.
 *
 * Characters are counted in UTF-16 units, which are never fewer than GitHub's: what fits here, fits there.
 *
 * @param closing what says that something is missing, and where it is
 * @throws RangeError when the closing line alone is too long
 */
export function limitNotes(markdown: string, closing: string, limit = MAX_NOTES_CHARACTERS): LimitedNotes {
  if (markdown.length <= limit) return { text: markdown, isCut: false };
  if (closing.length > limit) throw new RangeError(`the closing line has more than ${limit} characters`);
  const blocks = readBlocks(markdown);
  const borders = bordersOf(blocks);
  const textUpTo = (border: number) => {
    const kept = blocks.lines.slice(0, border).filter((_, at) => blocks.kinds[at] !== "definition");
    return [kept.join("\n").trimEnd(), definitionsFor(blocks, kept), closing]
      .filter((part) => part !== "")
      .join("\n\n");
  };
  // More lines are never a shorter text.
  let fitting = 0;
  let tooMany = borders.length;
  while (tooMany - fitting > 1) {
    const middle = (fitting + tooMany) >> 1;
    if (textUpTo(borders[middle]!).length <= limit) fitting = middle;
    else tooMany = middle;
  }
  return { text: textUpTo(borders[fitting]!), isCut: true };
}

/** How many lines may be kept: 0, and up to each place where something new begins. */
function bordersOf(blocks: MarkdownBlocks): number[] {
  const { lines, kinds } = blocks;
  const borders = [0];
  let open = 0;
  for (const [at, line] of lines.entries()) {
    if (open === 0 && isBorder(blocks, at)) {
      let border = at;
      while (border > 0 && (kinds[border - 1] === "heading" || kinds[border - 1] === "blank")) border--;
      if (border > borders.at(-1)!) borders.push(border);
    }
    if (kinds[at] === "text") open = Math.max(0, open + count(line, "<details") - count(line, "</details"));
  }
  return borders;
}

/** Whether something new begins on a line: a heading, an entry at the margin, or a paragraph. */
function isBorder({ lines, kinds }: MarkdownBlocks, at: number): boolean {
  const kind = kinds[at]!;
  const before = kinds[at - 1];
  if (kind === "heading") return before !== "heading";
  if (kind !== "text") return (kind === "code" || kind === "comment") && before === "blank" && !/^\s/.test(lines[at]!);
  const line = lines[at]!;
  if (/^(?:[-+*]|[0-9]{1,9}[.)])[ \t]/.test(line)) return true;
  return (before === "blank" || before === "heading") && !/^\s/.test(line);
}

function count(line: string, part: string): number {
  let found = 0;
  for (let at = line.indexOf(part); at !== -1; at = line.indexOf(part, at + 1)) found++;
  return found;
}

function definitionsFor({ lines, kinds }: MarkdownBlocks, kept: readonly string[]): string {
  const used = usedLabels(kept);
  return lines
    .filter((line, at) => kinds[at] === "definition" && used.has(definedLabel(line)))
    .map((line) => line.trim())
    .join("\n");
}
