import { expect, test } from "vitest";
import { ratio, resultWith } from "../../testing/gates.ts";
import { stepOutputs } from "./step-outputs.ts";

const nothing = ratio(0, 0);
const totals = (covered: number, total: number) => ({
  lines: ratio(covered, total),
  branches: nothing,
  functions: nothing,
});

test("percentages are rounded down, and empty where nothing is measured", () => {
  const total = { lines: ratio(2, 3), branches: ratio(1, 2), functions: nothing };
  const patch = { lines: ratio(1, 3), files: [], unmeasured: [] };
  expect(stepOutputs(resultWith({ total, patch, verdict: "fail" }))).toEqual({
    verdict: "fail",
    "line-coverage": "66.66",
    "branch-coverage": "50.00",
    "function-coverage": "",
    "patch-coverage": "33.33",
    decrease: "",
    "baseline-sha": "",
  });
  expect(stepOutputs(resultWith())["patch-coverage"]).toBe("");
  expect(stepOutputs(resultWith({ patch: { lines: nothing, files: [], unmeasured: [] } }))["patch-coverage"]).toBe("");
});

test.each([
  ["a fall is positive, rounded up", totals(1, 1), totals(2, 3), "33.34"],
  ["a rise is negative, rounded down", totals(1, 3), totals(1, 1), "-66.66"],
  ["no change", totals(1, 3), totals(2, 6), "0.00"],
  ["a baseline of nothing", totals(0, 0), totals(1, 1), ""],
])("decrease: %s", (_, base, total, expected) => {
  expect(stepOutputs(resultWith({ base, total })).decrease).toBe(expected);
});

test("the baseline's commit", () => {
  const baseline = { state: "ancestor", sha: "b".repeat(40), distance: 1, reason: "x" } as const;
  expect(stepOutputs(resultWith({ baseline }))["baseline-sha"]).toBe("b".repeat(40));
});
