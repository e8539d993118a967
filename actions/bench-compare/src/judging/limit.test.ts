import { expect, test } from "vitest";
import { parseFraction, parseTime } from "./limit.ts";

test("fractions", () => {
  expect(["5", "5%", "5 %", "0", "0.5", "1000"].map(parseFraction)).toEqual([0.05, 0.05, 0.05, 0, 0.005, 10]);
  expect(["", "%", "-1", "1e3", "1000.1", "NaN", "5 percent", "5%%"].map(parseFraction)).toEqual(
    Array(8).fill(undefined),
  );
});

test("times", () => {
  expect(["0", "5ns", "1.5 us", "2µs", "2μs", "3ms", "1s"].map(parseTime)).toEqual([0, 5, 1500, 2000, 2000, 3e6, 1e9]);
  expect(["", "5", "5m", "-1ns", "1e3ns", "ns"].map(parseTime)).toEqual(Array(6).fill(undefined));
});

test("several digits, before and behind the point, and nothing behind the unit", () => {
  expect(["12.25", "1000.000000"].map(parseFraction)).toEqual([0.1225, 10]);
  expect(["125ns", "1.25us"].map(parseTime)).toEqual([125, 1250]);
  expect(["5nsx", "1s 2ms", "0x"].map(parseTime)).toEqual(Array(3).fill(undefined));
});
