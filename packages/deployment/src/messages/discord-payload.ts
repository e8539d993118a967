import { counted, named } from "./counted.ts";
import { codePoints, cutText } from "./fitting/code-points.ts";
import { fitMessage, greatest } from "./fitting/fit-message.ts";
import { cutLine, firstLines, linkLine, plainText } from "./fitting/message-line.ts";
import { discordLine } from "./markup/discord-markdown.ts";
import { type DiscordCalls, discordCalls } from "./markup/discord-mentions.ts";
import type { FittedPayload, Message, MessageLine } from "./message.ts";
import { LOOKS } from "./state-look.ts";

/** discord.com/developers/docs/resources/message#embed-object-embed-limits */
export const DISCORD_LIMITS = {
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  /** Of all these texts together. */
  embed: 6000,
} as const;

interface DiscordField {
  readonly name: string;
  readonly value: string;
  readonly inline: boolean;
}

export interface DiscordEmbed {
  readonly title: string;
  readonly url?: string;
  readonly description?: string;
  readonly color: number;
  readonly fields: readonly DiscordField[];
  readonly footer?: { readonly text: string };
  /** ISO 8601; shown in the reader's own time zone. */
  readonly timestamp: string;
}

/** Body of an executed webhook (`?wait=true`) and of its edit by PATCH. */
export interface DiscordPayload extends DiscordCalls {
  readonly embeds: readonly [DiscordEmbed];
}

/**
 * A message as one embed. Posts and edits are alike: an edit without `content` would keep the old one, and without
 * `allowed_mentions` be parsed with Discord's defaults.
 */
export function discordPayload(message: Message): FittedPayload<DiscordPayload> {
  return fitMessage(message, renderDiscord, ({ embeds: [embed] }) => embedLength(embed) <= DISCORD_LIMITS.embed);
}

function renderDiscord(message: Message): FittedPayload<DiscordPayload> {
  const left: string[] = [];
  const say = (isCut: boolean, what: string): void => {
    if (isCut) left.push(what);
  };
  const { payload: calls, left: strangers } = discordCalls(message.mentions);
  left.push(...strangers);

  const heading = [`${LOOKS[message.state].mark} ${message.title}`];
  const title = within(heading, DISCORD_LIMITS.title);
  say(title !== discordLine(heading), `the title was cut to ${DISCORD_LIMITS.title} characters`);

  const links = message.buttons.length === 0 ? [] : [linkLine(message.buttons)];
  const paragraphs = [...message.text, ...links];
  const description = linesWithin(message.text, links, DISCORD_LIMITS.description);
  say(description !== joined(paragraphs), `the text was cut to ${DISCORD_LIMITS.description} characters`);

  const facts = message.fields.slice(0, Math.max(0, DISCORD_LIMITS.fields - message.sections.length));
  const missing = message.fields.slice(facts.length);
  say(
    missing.length > 0,
    `${counted(missing.length, "field")} did not fit among ${DISCORD_LIMITS.fields}: ${named(missing.map(({ name }) => name))}`,
  );
  const fields = [
    ...facts.map(({ name, value }) => {
      const cut = within(value, DISCORD_LIMITS.fieldValue);
      say(cut !== discordLine(value), `“${name}” was cut to ${DISCORD_LIMITS.fieldValue} characters`);
      return { name: within([name], DISCORD_LIMITS.fieldName), value: cut, inline: isShort(name, value) };
    }),
    ...message.sections.map((section) => {
      const lines = section.lines.map((line): MessageLine => ["• ", ...line]);
      const value = linesWithin(lines, [], DISCORD_LIMITS.fieldValue);
      say(value !== joined(lines), `“${section.title}” was shortened to ${DISCORD_LIMITS.fieldValue} characters`);
      return { name: within([section.title], DISCORD_LIMITS.fieldName), value, inline: false };
    }),
  ];
  const embed: DiscordEmbed = {
    title,
    ...(message.titleUrl !== undefined && { url: message.titleUrl }),
    ...(description !== "" && { description }),
    color: LOOKS[message.state].color,
    fields,
    ...(message.footer !== "" && { footer: { text: cutText(message.footer, DISCORD_LIMITS.footer) } }),
    timestamp: new Date(message.time).toISOString(),
  };
  return { payload: { ...calls, embeds: [embed] }, left };
}

/** The start of a line whose Markdown is within a limit: escapes count, and none is cut through. */
function within(line: MessageLine, limit: number): string {
  const whole = discordLine(line);
  if (codePoints(whole) <= limit) return whole;
  const fits = (length: number): boolean => codePoints(discordLine(cutLine(line, length))) <= limit;
  return discordLine(cutLine(line, greatest(codePoints(plainText(line)), fits)));
}

/** The first lines, then those that must be there; of a first line that is too long, its start. */
function linesWithin(lines: readonly MessageLine[], after: readonly MessageLine[], limit: number): string {
  const fits = (kept: readonly MessageLine[]): boolean => codePoints(joined([...kept, ...after])) <= limit;
  if (fits(lines)) return joined([...lines, ...after]);
  const count = greatest(lines.length, (number) => fits(firstLines(lines, number)));
  if (count > 0) return joined([...firstLines(lines, count), ...after]);
  const rest = codePoints(joined([[], ...firstLines(lines, 1).slice(1), ...after]));
  const start = within(lines[0] ?? [], Math.max(0, limit - rest));
  return [start, ...[...firstLines(lines, 1).slice(1), ...after].map(discordLine)].join("\n");
}

function joined(lines: readonly MessageLine[]): string {
  return lines.map(discordLine).join("\n");
}

/** Whether two such fields stand well beside each other. */
function isShort(name: string, value: MessageLine): boolean {
  return codePoints(name) <= 30 && codePoints(plainText(value)) <= 40;
}

function embedLength({ title, description, fields, footer }: DiscordEmbed): number {
  const texts = [title, description ?? "", footer?.text ?? "", ...fields.flatMap(({ name, value }) => [name, value])];
  return texts.reduce((sum, text) => sum + codePoints(text), 0);
}
