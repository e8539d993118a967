import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LineRange, rangesContain, rangesLength, rangesOverUnmeasured } from "./ranges.ts";

const lineSet = fc.uniqueArray(fc.integer({ min: 1, max: 60 })).map((lines) => lines.sort((a, b) => a - b));

test("rangesContain agrees with a set", () => {
  fc.assert(
    fc.property(lineSet, fc.nat({ max: 70 }), (lines, line) => {
      const ranges = lines.map((n): LineRange => [n, n]);
      expect(rangesContain(ranges, line)).toBe(lines.includes(line));
    }),
  );
  expect(
    rangesContain(
      [
        [2, 5],
        [9, 9],
      ],
      5,
    ),
  ).toBe(true);
  expect(
    rangesContain(
      [
        [2, 5],
        [9, 9],
      ],
      6,
    ),
  ).toBe(false);
});

describe("rangesOverUnmeasured", () => {
  test.each<[string, number[], number[], LineRange[]]>([
    ["neighbours", [1, 2, 3], [1, 2, 3], [[1, 3]]],
    ["over three blank lines", [1, 5], [1, 5], [[1, 5]]],
    [
      "not over four",
      [1, 6],
      [1, 6],
      [
        [1, 1],
        [6, 6],
      ],
    ],
    [
      "not over a covered line",
      [1, 3],
      [1, 2, 3],
      [
        [1, 1],
        [3, 3],
      ],
    ],
    ["nothing", [], [1, 2], []],
  ])("%s", (_, lines, measured, expected) => {
    expect(rangesOverUnmeasured(lines, Uint32Array.from(measured))).toEqual(expected);
  });

  test("holds every line, and of the measured ones only those", () => {
    fc.assert(
      fc.property(lineSet, lineSet, (measured, picks) => {
        const lines = measured.filter((line) => picks.includes(line));
        const ranges = rangesOverUnmeasured(lines, Uint32Array.from(measured));
        expect(measured.filter((line) => rangesContain(ranges, line))).toEqual(lines);
        expect(rangesLength(ranges)).toBeGreaterThanOrEqual(lines.length);
      }),
    );
  });
});
