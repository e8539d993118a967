import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addRatios,
  type ExactNumber,
  floorPercent,
  formatPoints,
  meets,
  percentBeside,
  pointsBetween,
  shortfall,
  withinDecrease,
  ZERO_RATIO,
} from "./ratio.ts";

const exact = (text: string): ExactNumber => {
  const [whole = "", decimals = ""] = text.split(".");
  return { numerator: BigInt(whole + decimals), denominator: 10n ** BigInt(decimals.length) };
};
const ratio = (covered: number, total: number) => ({ covered, total });

test.each([
  [7995, 10_000, "80", false],
  [79_999_999, 100_000_000, "80", false],
  [8000, 10_000, "80", true],
  [2, 3, "66.66", true],
  [2, 3, "66.67", false],
  [9_007_199_254_740_990, 9_007_199_254_740_991, "100", false],
  [0, 10, "0", true],
  [0, 0, "0", false],
])("%d of %d reaches %s %%: %s", (covered, total, minimum, expected) => {
  expect(meets(ratio(covered, total), exact(minimum))).toBe(expected);
});

test.each([
  [1, 3, 2, "33.33"],
  [2, 3, 2, "66.66"],
  [999_999, 1_000_000, 2, "99.99"],
  [1, 1, 2, "100.00"],
  [1, 100_000, 2, "0.00"],
  [1, 3, 0, "33"],
])("%d of %d shows as a floor", (covered, total, decimals, expected) => {
  expect(floorPercent(ratio(covered, total), decimals)).toBe(expected);
});

test("a ratio of nothing has no percentage", () => {
  expect(() => floorPercent(ratio(0, 0))).toThrow(RangeError);
});

test("the number shown can never contradict the verdict", () => {
  fc.assert(
    fc.property(
      fc.nat(5000),
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.nat(5),
      (a, b, digits, places) => {
        const measured = ratio(Math.min(a, b), b);
        const minimum: ExactNumber = { numerator: BigInt(digits), denominator: 10n ** BigInt(places) };
        fc.pre(minimum.numerator <= 100n * minimum.denominator);
        const shown = exact(percentBeside(measured, minimum));
        const looksReached = shown.numerator * minimum.denominator >= minimum.numerator * shown.denominator;
        expect(looksReached).toBe(meets(measured, minimum));
      },
    ),
  );
});

test("the shortfall is what would be enough, and one less would not", () => {
  fc.assert(
    fc.property(
      fc.nat(5000),
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 0, max: 10_000 }),
      (a, b, hundredths) => {
        const measured = ratio(Math.min(a, b), b);
        const minimum = { numerator: BigInt(hundredths), denominator: 100n };
        const missing = shortfall(measured, minimum);
        expect(meets(ratio(measured.covered + missing, b), minimum)).toBe(true);
        if (missing > 0) expect(meets(ratio(measured.covered + missing - 1, b), minimum)).toBe(false);
      },
    ),
  );
});

describe("differences", () => {
  test.each([
    [8, 10, 7, 10, "-10.00"],
    [2, 3, 2, 3, "0.00"],
    [99_999, 100_000, 99_998, 100_000, "-0.01"],
    [1, 3, 2, 3, "+33.33"],
  ])("from %d/%d to %d/%d", (a, b, c, d, expected) => {
    expect(formatPoints(pointsBetween(ratio(a, b), ratio(c, d)))).toBe(expected);
  });

  test("a loss that is shown as none is none", () => {
    fc.assert(
      fc.property(fc.nat(999), fc.nat(999), (a, c) => {
        const points = pointsBetween(ratio(a, 1000), ratio(c, 1000));
        expect(withinDecrease(points, exact("0"))).toBe(c >= a);
        expect(formatPoints(points).startsWith("-")).toBe(c < a);
      }),
    );
  });

  test.each([
    ["0.1", 800, 799, true],
    ["0.09", 800, 799, false],
    ["100", 1000, 0, true],
  ])("a tolerance of %s points", (tolerance, before, after, expected) => {
    expect(withinDecrease(pointsBetween(ratio(before, 1000), ratio(after, 1000)), exact(tolerance))).toBe(expected);
  });
});

test("sums of ratios, and nothing to sum", () => {
  expect(addRatios([ratio(1, 2), ratio(0, 0), ratio(3, 3)])).toEqual({ covered: 4, total: 5 });
  expect(addRatios([])).toEqual(ZERO_RATIO);
});

test.each([
  ["two at the least", 2, 3, "66", "66.66"],
  ["as many as the minimum has", 79_999, 100_000, "80.0001", "79.9990"],
  ["99.995 % of a minimum of 100 %", 199_990, 200_000, "100", "99.99"],
])("decimals beside a minimum: %s", (_, covered, total, minimum, expected) => {
  expect(percentBeside(ratio(covered, total), exact(minimum))).toBe(expected);
});

test("a shortfall of nothing measured is none, and one of a minimum of 0 neither", () => {
  expect(shortfall(ratio(0, 0), exact("80"))).toBe(0);
  expect(shortfall(ratio(0, 10), exact("0"))).toBe(0);
  expect(shortfall(ratio(0, 3), exact("33.34"))).toBe(2);
});

test("a point lost is lost in full on any scale: the sign, the decimals and the tolerance agree", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99_999 }),
      fc.integer({ min: 1, max: 99_999 }),
      fc.nat(99_999),
      fc.nat(99_999),
      fc.nat(1000),
      (n, m, a, b, hundredths) => {
        const points = pointsBetween(ratio(Math.min(a, n), n), ratio(Math.min(b, m), m));
        const shown = exact(formatPoints(points).replace(/^[+-]/, ""));
        const sign = formatPoints(points).startsWith("-") ? -1n : 1n;
        // Shown within the tolerance means within it.
        const looksWithin = sign * shown.numerator >= -BigInt(hundredths);
        expect(looksWithin).toBe(withinDecrease(points, { numerator: BigInt(hundredths), denominator: 100n }));
      },
    ),
    { numRuns: 1000 },
  );
});
