import { expect, test } from "vitest";
import { describeRun, type Host, type Trigger } from "./event.ts";

const HOST: Host = {
  owner: "org",
  repository: "demo",
  defaultBranch: "main",
  serverUrl: "s",
  apiUrl: "a",
  graphqlUrl: "g",
  token: "t",
};
const sha = "a".repeat(40);
const pull = (name: "pull_request" | "pull_request_target", owner = "org"): Trigger => ({
  name,
  number: 7,
  head: { owner, ref: "change", sha },
  base: { owner: "org", ref: "main", sha },
});

/** Docs: "Restrictions for accessing a cache", and since 2026-06-26 read-only where others can start a run in the base's scope. */
test.each<[string, Trigger, readonly string[], string | undefined]>([
  ["a push to main", { name: "push", branch: "main", before: sha, sha }, ["refs/heads/main"], "refs/heads/main"],
  [
    "a push to a branch",
    { name: "push", branch: "x", before: sha, sha },
    ["refs/heads/x", "refs/heads/main"],
    "refs/heads/x",
  ],
  ["a pull request", pull("pull_request"), ["refs/pull/7/merge", "refs/heads/main"], "refs/pull/7/merge"],
  ["pull_request_target", pull("pull_request_target", "stranger"), ["refs/heads/main"], undefined],
  [
    "a run that follows a fork's",
    { name: "workflow_run", sha, head: { owner: "stranger", ref: "main", sha }, event: "pull_request" },
    ["refs/heads/main"],
    undefined,
  ],
  [
    "a run that follows our own",
    { name: "workflow_run", sha, head: { owner: "org", ref: "x", sha }, event: "push" },
    ["refs/heads/main"],
    "refs/heads/main",
  ],
  [
    "a merge queue",
    {
      name: "merge_group",
      headRef: "refs/heads/gh-readonly-queue/main/pr-7",
      headSha: sha,
      baseRef: "refs/heads/main",
      baseSha: sha,
    },
    ["refs/heads/gh-readonly-queue/main/pr-7", "refs/heads/main"],
    "refs/heads/gh-readonly-queue/main/pr-7",
  ],
])("the caches that %s may read and write", (_, trigger, read, write) => {
  expect(describeRun(trigger, HOST).scopes).toEqual({ read, write });
});

test("repositories have ids that are always theirs, so that a fork is another one", () => {
  const { payload } = describeRun(pull("pull_request", "stranger"), HOST) as {
    payload: {
      pull_request: { head: { repo: { id: number } }; base: { repo: { id: number } } };
      repository: { id: number };
    };
  };
  expect(payload.pull_request.base.repo.id).toBe(payload.repository.id);
  expect(payload.pull_request.head.repo.id).not.toBe(payload.repository.id);
});

test("the context's names are those of a step's environment", () => {
  expect(describeRun({ name: "schedule", branch: "main", sha }, HOST).github).toMatchObject({
    event_name: "schedule",
    ref: "refs/heads/main",
    ref_name: "main",
    repository: "org/demo",
    sha,
    workflow_ref: "org/demo/.github/workflows/ci.yml@refs/heads/main",
  });
});
