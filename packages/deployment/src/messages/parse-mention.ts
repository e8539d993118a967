import { UserError } from "@jessy-actions/reading/user-error";
import type { Mention } from "./message.ts";

const FORMS = "`here`, `channel`, `everyone`, `user:ID`, `group:ID`, or as the chat writes it, such as `<@U0123ABCD>`";

/**
 * A line of the input `mentions`: `here`, `channel`, `everyone`, `user:ID`, `group:ID`, with ` = Name` behind it for Teams, or
 * as the chats themselves write them: `<@U0123>`, `<!subteam^S0123>`, `<!here>`, `<@&123>`.
 * @throws UserError
 */
export function parseMention(line: string): Mention {
  const [, who = "", name] = /^(.*?)(?:\s*=\s*(.*))?$/s.exec(line.trim())!;
  const mention = parseWho(who);
  if (mention === undefined) throw new UserError(`\`${line.trim()}\` calls nobody: write ${FORMS}`);
  return name === undefined || name === "" || !("id" in mention) ? mention : { ...mention, name };
}

function parseWho(who: string): Mention | undefined {
  const all = /^(?:<!|[@!])?(here|channel|everyone)>?$/.exec(who)?.[1];
  if (all !== undefined) return { kind: all as "here" | "channel" | "everyone" };
  const [, kind, given] = /^(user|group|role):\s*(\S+)$/.exec(who) ?? [];
  if (given !== undefined) return { kind: kind === "user" ? "user" : "group", id: given };
  const group = /^<(?:!subteam\^(S[A-Z0-9]+)(?:\|[^>]*)?|@&(\d+))>$/.exec(who);
  if (group !== null) return { kind: "group", id: (group[1] ?? group[2])! };
  const user = /^<@!?([A-Z0-9]+)(?:\|[^>]*)?>$/.exec(who)?.[1];
  if (user !== undefined) return { kind: "user", id: user };
  // Bare ids that can be of one kind alone: Slack's, and addresses of Teams.
  if (/^S[A-Z0-9]{7,}$/.test(who)) return { kind: "group", id: who };
  if (/^[UW][A-Z0-9]{7,}$/.test(who) || /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(who)) return { kind: "user", id: who };
  return undefined;
}
