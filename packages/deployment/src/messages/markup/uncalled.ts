import type { Mention } from "../message.ts";

/** Several chats share one list of mentions, so one chat says something only if it calls nobody at all. */
export function uncalled(chat: string, mentions: readonly Mention[], called: number, knows: string): readonly string[] {
  if (mentions.length === 0 || called > 0) return [];
  return [`nobody is called: no mention is of ${chat}, which knows ${knows}`];
}
