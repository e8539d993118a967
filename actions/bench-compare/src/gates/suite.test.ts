import { expect, test } from "vitest";
import { judgedOf } from "../../testing/judged.ts";
import type { Suite } from "../result.ts";
import { suite } from "./suite.ts";

const slower: Suite = { verdict: "regressed", metrics: 20, change: 1, margin: 0.05 };
const fail = (words: string, fails = true) => ({ verdict: "fail", fails, words });
const together = "all 20 metrics together regressed by +100.0 %";

test.each<readonly [string, readonly string[], Parameters<typeof judgedOf>[1], ReturnType<typeof fail> | undefined]>([
  ["no benchmark could be named", ["a: inconclusive", "b: inconclusive"], { suite: slower }, fail(together)],
  ["one could, and says more", ["a: regressed 100", "b: ok"], { suite: slower }, undefined],
  [
    "an exact metric regressed as well",
    ["a B/op: regressed 100", "b: inconclusive"],
    { suite: slower },
    fail(together),
  ],
  ["nothing got slower", ["a: ok", "b: ok"], { suite: { ...slower, verdict: "ok" } }, undefined],
  ["there is none", ["a: ok"], {}, undefined],
  ["the machine is to blame", ["a: inconclusive"], { suite: slower, moved: ["a: regressed"] }, undefined],
  ["regressions do not fail", ["a: inconclusive"], { suite: slower, failOn: ["missing"] }, fail(together, false)],
  ["a label lets it pass", ["a: inconclusive"], { suite: slower, ignoredBy: "slow-ok" }, fail(together, false)],
  [
    "confirmed",
    ["a: inconclusive"],
    { suite: { ...slower, secondDraw: { outcome: "confirmed", rounds: 6 } } },
    fail(`${together}, confirmed by a second draw`),
  ],
])("%s", (_, comparisons, settings, finding) => {
  expect(suite(judgedOf(comparisons, settings))).toEqual(finding);
});
