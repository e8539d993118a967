import { expect, test } from "vitest";
import { ageInWords, ageProblem, CLOCK_SKEW } from "./age.ts";

const NOW = Date.parse("2026-11-28T12:00:00Z");
const DAY = 86_400_000;

test.each<[string, number, string | undefined]>([
  ["of now", NOW, undefined],
  ["exactly as old as it may be", NOW - 14 * DAY, undefined],
  [
    "a millisecond older",
    NOW - 14 * DAY - 1,
    "is of 2026-11-14, 14 days old, and may be 14 days old (`rustsec-max-age`)",
  ],
  ["ahead by what clocks may differ", NOW + CLOCK_SKEW, undefined],
  [
    "a millisecond more",
    NOW + CLOCK_SKEW + 1,
    "is of 2026-11-28, which is in the future: is this machine's clock right?",
  ],
  ["without a date", Number.NaN, "has no date"],
])("a database %s", (_, updatedAt, expected) => {
  expect(ageProblem(updatedAt, NOW, 14 * DAY)).toBe(expected);
});

test.each([
  [0, "0 hours"],
  [3_600_000, "1 hour"],
  [DAY - 1, "23 hours"],
  [DAY, "1 day"],
  [DAY + 1, "24 hours"],
  [2 * DAY, "2 days"],
  [14 * DAY, "14 days"],
])("%d ms are %s", (age, words) => {
  expect(ageInWords(age)).toBe(words);
});
