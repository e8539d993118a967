import { escapeTerminal } from "./escape.ts";
import type { Block, Inline, Line } from "./report.ts";

export interface TerminalStyle {
  readonly color: boolean;
}

/** A report as text for a terminal or a log: aligned tables, everything unfolded, nothing cut. */
export function renderTerminal(blocks: readonly Block[], style: TerminalStyle): string {
  return `${blocks.map((block) => renderBlock(block, style)).join("\n\n")}\n`;
}

function renderBlock(block: Block, style: TerminalStyle): string {
  switch (block.kind) {
    case "heading":
      return bold(plain(block.text), style);
    case "paragraph":
      return plain(block.text);
    case "alert":
      return `${bold(`${block.level.toUpperCase()}:`, style)} ${plain(block.text)}`;
    case "list":
      return block.items.map((item) => `  - ${plain(item)}`).join("\n");
    case "code":
    case "markdown":
      return indent(block.text.split("\n").map(escapeTerminal).join("\n"));
    case "details":
      return `${bold(plain(block.summary), style)}\n${indent(block.blocks.map((inner) => renderBlock(inner, style)).join("\n\n"))}`;
    case "table": {
      const rows = [block.columns.map((column) => plain(column.header)), ...block.rows.map((row) => row.map(plain))];
      const widths = block.columns.map((_, at) =>
        rows.reduce((most, row) => Math.max(most, displayWidth(row[at] ?? "")), 0),
      );
      const lines = rows.map((row) =>
        row
          .map((cell, at) => pad(cell, widths[at]!, block.columns[at]?.align === "right"))
          .join("  ")
          .trimEnd(),
      );
      return [bold(lines[0]!, style), ...lines.slice(1)].join("\n");
    }
  }
}

function plain(line: Line): string {
  return Array.isArray(line) ? line.map((inline: Inline) => plainInline(inline)).join("") : plainInline(line as Inline);
}

function plainInline(inline: Inline): string {
  if (typeof inline === "string") return escapeTerminal(inline);
  if ("code" in inline) return escapeTerminal(inline.code);
  if ("strong" in inline) return plain(inline.strong);
  if ("emphasis" in inline) return plain(inline.emphasis);
  if ("link" in inline) return plain(inline.link.text);
  return escapeTerminal(inline.image.alt);
}

function bold(text: string, { color }: TerminalStyle): string {
  return color ? `\u001b[1m${text}\u001b[0m` : text;
}

function indent(text: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? line : `  ${line}`))
    .join("\n");
}

function pad(text: string, width: number, right: boolean): string {
  const blanks = " ".repeat(width - displayWidth(text));
  return right ? blanks + text : text + blanks;
}

/** The columns that a text takes: two for East Asian wide characters and emoji, none for combining marks. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mark}|\u200d|\ufe0f/u.test(character)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}
