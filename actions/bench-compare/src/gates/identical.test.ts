import { expect, test } from "vitest";
import { judgedOf } from "../../testing/judged.ts";
import { isIdentical } from "./identical.ts";

test.each<readonly [readonly string[], Parameters<typeof judgedOf>[1], boolean]>([
  [["a: ok"], { identical: true }, true],
  [["a: ok", "b: inconclusive", "c: improved"], { identical: true }, true],
  [["a: ok"], { identical: false }, false],
  [["a: ok"], {}, false],
  [["a: ok", "b: regressed"], { identical: true }, false],
  [["a: ok"], { identical: true, moved: ["a: improved"] }, false],
  [["a: improved"], { identical: true, control: "off" }, false],
])("%j with %j: %s", (comparisons, settings, is) => {
  expect(isIdentical(judgedOf(comparisons, settings))).toBe(is);
});

test("of result files nobody knows the program", () => {
  const { run: _, ...files } = judgedOf(["a: ok"]);
  expect(isIdentical(files)).toBe(false);
});
