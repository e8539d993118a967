import type { FittedPayload, Message } from "./message.ts";

/** Body of an executed webhook (`?wait=true`) and of its edit by PATCH. */
export interface DiscordPayload {
  readonly content: string;
  readonly embeds: readonly object[];
  readonly allowed_mentions: {
    readonly parse: readonly "everyone"[];
    readonly users: readonly string[];
    readonly roles: readonly string[];
  };
}

/** Posts and edits are alike: an edit that leaves out `allowed_mentions` would be parsed with Discord's defaults. */
export function discordPayload(message: Message): FittedPayload<DiscordPayload> {
  return {
    payload: { content: message.title, embeds: [], allowed_mentions: { parse: [], users: [], roles: [] } },
    left: [],
  };
}
