import { cutText } from "./fitting/code-points.ts";
import { fitMessage } from "./fitting/fit-message.ts";
import { partText, tidyText } from "./fitting/message-line.ts";
import { isTeamsUser } from "./markup/mention-ids.ts";
import { uncalled } from "./markup/uncalled.ts";
import type { FittedPayload, Mention, Message, MessageLine, MessagePart } from "./message.ts";
import { LOOKS, type StateLook } from "./state-look.ts";

/** Bytes of the whole request; Teams says about 28 KB (learn.microsoft.com/microsoftteams/limits-specifications-teams). */
export const MAX_TEAMS_BYTES = 28_000;

/** learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference */
export const MAX_TEAMS_ACTIONS = 6;

const MAX_NAME = 64;
const MAX_TITLE = 300;

interface TextRun {
  readonly type: "TextRun";
  readonly text: string;
  readonly weight?: "Bolder";
  readonly size?: "Large";
  readonly fontType?: "Monospace";
  readonly isSubtle?: true;
  readonly color?: StateLook["cardColor"];
  readonly selectAction?: OpenUrl;
}

interface OpenUrl {
  readonly type: "Action.OpenUrl";
  readonly title?: string;
  readonly url: string;
}

interface RichTextBlock {
  readonly type: "RichTextBlock";
  readonly spacing?: "Small" | "Medium";
  readonly separator?: true;
  readonly inlines: readonly TextRun[];
}

interface TextBlock {
  readonly type: "TextBlock";
  readonly text: string;
  readonly wrap: true;
}

interface MentionEntity {
  readonly type: "mention";
  /** Occurs in a TextBlock, letter by letter. */
  readonly text: string;
  readonly mentioned: { readonly id: string; readonly name: string };
}

export interface AdaptiveCard {
  readonly $schema: "http://adaptivecards.io/schemas/adaptive-card.json";
  readonly type: "AdaptiveCard";
  readonly version: "1.4";
  readonly fallbackText: string;
  readonly msteams: { readonly width: "Full"; readonly entities?: readonly MentionEntity[] };
  readonly body: readonly (RichTextBlock | TextBlock)[];
  readonly actions?: readonly OpenUrl[];
}

/** What the workflow "Post to a channel when a webhook request is received" takes. */
export interface TeamsPayload {
  readonly type: "message";
  readonly attachments: readonly [
    {
      readonly contentType: "application/vnd.microsoft.card.adaptive";
      readonly contentUrl: null;
      readonly content: AdaptiveCard;
    },
  ];
}

/**
 * A message as an Adaptive Card. Texts of others stand in TextRuns, which know no Markdown; mentions alone need a TextBlock, and
 * their names come from inputs.
 */
export function teamsPayload(message: Message): FittedPayload<TeamsPayload> {
  return fitMessage(
    message,
    renderTeams,
    (payload) => new TextEncoder().encode(JSON.stringify(payload)).length <= MAX_TEAMS_BYTES,
  );
}

function renderTeams(message: Message): FittedPayload<TeamsPayload> {
  const look = LOOKS[message.state];
  const whole = `${look.mark} ${message.title}`;
  const title = cutText(whole, MAX_TITLE);
  const entities = message.mentions.flatMap((mention) => mentionEntity(mention) ?? []);
  const heading: TextRun = { type: "TextRun", text: title, weight: "Bolder", size: "Large", color: look.cardColor };
  const lines = (all: readonly MessageLine[]): readonly RichTextBlock[] =>
    all.map((line, at) => ({
      type: "RichTextBlock",
      spacing: at === 0 ? "Medium" : "Small",
      inlines: line.map(textRun),
    }));
  const content: AdaptiveCard = {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.4",
    fallbackText: title,
    msteams: { width: "Full", ...(entities.length > 0 && { entities }) },
    body: [
      {
        type: "RichTextBlock",
        inlines: [message.titleUrl === undefined ? heading : linked(heading, message.titleUrl)],
      },
      ...(entities.length > 0
        ? [{ type: "TextBlock", text: entities.map(({ text }) => text).join(" "), wrap: true } as const]
        : []),
      ...lines(message.text),
      ...lines(message.fields.map(({ name, value }) => [{ strong: `${name}: ` }, ...value])),
      ...message.sections.flatMap((section) =>
        lines([[{ strong: section.title }], ...section.lines.map((line): MessageLine => ["• ", ...line])]),
      ),
      ...(message.footer === "" ? [] : [footer(message.footer)]),
    ],
    ...(message.buttons.length > 0 && {
      actions: message.buttons
        .slice(0, MAX_TEAMS_ACTIONS)
        .map(({ text, url }): OpenUrl => ({ type: "Action.OpenUrl", title: text, url })),
    }),
  };
  return {
    payload: {
      type: "message",
      attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content }],
    },
    left: [
      ...(title === whole ? [] : [`the title was cut to ${MAX_TITLE} characters`]),
      ...uncalled("Teams", message.mentions, entities.length, "people alone, by address or object id"),
    ],
  };
}

function textRun(part: MessagePart): TextRun {
  const run: TextRun = { type: "TextRun", text: partText(part) };
  if (typeof part === "string") return run;
  if ("code" in part) return { ...run, fontType: "Monospace" };
  if ("strong" in part) return { ...run, weight: "Bolder" };
  return linked(run, part.href);
}

function linked(run: TextRun, url: string): TextRun {
  return { ...run, selectAction: { type: "Action.OpenUrl", url } };
}

function footer(text: string): RichTextBlock {
  return {
    type: "RichTextBlock",
    spacing: "Medium",
    separator: true,
    inlines: [{ type: "TextRun", text, isSubtle: true }],
  };
}

/** A person, by the object id of Entra or the address they sign in with. Cards of workflows call nobody else. */
function mentionEntity(mention: Mention): MentionEntity | undefined {
  if (mention.kind !== "user" || !isTeamsUser(mention.id)) return undefined;
  const given = tidyText(mention.name ?? mention.id)
    .replace(/[<>&*_[\]()`~]/g, "")
    .trim();
  const name = given.slice(0, MAX_NAME) || "somebody";
  return { type: "mention", text: `<at>${name}</at>`, mentioned: { id: mention.id, name } };
}
