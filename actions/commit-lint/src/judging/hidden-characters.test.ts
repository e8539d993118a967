import fc from "fast-check";
import { expect, test } from "vitest";
import { findHiddenCharacters } from "./hidden-characters.ts";

test.each([
  ["feat: \u202egnp.exe", 1, 7, 2, /^U\+202E is a character that turns the reading direction/],
  ["feat: x\n\nbody \u2066y", 3, 6, 2, /^U\+2066 /],
  ["feat: x\u001b[31m", 1, 8, 2, /^U\+001B is a control character/],
  ["feat: x\n\nlog \u001b[31mred", 3, 5, 1, /^U\+001B is a control character/],
  ["feat: \u009f", 1, 7, 2, /^U\+009F is a control character; remove it$/],
  ["feat: \u0000", 1, 7, 2, /^U\+0000 /],
  ["feat: \u3164", 1, 7, 2, /^U\+3164 is an invisible character; remove it$/],
  ["feat: a\u200bb", 1, 8, 2, /^U\+200B is an invisible character/],
  ["feat: x\n\na\u200bb", 3, 2, 1, /^U\+200B is an invisible character/],
  ["feat: x\u{e0041}", 1, 8, 2, /^U\+E0041 is an invisible character that can hide text; remove it$/],
  ["feat: x\n\nx\ufe0f", 3, 2, 2, /^U\+FE0F is an invisible character that can hide text/],
  ["feat: x\u200f", 1, 8, 2, /^U\+200F is an invisible character that turns the reading direction/],
  ["feat: a\u2028b", 1, 8, 2, /^U\+2028 /],
])("%j", (message, line, column, level, text) => {
  expect(findHiddenCharacters(message)).toEqual([{ line, column, level, message: expect.stringMatching(text) }]);
});

test.each(["feat: x\r\n\r\nbody\ttab", "feat: 👩‍👩‍👧 family", "feat: עברית\u200f", "fix: ümläut ☃", ""])(
  "%j has none",
  (message) => {
    expect(findHiddenCharacters(message)).toEqual([]);
  },
);

test("of a thousand only the first are named", () => {
  expect(findHiddenCharacters("\u202e".repeat(1000))).toHaveLength(20);
});

test("whatever the text, places are inside of it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (message) => {
      const lines = message.split(/\r?\n/);
      for (const { line, column } of findHiddenCharacters(message))
        expect(lines[line - 1]!.length).toBeGreaterThanOrEqual(column);
    }),
  );
});
