import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../reading/testing/depth.ts";
import { limitNotes, MAX_NOTES_CHARACTERS } from "./notes-limit.ts";

const CLOSING = "... [all of it](https://example.com)";

test("125,000 characters are fine, 125,001 are not", () => {
  const entry = "- 34567890123456789\n";
  const notes = entry.repeat(MAX_NOTES_CHARACTERS / entry.length);
  for (const text of [notes.slice(0, -1), notes]) expect(limitNotes(text, CLOSING)).toEqual({ text, isCut: false });
  const { text, isCut } = limitNotes(`${notes}x`, CLOSING);
  expect(isCut).toBe(true);
  expect(text.length).toBeLessThanOrEqual(MAX_NOTES_CHARACTERS);
  expect(text.length).toBeGreaterThan(MAX_NOTES_CHARACTERS - entry.length - 2);
  expect(text.endsWith(`- 34567890123456789\n\n${CLOSING}`)).toBe(true);
});

test.each<[name: string, notes: string, limit: number, kept: string]>([
  ["between entries", "- aaaa\n- bbbb\n- cccc", 15 + 4, "- aaaa\n- bbbb"],
  ["not within an entry of several lines", "- aaaa\n- bbbb\n  more\n\n  more", 20 + 4, "- aaaa"],
  ["between paragraphs", "aaaa\n\nbbbb\nbbbb\n\ncccccc", 17 + 4, "aaaa\n\nbbbb\nbbbb"],
  ["not within code", "aaaa\n\n```\n- b\n\n- c\n```\n", 16 + 4, "aaaa"],
  ["not within details", "aaaa\n\n<details>\n\n- b\n\n</details>\n\ncccc", 25 + 4, "aaaa"],
  ["a heading with nothing below it goes", "- aaaa\n\n## Fixed\n\n- bbbbbbb", 20 + 4, "- aaaa"],
  ["headings too", "- aaaa\n\n## A\n\n### B\n\n- bbbbbbb", 24 + 4, "- aaaa"],
  ["nothing fits", `${"a".repeat(50)}\n\nb`, 20, ""],
  ["definitions that are used stay", "- [a]\n- [b]\n- c\n\n[a]: /a\n[b]: /b", 5 + 2 + 7 + 2 + 4, "- [a]\n\n[a]: /a"],
])("%s", (_, notes, limit, kept) => {
  const text = [kept, "more"].filter((part) => part !== "").join("\n\n");
  expect(limitNotes(notes, "more", limit)).toEqual({ text, isCut: true });
});

test("a closing line that is too long is the caller's mistake", () => {
  expect(() => limitNotes("abc", "def", 2)).toThrow(new RangeError("the closing line has more than 2 characters"));
  expect(limitNotes("abcd", "def", 3)).toEqual({ text: "def", isCut: true });
});

const line = fc.constantFrom(
  ..."|- entry|- \u{1f389}\u{1f389}|  more|## Title|text|```|~~~|<details>|</details>|[a]: /b|[a]|    code|1. one|<!--|-->".split(
    "|",
  ),
);

test("whatever the limit: short enough, closed, a start of the notes, no half character, no open fence", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), fc.nat(200), (lines, limit) => {
      const notes = lines.join("\n");
      const { text, isCut } = limitNotes(notes, "more", Math.max(4, limit));
      expect(text.length).toBeLessThanOrEqual(Math.max(4, limit));
      if (!isCut) {
        expect(text).toBe(notes);
        return;
      }
      expect(text.endsWith("more")).toBe(true);
      expect(text.isWellFormed()).toBe(true);
      const withoutDefinitions = (each: string) =>
        each
          .split("\n")
          .filter((one) => one !== "[a]: /b")
          .join("\n");
      const kept = withoutDefinitions(text.slice(0, -4)).trimEnd();
      expect(withoutDefinitions(notes).trimEnd().startsWith(kept)).toBe(true);
      let fence: string | undefined;
      for (const one of kept.split("\n")) {
        if (!one.startsWith("```") && !one.startsWith("~~~")) continue;
        fence = fence === undefined ? one : fence === one ? undefined : fence;
      }
      const hasComment = kept.includes("<!--");
      if (!hasComment) expect(fence).toBeUndefined();
    }),
    runs(1000),
  );
});

test.each(["a", "- a\n", "\u{1f389}", "[a]", "[a]: /b\n", "<details>\n", "```\n", "## a\n", "\n"])(
  "megabytes of %j end",
  (part) => {
    const { text } = limitNotes(part.repeat(2_000_000 / part.length), CLOSING);
    expect(text.length).toBeLessThanOrEqual(MAX_NOTES_CHARACTERS);
  },
);
