import { expect, test } from "vitest";
import { nearest } from "./nearest.ts";

test.each([
  ["lcv", "lcov"],
  ["lcvo", "lcov"],
  ["COBERTURA", "cobertura"],
  ["cobretura", "cobertura"],
  ["go", undefined],
  ["something", undefined],
  ["lc", undefined],
  ["lvoc", undefined],
  ["cobertxxa", "cobertura"],
  ["cobertxxx", undefined],
  ["coberturaxx", "cobertura"],
  ["coberturaxxx", undefined],
  ["lcovcobertura", undefined],
  ["cov", "lcov"],
  ["xlcov", "lcov"],
  ["lco", "lcov"],
])("nearest to %s: %s", (word, expected) => {
  expect(nearest(word, ["lcov", "cobertura"])).toBe(expected);
});

test("of two that are near the nearer one, of two equally near the first", () => {
  expect(nearest("cobertux", ["coberta", "cobertura", "cobertuxa"])).toBe("cobertuxa");
  expect(nearest("cobert", ["coberta", "coberto"])).toBe("coberta");
});
