import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codePoints, cutText } from "./code-points.ts";

const FAMILY = "👩‍👩‍👧‍👦";

describe("cutText", () => {
  test.each<[string, string, number, string]>([
    ["n - 1", "abcd", 5, "abcd"],
    ["n", "abcde", 5, "abcde"],
    ["n + 1", "abcdef", 5, "abcd…"],
    ["emoji at n", "😀😀😀", 3, "😀😀😀"],
    ["emoji at n + 1", "😀😀😀😀", 3, "😀😀…"],
    ["Chinese at n + 1", "漢字漢字", 3, "漢字…"],
    ["an emoji after letters", "ab😀c", 3, "ab…"],
    ["no half of a flag", "a🇩🇪🇫🇷", 3, "a…"],
    ["no half of a family", `ab${FAMILY}c`, 5, "ab…"],
    ["no letter without its accent", "abe\u0301de", 4, "ab…"],
    ["no blank before the mark", "abc def", 5, "abc…"],
    ["nothing fits", "abc", 0, ""],
    ["the mark alone", "abc", 1, "…"],
    ["half a pair", "a\ud83dbc", 3, "a\ud83d…"],
    ["nothing", "", 3, ""],
  ])("%s", (_, text, limit, cut) => {
    expect(cutText(text, limit)).toBe(cut);
  });

  test("a letter under a pile of accents is cut through rather than lost", () => {
    expect(codePoints(cutText(`e${"\u0301".repeat(500)}`, 200))).toBe(200);
  });

  test("never longer than asked, and a start of the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(30), (text, limit) => {
        const cut = cutText(text, limit);
        expect(codePoints(cut)).toBeLessThanOrEqual(limit);
        if (cut !== text) expect(text.startsWith(cut.slice(0, -1))).toBe(true);
        if (codePoints(text) <= limit) expect(cut).toBe(text);
      }),
    );
  });
});

test("code points are what a string is iterated by", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => codePoints(text) === [...text].length));
});
