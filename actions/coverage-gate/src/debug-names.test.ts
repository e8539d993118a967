import { expect, test } from "vitest";
import { debugNames } from "./debug-names.ts";

const names = (count: number) => Array.from({ length: count }, (_, at) => `n${at}`);

test.each([
  [[], "none"],
  [["a", "b"], "a, b"],
  [["a\u001b[2J"], "a\\u{1b}[2J"],
])("%j", (given, expected) => {
  expect(debugNames(given)).toBe(expected);
});

test("fifty are named, more are counted", () => {
  expect(debugNames(names(50))).toMatch(/, n49$/);
  expect(debugNames(names(51))).toMatch(/, n49, \.\.\. and 1 more$/);
});
