import { expect, test } from "vitest";
import { runFacts, STORIES } from "../../../testing/run-facts.ts";
import { composeMessage } from "../compose-message.ts";
import type { ActionResult } from "../results/read-result.ts";
import type { RunFacts } from "../run-facts.ts";
import { runTitle } from "./run-title.ts";

const environment = { name: "staging", url: undefined };

test.each<[string, Partial<RunFacts>, string]>([
  ["a branch", {}, "jessy: CI passed on main"],
  ["a tag", { ref: "refs/tags/v1.2.3" }, "jessy: CI passed on v1.2.3"],
  ["a pull request", { ref: "refs/pull/5/merge" }, "jessy: CI passed on #5"],
  ["no ref", { ref: undefined }, "jessy: CI passed"],
  ["a re-run", { run: { ...runFacts().run, attempt: 3 } }, "jessy: CI passed on main (attempt 3)"],
  ["a time-out", { status: "timed_out" }, "jessy: CI timed out on main"],
  ["a start", { status: "started" }, "jessy: CI started on main"],
  ["a cancelled run", { status: "cancelled" }, "jessy: CI was cancelled on main"],
  ["nothing done", { status: "skipped" }, "jessy: CI did nothing on main"],
  ["a recovery", { history: STORIES.recovered.history }, "jessy: CI passed again on main"],
  ["an environment", { environment }, "jessy a1b2c3d → staging: deployed"],
  ["an environment by tag", { environment, ref: "refs/tags/v1.2.3" }, "jessy v1.2.3 → staging: deployed"],
  ["an environment without commit", { environment, commit: undefined }, "jessy → staging: deployed"],
  ["a failed deployment", { environment, status: "failure" }, "jessy a1b2c3d → staging: deployment failed"],
])("of %s", (_, changes, title) => {
  expect(composeMessage(runFacts(changes)).title).toBe(title);
});

const result = (changes: Partial<ActionResult>): ActionResult => ({
  action: "ssh-deploy",
  name: "",
  verdict: "pass",
  fails: false,
  headline: "",
  about: undefined,
  details: undefined,
  link: undefined,
  deployment: undefined,
  ...changes,
});

const fleet = (outcome: string, fails: boolean): ActionResult =>
  result({
    fails,
    deployment: {
      outcome,
      fails,
      version: "v2",
      release: "r2",
      previousRelease: undefined,
      environment: "production",
      url: undefined,
      hosts: [],
      downtime: undefined,
      rerun: "",
    },
  });

test.each([
  ["success", "deployed", false, "deployed"],
  ["recovered", "deployed", false, "deployed, works again"],
  ["success", "unchanged", false, "was deployed already"],
  ["success", "planned", false, "planned, nothing was changed"],
  ["failure", "refused", true, "refused, nothing was changed"],
  ["failure", "rolled-back", true, "rolled back"],
  ["failure", "mixed", true, "hosts serve different releases"],
  ["failure", "unknown", true, "nobody knows what the hosts serve"],
  ["failure", "deployed", true, "deployment failed"],
  ["failure", "failed", true, "deployment failed"],
  ["failure", "constructor", true, "deployment failed"],
  ["failure", "deployed", false, "deployed, and the run failed"],
  ["cancelled", "deployed", false, "deployed, and the run was cancelled"],
  ["warning", "deployed", false, "deployed, with warnings"],
  ["cancelled", "cancelled", true, "cancelled"],
] as const)("of a fleet: %s, %s, %s", (state, outcome, fails, words) => {
  expect(runTitle(runFacts(), state, [fleet(outcome, fails)])).toBe(`jessy v2 → production: ${words}`);
});

test.each([
  ["fail", "smoke-test failed"],
  ["inconclusive", "smoke-test was inconclusive"],
  ["broken", "smoke-test broke"],
] as const)("of a fleet, and then a %s", (verdict, words) => {
  const results = [fleet("deployed", false), result({ action: "smoke-test", fails: true, verdict })];
  expect(runTitle(runFacts(), "failure", results)).toBe(`jessy v2 → production: deployed, and ${words}`);
});
