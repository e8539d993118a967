import type { Mention } from "./message.ts";

/**
 * A line of the input `mentions`: `here`, `channel`, `everyone`, `user:ID`, `group:ID`, with ` = Name` behind it for Teams, or
 * as the chats themselves write them: `<@U0123>`, `<!subteam^S0123>`, `<!here>`, `<@&123>`.
 * @throws UserError
 */
export function parseMention(line: string): Mention {
  return { kind: "user", id: line };
}
