import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatChange, formatFraction, formatInterval, formatMargin } from "./change.ts";

test.each<[number, number | undefined, string]>([
  [0, 0.05, "0.0 %"],
  [-0, 0.05, "0.0 %"],
  [0.0001, 0.05, "0.0 %"],
  [-0.0001, 0.05, "0.0 %"],
  [0.042, 0.05, "+4.2 %"],
  [-0.123, 0.05, "-12.3 %"],
  [0.05, 0.05, "+5.0 %"],
  [0.0499, 0.05, "+4.99 %"],
  [0.04999, 0.05, "+4.999 %"],
  [0.0500001, 0.05, "+5.0 %"],
  [0.0499999999, 0.05, "+4.999999 %"],
  [-0.0476, 0.05, "-4.76 %"],
  [-0.0477, 0.05, "-4.8 %"],
  [3, undefined, "+300.0 %"],
  [9.99, 0.05, "+999.0 %"],
  [10, 0.05, "×11"],
  [13.456, 0.05, "×14.5"],
  [1e6, 0.05, "×1,000,000"],
  [11.9999, 12, "×12.9999"],
  [Number.POSITIVE_INFINITY, 0.05, "from 0"],
  [Number.NEGATIVE_INFINITY, 0.05, "unbounded"],
  [0.2, Number.POSITIVE_INFINITY, "+20.0 %"],
])("%f with the margin %f is %s", (change, margin, text) => {
  expect(formatChange(change, margin)).toBe(text);
});

describe("the text never contradicts the margin", () => {
  const sides = (percent: number, margin: number) =>
    [margin * 100, (margin / (1 + margin)) * 100].flatMap((limit) => [percent < limit, percent > -limit]);
  const shown = (change: number, margin: number) => {
    const text = formatChange(change, margin).replaceAll(",", "");
    return text.startsWith("×") ? (Number(text.slice(1)) - 1) * 100 : Number(text.replace(" %", ""));
  };
  const margins = fc.double({ min: 0.0001, max: 10, noNaN: true });

  test("for any change", () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1e6, noNaN: true }), margins, (change, margin) => {
        expect(sides(shown(change, margin), margin)).toEqual(sides(change * 100, margin));
      }),
      { numRuns: 2000 },
    );
  });

  test("for changes a hair's breadth from it", () => {
    const near = fc.tuple(
      margins,
      fc.constantFrom(-1, 1),
      fc.boolean(),
      fc.integer({ min: -20, max: 20 }),
      fc.integer({ min: 2, max: 16 }),
    );
    fc.assert(
      fc.property(near, ([margin, sign, isInverse, steps, digits]) => {
        const change = sign * (isInverse ? margin / (1 + margin) : margin) + steps * 10 ** -digits;
        expect(sides(shown(change, margin), margin)).toEqual(sides(change * 100, margin));
      }),
      { numRuns: 5000 },
    );
  });

  test("and it is never further off than a digit", () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 9.99, noNaN: true }), margins, (change, margin) => {
        expect(Math.abs(shown(change, margin) - change * 100)).toBeLessThanOrEqual(0.0501);
      }),
    );
  });
});

test.each([
  [-0.012, 0.034, "[-1.2, +3.4] %"],
  [-0.1, 8, "[-10.0, +800.0] %"],
  [-0.1, 12, "-10.0 % to ×13"],
  [-1, 0.04999, "≤ +4.999 %"],
  [Number.NEGATIVE_INFINITY, 0.04999, "≤ +4.999 %"],
  [0.02, Number.POSITIVE_INFINITY, "≥ +2.0 %"],
  [0.02, 1e6, "≥ +2.0 %"],
  [-1, 1e6, ""],
  [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, ""],
])("the interval from %f to %f is %j: nothing is said of an open end", (low, high, text) => {
  expect(formatInterval(low, high, 0.05)).toBe(text);
});

test("fractions are rounded up: what could have been seen is never told too small", () => {
  expect([0.0421, 0.05, 0, 9, 99].map(formatFraction)).toEqual(["4.3 %", "5.0 %", "0.0 %", "900.0 %", "×100"]);
});

test.each([
  [0.05, 0.02, "5 %"],
  [0.199005, 1.99, "19.9 %"],
  [0.199005, 0.1990049, "19.9005 %"],
  [0.111111, 9, "11.1 %"],
])("the margin %f beside the change %f is %s", (margin, change, text) => {
  expect(formatMargin(margin, change)).toBe(text);
});
