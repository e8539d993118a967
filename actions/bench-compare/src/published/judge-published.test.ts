import { expect, test } from "vitest";
import { factsOf, inputsOf, type Level } from "../../testing/facts.ts";
import { evaluate } from "../evaluate.ts";
import type { Result } from "../result.ts";
import { judgePublished } from "./judge-published.ts";

const slower: Level = { base: 1000, head: 1300 };
const own = (facts: Parameters<typeof factsOf>[0], written = {}) => evaluate(inputsOf(written), factsOf(facts));

function judge(result: Result, written: Readonly<Record<string, string>> = {}, labels: readonly string[] = []): Result {
  return judgePublished({ result, labels }, inputsOf(written));
}

test.each([
  ["a label that the pull request has", ["ok"], { "ignore-label": "ok" }, false, "ok"],
  ["a label that it does not have", [], { "ignore-label": "ok" }, true, undefined],
  ["a label that lets nothing pass", ["ok"], {}, true, undefined],
])("what the file calls ignored decides nothing: %s", (_, labels, written, fails, ignoredBy) => {
  const result = { ...own({ levels: { x: slower } }), ignoredBy: "mine" };
  const judged = judge(result, written, labels);
  expect([judged.verdict, judged.fails, judged.ignoredBy]).toEqual(["fail", fails, ignoredBy]);
});

test("a label counts where only everything together regressed", () => {
  const levels = { x: { base: 1000, head: 1030 }, y: { base: 1000, head: 1030 } };
  const result = own({ levels });
  const suite = { verdict: "regressed", metrics: 2, change: 1, margin: 0.05 } as const;
  expect(judge({ ...result, suite }, { "ignore-label": "ok" }, ["ok"])).toMatchObject({
    verdict: "fail",
    fails: false,
    ignoredBy: "ok",
  });
});

test("a label counts only where something regressed", () => {
  expect(judge(own({ levels: { x: { base: 1, head: 1 } } }), { "ignore-label": "ok" }, ["ok"])).not.toHaveProperty(
    "ignoredBy",
  );
});

test.each([
  ["fail", "broken", true],
  ["warn", "inconclusive", false],
])("a base that cannot be measured is what this run's `on-missing-base` says: %s", (value, verdict, fails) => {
  const result = own({ problem: { kind: "base-crashed", sentence: "LIE" } }, { "on-missing-base": "warn" });
  expect(judge(result, { "on-missing-base": value })).toMatchObject({
    verdict,
    fails,
    headline: "Nothing was compared: a benchmark of the base failed",
    problem: { kind: "base-crashed", sentence: "A benchmark of the base failed." },
  });
});

test.each([
  ["fail", true],
  ["warn", false],
])("rules that nobody knew are what this run's `on-unreadable-history` says: %s", (value, fails) => {
  const rulesUnknown = { state: "unreadable", reason: "x" } as const;
  const result = own({ levels: { x: { base: 1, head: 1 } }, rulesUnknown }, { "on-unreadable-history": "warn" });
  expect(judge(result, { "on-unreadable-history": value })).toMatchObject({
    fails,
    unjudged: { cause: "history-unreadable", input: "on-unreadable-history", allowed: !fails },
  });
});
