import { expect, test } from "vitest";
import { resultFile, runFacts, STORIES } from "../../../testing/run-facts.ts";
import { composeMessage } from "../compose-message.ts";
import type { Conclusion } from "../conclusion.ts";
import type { MessageState } from "../message.ts";
import type { RunFacts } from "../run-facts.ts";

const need = (result: Conclusion) => ({ name: result, result });
const jobs = (...conclusions: (Conclusion | null)[]) =>
  conclusions.map((conclusion) => ({ ...STORIES.recovered.jobs![0]!, conclusion }));
const TEST = { name: "test", result: "success" } as const;
const red = { ...STORIES.recovered.history! };

test.each<[string, Partial<RunFacts>, MessageState]>([
  ["a job that starts", { status: "started", needs: [need("failure")] }, "started"],
  ["success alone", {}, "success"],
  ["failure alone", { status: "failure" }, "failure"],
  ["a time-out", { status: "timed_out" }, "failure"],
  ["a run that could not start", { status: "startup_failure" }, "failure"],
  ["a cancelled run", { status: "cancelled" }, "cancelled"],
  ["a stale run", { status: "stale" }, "cancelled"],
  ["a skipped run", { status: "skipped" }, "skipped"],
  ["a neutral run", { status: "neutral" }, "skipped"],
  ["a run that waits for somebody", { status: "action_required" }, "warning"],
  ["success of this job and failure of one before", { needs: [need("success"), need("failure")] }, "failure"],
  ["failure among cancelled ones", { needs: [need("cancelled"), need("failure")] }, "failure"],
  ["a cancelled job before", { needs: [need("success"), need("cancelled")] }, "cancelled"],
  ["a skipped job among others", { needs: [need("success"), need("skipped")] }, "success"],
  ["nothing but skipped jobs", { needs: [need("skipped"), need("skipped")] }, "skipped"],
  ["a failed job that nobody listed", { jobs: jobs("success", "failure", null) }, "failure"],
  [
    "a failed job that nobody listed, beside a list",
    { needs: [need("success")], jobs: jobs("success", "failure") },
    "failure",
  ],
  ["a failed job of a cancelled run", { status: "cancelled", jobs: jobs("failure", "cancelled") }, "failure"],
  ["a failed job that may fail", { needs: [TEST], jobs: jobs("success", "failure") }, "warning"],
  ["one of a matrix", { needs: [TEST], jobs: [{ ...jobs("failure")[0]!, name: "test (ubuntu)" }] }, "warning"],
  ["one of a called workflow", { needs: [TEST], jobs: [{ ...jobs("failure")[0]!, name: "test / unit" }] }, "warning"],
  ["one whose name only begins alike", { needs: [TEST], jobs: [{ ...jobs("failure")[0]!, name: "tests" }] }, "failure"],
  [
    "a failed step that may fail",
    { resultFiles: [resultFile("trivy-scan", { fails: true, verdict: "fail", findings: [] })] },
    "failure",
  ],
  [
    "a verdict that does not fail",
    { resultFiles: [resultFile("bench-compare", { verdict: "inconclusive" })] },
    "warning",
  ],
  ["a result that cannot be read", { resultFiles: [{ file: "a.json", problem: "is not valid JSON" }] }, "warning"],
  ["a result without what it needs", { resultFiles: [resultFile("ssh-deploy")] }, "warning"],
  [
    "an older result of coverage-gate",
    { resultFiles: [resultFile("coverage-gate", { verdict: "fail", fails: undefined })] },
    "failure",
  ],
  ["success after failures", { history: red }, "recovered"],
  ["a warning after failures", { history: red, status: "action_required" }, "warning"],
  ["failure after failures", { history: red, status: "failure" }, "failure"],
  ["the first run", { history: { ...red, previous: "none", redRuns: 0 } }, "success"],
])("%s", (_, changes, state) => {
  expect(composeMessage(runFacts(changes)).state).toBe(state);
});
