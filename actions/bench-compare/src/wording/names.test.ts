import fc from "fast-check";
import { expect, test } from "vitest";
import { listNames, shortName } from "./names.ts";

test.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a, b"],
  [["a", "b", "c"], "a, b and 1 more"],
  [Array(1002).fill("a"), "a, a and 1,000 more"],
])("%#", (names, text) => {
  expect(listNames(names)).toBe(text);
});

test.each<[string, number, string]>([
  ["abc", 40, "abc"],
  ["x".repeat(40), 40, "x".repeat(40)],
  [`${"a".repeat(20)}${"z".repeat(21)}`, 40, `${"a".repeat(13)}…${"z".repeat(21).padStart(26, "a")}`],
  ["😀".repeat(30), 20, `${"😀".repeat(6)}…${"😀".repeat(13)}`],
])("%s in %i characters", (name, most, text) => {
  expect(shortName(name, most)).toBe(text);
});

test("no name is longer than asked, and its ends stay", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }),
      fc.integer({ min: 16, max: 100 }),
      (name, most) => {
        const short = [...shortName(name, most)];
        expect(short.length).toBe(Math.min([...name].length, most));
        expect([short[0], short.at(-1)]).toEqual([[...name][0], [...name].at(-1)]);
      },
    ),
  );
});
