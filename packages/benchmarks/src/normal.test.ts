import fc from "fast-check";
import { expect, test } from "vitest";
import { normalQuantile, normalTail } from "./normal.ts";

/** scipy.stats.norm.sf */
const TAILS: readonly (readonly [number, number])[] = [
  [-9, 1],
  [-3, 0.9986501019683699],
  [-1, 0.8413447460685429],
  [0, 0.5],
  [0.5, 0.3085375387259869],
  [1, 0.15865525393145707],
  [1.959963984540054, 0.025],
  // Either side of where the series gives way to the continued fraction.
  [2.9999, 0.001350341282954925],
  [3, 0.0013498980316300933],
  [3.0001, 0.0013494549132607172],
  [5, 2.866515718791933e-7],
  [8, 6.22096057427174e-16],
  [20, 2.7536241186061556e-89],
  [37, 5.7255712225239266e-300],
];

test.each(TAILS)("the tail above %d is %d", (z, tail) => {
  expect(Math.abs(normalTail(z) / tail - 1)).toBeLessThan(1e-10);
});

test("the ends", () => {
  expect(normalTail(Number.POSITIVE_INFINITY)).toBe(0);
  expect(normalTail(Number.NEGATIVE_INFINITY)).toBe(1);
  expect(normalQuantile(0.5)).toBeCloseTo(0, 12);
  expect(normalQuantile(0.025)).toBeCloseTo(1.959963984540054, 12);
  expect(normalQuantile(0.975)).toBeCloseTo(-1.959963984540054, 12);
});

test("the quantile is the tail's inverse", () => {
  fc.assert(
    fc.property(fc.double({ min: -300, max: -0.01, noNaN: true }), (exponent) => {
      const probability = 10 ** exponent;
      expect(Math.abs(normalTail(normalQuantile(probability)) / probability - 1)).toBeLessThan(1e-9);
    }),
  );
});
