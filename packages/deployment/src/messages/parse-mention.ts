import { UserError } from "@jessy-actions/reading/user-error";
import { isDiscordId, isSlackGroup, isSlackUser, isTeamsUser } from "./markup/mention-ids.ts";
import type { Mention } from "./message.ts";

const FORMS =
  "`here`, `channel`, `everyone`, `user: ID`, `group: ID`, or as the chat writes it, such as `<@U0123ABCD>`";

const EXAMPLES = {
  user: "`user: U0123ABCD` for Slack, `user: 123456789012345678` for Discord, or an object id of Entra for Teams",
  group: "`group: S0123ABCD` for Slack, or `role: 123456789012345678` for Discord",
} as const;

/**
 * A line of the input `mentions`: `here`, `channel`, `everyone`, `user: ID`, `group: ID`, or as the chats themselves write them:
 * `<@U0123>`, `<!subteam^S0123>`, `<!here>`, `<@&123>`; with ` = Name` behind it for Teams, which shows no other.
 * @throws UserError
 */
export function parseMention(line: string): Mention {
  const [, who = "", name = ""] = /^(.*?)(?:\s*=\s*(.*))?$/s.exec(line.trim())!;
  const mention = parseWho(who);
  if (mention === undefined) throw new UserError(`\`${line.trim()}\` calls nobody: write ${FORMS}`);
  if (!("id" in mention)) return mention;
  const { kind, id } = mention;
  const isKnown =
    isDiscordId(id) || (kind === "user" ? isSlackUser(id) || isTeamsUser(id) : kind === "group" && isSlackGroup(id));
  if (!isKnown) throw new UserError(`\`${line.trim()}\`: no chat knows the id \`${id}\`; write ${EXAMPLES[kind]}`);
  return name === "" ? mention : { ...mention, name };
}

function parseWho(who: string): Mention | undefined {
  const all = /^(?:<!(here|channel|everyone)>|@?(here|channel|everyone))$/.exec(who);
  if (all !== null) return { kind: (all[1] ?? all[2]) as "here" | "channel" | "everyone" };
  const [, kind, given] = /^(user|group|role):\s*(\S+)$/.exec(who) ?? [];
  if (given !== undefined) return { kind: kind === "user" ? "user" : "group", id: given };
  const group = /^<(?:!subteam\^(S[A-Z0-9]+)(?:\|[^<>]*)?|@&(\d+))>$/.exec(who);
  if (group !== null) return { kind: "group", id: (group[1] ?? group[2])! };
  const user = /^<@!?([A-Z0-9]+)(?:\|[^<>]*)?>$/.exec(who)?.[1];
  if (user !== undefined) return { kind: "user", id: user };
  // Bare ids; a short one in capitals is rather a word.
  if (isTeamsUser(who) || (isSlackUser(who) && who.length > 7)) return { kind: "user", id: who };
  if (isSlackGroup(who) && who.length > 7) return { kind: "group", id: who };
  if (!isDiscordId(who)) return undefined;
  throw new UserError(`\`${who}\` may be a person or a role: write \`user: ${who}\` or \`role: ${who}\``);
}
