import type { MessageLine, MessagePart } from "../message.ts";

/** A line of Discord's Markdown in which only our own parts have a meaning. */
export function discordLine(line: MessageLine): string {
  // What makes a heading, a list or a quote of a line; after the escapes, which leave these characters alone.
  return line
    .map(discordPart)
    .join("")
    .replace(/^(\s*)(?:([-+#>])|(\d{1,9})([.)]))/, (_, space, mark, digits, dot) =>
      mark === undefined ? `${space}${digits}\\${dot}` : `${space}\\${mark}`,
    );
}

/** Text of others: no style, no mention, no `<t:1>`, no `:emoji:`, no address that becomes a link. */
export function escapeDiscord(text: string): string {
  return text.replace(/[\\*_~`|<@[\]]|:(?=\/\/|[^\s:]+:)/g, "\\$&");
}

function discordPart(part: MessagePart): string {
  if (typeof part === "string") return escapeDiscord(part);
  if ("strong" in part) return part.strong.trim() === "" ? part.strong : bold(part.strong);
  // Nothing can be escaped in code, so what would end it is shown as plain text.
  if ("code" in part) return part.code.includes("`") ? escapeDiscord(part.code) : `\`${part.code}\``;
  return `[${escapeDiscord(part.text)}](${part.href})`;
}

/** Blanks inside of the stars would leave them as stars. */
function bold(text: string): string {
  const before = text.slice(0, text.length - text.trimStart().length);
  const after = text.slice(text.trimEnd().length);
  return `${before}**${escapeDiscord(text.trim())}**${after}`;
}
