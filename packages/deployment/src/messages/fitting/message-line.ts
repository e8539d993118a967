import { hiddenCharacters, isSuspect } from "@jessy-actions/reading/hidden-characters";
import type { Message, MessageLine, MessagePart } from "../message.ts";
import { codePoints, cutText } from "./code-points.ts";

/** More than any chat shows of one line. What is longer is cut before it is looked at. */
export const MAX_LINE = 13_000;

/** Longer addresses are shown without a link: Discord's limit, the lowest that is known. */
export const MAX_URL = 2048;

/** What a reader sees of a line, without its links. */
export function plainText(line: MessageLine): string {
  return line.map(partText).join("");
}

export function partText(part: MessagePart): string {
  if (typeof part === "string") return part;
  return "code" in part ? part.code : "strong" in part ? part.strong : part.text;
}

/** The buttons of a chat that has none. */
export function linkLine(buttons: Message["buttons"]): MessageLine {
  return buttons.flatMap(({ text, url }, at) => [...(at === 0 ? [] : ["  ·  "]), { text, href: url }]);
}

/** The first lines, and how many more there are. */
export function firstLines(lines: readonly MessageLine[], kept: number): readonly MessageLine[] {
  return kept >= lines.length ? lines : [...lines.slice(0, kept), [`… and ${lines.length - kept} more`]];
}

/** A line of at most so many code points, its last one `…` if something was cut. */
export function cutLine(line: MessageLine, limit: number): MessageLine {
  const kept: MessagePart[] = [];
  let room = limit;
  for (const [at, part] of line.entries()) {
    const text = partText(part);
    const length = codePoints(text);
    const isLast = at === line.length - 1;
    if (length < room || (length === room && isLast)) {
      kept.push(part);
      room -= length;
    } else {
      const shorter = cutText(isLast ? text : `${text}…`, room);
      return shorter === "" ? kept : [...kept, withText(part, shorter)];
    }
  }
  return kept;
}

/**
 * A line as it can be shown: one line, without what hides or turns text, links with addresses that chats take, no empty part.
 * Texts of others may hold anything.
 */
export function tidyLine(line: MessageLine, limit = MAX_LINE): MessageLine {
  const parts = line.map((part) => {
    const text = tidyText(partText(part), limit);
    if (typeof part === "string" || !("href" in part)) return withText(part, text);
    const href = tidyUrl(part.href);
    return href === undefined ? text : { text: text.trim() === "" ? href : text, href };
  });
  const start = parts.findIndex(isSeen);
  const end = parts.findLastIndex(isSeen);
  const seen = parts.slice(start === -1 ? parts.length : start, end + 1).map((part, at, { length }) => {
    const text = partText(part);
    const begun = at === 0 ? text.trimStart() : text;
    return withText(part, at === length - 1 ? begun.trimEnd() : begun);
  });
  return cutLine(
    seen.filter((part) => partText(part) !== ""),
    limit,
  );
}

function isSeen(part: MessagePart): boolean {
  return partText(part).trim() !== "";
}

/** One line of text. Whether a line holds anything that is seen is asked of the result. */
export function tidyText(text: string, limit = MAX_LINE): string {
  const short = text.length > 2 * limit ? `${text.slice(0, 2 * limit)}…` : text;
  const spaced = short.toWellFormed().replace(/[\s\u0085\u2028\u2029]+/g, " ");
  if (!isSuspect(spaced)) return spaced;
  let shown = "";
  let end = 0;
  for (const { at, character } of hiddenCharacters(spaced)) {
    shown += spaced.slice(end, at);
    end = at + character.length;
  }
  return shown + spaced.slice(end);
}

/** An address of the web as chats take it; undefined for all else, `javascript:` among it. */
export function tidyUrl(url: string): string | undefined {
  if (url.length > MAX_URL || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  const { href, username, password } = new URL(url);
  // They end links in one chat or another, and mean the same encoded.
  const encoded = href.replace(/[()|]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return username !== "" || password !== "" || encoded.length > MAX_URL ? undefined : encoded;
}

function withText(part: MessagePart, text: string): MessagePart {
  if (typeof part === "string") return text;
  return "code" in part ? { code: text } : "strong" in part ? { strong: text } : { text, href: part.href };
}
