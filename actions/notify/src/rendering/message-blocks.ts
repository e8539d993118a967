import type { Message, MessageLine } from "@jessy-actions/deployment/messages/message";
import type { Block, Line } from "@jessy-actions/kit/report/report";

/** The message itself, so that a run shows what its chats got. */
export function messageBlocks({ title, text, fields, sections }: Message): Block[] {
  const blocks: Block[] = [
    ...text.map((line): Block => ({ kind: "paragraph", text: lineOf(line) })),
    ...fieldTable(fields),
    ...sections.flatMap((section): Block[] => [
      { kind: "paragraph", text: { strong: section.title } },
      { kind: "list", items: section.lines.map(lineOf), noun: "lines", weight: 1 },
    ]),
  ];
  return [{ kind: "details", summary: title, blocks }];
}

function fieldTable(fields: Message["fields"]): Block[] {
  if (fields.length === 0) return [];
  const rows = fields.map(({ name, value }): readonly Line[] => [name, lineOf(value)]);
  return [{ kind: "table", columns: [{ header: "Field" }, { header: "Value" }], rows, noun: "fields" }];
}

function lineOf(line: MessageLine): Line {
  return line.map((part) => {
    if (typeof part === "string" || "code" in part || "strong" in part) return part;
    return { link: { text: part.text, href: part.href } };
  });
}
