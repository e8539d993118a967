import { expect, test } from "vitest";
import { Allowance } from "./allowance.ts";

const LIMITS = { attemptTime: 30, totalTime: 100, answerBytes: 50, totalBytes: 200 };

test.each([
  [0, 30],
  [70, 30],
  [71, 29],
  // Clocks give fractions, and timers take none.
  [71.5, 29],
  [99, 1],
  [100, 0],
  [101, 0],
])("after %d of 100 ms, an attempt may take %d", (milliseconds, left) => {
  const allowance = new Allowance(LIMITS);
  allowance.spend({ milliseconds });
  expect(allowance.attemptTime).toBe(left);
});

test.each([
  [59, true],
  [60, false],
  [61, false],
])("after 40 of 100 ms, a wait of %d is begun: %s", (wait, isBegun) => {
  const allowance = new Allowance(LIMITS);
  allowance.spend({ milliseconds: 40 });
  expect(allowance.allowsWait(wait)).toBe(isBegun);
});

test.each([
  [150, 50],
  [151, 49],
  [200, 0],
  [201, 0],
])("after %d of 200 bytes, an answer may have %d", (bytes, left) => {
  const allowance = new Allowance(LIMITS);
  allowance.spend({ bytes });
  expect(allowance.answerBytes).toBe(left);
});
