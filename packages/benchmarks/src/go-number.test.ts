import { expect, test } from "vitest";
import { numberAt } from "./go-number.ts";

test.each<[written: string, value: number | undefined]>([
  ["0", 0],
  ["7", 7],
  ["90", 90],
  ["1.5", 1.5],
  ["0.25", 0.25],
  ["2.", 2],
  [".5", 0.5],
  [".", undefined],
  ["1.2.3", undefined],
  // Fifteen characters and sixteen, on both sides of what is exact.
  ["999999999999999", 999_999_999_999_999],
  ["9007199254740993", 2 ** 53],
  ["0.1234567890123", 0.1234567890123],
  ["0.12345678901234", 0.12345678901234],
  ["0.123456789012345678", 0.12345678901234568],
  [".12345678901234", 0.12345678901234],
  ["+1", 1],
  ["-1.5", -1.5],
  ["1e3", 1000],
  ["1E-3", 0.001],
  ["1e", undefined],
  ["e3", undefined],
  ["Inf", Infinity],
  ["+infinity", Infinity],
  ["-INF", -Infinity],
  ["NaN", Number.NaN],
  ["-NaN", undefined],
  ["0x10", undefined],
  ["/", undefined],
  [":", undefined],
])("%j between other digits is %d", (written, value) => {
  // What is around the field is not read.
  for (const [before, after] of [
    ["", ""],
    ["3", "4"],
    ["3.", ".4"],
    [" ", " "],
  ] as const) {
    const text = `${before}${written}${after}`;
    expect(numberAt(text, before.length, before.length + written.length)).toBe(value);
  }
});
