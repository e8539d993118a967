import { expect, test } from "vitest";
import { geometricMean } from "./geomean.ts";

test.each<[name: string, pairs: readonly (readonly [number, number])[], mean: number | undefined]>([
  ["one", [[2, 3]], 1.5],
  [
    "of ratios, not of sums",
    [
      [1, 2],
      [1000, 500],
    ],
    1,
  ],
  [
    "three",
    [
      [1, 2],
      [1, 4],
      [1, 8],
    ],
    4,
  ],
  [
    "0/0 is no change",
    [
      [0, 0],
      [1, 4],
    ],
    2,
  ],
  [
    "from 0",
    [
      [0, 1],
      [1, 1],
    ],
    undefined,
  ],
  [
    "to 0",
    [
      [1, 0],
      [1, 1],
    ],
    undefined,
  ],
  ["a negative value", [[-1, 1]], undefined],
  ["not finite", [[1, Number.POSITIVE_INFINITY]], undefined],
  ["nothing", [], undefined],
])("%s", (_, pairs, mean) => {
  const result = geometricMean(pairs);
  if (mean === undefined) expect(result).toBeUndefined();
  else expect(result).toBeCloseTo(mean, 12);
});

test("neither overflows nor vanishes", () => {
  expect(geometricMean(Array.from({ length: 10_000 }, () => [1, 1e30] as const))! / 1e30).toBeCloseTo(1, 9);
  expect(geometricMean(Array.from({ length: 10_000 }, () => [1e30, 1] as const))! * 1e30).toBeCloseTo(1, 9);
});
