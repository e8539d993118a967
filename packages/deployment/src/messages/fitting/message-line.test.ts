import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MessageLine, MessagePart } from "../message.ts";
import { codePoints } from "./code-points.ts";
import { cutLine, MAX_LINE, MAX_URL, plainText, tidyLine, tidyText, tidyUrl } from "./message-line.ts";

test.each<[string, string, string]>([
  ["line breaks", "a\nb\r\nc\u2028d\te", "a b c d e"],
  ["what turns text", "\u202eabc\u202c", "abc"],
  ["what hides text", "a\u200bb\u{e0041}c", "abc"],
  ["emoji keep their joiners", "👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"],
  ["half a pair", "a\ud83db", "a\ufffdb"],
  ["controls", "a\u0000b\u001b[31m", "ab[31m"],
])("text without %s", (_, text, tidy) => {
  expect(tidyText(text)).toBe(tidy);
});

test.each<[string, string, string | undefined]>([
  ["https", "https://a.example/b?c=d", "https://a.example/b?c=d"],
  ["http", "http://a.example", "http://a.example/"],
  ["brackets, which end a link", "https://a.example/(b)|c", "https://a.example/%28b%29%7Cc"],
  ["blanks and quotes", 'https://a.example/b c"d', "https://a.example/b%20c%22d"],
  ["other schemes", "javascript:alert(1)", undefined],
  ["no scheme", "//a.example", undefined],
  ["credentials", "https://user:pass@a.example", undefined],
  ["nothing", "", undefined],
  ["at the limit", `https://a.example/${"b".repeat(MAX_URL - 18)}`, `https://a.example/${"b".repeat(MAX_URL - 18)}`],
  ["beyond the limit", `https://a.example/${"b".repeat(MAX_URL - 17)}`, undefined],
  ["beyond it once encoded", `https://a.example/${"(".repeat(1000)}`, undefined],
])("an address with %s", (_, url, tidy) => {
  expect(tidyUrl(url)).toBe(tidy);
});

describe("tidyLine", () => {
  test.each<[string, MessageLine, MessageLine]>([
    ["empty parts go", ["", "a", { code: "" }, "b"], ["a", "b"]],
    ["the ends are trimmed", ["  ", " a ", { code: "b" }, "  "], ["a ", { code: "b" }]],
    ["a link nobody can open is text", [{ text: "a", href: "file:///etc/passwd" }], ["a"]],
    [
      "a link without text shows its address",
      [{ text: " ", href: "https://a.example" }],
      [{ text: "https://a.example/", href: "https://a.example/" }],
    ],
    ["nothing is left", ["  ", { strong: "\u200b" }], []],
  ])("%s", (_, line, tidy) => {
    expect(tidyLine(line)).toEqual(tidy);
  });

  test("megabytes are cut", () => {
    expect(codePoints(plainText(tidyLine(["x".repeat(5_000_000)])))).toBe(MAX_LINE);
  });
});

describe("cutLine", () => {
  const LINE: MessageLine = ["ab", { code: "cd" }, { text: "ef", href: "https://a.example" }];

  test.each<[number, MessageLine]>([
    [6, LINE],
    [5, ["ab", { code: "cd" }, { text: "…", href: "https://a.example" }]],
    [4, ["ab", { code: "c…" }]],
    [3, ["ab", { code: "…" }]],
    [2, ["a…"]],
    [0, []],
  ])("to %i", (limit, cut) => {
    expect(cutLine(LINE, limit)).toEqual(cut);
  });

  test("never longer than asked", () => {
    const part: fc.Arbitrary<MessagePart> = fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1 }),
      fc.record({ code: fc.string({ minLength: 1 }) }),
      fc.record({ text: fc.string({ minLength: 1 }), href: fc.constant("https://a.example") }),
    );
    fc.assert(
      fc.property(fc.array(part), fc.nat(40), (line, limit) => {
        const cut = cutLine(line, limit);
        expect(codePoints(plainText(cut))).toBeLessThanOrEqual(limit);
        if (codePoints(plainText(line)) <= limit) expect(cut).toEqual(line);
      }),
    );
  });
});
