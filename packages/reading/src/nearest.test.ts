import { expect, test } from "vitest";
import { nearest } from "./nearest.ts";

test.each([
  ["lcv", "lcov"],
  ["lcvo", "lcov"],
  ["COBERTURA", "cobertura"],
  ["cobretura", "cobertura"],
  ["go", undefined],
  ["something", undefined],
])("nearest to %s: %s", (word, expected) => {
  expect(nearest(word, ["lcov", "cobertura"])).toBe(expected);
});
