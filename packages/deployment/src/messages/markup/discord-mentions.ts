import type { FittedPayload, Mention } from "../message.ts";
import { isDiscordId } from "./mention-ids.ts";
import { uncalled } from "./uncalled.ts";

/** Who is called, and the permission to call nobody else. */
export interface DiscordCalls {
  /** Empty: nobody. */
  readonly content: string;
  readonly allowed_mentions: {
    readonly parse: readonly "everyone"[];
    readonly users: readonly string[];
    readonly roles: readonly string[];
  };
}

export function discordCalls(mentions: readonly Mention[]): FittedPayload<DiscordCalls> {
  const ids = (kind: "user" | "group"): readonly string[] => [
    ...new Set(mentions.flatMap((one) => (one.kind === kind && isDiscordId(one.id) ? [one.id] : []))),
  ];
  const users = ids("user");
  const roles = ids("group");
  const isHere = mentions.some(({ kind }) => kind === "here");
  const isEveryone = mentions.some(({ kind }) => kind === "everyone" || kind === "channel");
  const words = [
    ...(isEveryone ? ["@everyone"] : isHere ? ["@here"] : []),
    ...users.map((id) => `<@${id}>`),
    ...roles.map((id) => `<@&${id}>`),
  ];
  return {
    payload: {
      content: words.join(" "),
      allowed_mentions: { parse: isHere || isEveryone ? ["everyone"] : [], users, roles },
    },
    left: uncalled("Discord", mentions, words.length, "ids of 17 to 20 digits"),
  };
}
