import type { MessageState } from "@jessy-actions/deployment/messages/message";
import type { RunHistory } from "@jessy-actions/deployment/messages/run-facts";
import { expect, test } from "vitest";
import { judgeOccasion } from "./occasion.ts";

const after = (previous: RunHistory["previous"], redRuns = previous === "failure" ? 2 : 0): RunHistory => ({
  previous,
  redRuns,
  hasMore: false,
  redSince: undefined,
  lastGood: undefined,
});

test.each<["always" | "failure" | "change", MessageState, RunHistory | undefined, boolean, string]>([
  ["always", "skipped", undefined, true, "every message is sent"],
  ["failure", "failure", undefined, true, "the run failed"],
  ["failure", "success", undefined, false, "the run passed"],
  ["failure", "recovered", undefined, false, "the run passed after a failure"],
  ["failure", "cancelled", undefined, false, "the run was cancelled"],
  ["change", "failure", after("success"), true, "the run failed, and the one before did not"],
  ["change", "failure", after("none"), true, "the run failed, and none was before it"],
  ["change", "failure", after("failure"), false, "the run failed, as the one before did"],
  ["change", "recovered", after("failure"), true, "the run passed after 2 runs that failed"],
  ["change", "success", after("failure", 1), true, "the run passed after a run that failed"],
  ["change", "success", after("success"), false, "the run passed, as the one before did"],
  ["change", "warning", after("success"), false, "the run passed with warnings, as the one before did"],
  ["change", "success", after("none"), false, "the run passed, and none was before it"],
  ["change", "success", undefined, true, "the run passed, and GitHub does not say how the run before ended"],
  ["change", "failure", undefined, true, "the run failed, and GitHub does not say how the run before ended"],
  [
    "change",
    "cancelled",
    after("failure"),
    false,
    "the run was cancelled, which is neither a first failure nor a recovery",
  ],
  ["change", "started", undefined, false, "the run has only started, which is neither a first failure nor a recovery"],
])("%s, %s, after %j: %s", (on, state, history, isMet, reason) => {
  expect(judgeOccasion(on, state, history)).toEqual({ on, isMet, reason });
});
