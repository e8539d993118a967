import { expect, test } from "vitest";
import { withoutMark } from "./byte-order-mark.ts";

test.each([
  ["\ufeffa\ufeff", "a\ufeff"],
  ["a", "a"],
  ["", ""],
])("of %j stays %j", (text, expected) => {
  expect(withoutMark(text)).toBe(expected);
});
