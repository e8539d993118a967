import { describe, expect, test } from "vitest";
import { judgedOf } from "../../testing/judged.ts";
import { decide } from "./decision.ts";
import type { Judged } from "./gate.ts";
import { tooFewRuns } from "./too-few-runs.ts";

/** Comparisons as `judgedOf` reads them; of the inconclusive ones none could be called with fewer than `needed`. */
function judged(needed: number, comparisons: readonly string[], settings: Parameters<typeof judgedOf>[1] = {}): Judged {
  const all = judgedOf(comparisons, settings);
  return {
    ...all,
    comparisons: all.comparisons.map((each) => (each.verdict === "inconclusive" ? { ...each, needed } : each)),
  };
}

const time = { build: 0, measuring: 100_000, inBenchmarks: 100_000 };

describe("it is red unless an input allows it", () => {
  test.each<readonly [string, Parameters<typeof judgedOf>[1], readonly [string, boolean, string]]>([
    ["by default", {}, ["broken", true, "too-few-runs"]],
    ["whatever `fail-on` says", { failOn: [] }, ["broken", true, "too-few-runs"]],
    ["allowed", { onTooFewRuns: "warn" }, ["inconclusive", false, "too-few-runs"]],
    [
      "allowed, but not to be inconclusive",
      { onTooFewRuns: "warn", failOn: ["inconclusive"] },
      ["inconclusive", true, "too-few-runs"],
    ],
  ])("%s", (_, settings, [verdict, fails, outcome]) => {
    const { run: _run, ...files } = judged(6, ["a: inconclusive", "b: ok"], settings);
    expect(decide(files)).toMatchObject({
      verdict,
      fails,
      outcome,
      headline: "Too few runs to call a change of any size in 1 metric: it takes 6 runs a side",
    });
  });

  test("of everything that got slower more is known", () => {
    const suite = { verdict: "regressed", metrics: 2, change: 1, margin: 0.05 } as const;
    const slower = judged(6, ["a: inconclusive", "b: inconclusive"], { suite });
    expect(decide(slower)).toMatchObject({ verdict: "fail", fails: true, outcome: "compared" });
    const finding = tooFewRuns(slower);
    expect(finding).toMatchObject({ verdict: "inconclusive", fails: true });
    expect(finding).not.toHaveProperty("outcome");
  });
});

test.each<readonly [string, NonNullable<Judged["run"]>, string]>([
  [
    "time ended it",
    { identical: false, rounds: 2, nullControl: false, ranOutOfTime: true, time },
    "it takes 4 rounds (8 runs a side), or a pass of at most 5.6 s (it took 10.0 s)",
  ],
  [
    "with the null control",
    { identical: false, rounds: 3, nullControl: true, ranOutOfTime: true, time },
    "it takes 4 rounds (8 runs a side), or a pass of at most 3.8 s (it took 5.0 s)",
  ],
  [
    "`max-rounds` ended it",
    { identical: false, rounds: 2, nullControl: true, ranOutOfTime: false, time },
    "it takes 4 rounds (8 runs a side)",
  ],
])("what it takes: %s", (_, run, words) => {
  expect(tooFewRuns(judged(4, ["a: inconclusive"], { run }))?.words).toBe(
    `too few runs to call a change of any size in 1 metric: ${words}`,
  );
});

test("what it takes for the metric that needs most", () => {
  const all = judged(4, ["a: inconclusive", "b: inconclusive", "c: inconclusive"]);
  const comparisons = all.comparisons.map((each, at) => ({ ...each, needed: [4, 7, 6][at]! }));
  expect(tooFewRuns({ ...all, comparisons })?.words).toBe(
    "too few runs to call a change of any size in 3 metrics: it takes 7 rounds (14 runs a side)",
  );
});

test.each<readonly [string, readonly string[], Parameters<typeof judgedOf>[1]]>([
  ["everything was decided all the same", ["a: ok", "b: regressed"], {}],
  ["the machine is to blame", ["a: inconclusive"], { moved: ["a: regressed"] }],
  ["both sides are the same program", ["a: inconclusive"], { identical: true }],
])("it is silent where %s", (_, comparisons, settings) => {
  expect(tooFewRuns(judged(4, comparisons, settings))).toBeUndefined();
});

test("what is too noisy is counted apart", () => {
  const all = judgedOf(["a: inconclusive", "b: inconclusive", "c: ok"]);
  const [first, ...rest] = all.comparisons;
  const { headline } = decide({ ...all, comparisons: [{ ...first!, needed: 7 }, ...rest] });
  expect(headline).toBe(
    "Too few runs to call a change of any size in 1 metric: it takes 7 rounds (14 runs a side); no regression shown, but 1 of 3 metrics was too noisy to tell",
  );
});
