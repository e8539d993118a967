import { expect, test } from "vitest";
import type { Baseline } from "../result.ts";
import { rulesGate } from "./rules.ts";

const EXACT: Baseline = { state: "exact", sha: "b".repeat(40), distance: 0, reason: "x" };

test.each<[Baseline, boolean]>([
  [EXACT, true],
  [{ state: "missing", reason: "x" }, true],
  [{ state: "off", reason: "x" }, true],
  [{ state: "file", file: "x" }, true],
  [{ state: "unavailable", reason: "x" }, false],
  [{ state: "unreadable", reason: "x" }, false],
])("%j, of a change: %j: there is no gate", (about, isProposal) => {
  expect(rulesGate(about, isProposal, { onUnreadableBaseline: "fail" })).toBeUndefined();
});

test.each(["unavailable", "unreadable"] as const)("%s: nobody knows what the change has to pass", (state) => {
  const judge = (onUnreadableBaseline: "fail" | "warn") =>
    rulesGate({ state, reason: "it is so" }, true, { onUnreadableBaseline });
  const gate = { kind: "rules", threshold: "0" };
  const rule = { cause: `baseline-${state}`, input: "on-unreadable-baseline" };
  const sentence = "The default branch's rules: not judged, because it is so; `on-unreadable-baseline: warn`";
  expect(judge("fail")).toStrictEqual({
    ...gate,
    verdict: "fail",
    unjudged: { ...rule, allowed: false },
    sentence: `${sentence} would allow it.`,
  });
  expect(judge("warn")).toStrictEqual({
    ...gate,
    verdict: "skipped",
    unjudged: { ...rule, allowed: true },
    sentence: `${sentence} allows it.`,
  });
});
