import { codeBlock, codeSpan, escapeHtml, escapeMarkdown, linkTarget, revealInvisible } from "./escape.ts";
import { count } from "./quantity.ts";
import type { Block, Inline, Line } from "./report.ts";

export interface RenderedMarkdown {
  readonly text: string;
  /** How many rows, items and lines did not fit. */
  readonly omitted: number;
}

/**
 * Renders a report as GitHub Markdown of at most `maxBytes` of UTF-8. What does not fit is cut at the borders of rows,
 * items and code lines, from the block with the highest weight first (then from the largest), and a line of its own
 * says so for each cut. Nothing is ever cut inside a row, a tag or a character. If the parts that cannot be cut are too
 * long, blocks are dropped from the end.
 */
export function renderMarkdown(
  blocks: readonly Block[],
  { maxBytes }: { readonly maxBytes: number },
): RenderedMarkdown {
  const pieces: Piece[] = blocks.flatMap((block) => piecesOf(block));
  let excess = pieces.reduce((sum, piece) => sum + piece.bytes, 0) - maxBytes;
  if (excess > 0) excess = cutItems(pieces, excess);
  if (excess > 0) return renderFewerBlocks(blocks, maxBytes);
  return {
    text: pieces
      .map((piece) => piece.text())
      .join("")
      .trimEnd(),
    omitted: pieces.reduce((sum, piece) => sum + piece.omitted, 0),
  };
}

/** A line of Markdown. */
export function lineToMarkdown(line: Line): string {
  return isList(line) ? line.map(inlineToMarkdown).join("") : inlineToMarkdown(line);
}

function inlineToMarkdown(inline: Inline): string {
  if (typeof inline === "string") return escapeMarkdown(inline);
  if ("code" in inline) return codeSpan(inline.code);
  if ("strong" in inline) return `**${lineToMarkdown(inline.strong)}**`;
  if ("emphasis" in inline) return `_${lineToMarkdown(inline.emphasis)}_`;
  if ("link" in inline) return `[${lineToMarkdown(inline.link.text)}](${linkTarget(inline.link.href)})`;
  return `![${escapeMarkdown(inline.image.alt)}](${linkTarget(inline.image.src)})`;
}

/** GitHub does not read Markdown inside `<summary>`. */
function lineToHtml(line: Line): string {
  return isList(line) ? line.map(inlineToHtml).join("") : inlineToHtml(line);
}

function inlineToHtml(inline: Inline): string {
  if (typeof inline === "string") return escapeHtml(inline);
  if ("code" in inline) return `<code>${escapeHtml(inline.code)}</code>`;
  if ("strong" in inline) return `<b>${lineToHtml(inline.strong)}</b>`;
  if ("emphasis" in inline) return `<i>${lineToHtml(inline.emphasis)}</i>`;
  if ("link" in inline) return `<a href="${linkTarget(inline.link.href)}">${lineToHtml(inline.link.text)}</a>`;
  return `<img alt="${escapeHtml(inline.image.alt)}" src="${linkTarget(inline.image.src)}">`;
}

function isList(line: Line): line is readonly Inline[] {
  return Array.isArray(line);
}

/** Text that is kept or dropped as a whole, or a list of items whose last ones may be cut. */
class Piece {
  readonly weight: number;
  readonly #items: readonly string[];
  readonly #more: ((omitted: number) => string) | undefined;
  readonly #sizes: readonly number[];
  #kept: number;
  bytes: number;

  constructor(items: readonly string[], weight = 0, more?: (omitted: number) => string) {
    this.#items = items;
    this.#kept = items.length;
    this.#more = more;
    this.weight = weight;
    this.#sizes = items.map((item) => Buffer.byteLength(item));
    this.bytes = this.#sizes.reduce((sum, size) => sum + size, 0);
  }

  get isCuttable(): boolean {
    return this.#more !== undefined && this.#items.length > 0;
  }

  get omitted(): number {
    return this.#items.length - this.#kept;
  }

  /** Drops items from the end until the excess is gone. @returns the excess that remains. */
  cut(excess: number): number {
    const before = this.bytes;
    let size = this.bytes;
    let kept = this.#kept;
    // The line that says what was cut is longest when everything was cut.
    const moreBytes = Buffer.byteLength(this.#more!(this.#items.length));
    while (kept > 0 && before - size - moreBytes < excess) size -= this.#sizes[--kept]!;
    if (size + moreBytes >= before) return excess;
    this.#kept = kept;
    this.bytes = size + moreBytes;
    return excess - (before - this.bytes);
  }

  text(): string {
    return this.#items.slice(0, this.#kept).join("") + (this.omitted > 0 ? this.#more!(this.omitted) : "");
  }
}

function cutItems(pieces: readonly Piece[], excess: number): number {
  let left = excess;
  const cuttable = pieces.filter((piece) => piece.isCuttable).sort((a, b) => b.weight - a.weight || b.bytes - a.bytes);
  for (const piece of cuttable) {
    if (left <= 0) break;
    left = piece.cut(left);
  }
  return left;
}

/** The last resort: drops whole blocks from the end, and the last line says so. */
function renderFewerBlocks(blocks: readonly Block[], maxBytes: number): RenderedMarkdown {
  if (blocks.length === 0) return { text: "", omitted: 0 };
  const rest = renderMarkdown(blocks.slice(0, -1), { maxBytes: maxBytes - Buffer.byteLength(CUT_BLOCKS) });
  if (
    rest.text.endsWith(CUT_BLOCKS.trim()) ||
    Buffer.byteLength(rest.text) + Buffer.byteLength(CUT_BLOCKS) > maxBytes
  ) {
    return { text: rest.text, omitted: rest.omitted + 1 };
  }
  return { text: `${rest.text}${CUT_BLOCKS}`.trim(), omitted: rest.omitted + 1 };
}

const CUT_BLOCKS = "\n\n_The rest of the report does not fit here._";

const ALIGNMENT = { left: ":---", right: "---:", center: ":---:" } as const;

function piecesOf(block: Block): Piece[] {
  switch (block.kind) {
    case "heading":
      return [new Piece([`${"#".repeat(block.level)} ${lineToMarkdown(block.text)}\n\n`])];
    case "paragraph":
      return [new Piece([`${lineToMarkdown(block.text)}\n\n`])];
    case "alert":
      return [new Piece([`> [!${block.level.toUpperCase()}]\n> ${lineToMarkdown(block.text)}\n\n`])];
    case "table": {
      const head = block.columns.map((column) => lineToMarkdown(column.header)).join(" | ");
      const rule = block.columns.map((column) => ALIGNMENT[column.align ?? "left"]).join(" | ");
      const rows = block.rows.map((row) => `| ${row.map(lineToMarkdown).join(" | ")} |\n`);
      return [
        new Piece([`| ${head} |\n| ${rule} |\n`]),
        new Piece(rows, block.weight, (omitted) => `\n${moreOf(omitted, block.noun ?? "rows")}\n`),
        new Piece(["\n"]),
      ];
    }
    case "list": {
      const items = block.items.map((item) => `- ${lineToMarkdown(item)}\n`);
      return [
        new Piece(items, block.weight, (omitted) => `- ${moreOf(omitted, block.noun ?? "items")}\n`),
        new Piece(["\n"]),
      ];
    }
    case "details":
      return [
        new Piece([
          `<details${block.open === true ? " open" : ""}><summary>${lineToHtml(block.summary)}</summary>\n\n`,
        ]),
        ...block.blocks.flatMap((inner) => piecesOf(inner)),
        new Piece(["</details>\n\n"]),
      ];
    case "markdown":
      return [new Piece([`${block.text.split("\n").map(revealInvisible).join("\n")}\n\n`])];
    case "code": {
      const [open, ...lines] = codeBlock(block.text, block.language).split("\n");
      const close = lines.pop();
      const body = lines.map((line) => `${line}\n`);
      return [
        new Piece([`${open}\n`]),
        new Piece(body, block.weight, (omitted) => `... ${omitted} more lines\n`),
        new Piece([`${close}\n\n`]),
      ];
    }
  }
}

function moreOf(omitted: number, noun: string): string {
  return `_and ${count(omitted)} more ${escapeMarkdown(noun)}_`;
}
