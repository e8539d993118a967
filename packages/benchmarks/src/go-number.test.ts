import { describe, expect, test } from "vitest";
import { numberAt, plainNumberAt } from "./go-number.ts";

/** What is around a field is not read. */
const AROUND = [
  ["", ""],
  ["3", "4"],
  ["3.", ".4"],
  [" ", " "],
] as const;

describe("a field of digits between others", () => {
  test.each<[written: string, value: number]>([
    ["0", 0],
    ["7", 7],
    ["90", 90],
    ["1.5", 1.5],
    ["0.25", 0.25],
    ["2.", 2],
    [".5", 0.5],
    ["999999999999999", 999_999_999_999_999],
    ["0.1234567890123", 0.1234567890123],
    [".12345678901234", 0.12345678901234],
  ])("%s, at most fifteen, is read on the spot", (written, value) => {
    for (const [before, after] of AROUND) {
      const field = [`${before}${written}${after}`, before.length, before.length + written.length] as const;
      expect([plainNumberAt(...field), numberAt(...field)]).toEqual([value, value]);
    }
  });

  test.each<[written: string, value: number | undefined]>([
    [".", undefined],
    ["1.2.3", undefined],
    ["9007199254740993", 2 ** 53],
    ["0.12345678901234", 0.12345678901234],
    ["0.123456789012345678", 0.12345678901234568],
    [".123456789012345678", 0.12345678901234568],
    [".1e1", 1],
    ["+1", 1],
    ["-1.5", -1.5],
    ["1e3", 1000],
    ["1E-3", 0.001],
    ["1e10", 1e10],
    ["1e", undefined],
    ["e3", undefined],
    ["Inf", Number.POSITIVE_INFINITY],
    ["+infinity", Number.POSITIVE_INFINITY],
    ["-INF", Number.NEGATIVE_INFINITY],
    ["0inf", undefined],
    ["info", undefined],
    ["NaN", Number.NaN],
    ["-NaN", undefined],
    ["0nan", undefined],
    ["nano", undefined],
    ["0x10", undefined],
    ["x1", undefined],
    ["1x", undefined],
    ["/", undefined],
    [":", undefined],
  ])("%s is not, and is %d", (written, value) => {
    for (const [before, after] of AROUND) {
      const field = [`${before}${written}${after}`, before.length, before.length + written.length] as const;
      expect([plainNumberAt(...field), numberAt(...field)]).toEqual([undefined, value]);
    }
  });
});
