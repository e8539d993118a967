import { hiddenCharacters, isSuspect } from "@jessy-actions/reading/hidden-characters";

/**
 * The one place where untrusted text (file, branch and test names, commit messages, tool output) is made safe for each
 * place it is shown in. Nothing else in the product concatenates such text into markup.
 */

/**
 * Makes hidden characters visible, e.g. a right-to-left override as `\u{202e}`, so that no name can pass for another.
 */
export function revealInvisible(text: string): string {
  if (!isSuspect(text)) return text;
  let shown = "";
  let end = 0;
  for (const { at, character } of hiddenCharacters(text)) {
    shown += `${text.slice(end, at)}\\u{${character.codePointAt(0)!.toString(16)}}`;
    end = at + character.length;
  }
  return shown + text.slice(end);
}

/** Nothing to hide and nothing that ends a line: most texts, and reports have ten thousands of them. */
const PRINTABLE = /^[ -~]*$/;

/** One line: newlines and tabs become blanks. */
function singleLine(text: string): string {
  if (PRINTABLE.test(text)) return text;
  return revealInvisible(text.replace(/[\r\n\t\v\f\u0085\u2028\u2029]+/g, " "));
}

/**
 * GitHub links @mentions, #references, commits, URLs and :emoji: in the text of the finished HTML, after all escaping.
 * A zero-width space inside breaks the link; Dependabot and Renovate do the same.
 */
function breakAutolinks(text: string): string {
  if (!AUTOLINK.test(text)) return text;
  return (
    text
      .replaceAll("@", `@${ZERO_WIDTH_SPACE}`)
      .replace(/#(?=\d)/g, `#${ZERO_WIDTH_SPACE}`)
      .replace(/(?<![0-9a-z])GH-(?=\d)/gi, (match) => `${match}${ZERO_WIDTH_SPACE}`)
      // GitHub links seven digits and more. No part may be that long: `0000` may stand before a whole commit.
      .replace(/[0-9a-f]{7,}/gi, (sha) => sha.replace(/^.{4}(?=.)|.{6}(?=.)/g, `$&${ZERO_WIDTH_SPACE}`))
      .replace(/:\/\/(?=\S)/g, `:${ZERO_WIDTH_SPACE}//`)
      .replace(/(?<![0-9a-z])www\.(?=\S)/gi, (match) => `${match.slice(0, 3)}${ZERO_WIDTH_SPACE}.`)
      .replace(/:(?=[\w+-]+:)/g, `:${ZERO_WIDTH_SPACE}`)
  );
}

/** Any of them; most texts have none. */
const AUTOLINK = /@|#\d|gh-\d|[0-9a-f]{7}|:\/\/|www\.|:[\w+-]+:/i;

const ZERO_WIDTH_SPACE = "\u200b";

/** Text without a character that means anything in Markdown, HTML or a table, and not like the start of a list. */
const PLAIN_WORDS = /^[A-Za-z][A-Za-z0-9 ,.;'"%/?-]*$/;
/** What of it GitHub would make a link of, and blanks that HTML would not show. */
const LINKED_WORD = /[0-9a-f]{7}|gh-\d|www\.| {2}/i;

/**
 * Plain text inside a line of GitHub Markdown. It cannot become markup, HTML, math, a table border, an @mention, a
 * #reference, or a link to a commit or URL.
 */
export function escapeMarkdown(text: string): string {
  if (PLAIN_WORDS.test(text) && !LINKED_WORD.test(text)) return text;
  // HTML shows a run of blanks as one, and four blanks at the start of a line would be a code block.
  return breakAutolinks(singleLine(text).replace(/ {2,}/g, " "))
    .replace(/[\\`*_{}[\]()#!|~:^]/g, "\\$&")
    .replace(/[&<>$]/g, (character) => (character === "$" ? "<span>$</span>" : entity(character)))
    .replace(/^\s*(?:[-+=](?!\d)|\d+(?=\.(?:\s|$)))/, (start) =>
      start.replace(/[-+=]/, "\\$&").replace(/\d$/, (digit) => entity(digit)),
    );
}

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

/** An id, a version, a path: nothing that a code span has to be protected from. */
const NAME = /^[\w.@/:+-]+$/;

/**
 * Text as a code span, with a longer fence around backticks. A `|` would end a table cell, and a backslash before it
 * cannot be escaped in a code span (GFM, 4.10), so such text becomes HTML.
 */
export function codeSpan(text: string): string {
  if (NAME.test(text)) return `\`${text}\``;
  const content = singleLine(text);
  if (content.includes("|")) return `<code>${escapeMarkdown(content)}</code>`;
  if (content.trim() === "") return "` `";
  const longest = Math.max(0, ...[...content.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  const padding =
    content.startsWith("`") || content.endsWith("`") || (content.startsWith(" ") && content.endsWith(" ")) ? " " : "";
  return `${fence}${padding}${content}${padding}${fence}`;
}

/** A fenced code block that its content cannot leave. */
export function codeBlock(text: string, language = ""): string {
  const content = text.replace(/\r\n?/g, "\n").split("\n").map(revealInvisible).join("\n");
  const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${/^[a-z0-9+-]*$/.test(language) ? language : ""}\n${content}\n${fence}`;
}

/** A link target for `(...)`: http, https or a fragment; anything else becomes an empty fragment. */
export function linkTarget(href: string): string {
  if (!/^(?:https?:\/\/|#)/.test(href)) return "#";
  return href.replace(/[\s<>()"'`\\|]|[^\u0021-\u007e]/gu, (character) =>
    [...new TextEncoder().encode(character)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
      .join(""),
  );
}

/** Text or an attribute value in HTML that GitHub shows. */
export function escapeHtml(text: string): string {
  return breakAutolinks(singleLine(text)).replace(/[&<>"']/g, entity);
}

/** Text for a terminal: one line, without escape sequences or control characters. */
export function escapeTerminal(text: string): string {
  return singleLine(text);
}
