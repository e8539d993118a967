import { expect, test } from "vitest";
import { formatDuration } from "./duration.ts";

test.each([
  [-5, "under 1 s"],
  [999, "under 1 s"],
  [1000, "1 s"],
  [59_999, "59 s"],
  [60_000, "1 min"],
  [190_000, "3 min 10 s"],
  [3_599_999, "59 min 59 s"],
  [3_600_000, "1 h"],
  [7_800_000, "2 h 10 min"],
  [86_400_000, "1 d"],
  [273_600_000, "3 d 4 h"],
])("%i ms is %s", (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});
