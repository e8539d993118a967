import { ReportError } from "@jessy-actions/reading/report-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linearPattern } from "./linear-pattern.ts";
import { MAX_PATTERN_CHARACTERS } from "./syntax.ts";

const found = (pattern: string, text: string, flags = ""): boolean | undefined =>
  linearPattern(pattern, flags).test(text);

test.each<[pattern: string, flags: string, text: string, isFound: boolean]>([
  ["ok", "", '{"status":"ok"}', true],
  ["", "", "", true],
  ["^$", "", "", true],
  ["^$", "", "a", false],
  ["^b", "", "a\nb", false],
  ["^b", "m", "a\nb", true],
  ["a$", "m", "a\r\nb", true],
  ["a.b", "", "a\nb", false],
  ["a.b", "s", "a\nb", true],
  ["\\bok\\b", "", "not ok!", true],
  ["\\bok\\b", "", "token", false],
  ["o\\Bk", "", "ok", true],
  ["HEALTHY", "i", "healthy", true],
  ["STRASSE", "i", "straße", false],
  ["[^a-z]", "i", "K", false],
  ["^.$", "", "😀", true],
  ["^\\u{1F600}$", "", "😀", true],
  ["^\\ud83d\\ude00$", "", "😀", true],
  ["\\p{Lu}\\P{L}", "", "aÄ1", true],
  ["v\\d+(\\.\\d+){2}", "", "now v1.20.3", true],
  ["v\\d+(\\.\\d+){2}$", "", "now v1.20", false],
  ["^(?:a|b|)c{2,3}$", "", "accc", true],
  ["^(?:a|b|)c{2,3}$", "", "cccc", false],
  ["(?<name>x)y??$", "", "xy", true],
  ["[\\]\\\\]$", "", "]", true],
  ["[(|)]+$", "", "(|)", true],
  ["(a*)*b", "", "aab", true],
  ["(?:)*x", "", "x", true],
])("/%s/%s on %j", (pattern, flags, text, isFound) => {
  expect(found(pattern, text, flags)).toBe(isFound);
  expect(new RegExp(pattern, `${flags}u`).test(text), "as JavaScript's own").toBe(isFound);
});

describe("what cannot be searched in linear time is refused", () => {
  test.each<[string, string, string]>([
    ["a(?=b)", "", "looks ahead or behind"],
    ["a(?!b)", "", "looks ahead or behind"],
    ["(?<=a)b", "", "looks ahead or behind"],
    ["(?<!a)b", "", "looks ahead or behind"],
    ["(a)\\1", "", "refers back to a group"],
    ["(?<x>a)\\k<x>", "", "refers back to a group"],
    ["(a{100}){100}", "", "is too large"],
    ["(", "", "is not a regular expression: unterminated group"],
    ["a**", "", "is not a regular expression: nothing to repeat"],
    ["\\-", "", "is not a regular expression: invalid escape"],
    ["a", "g", "has the flag `g`"],
    ["a", "ii", "has the flag `i`"],
    ["a".repeat(MAX_PATTERN_CHARACTERS + 1), "", "more than 1000 characters"],
  ])("/%s/%s", (pattern, flags, message) => {
    expect(() => linearPattern(pattern, flags)).toThrow(ReportError);
    expect(() => linearPattern(pattern, flags)).toThrow(message);
  });

  test("but not at the limits", () => {
    expect(found("a".repeat(MAX_PATTERN_CHARACTERS), "a".repeat(MAX_PATTERN_CHARACTERS))).toBe(true);
    expect(found("(a{40}){40}", "a".repeat(1600))).toBe(true);
  });
});

// JavaScript's own search of the first ones would not end before the sun does.
test.each(["^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "^(.*a){20}$", "([a-z]+)*\\d", "^a{0,400}a{0,400}$", "^(\\w+\\s?)*$"])(
  "/%s/ does not explode on a long answer",
  (pattern) => {
    expect(found(pattern, `${"a".repeat(200_000)}!`)).toBe(false);
  },
);

test("nor does a pattern that has more sets of possibilities than are remembered", () => {
  const text = Array.from({ length: 20_000 }, (_, at) => ((at * at) % 7 < 3 ? "a" : "b")).join("");
  expect(found("a(a|b){16}c", text)).toBe(false);
  expect(found("a(a|b){16}c", `${text}${"a".repeat(17)}c`)).toBe(true);
});

test("a pattern and a text that are made for each other are given up", () => {
  let seed = 1;
  const text = Array.from({ length: 1_048_576 }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed > 1_073_741_824 ? "a" : "b";
  }).join("");
  expect(found("a(a|b){300}c", text)).toBeUndefined();
});

const leaf = fc.constantFrom("a", "b", "A", ".", "\\w", "[^a]", "[ab]", "\\n", "\\b", "\\B", "^", "$", "ſ", "\\s");
const pattern = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.tuple(tie("tree"), tie("tree")).map(([a, b]) => a + b),
    fc.tuple(tie("tree"), tie("tree")).map(([a, b]) => `(?:${a}|${b})`),
    fc
      .tuple(tie("tree"), fc.constantFrom("*", "+", "?", "{0,2}", "{2}", "{1,}", "*?"))
      .map(([a, sign]) => `(${a})${sign}`),
  ),
})).tree;

test("finds what JavaScript's own engine finds", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "A", "\n", " ", "ſ", "😀"), maxLength: 8 });
  fc.assert(
    fc.property(pattern, fc.constantFrom("", "i", "m", "s", "im"), text, (source, flags, value) => {
      // V8 finds \B between the two halves of a character, where the standard has no place.
      fc.pre(!source.includes("\\B") || !value.includes("😀"));
      expect(found(source, value, flags)).toBe(new RegExp(source, `${flags}u`).test(value));
    }),
    { numRuns: 2000 },
  );
});

test("any text is read as a pattern or refused with a sentence", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."ab()[]{}|*+?^$.\\,1<>:=!-bkpu") }), (source) => {
      let test: boolean | undefined;
      try {
        test = found(source, "ab1");
      } catch (error) {
        if (error instanceof ReportError) return;
        throw error;
      }
      expect(test).toBe(new RegExp(source, "u").test("ab1"));
    }),
    { numRuns: 2000 },
  );
});
