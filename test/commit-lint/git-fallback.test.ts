import { afterEach, beforeEach, expect, test } from "vitest";
import { OWNER, Scenario } from "../scenario.ts";
import { headline } from "./messages.ts";

let scenario: Scenario;

beforeEach(async () => {
  scenario = await Scenario.start();
});

afterEach(() => scenario.close());

/** A pull request of two commits in the checkout. */
async function checkedOut(title: string) {
  const { repository } = scenario;
  const base = repository.commit({ ".commitlintrc.yml": "rules:\n  type-enum: [2, always, [feat]]\n" }, "chore: base");
  repository.git("checkout", "--quiet", "-b", "change");
  repository.commit({ a: "1", ".commitlintrc.yml": "rules: { type-empty: [1, never] }" }, "feat: one");
  repository.commit({ a: "2" }, "fix: two");
  const pull = await scenario.openPullRequest(base);
  return {
    name: "pull_request" as const,
    number: pull.number,
    head: { owner: OWNER, ref: "change", sha: pull.head },
    base: { owner: OWNER, ref: "main", sha: base },
    title,
  };
}

test("without a token the commits come from a whole checkout, the rules from its base, and the report says so", async () => {
  const trigger = await checkedOut("feat: title of the event");
  const { outputs, summary } = await scenario.run(trigger, { "github-token": "" }, { action: "commit-lint" });
  expect(headline(summary)).toBe("1 of 2 commits breaks the rules: fail");
  expect(summary).toContain("Commits were read with git, as the input ");
  expect(summary).toContain("the title is the one that the event had");
  expect(outputs.get("type")).toBe("feat");
  expect(scenario.github.requests).toEqual([]);
});

test("when GitHub does not answer, they do, too", async () => {
  const trigger = await checkedOut("feat: x");
  scenario.github.fault({ path: /pulls/, times: 99, kind: "drop" });
  const { summary } = await scenario.run(trigger, {}, { action: "commit-lint" });
  expect(headline(summary)).toBe("1 of 2 commits breaks the rules: fail");
  expect(summary).toContain("GitHub is unavailable");
});

test("a shallow checkout does not have every commit", async () => {
  const trigger = await checkedOut("feat: x");
  const { folder } = scenario.repository;
  const clone = `${folder}/clone`;
  scenario.repository.git("-c", "protocol.file.allow=always", "clone", "-q", "--depth=1", `file://${folder}`, clone);
  const settings = { action: "commit-lint", workspace: clone };
  const { exitCode, summary } = await scenario.run(trigger, { "github-token": "" }, settings);
  expect(exitCode).toBe(1);
  expect(headline(summary)).toMatch(/^Nothing was checked: the input .*, and the checkout is shallow.*: broken$/);
});

test("two revisions of a checkout", async () => {
  const trigger = await checkedOut("feat: x");
  const inputs = { "github-token": "", from: "main", to: "change" };
  const dispatch = { name: "workflow_dispatch" as const, branch: "main", sha: trigger.head.sha };
  const { outputs, summary } = await scenario.run(dispatch, inputs, { action: "commit-lint" });
  expect([outputs.get("commits"), headline(summary)]).toEqual(["2", "1 of 2 commits breaks the rules: fail"]);
});
