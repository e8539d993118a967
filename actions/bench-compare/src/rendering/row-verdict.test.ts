import { describe, expect, test } from "vitest";
import { factsOf, inputsOf, type Level, RUN } from "../../testing/facts.ts";
import { evaluate } from "../evaluate.ts";
import { rowVerdicts } from "./row-verdict.ts";

const slower: Level = { base: 1000, head: 1300 };
const noisy: Level = { base: 1000, head: 1050, noise: 0.5 };
const exact: Level = { base: 10, head: 12, unit: "allocs/op" };

/** The mark of the row of `x`. */
function markOf(
  x: Level | "failed",
  written: Readonly<Record<string, string>> = {},
  facts: Parameters<typeof factsOf>[0] = {},
): string {
  const result = evaluate(
    inputsOf(written),
    factsOf({
      levels: { ...(x !== "failed" && { x }), y: { base: 1, head: 1, unit: "B/op" } },
      ...(x === "failed" && { failed: [{ benchmark: "x", arm: "head", reason: "panic" }] }),
      ...facts,
    }),
  );
  const { mark, word, fails } = rowVerdicts(result)(result.comparisons.find(({ benchmark }) => benchmark === "x")!);
  expect(fails).toBe(mark === "❌");
  // A cross is never beside a step that passes.
  if (fails) expect(result.fails).toBe(true);
  return `${mark} ${word}`;
}

describe("a cross stands for what fails the step, and nothing else has one", () => {
  test.each<readonly [Level | "failed", Readonly<Record<string, string>>, Parameters<typeof factsOf>[0], string]>([
    [slower, {}, {}, "❌ regressed"],
    [slower, { "fail-on": "missing" }, {}, "⚠️ regressed"],
    [slower, { "ignore-label": "ok" }, { labels: ["ok"] }, "⚠️ regressed"],
    [{ ...slower, twin: 1300 }, {}, {}, "⚠️ regressed"],
    [exact, {}, {}, "❌ regressed"],
    ["failed", { "fail-on": "never" }, {}, "❌ broken"],
    [{ base: 1 }, {}, {}, "❌ missing"],
    [{ base: 1 }, { "fail-on": "regression" }, {}, "⚠️ missing"],
    [noisy, {}, {}, "⚠️ inconclusive"],
    [noisy, { "fail-on": "inconclusive" }, {}, "❌ inconclusive"],
    [noisy, { "fail-on": "inconclusive" }, { run: { ...RUN, identical: true } }, "⚠️ inconclusive"],
    [{ base: 1000, head: 700 }, {}, {}, "✅ improved"],
    [{ base: 1000, head: 1000 }, {}, {}, "✅ ok"],
    [{ head: 1 }, {}, {}, "🆕 new"],
    [{ base: 1, head: 2, unit: "bananas" }, {}, {}, "➖ not judged"],
  ])("%j with %j", (level, written, facts, mark) => {
    expect(markOf(level, written, facts)).toBe(mark);
  });
});
