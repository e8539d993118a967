import { counted } from "../counted.ts";
import type { FittedPayload, Message, MessageLine } from "../message.ts";
import { codePoints, cutText } from "./code-points.ts";
import { firstLines, MAX_LINE, plainText, tidyLine, tidyText, tidyUrl } from "./message-line.ts";

/** No chat shows more of any of them; so many lines of outside text are looked at, and no more. */
const MAX_LINES = 400;
/** Code points of all lines together. Lines beyond it are no more than begun: they count among those that do not fit. */
const MAX_TEXT = 100_000;
const MIN_LINE = 30;
/** Of fields and sections: cut by the chats that have a limit for them. */
const MAX_NAME = 300;
const MAX_SECTIONS = 20;
const MAX_BUTTONS = 5;
/** Code points of all links with their addresses, so that they leave room for what is said. */
const MAX_LINKS = 2200;
const MAX_FOOTER = 200;
const MAX_BUTTON_TEXT = 75;
const MAX_MENTIONS = 50;

/**
 * A message of which every text is one line that can be seen and every address can be opened, without anything that is empty:
 * Discord refuses empty fields, Slack empty texts. What chats write of it needs no further care than their own escapes.
 */
export function tidyMessage(message: Message): FittedPayload<Message> {
  const buttons = tidyButtons(message.buttons);
  let room = MAX_TEXT;
  const line = (given: MessageLine): MessageLine => {
    const tidied = tidyLine(given, Math.max(MIN_LINE, Math.min(MAX_LINE, room)));
    room -= codePoints(plainText(tidied));
    return tidied;
  };
  const lines = (given: readonly MessageLine[]): readonly MessageLine[] =>
    firstLines(given, MAX_LINES)
      .map(line)
      .filter((tidied) => isSeen(plainText(tidied)));
  const tidy: Message = {
    ...message,
    title: plainText(tidyLine([message.title])) || "(no title)",
    titleUrl: message.titleUrl === undefined ? undefined : tidyUrl(message.titleUrl),
    text: lines(message.text),
    fields: message.fields
      .slice(0, MAX_LINES)
      .map(({ name, value }) => ({ name: tidyText(name, MAX_NAME).trim(), value: line(value) }))
      .filter(({ name, value }) => isSeen(name) && isSeen(plainText(value))),
    sections: message.sections
      .slice(0, MAX_SECTIONS)
      .map((section) => ({ title: tidyText(section.title, MAX_NAME).trim() || "Details", lines: lines(section.lines) }))
      .filter((section) => section.lines.length > 0),
    buttons: buttons.payload,
    mentions: message.mentions.slice(0, MAX_MENTIONS),
    footer: cutText(tidyText(message.footer).trim(), MAX_FOOTER),
  };
  const strangers = message.mentions.length - tidy.mentions.length;
  return {
    payload: tidy,
    left: [
      ...buttons.left,
      ...(strangers > 0 ? [`${counted(strangers, "mention")} left out: a message calls at most ${MAX_MENTIONS}`] : []),
    ],
  };
}

function tidyButtons(buttons: Message["buttons"]): FittedPayload<Message["buttons"]> {
  const kept: { text: string; url: string }[] = [];
  const left: string[] = [];
  let room = MAX_LINKS;
  for (const button of buttons) {
    const text = cutText(tidyText(button.text).trim(), MAX_BUTTON_TEXT);
    const url = tidyUrl(button.url);
    const length = codePoints(text) + (url?.length ?? 0);
    if (url === undefined) left.push(`the link “${text}” was left out: its address is too long, or not one of the web`);
    else if (kept.length === MAX_BUTTONS || length > room)
      left.push(`the link “${text}” was left out: there are too many`);
    else if (isSeen(text)) {
      kept.push({ text, url });
      room -= length;
    }
  }
  return { payload: kept, left };
}

function isSeen(text: string): boolean {
  return text.trim() !== "";
}
