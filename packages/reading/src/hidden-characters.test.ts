import fc from "fast-check";
import { expect, test } from "vitest";
import { hiddenCharacters, isSuspect } from "./hidden-characters.ts";

const tags = (text: string) => [...text].map((each) => String.fromCodePoint(0xe0000 + each.charCodeAt(0))).join("");

test.each([
  ["plain text", "feat: x\n\n\tbody"],
  ["letters of other scripts", "ümläut עברית 日本語 ☃ é e\u0301"],
  ["an emoji that is shown as a picture", "❤\ufe0f ☎\ufe0e ©\ufe0f"],
  ["a keycap", "1\ufe0f\u20e3 #\ufe0f\u20e3"],
  ["a family", "👩\u200d👩\u200d👧"],
  ["a rainbow flag", "🏳\ufe0f\u200d🌈"],
  ["a person with a skin", "👩🏽\u200d🚀"],
  ["a person with a dark skin", "👩🏿\u200d🚀"],
  ["a rat that is shown as a picture", "🐀\ufe0f"],
  ["the flag of Scotland", `🏴${tags("gbsct")}\u{e007f}`],
  ["the flags of England and Wales", `a🏴${tags("gbeng")}\u{e007f}🏴${tags("gbwls")}\u{e007f}`],
  ["Persian", "می\u200cخواهم"],
  ["Hindi", "क्\u200dष"],
  ["a name in Japanese", "葛\u{e0100}城"],
  ["Mongolian", "ᠠ\u180b ᠠ\u180c ᠠ\u180d ᠠ\u180e ᠠ\u180f"],
  ["old Hangul", "\u1100\u1160 \u115f\u1161"],
])("%s has none", (_, text) => {
  expect([...hiddenCharacters(text)]).toEqual([]);
});

test.each([
  ["a zero-width space", "a\u200bb", 1, "invisible"],
  ["a word joiner", "\u2060", 0, "invisible"],
  ["a byte order mark", "a\ufeff", 1, "invisible"],
  ["a soft hyphen", "a\u00adb", 1, "invisible"],
  ["a grapheme joiner", "a\u034f", 1, "invisible"],
  ["a Hangul filler", "\u3164", 0, "invisible"],
  ["a half-width Hangul filler", "\uffa0", 0, "invisible"],
  ["a Hangul filler on its own", "a\u115f", 1, "invisible"],
  ["a blank Braille pattern", "\u2800", 0, "invisible"],
  ["an invisible times sign", "2\u2062x", 1, "invisible"],
  ["a Khmer vowel without a glyph", "\u17b4", 0, "invisible"],
  ["a Mongolian selector without its letter", "a\u180b", 1, "invisible"],
  ["a musical beam", "\u{1d173}", 0, "invisible"],
  ["an annotation", "\ufff9a", 0, "invisible"],
  ["a line separator", "a\u2028b", 1, "invisible"],
  ["a joiner between Latin letters", "a\u200db", 1, "invisible"],
  ["a joiner after an emoji", "👩\u200d", 2, "invisible"],
  ["a joiner after an emoji, and a letter before the next", "👩\u200da❤", 2, "invisible"],
  ["a joiner between Hindi and Latin", "क\u200da", 1, "invisible"],
  ["a joiner between Latin and Hindi", "a\u200cक", 1, "invisible"],
  ["a joiner between Hindi and Latin before Hindi", "क\u200daक", 1, "invisible"],
  ["a Hangul filler before a letter before Hangul", "\u115fa\u1100", 0, "invisible"],
  ["a joiner before an emoji", "a\u200d👩", 1, "invisible"],
  ["a non-joiner between Latin letters", "a\u200cb", 1, "invisible"],
  ["a variation selector after a letter", "a\ufe0f", 1, "tag"],
  ["a variation selector after a digit", "1\ufe0f", 1, "tag"],
  ["a variation selector at the start", "\ufe0f", 0, "tag"],
  ["a second variation selector", "❤\ufe0f\ufe0f", 2, "tag"],
  ["a selector of the supplement after a letter", "a\u{e0100}", 1, "tag"],
  ["a second selector after a Han letter", "葛\u{e0100}\u{e0101}", 3, "tag"],
  ["the first variation selector after a letter", "a\ufe00", 1, "tag"],
  ["the first of the tags' block", "\u{e0000}", 0, "tag"],
  ["tag characters", `a${tags("x")}`, 1, "tag"],
  ["a language tag", "\u{e0001}", 0, "tag"],
  ["a right-to-left override", "\u202egnp", 0, "direction"],
  ["a left-to-right embedding", "\u202a", 0, "direction"],
  ["an isolate", "a\u2066", 1, "direction"],
  ["the end of an isolate", "a\u2069", 1, "direction"],
  ["a left-to-right mark", "a\u200e", 1, "mark"],
  ["a right-to-left mark", "a\u200f", 1, "mark"],
  ["an Arabic letter mark", "a\u061c", 1, "mark"],
  ["an escape", "\u001b[31m", 0, "control"],
  ["NUL", "\0", 0, "control"],
  ["a carriage return", "a\r", 1, "control"],
  ["a C1 control", "\u009f", 0, "control"],
])("%s is one", (_, text, at, kind) => {
  const character = String.fromCodePoint(text.codePointAt(at)!);
  expect([...hiddenCharacters(text)]).toEqual([{ at, character, kind }]);
});

test("a flag with other tags hides a text: each of them is one", () => {
  expect([...hiddenCharacters(`🏴${tags("gbxxx")}\u{e007f}`)]).toHaveLength(6);
  expect([...hiddenCharacters(`🏴${tags("gbsct")}\u{e007f}${tags("x")}`)]).toHaveLength(1);
});

test("300,000 tag characters take no longer than reading them", () => {
  let count = 0;
  for (const { kind } of hiddenCharacters(tags("x").repeat(300_000))) if (kind === "tag") count++;
  expect(count).toBe(300_000);
});

test("places are inside of the text, and only suspects have any", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const found = [...hiddenCharacters(text)];
      for (const { at, character } of found) expect(text.startsWith(character, at)).toBe(true);
      expect(isSuspect(text) || found.length === 0).toBe(true);
    }),
  );
});
