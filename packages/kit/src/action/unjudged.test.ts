import { expect, test } from "vitest";
import { allowanceWords, unjudged } from "./unjudged.ts";

test.each([
  ["no input may allow it", undefined, { cause: "down", allowed: false }, ""],
  [
    "an input does not allow it",
    { input: "on-down", value: "fail" },
    { cause: "down", input: "on-down", allowed: false },
    "; `on-down: warn` would allow it",
  ],
  [
    "an input allows it",
    { input: "on-down", value: "warn" },
    { cause: "down", input: "on-down", allowed: true },
    "; `on-down: warn` allows it",
  ],
] as const)("%s", (_, allowance, expected, words) => {
  const rule = unjudged("down", allowance);
  expect(rule).toStrictEqual(expected);
  expect(allowanceWords(rule)).toBe(words);
});
