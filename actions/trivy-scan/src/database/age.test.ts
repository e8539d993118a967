import { expect, test } from "vitest";
import { ageInWords, durationInWords, timeInWords } from "./age.ts";

const HOUR = 60 * 60_000;

test.each([
  [0, "1 hour"],
  [1, "1 hour"],
  [HOUR, "1 hour"],
  [HOUR + 1, "2 hours"],
  [24 * HOUR, "1 day"],
  [72 * HOUR + 1, "3 days 1 hour"],
  [2400 * HOUR, "100 days"],
])("an age of %i ms", (age, words) => {
  expect(ageInWords(age)).toBe(words);
});

test.each([
  [0, "0 seconds"],
  [1000, "1 second"],
  [90 * 60_000, "1 hour 30 minutes"],
  [72 * HOUR, "3 days"],
  [25 * HOUR + 61_000, "1 day 1 hour 1 minute 1 second"],
])("a duration of %i ms", (duration, words) => {
  expect(durationInWords(duration)).toBe(words);
});

test("an age above a limit never reads like it", () => {
  for (const limit of [HOUR, 36 * HOUR, 72 * HOUR, 90 * 60_000])
    expect(ageInWords(limit + 1)).not.toBe(durationInWords(limit));
});

test("a time is in whole seconds", () => {
  expect(timeInWords(Date.parse("2026-11-28T06:17:03.999Z"))).toBe("2026-11-28T06:17:03Z");
});
