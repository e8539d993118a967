import { expect, test } from "vitest";
import { comparisonOf } from "../../testing/judged.ts";
import { meanOfTimes } from "./mean-of-times.ts";

/** A comparison as `comparisonOf` reads it, with the numbers of its sides. */
type Row = readonly [written: string, base: number | undefined, head: number | undefined];

test.each<readonly [string, readonly Row[], number | undefined]>([
  ["one time", [["a: ok", 10, 20]], 2],
  [
    "the geometric mean of several",
    [
      ["a: regressed", 10, 80],
      ["b: improved", 10, 5],
    ],
    2,
  ],
  [
    "nothing but times",
    [
      ["a: ok", 10, 20],
      ["a allocs/op: regressed", 1, 9],
      ["a ops/s: ok", 1, 9],
    ],
    2,
  ],
  [
    "nothing that is only shown, new or missing",
    [
      ["a: ok", 10, 20],
      ["b: shown", 1, 9],
      ["c: new", undefined, 9],
      ["d: missing", 9, undefined],
    ],
    2,
  ],
  ["no time", [["a allocs/op: ok", 1, 9]], undefined],
  ["nothing", [], undefined],
])("%s", (_, rows, expected) => {
  const comparisons = rows.map(([written, base, head]) => ({
    ...comparisonOf(written),
    ...(base !== undefined && { base }),
    ...(head !== undefined && { head }),
  }));
  const mean = meanOfTimes(comparisons);
  if (expected === undefined) expect(mean).toBeUndefined();
  else expect(mean).toBeCloseTo(expected, 9);
});
