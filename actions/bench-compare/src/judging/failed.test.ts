import { TIME_METRIC } from "@jessy-actions/benchmarks/units";
import { expect, test } from "vitest";
import { inputsOf } from "../../testing/facts.ts";
import { comparisonOf } from "../../testing/judged.ts";
import { addFailed } from "./failed.ts";

type Arm = "base" | "head" | "twin";

const failure = (benchmark: string, arm: Arm, reason = `panic on ${arm}`) => ({ benchmark, arm, reason });

/** Each comparison as `name: verdict`, and its reason. */
function add(comparisons: readonly string[], failed: ReturnType<typeof failure>[], overrides: readonly string[] = []) {
  return addFailed(comparisons.map(comparisonOf), failed, inputsOf({ overrides: overrides.join("\n") }).rules).map(
    ({ benchmark, metric, verdict, reason }) =>
      `${benchmark}${metric.name === "time" ? "" : ` ${metric.name}`}: ${verdict}${reason === undefined ? "" : ` (${reason})`}`,
  );
}

test.each<readonly [string, readonly string[], ReturnType<typeof failure>[], readonly string[]]>([
  ["nothing failed", ["a: ok"], [], ["a: ok"]],
  ["on the head", ["a: ok", "bad: missing"], [failure("bad", "head")], ["a: ok", "bad: broken (head: panic on head)"]],
  [
    "on both sides, which are named in the order in which they failed",
    [],
    [failure("bad", "base"), failure("bad", "head")],
    ["bad: broken (base: panic on base; head: panic on head)"],
  ],
  [
    "the control is the base's program, and the first reason of a side counts",
    [],
    [failure("bad", "twin", "first"), failure("bad", "base", "second")],
    ["bad: broken (base: first)"],
  ],
  [
    "with numbers all the same",
    ["bad: ok", "bad B/op: ok"],
    [failure("bad", "head")],
    ["bad: broken (head: panic on head)"],
  ],
  [
    "on the base alone: the change has fixed it",
    ["bad: new", "bad B/op: new", "a: new"],
    [failure("bad", "base")],
    ["a: new", "bad: new (failed on the base: panic on base)", "bad B/op: new (failed on the base: panic on base)"],
  ],
  [
    "on both, though the head has a number: nothing is fixed",
    ["bad: new"],
    [failure("bad", "base"), failure("bad", "head")],
    ["bad: broken (base: panic on base; head: panic on head)"],
  ],
  [
    "on the base alone, where the base has numbers of it: it is in some runs only",
    ["bad: regressed 9"],
    [failure("bad", "base")],
    ["bad: broken (base: panic on base)"],
  ],
  [
    "two of them",
    [],
    [failure("x", "head"), failure("y", "head", "oom")],
    ["x: broken (head: panic on head)", "y: broken (head: oom)"],
  ],
])("%s", (_, comparisons, failed, expected) => {
  expect(add(comparisons, failed)).toEqual(expected);
});

test("one that is left out by `overrides` fails nobody, and another rule does not leave it out", () => {
  expect(add(["bad: shown"], [failure("bad", "head")], ["bad => ignore"])).toEqual(["bad: shown"]);
  expect(add([], [failure("bad", "head")], ["bad => margin 9 %"])).toEqual(["bad: broken (head: panic on head)"]);
});

test("it stands under its time, since that is what benchmarks have", () => {
  expect(addFailed([], [failure("bad", "head")], inputsOf().rules)[0]?.metric).toBe(TIME_METRIC);
});
