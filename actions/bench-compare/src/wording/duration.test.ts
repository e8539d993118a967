import { expect, test } from "vitest";
import { formatDuration } from "./duration.ts";

test.each([
  [0, "0 ms"],
  [849.6, "850 ms"],
  [1000, "1.0 s"],
  [119_949, "119.9 s"],
  [120_000, "2.0 min"],
  [3_600_000, "60.0 min"],
])("%d ms are %s", (time, text) => {
  expect(formatDuration(time)).toBe(text);
});
