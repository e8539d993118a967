import fc from "fast-check";
import { expect, test } from "vitest";
import { isInCase, LETTER_CASES, type LetterCase, letterCaseNamed, toCase } from "./letter-case.ts";

/** What @commitlint/ensure 21 says of them. */
test.each<[text: string, cases: LetterCase[]]>([
  ["word", ["lower-case", "camel-case", "kebab-case", "snake-case"]],
  ["two words", ["lower-case"]],
  ["Two words", ["sentence-case"]],
  ["Two Words", ["sentence-case", "start-case"]],
  ["TwoWords", ["pascal-case", "sentence-case"]],
  ["twoWords", ["camel-case"]],
  ["two-words", ["lower-case", "kebab-case"]],
  ["two_words", ["lower-case", "snake-case"]],
  ["WORD", ["upper-case", "sentence-case", "start-case"]],
  ["2words", [...LETTER_CASES]],
  ["`Words`", [...LETTER_CASES]],
  ["use `Words` here", ["lower-case"]],
  ["`Words` first", ["lower-case", "camel-case", "kebab-case", "snake-case"]],
  ['say "Two Words"', ["lower-case", "camel-case", "kebab-case", "snake-case"]],
  ["say 'Two Words'", ["lower-case", "camel-case", "kebab-case", "snake-case"]],
  ["say `Two\nWords`", []],
  ["- -", [...LETTER_CASES]],
  ["Word2", ["pascal-case", "sentence-case"]],
  ["", [...LETTER_CASES]],
  ["\u00fcber", ["lower-case"]],
])("%j is in %j", (text, cases) => {
  expect(LETTER_CASES.filter((each) => isInCase(text, each))).toEqual(cases);
});

test("other names", () => {
  expect(
    ["lowercase", "lowerCase", "uppercase", "sentencecase", "kebab-case", "toString"].map(letterCaseNamed),
  ).toEqual(["lower-case", "lower-case", "upper-case", "sentence-case", "kebab-case", undefined]);
});

/** What lodash makes of them. */
test.each([
  ["Don't stop", "dont-stop"],
  ["caf\u00e9 au lait", "cafe-au-lait"],
  ["utf16 to ascii", "utf-16-to-ascii"],
  ["XMLHttpRequest", "xml-http-request"],
  ["\u4f60\u597d word", "\u4f60\u597d-word"],
])("%j is %s in kebab-case", (text, expected) => {
  expect(toCase(text, "kebab-case")).toBe(expected);
});

const STABLE = ["lower-case", "upper-case", "kebab-case", "sentence-case", "snake-case"] as const;

// Not so in camel, pascal and start case: `aA` becomes `AA`, which is one word. It is so in lodash.
test("what is converted is in its case", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zA-Z _-]{0,20}$/), fc.constantFrom(...STABLE), (text, letterCase) => {
      expect(isInCase(toCase(text.trim(), letterCase), letterCase)).toBe(true);
    }),
  );
});

test("long texts end", () => {
  for (const text of ["A", "a", "aA", "'", "`\"'", " ", "1", "\u0301"])
    for (const letterCase of LETTER_CASES) isInCase(text.repeat(200_000), letterCase);
});
