import type { MessageLine, MessagePart } from "../message.ts";

export type RichTextElement =
  | { readonly type: "text"; readonly text: string; readonly style?: { readonly bold?: true; readonly code?: true } }
  | { readonly type: "link"; readonly url: string; readonly text: string };

interface RichSection {
  readonly type: "rich_text_section";
  readonly elements: readonly RichTextElement[];
}

export interface RichTextBlock {
  readonly type: "rich_text";
  readonly elements: readonly (
    | RichSection
    | { readonly type: "rich_text_list"; readonly style: "bullet"; readonly elements: readonly RichSection[] }
  )[];
}

/** Lines below each other, as Slack's own composer writes them: one section with line breaks. */
export function richLines(lines: readonly MessageLine[]): RichTextBlock {
  const elements = lines.flatMap((line, at) => [...(at === 0 ? [] : [text("\n")]), ...line.map(element)]);
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements }] };
}

export function richList(title: string, lines: readonly MessageLine[]): RichTextBlock {
  return {
    type: "rich_text",
    elements: [
      { type: "rich_text_section", elements: [element({ strong: title }), text("\n")] },
      {
        type: "rich_text_list",
        style: "bullet",
        elements: lines.map((line) => ({ type: "rich_text_section", elements: line.map(element) })),
      },
    ],
  };
}

function element(part: MessagePart): RichTextElement {
  if (typeof part === "string") return text(part);
  if ("code" in part) return { type: "text", text: part.code, style: { code: true } };
  if ("strong" in part) return { type: "text", text: part.strong, style: { bold: true } };
  return { type: "link", url: part.href, text: part.text };
}

function text(text: string): RichTextElement {
  return { type: "text", text };
}
