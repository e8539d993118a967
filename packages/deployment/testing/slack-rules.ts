import type { KnownBlock, RichTextElement } from "@slack/types";
import { codePoints } from "../src/messages/fitting/code-points.ts";
import type { SlackPayload } from "../src/messages/slack-payload.ts";

/**
 * What docs.slack.dev says of the blocks that a message uses, as a list of faults. The published types hold the names: a payload
 * that does not fit them does not compile.
 */
export function slackFaults({ text, blocks }: SlackPayload): readonly string[] {
  const published: readonly KnownBlock[] = mutable(blocks);
  const faults = published.flatMap((block) => blockFaults(block));
  if (published.length > 50) faults.push(`${published.length} blocks`);
  // slackapi/bolt-js#2509
  if (JSON.stringify(blocks).length > 13_200) faults.push("msg_blocks_too_long");
  if (text === "" || codePoints(text) > 40_000) faults.push("no_text");
  if (/<[!@#]/.test(text)) faults.push("a mention in text");
  return faults;
}

/** Slack's types take no readonly lists; everything else about them is checked. */
type Mutable<Value> = Value extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : Value extends object
    ? { -readonly [Key in keyof Value]: Mutable<Value[Key]> }
    : Value;

function mutable(blocks: SlackPayload["blocks"]): Mutable<SlackPayload["blocks"]> {
  return structuredClone(blocks) as Mutable<SlackPayload["blocks"]>;
}

function blockFaults(block: KnownBlock): string[] {
  switch (block.type) {
    case "header":
      return lengthFaults("header", block.text.text, 150);
    case "section":
      return lengthFaults("section", block.text?.text ?? "", 3000);
    case "context":
      return [
        ...(block.elements.length > 10 ? ["context with too many elements"] : []),
        ...block.elements.flatMap((one) => ("text" in one ? lengthFaults("context", String(one.text), 3000) : [])),
      ];
    case "rich_text":
      return block.elements.flatMap((part) =>
        part.type === "rich_text_list"
          ? part.elements.flatMap(({ elements }) => elementFaults(elements))
          : elementFaults(part.elements),
      );
    default:
      return [`a block ${block.type}`];
  }
}

function elementFaults(elements: readonly RichTextElement[]): string[] {
  if (elements.length === 0) return ["an empty rich text"];
  return elements.flatMap((element) => {
    if (element.type === "text") return lengthFaults("text", element.text, 12_000);
    if (element.type !== "link") return [`an element ${element.type}`];
    const isUrl = /^https?:\/\//.test(element.url) && element.url.length <= 3000;
    return [...lengthFaults("link", element.text ?? "", 12_000), ...(isUrl ? [] : [`link to ${element.url}`])];
  });
}

function lengthFaults(what: string, text: string, most: number): string[] {
  return text === "" ? [`${what} is empty`] : codePoints(text) > most ? [`${what} has ${codePoints(text)}`] : [];
}
