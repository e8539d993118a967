import { EmbedBuilder } from "@discordjs/builders";
import type { AllowedMentionsTypes, RESTPostAPIWebhookWithTokenJSONBody } from "discord-api-types/v10";
import type { DiscordPayload } from "../src/messages/discord-payload.ts";
import { codePoints } from "../src/messages/fitting/code-points.ts";

/**
 * What Discord's documentation says of a message with an embed, as a list of faults. The names are those of discord-api-types: a
 * payload that does not fit them does not compile.
 */
export function discordFaults(payload: DiscordPayload): readonly string[] {
  const { parse, users, roles } = payload.allowed_mentions;
  const body: RESTPostAPIWebhookWithTokenJSONBody = {
    ...payload,
    embeds: payload.embeds.map((embed) => ({ ...embed, fields: [...embed.fields] })),
    allowed_mentions: { parse: [...parse] as AllowedMentionsTypes[], users: [...users], roles: [...roles] },
  };
  const [embed] = payload.embeds;
  const texts: readonly (readonly [what: string, text: string | undefined, most: number])[] = [
    ["content", body.content, 2000],
    ["title", embed.title, 256],
    ["description", embed.description, 4096],
    ["footer", embed.footer?.text, 2048],
    ...embed.fields.flatMap(({ name, value }) => [["name", name, 256] as const, ["value", value, 1024] as const]),
  ];
  const faults = texts.flatMap(([what, text, most]) => {
    if (text === undefined || (what === "content" && text === "")) return [];
    if (text.trim() === "") return [`${what} is empty`];
    return codePoints(text.trim()) > most ? [`${what} has ${codePoints(text.trim())}`] : [];
  });
  const total = texts.slice(1).reduce((sum, [, text]) => sum + codePoints(text ?? ""), 0);
  if (total > 6000) faults.push(`${total} in all`);
  if (embed.fields.length > 25) faults.push(`${embed.fields.length} fields`);
  if (JSON.stringify(body).includes(":null")) faults.push("null");
  return faults;
}

/** discord.js's own check, which counts UTF-16 units. @throws if it would not send the embed */
export function checkByBuilders({ embeds: [embed] }: DiscordPayload): void {
  const builder = new EmbedBuilder()
    .setTitle(embed.title)
    .setURL(embed.url ?? null)
    .setDescription(embed.description ?? null)
    .setColor(embed.color)
    .setFields(...embed.fields)
    .setFooter(embed.footer === undefined ? null : { text: embed.footer.text })
    .setTimestamp(Date.parse(embed.timestamp));
  builder.toJSON();
}
