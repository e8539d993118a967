import { cutText } from "./fitting/code-points.ts";
import { fitMessage } from "./fitting/fit-message.ts";
import { linkLine, plainText } from "./fitting/message-line.ts";
import { isSlackGroup, isSlackUser } from "./markup/mention-ids.ts";
import { type RichTextBlock, richLines, richList } from "./markup/slack-rich-text.ts";
import { uncalled } from "./markup/uncalled.ts";
import type { FittedPayload, Mention, Message } from "./message.ts";
import { LOOKS } from "./state-look.ts";

/** docs.slack.dev/reference/block-kit/blocks/header-block */
export const MAX_SLACK_HEADER = 150;

/**
 * The whole message has a limit that no page gives: chat.postMessage answers `msg_blocks_too_long` from about 13,200
 * characters of blocks on (slackapi/bolt-js#2509). Bytes of JSON, which are never fewer.
 */
export const MAX_SLACK_BLOCKS = 12_000;

/** Notifications show the start of it, and screen readers read all of it. Slack advises at most 4,000. */
export const MAX_SLACK_TEXT = 3000;

export type SlackBlock =
  | { readonly type: "header"; readonly text: PlainText }
  | {
      readonly type: "section";
      readonly text: { readonly type: "mrkdwn"; readonly text: string; readonly verbatim: true };
    }
  | RichTextBlock
  | { readonly type: "context"; readonly elements: readonly PlainText[] };

/** `:name:` stays as it is written. */
interface PlainText {
  readonly type: "plain_text";
  readonly text: string;
  readonly emoji: false;
}

/** Body of an incoming webhook; of chat.postMessage and chat.update together with channel, thread_ts and ts. */
export interface SlackPayload {
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
  /** Absent from an edit: chat.update does not know them. */
  readonly unfurl_links?: false;
  readonly unfurl_media?: false;
}

/**
 * A message in blocks. Texts of others stand in plain_text and rich_text, which know no markup: nothing in them can become
 * bold, a link or a mention. Links are text, no buttons: Slack shows a warning beside a button whose app answers no clicks
 * (slackapi/node-slack-sdk#869).
 */
export function slackPayload(message: Message, form: "post" | "edit"): FittedPayload<SlackPayload> {
  return fitMessage(
    message,
    (part) => renderSlack(part, form),
    ({ blocks }) => new TextEncoder().encode(JSON.stringify(blocks)).length <= MAX_SLACK_BLOCKS,
  );
}

function renderSlack(message: Message, form: "post" | "edit"): FittedPayload<SlackPayload> {
  const title = `${LOOKS[message.state].mark} ${message.title}`;
  const header = cutText(title, MAX_SLACK_HEADER);
  const mentions = [...new Set(message.mentions.flatMap((mention) => slackCall(mention) ?? []))];
  const facts = message.fields.map(({ name, value }) => [{ strong: `${name}: ` }, ...value]);
  const blocks: SlackBlock[] = [{ type: "header", text: plain(header) }];
  if (mentions.length > 0) {
    blocks.push({ type: "section", text: { type: "mrkdwn", text: mentions.join(" "), verbatim: true } });
  }
  if (message.text.length > 0) blocks.push(richLines(message.text));
  if (facts.length > 0) blocks.push(richLines(facts));
  blocks.push(...message.sections.map(({ title, lines }) => richList(title, lines)));
  if (message.buttons.length > 0) blocks.push(richLines([linkLine(message.buttons)]));
  if (message.footer !== "") blocks.push({ type: "context", elements: [plain(message.footer)] });
  return {
    payload: {
      text: escapeSlack(cutText(spoken(message, title), MAX_SLACK_TEXT)),
      blocks,
      ...(form === "post" && { unfurl_links: false, unfurl_media: false }),
    },
    left: [
      ...(header === title ? [] : [`the title was cut to ${MAX_SLACK_HEADER} characters`]),
      ...uncalled("Slack", message.mentions, mentions.length, "ids such as U0123ABCD and S0123ABCD"),
    ],
  };
}

/** All that the blocks say, without links. */
function spoken({ text, fields, sections, footer }: Message, title: string): string {
  const lines = [
    ...text.map(plainText),
    ...fields.map(({ name, value }) => `${name}: ${plainText(value)}`),
    ...sections.flatMap((section) => [`${section.title}:`, ...section.lines.map((line) => `• ${plainText(line)}`)]),
    footer,
  ];
  return [title, ...lines.filter((line) => line !== "")].join("\n");
}

/** The only markup of a message, from inputs alone. Undefined: somebody of another chat. */
function slackCall(mention: Mention): string | undefined {
  if (mention.kind === "user") return isSlackUser(mention.id) ? `<@${mention.id}>` : undefined;
  if (mention.kind === "group") return isSlackGroup(mention.id) ? `<!subteam^${mention.id}>` : undefined;
  return `<!${mention.kind}>`;
}

function plain(text: string): PlainText {
  return { type: "plain_text", text, emoji: false };
}

/** The three characters that Slack's own markup begins with: docs.slack.dev/messaging/formatting-message-text#escaping */
function escapeSlack(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
