import { resolveEvent } from "@jessy-actions/kit/runner/event";
import { readRunIdentity } from "@jessy-actions/kit/runner/run-identity";
import { expect, test } from "vitest";
import { SHA } from "../../testing/facts.ts";
import { subjectOf } from "./subject.ts";

const URL = "https://github.com/org/demo";

function subject(name: string, payload: unknown, more: Record<string, string> = {}) {
  const environment = {
    GITHUB_EVENT_NAME: name,
    GITHUB_REPOSITORY: "org/demo",
    GITHUB_SHA: SHA,
    GITHUB_REF: "refs/heads/main",
    GITHUB_ACTOR: "alice",
    GITHUB_TRIGGERING_ACTOR: "bob",
    ...more,
  };
  return subjectOf(resolveEvent(environment, payload), readRunIdentity(environment), URL);
}

const commit = (message: string | undefined) => ({ sha: SHA, message, url: `${URL}/commit/${SHA}` });

test("a push says its commit", () => {
  expect(subject("push", { head_commit: { id: SHA, message: "feat: a\n\nbody" } })).toEqual({
    actor: "bob",
    commit: commit("feat: a\n\nbody"),
    ref: "refs/heads/main",
    pullRequest: undefined,
  });
});

test.each<[string, string, unknown]>([
  ["a schedule", "schedule", { schedule: "0 4 * * *" }],
  ["a run by hand", "workflow_dispatch", { inputs: {} }],
  ["a push that removes a branch", "push", { head_commit: null }],
  ["a commit that is another one", "push", { head_commit: { id: "f".repeat(40), message: "not this" } }],
  ["a payload of another shape", "push", { head_commit: "x" }],
  ["no payload", "push", null],
])("%s has no message of its own", (_, name, payload) => {
  expect(subject(name, payload).commit).toEqual(commit(undefined));
});

test("a pull request says its title, and the commit that people pushed", () => {
  const head = { ref: "change", sha: "a".repeat(40), repo: { id: 1 } };
  const base = { ref: "main", sha: "b".repeat(40), repo: { id: 1 } };
  const payload = { pull_request: { number: 5, title: "feat: a thing", head, base } };
  expect(subject("pull_request", payload, { GITHUB_REF: "refs/pull/5/merge" })).toMatchObject({
    commit: { sha: "a".repeat(40), message: undefined },
    ref: "refs/pull/5/merge",
    pullRequest: { number: 5, title: "feat: a thing", url: `${URL}/pull/5` },
  });
});

test("a run that follows another one is about that one's commit, branch and people", () => {
  const sha = "c".repeat(40);
  const payload = {
    workflow_run: {
      head_sha: sha,
      head_branch: "change",
      head_repository: { owner: { login: "stranger" } },
      head_commit: { id: sha, message: "fix: b" },
      actor: { login: "carol" },
      event: "push",
    },
  };
  expect(subject("workflow_run", payload)).toMatchObject({
    actor: "carol",
    commit: { sha, message: "fix: b" },
    ref: "refs/heads/change",
  });
});
