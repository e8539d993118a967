import type { InputReader } from "@jessy-actions/kit/runner/inputs";
import type { Target, UnusableTarget } from "../targets/target.ts";
import { readAddress } from "../targets/webhook-address.ts";
import { type FoundTargets, NAMES, secretLines } from "./target-lines.ts";

/** `C`, `D` or `G`, and more: what chat.update wants instead of a name. */
const CHANNEL_ID = /^[CDG][A-Z0-9]{7,}$/;

/** Messages by a bot's token: one in each channel. */
export function readSlackBots(reader: InputReader, allowed: readonly string[]): FoundTargets {
  const tokens = secretLines(reader, "slack-token");
  const channels = readChannels(reader);
  const ts = readTs(reader, "slack-ts");
  const threadTs = readTs(reader, "slack-thread-ts");
  const api = readAddress(
    "slack",
    `${(reader.string("slack-api-url") || "https://slack.com/api").replace(/\/+$/, "")}/`,
    allowed,
  );
  if (tokens.length === 0 && channels.length === 0) {
    const set = ts !== undefined ? "slack-ts" : threadTs !== undefined ? "slack-thread-ts" : undefined;
    if (set === undefined) return { targets: [], unusable: [], secrets: [] };
    return unusable(tokens, `has a message and no bot: \`${set}\` needs \`slack-token\` and \`slack-channel\``, {
      isEmpty: true,
    });
  }
  const [token] = tokens;
  if ("problem" in api) return unusable(tokens, `cannot be used: the address in \`slack-api-url\` ${api.problem}`);
  if (token === undefined)
    return unusable(tokens, "has a channel and no token: the input `slack-token` is empty", { isEmpty: true });
  if (tokens.length > 1 || !/^[\x21-\x7e]+$/.test(token))
    return unusable(tokens, "cannot be used: `slack-token` is not one token without blanks");
  if (channels.length === 0) return unusable(tokens, "has a token and no channel: set `slack-channel`");
  if (ts !== undefined && (channels.length > 1 || !CHANNEL_ID.test(channels[0]!)))
    return unusable(
      tokens,
      "cannot edit a message by a channel's name: set `slack-channel` to the output `slack-channel-id`",
    );
  const targets = channels.map(
    (channel): Target => ({
      kind: "slack",
      name: channels.length === 1 ? NAMES.slack : `${NAMES.slack} ${channel}`,
      apiUrl: api.url.href,
      token,
      channel,
      ts,
      threadTs,
    }),
  );
  return { targets, unusable: [], secrets: tokens };
}

/** One a line. A leading `#` is part of how people write a channel, and no comment. */
function readChannels(reader: InputReader): readonly string[] {
  const lines = reader.string("slack-channel").split(/[\r\n,]+/);
  const channels = lines.map((line) => line.trim().replace(/^["']?#?|["']$/g, "")).filter((line) => line !== "");
  return [...new Set(channels)];
}

function unusable(
  secrets: readonly string[],
  problem: string,
  more: Pick<UnusableTarget, "isEmpty"> = {},
): FoundTargets {
  return { targets: [], unusable: [{ kind: "slack", name: NAMES.slack, problem, ...more }], secrets };
}

/** A text, since a number would lose its last digits. */
function readTs(reader: InputReader, input: string): string | undefined {
  const text = reader.optional(input);
  if (text !== undefined && !/^\d{1,12}\.\d{1,12}$/.test(text))
    reader.wrong(input, text, "the output `slack-ts` of the step that posted the message, such as `1700000000.000100`");
  return text;
}
