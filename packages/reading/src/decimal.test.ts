import { expect, test } from "vitest";
import { compareDecimals, parseDecimal } from "./decimal.ts";

test.each([
  ["80", 80n, 1n],
  ["80.50", 8050n, 100n],
  ["0.1", 1n, 10n],
  ["1".repeat(30), BigInt("1".repeat(30)), 1n],
])("%s", (text, numerator, denominator) => {
  expect(parseDecimal(text)).toEqual({ text, numerator, denominator });
});

test.each(["", "-1", "+1", "1e3", ".5", "5.", "1,5", " 1", "NaN", "Infinity", "0x10", "١", "1".repeat(31)])(
  "`%s` is none",
  (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  },
);

test.each([
  ["79.999999999", "80", -1],
  ["80.0", "80", 0],
  ["80.1", "80", 1],
  ["0.5", "0.25", 1],
  ["2", "10", -1],
  ["0.3", "0.30000000000000004", -1],
])("%s beside %s", (a, b, expected) => {
  expect(compareDecimals(parseDecimal(a)!, parseDecimal(b)!)).toBe(expected);
});
