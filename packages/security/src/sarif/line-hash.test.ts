import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MANY, runs } from "../../../reading/testing/depth.ts";
import { lineHashes } from "./line-hash.ts";

/** All hashes of a text in order. */
function all(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/).length;
  return [...lineHashes(text, new Set(Array.from({ length: lines + 1 }, (_, index) => index + 1))).values()];
}

const GREETING = [
  "e9496ae3ebfced30:1",
  "fb7c023a8b9ccb3f:1",
  "ce8ba1a563dcdaca:1",
  "e20e36e16fcb0cc8:1",
  "b3edc88f2938467e:1",
  "c8e28b0b4002a3a0:1",
  "c129715d7a2bc9a3:1",
];

// The values of github/codeql-action, src/fingerprints.test.ts.
test.each<[name: string, text: string, hashes: readonly string[]]>([
  ["nothing", "", ["c129715d7a2bc9a3:1"]],
  [
    "blanks and tabs are left out",
    " a\nb\n  \t\tc\n d",
    ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"],
  ],
  [
    "no line end at the end",
    " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
    [
      "8b7cf3e952e7aeb2:1",
      "b1ae1287ec4718d9:1",
      "bff680108adb0fcc:1",
      "c6805c5e1288b612:1",
      "b86d3392aea1be30:1",
      "e6ceba753e1a442:1",
    ],
  ],
  ["line feeds", " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", GREETING],
  ["carriage returns", " hello; \t\rworld!!!\r\r\r  \t\tGreetings\r End\r", GREETING],
  ["both", " hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", GREETING],
  ["a mixture", " hello; \t\r\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", GREETING],
  [
    "lines that repeat are counted",
    "Lorem ipsum dolor sit amet.\n".repeat(10),
    [
      ...[1, 2, 3, 4, 5, 6].map((count) => `a7f2ff13bc495cf2:${count}`),
      "a7f2ff1481e87703:1",
      "a9cf91f7bbf1862b:1",
      "55ec222b86bcae53:1",
      "cc97dc7b1d7d8f7b:1",
      "c129715d7a2bc9a3:1",
    ],
  ],
])("GitHub's own values: %s", (_, text, hashes) => {
  expect(all(text)).toEqual(hashes);
});

/** The definition, line by line, with integers of any size. */
function defined(text: string): string[] {
  const units = [...text.replace(/\r\n?/g, "\n").replace(/[ \t]/g, "")].flatMap((character) =>
    Array.from({ length: character.length }, (_, index) => character.charCodeAt(index)),
  );
  const whole = [...units, 0xffff, ...Array<number>(100).fill(0)];
  const counts = new Map<string, number>();
  const starts = [0, ...units.flatMap((unit, index) => (unit === 10 ? [index + 1] : []))];
  return starts.map((start) => {
    const hash = whole.slice(start, start + 100).reduce((sum, unit) => sum * 37n + BigInt(unit), 0n);
    const digits = BigInt.asUintN(64, hash).toString(16);
    const count = (counts.get(digits) ?? 0) + 1;
    counts.set(digits, count);
    return `${digits}:${count}`;
  });
}

describe("any text", () => {
  const texts = fc.array(
    fc.constantFrom("a", "bc", " ", "\t", "\n", "\r\n", "é", "😀", "\uffff", "\0", "x".repeat(99)),
    {
      maxLength: 400,
    },
  );

  test("has the hashes that the definition gives", () => {
    fc.assert(
      fc.property(texts, (parts) => {
        // A lone carriage return before a blank is a line end, too; a pair with a blank between is two.
        const text = parts.join("");
        expect(all(text)).toEqual(defined(text));
      }),
      runs(1000),
    );
  });

  test("only the wanted lines that it has are given", () => {
    expect([...lineHashes("a\nb\n", new Set([2, 9])).keys()]).toEqual([2]);
    expect(lineHashes("a", new Set()).size).toBe(0);
  });

  test("a text of many lines takes one pass", () => {
    const text = "const a = 1;\n".repeat(MANY);
    expect(lineHashes(text, new Set([MANY - 50])).get(MANY - 50)).toMatch(new RegExp(`:${MANY - 50}$`));
  });
});
