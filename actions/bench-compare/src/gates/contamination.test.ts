import { describe, expect, test } from "vitest";
import { judgedOf } from "../../testing/judged.ts";
import { contamination, isUnsteady } from "./contamination.ts";

test.each<readonly [readonly string[], Parameters<typeof judgedOf>[1], boolean]>([
  [["a: regressed"], {}, false],
  [["a: ok"], { moved: ["a: regressed"] }, true],
  [["a: regressed"], { identical: true }, false],
  [["a: regressed"], { identical: true, control: "off" }, true],
  [["a: improved"], { identical: true, control: "off" }, true],
  [["a: ok", "b: inconclusive"], { identical: true, control: "off" }, false],
  [["a: regressed"], { identical: false, control: "off" }, false],
  [["a: regressed"], { control: "off" }, false],
])("%j with %j is unsteady: %s", (comparisons, settings, is) => {
  expect(isUnsteady(judgedOf(comparisons, settings))).toBe(is);
  expect(contamination(judgedOf(comparisons, settings)) !== undefined).toBe(is);
});

test("result files have no run, and then only the control tells", () => {
  const { run: _, ...files } = judgedOf(["a: regressed"], { control: "off" });
  expect(isUnsteady(files)).toBe(false);
});

describe("what it says", () => {
  test.each<readonly [Parameters<typeof judgedOf>[1], boolean, string]>([
    [
      { moved: ["a: regressed"] },
      false,
      "the machine was too unsteady to blame the change: the base differs from itself in 1 metric",
    ],
    [
      { moved: ["a: regressed", "b: improved"], failOn: ["regression", "inconclusive"] },
      true,
      "the machine was too unsteady to blame the change: the base differs from itself in 2 metrics",
    ],
    [
      { identical: true, control: "off" },
      false,
      "the machine was too unsteady to blame the change: both sides are the same program, and yet they differ",
    ],
  ])("%j", (settings, fails, words) => {
    expect(contamination(judgedOf(["a: regressed"], settings))).toEqual({
      verdict: "inconclusive",
      fails,
      outcome: "contaminated",
      words,
    });
  });
});
