/** A heading of a Markdown document, outside code and comments. Lines count from 1. */
export interface Heading {
  readonly level: number;
  /** What stands between the marks. */
  readonly text: string;
  readonly line: number;
  /** The first line below it; one more than `line`, or two under an underlined heading. */
  readonly contentLine: number;
}

/** The kinds of lines that matter for cutting a document. */
export type LineKind = "blank" | "text" | "heading" | "code" | "comment" | "definition";

export interface MarkdownBlocks {
  readonly lines: readonly string[];
  readonly kinds: readonly LineKind[];
  readonly headings: readonly Heading[];
}

/**
 * Lines of a Markdown document (CommonMark 0.31, GFM) in one pass: headings with `#` and underlined ones (4.2, 4.3), fenced and indented
 * code (4.4, 4.5), comments and raw text of HTML (4.6, kinds 1 and 2), link reference definitions of one line (4.7). Lists and quotes
 * are text: a heading inside them is not one of the document.
 */
export function readBlocks(markdown: string): MarkdownBlocks {
  const lines = splitLines(markdown);
  const kinds: LineKind[] = new Array(lines.length);
  const headings: Heading[] = [];
  /** The line on which the paragraph begins that an underline would make a heading; -1 where none could. */
  let paragraph = -1;
  let inContainer = false;
  let fence: string | undefined;
  let rawEnd: string | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const kind = kindOf(line, at);
    kinds[at] = kind;
    if (kind === "text") {
      if (paragraph === -1 && !inContainer) {
        inContainer = CONTAINER.test(line);
        if (!inContainer) paragraph = at;
      }
    } else {
      paragraph = -1;
      inContainer = false;
    }
  }
  return { lines, kinds, headings };

  function kindOf(line: string, at: number): LineKind {
    if (fence !== undefined) {
      if (closesFence(line, fence)) fence = undefined;
      return "code";
    }
    if (rawEnd !== undefined) {
      if (line.toLowerCase().includes(rawEnd)) rawEnd = undefined;
      return "comment";
    }
    const indent = indentOf(line);
    if (indent === line.length) return "blank";
    // Inside a paragraph it only continues it.
    if (indent > 3 || line.charCodeAt(indent) === TAB) return paragraph === -1 && !inContainer ? "code" : "text";
    switch (line[indent]) {
      case "#":
        return readHashes(line, indent, at) ? "heading" : "text";
      case "`":
      case "~":
        fence = openedFence(line, indent);
        return fence === undefined ? "text" : "code";
      case "<":
        return openedRaw(line, indent) ? "comment" : "text";
      case "=":
      case "-":
        return readUnderline(line, indent, at) ? "heading" : "text";
      case "[":
        return paragraph === -1 && DEFINITION.test(line) ? "definition" : "text";
      default:
        return "text";
    }
  }

  function readHashes(line: string, indent: number, at: number): boolean {
    let end = indent;
    while (line.charCodeAt(end) === HASH) end++;
    const level = end - indent;
    const next = line.charCodeAt(end);
    if (level > 6 || (end < line.length && next !== BLANK && next !== TAB)) return false;
    headings.push({ level, text: withoutClosing(line.slice(end).trim()), line: at + 1, contentLine: at + 2 });
    return true;
  }

  function readUnderline(line: string, indent: number, at: number): boolean {
    if (paragraph === -1) return false;
    const mark = line[indent]!;
    let end = indent;
    while (line[end] === mark) end++;
    if (line.slice(end).trim() !== "") return false;
    // Of a longer paragraph the last line is what stands above the underline, e.g. below an anchor.
    const text = lines[at - 1]!.trim();
    for (let above = paragraph; above < at; above++) kinds[above] = "heading";
    headings.push({ level: mark === "=" ? 1 : 2, text, line: paragraph + 1, contentLine: at + 2 });
    return true;
  }

  function openedRaw(line: string, indent: number): boolean {
    const rest = line.slice(indent);
    const tag = /^<(pre|script|style|textarea)(?:[\s>]|$)/i.exec(rest.slice(0, 12))?.[1]?.toLowerCase();
    if (!rest.startsWith("<!--") && tag === undefined) return false;
    const end = tag === undefined ? "-->" : `</${tag}>`;
    if (!rest.toLowerCase().includes(end)) rawEnd = end;
    return true;
  }
}

/** A label as definitions and links are matched by (CommonMark 4.7). */
export function normalizeLabel(label: string): string {
  return label.trim().replace(/\s+/g, " ").toLowerCase();
}

/** The label of a link reference definition. */
export function definedLabel(line: string): string {
  return normalizeLabel(DEFINITION.exec(line)?.[1] ?? "");
}

/** Everything in brackets, since it may be a reference: more than needed, never less. */
export function usedLabels(lines: Iterable<string>): Set<string> {
  const labels = new Set<string>();
  for (const line of lines) {
    let open = -1;
    for (let at = 0; at < line.length; at++) {
      const code = line.charCodeAt(at);
      if (code === 0x5b) open = at;
      else if (code === 0x5d && open !== -1) {
        if (at - open <= MAX_LABEL_CHARACTERS) labels.add(normalizeLabel(line.slice(open + 1, at)));
        open = -1;
      }
    }
  }
  return labels;
}

/** CommonMark 4.7. */
const MAX_LABEL_CHARACTERS = 999;

const DEFINITION = /^ {0,3}\[(?!\^)([^\][]{1,999})\]:[ \t]*\S/;
const CONTAINER = /^ {0,3}(?:>|[-+*](?:[ \t]|$)|[0-9]{1,9}[.)](?:[ \t]|$))/;

const HASH = 0x23;
const BLANK = 0x20;
const TAB = 0x09;

function splitLines(markdown: string): string[] {
  const text = markdown.startsWith("\ufeff") ? markdown.slice(1) : markdown;
  return (text.includes("\r") ? text.replaceAll("\r\n", "\n") : text).split("\n");
}

/** Blanks before the first character; the line's whole length when there is none. */
function indentOf(line: string): number {
  let at = 0;
  while (line.charCodeAt(at) === BLANK) at++;
  return at < line.length && line.charCodeAt(at) !== TAB ? at : line.trim() === "" ? line.length : at;
}

function withoutClosing(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === HASH) end--;
  if (end === 0) return "";
  const before = text.charCodeAt(end - 1);
  return before === BLANK || before === TAB ? text.slice(0, end).trimEnd() : text;
}

/** The marks of a fence that a line opens. */
function openedFence(line: string, indent: number): string | undefined {
  const mark = line[indent]!;
  let end = indent;
  while (line[end] === mark) end++;
  if (end - indent < 3 || (mark === "`" && line.includes("`", end))) return undefined;
  return line.slice(indent, end);
}

function closesFence(line: string, fence: string): boolean {
  const indent = indentOf(line);
  if (indent > 3 || !line.startsWith(fence, indent)) return false;
  let end = indent;
  while (line[end] === fence[0]) end++;
  return line.slice(end).trim() === "";
}
