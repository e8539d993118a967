import { describe, expect, test } from "vitest";
import { judgedOf } from "../../testing/judged.ts";
import type { ProblemKind } from "../result.ts";
import { problem } from "./problem.ts";

const of = (kind: ProblemKind, settings: Parameters<typeof judgedOf>[1] = {}) =>
  problem(judgedOf([], { problem: { kind, sentence: "`make` of the base failed." }, ...settings }));

test("none is nothing to say", () => {
  expect(problem(judgedOf(["a: ok"]))).toBeUndefined();
});

describe("what the base alone is to blame for can be excused, and nothing else", () => {
  test.each<readonly [ProblemKind, boolean]>([
    ["base-missing", true],
    ["base-build-failed", true],
    ["base-crashed", true],
    ["base-hung", true],
    ["base-unreadable", true],
    ["no-benchmarks", false],
    ["head-build-failed", false],
    ["head-crashed", false],
    ["head-hung", false],
    ["head-unreadable", false],
    ["out-of-time", false],
  ])("%s: %s", (kind, canBe) => {
    expect(of(kind)).toMatchObject({ verdict: "broken", fails: true, outcome: kind });
    expect(of(kind, { onMissingBase: "warn", failOn: [] })).toMatchObject({
      verdict: canBe ? "inconclusive" : "broken",
      fails: !canBe,
      outcome: kind,
    });
    // Excused it is inconclusive, and that may fail as well.
    expect(of(kind, { onMissingBase: "warn", failOn: ["inconclusive"] })).toMatchObject({ fails: true });
  });
});

test.each([
  ["The base has no directory `a`.", "nothing was compared: the base has no directory `a`"],
  ["`a` failed. See its log.", "nothing was compared: `a` failed. See its log"],
  ["No stop", "nothing was compared: no stop"],
  ["", "nothing was compared: "],
])("%s", (sentence, words) => {
  expect(problem(judgedOf([], { problem: { kind: "head-crashed", sentence } }))).toMatchObject({ words });
});
