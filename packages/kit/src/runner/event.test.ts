import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { describeRun, type Host, NO_COMMIT, type Trigger } from "../../../local-runner/src/event/event.ts";
import { readEvent, resolveEvent } from "./event.ts";

const HEAD = "a".repeat(40);
const BASE = "b".repeat(40);
const MERGE = "c".repeat(40);
const HOST: Host = {
  owner: "org",
  repository: "demo",
  defaultBranch: "main",
  serverUrl: "https://ghe.example.com",
  apiUrl: "https://ghe.example.com/api/v3",
  graphqlUrl: "https://ghe.example.com/api/graphql",
  token: "t",
};

/** The event as a run of this trigger sees it. */
function resolved(trigger: Trigger) {
  const { github, payload } = describeRun(trigger, HOST);
  const environment = Object.fromEntries(
    Object.entries(github).map(([name, value]) => [`GITHUB_${name.toUpperCase()}`, value]),
  );
  return resolveEvent(environment, payload);
}

const head = (owner: string) => ({ owner, ref: "change", sha: HEAD });
const base = { owner: "org", ref: "main", sha: BASE };

test.each<[string, Trigger, object]>([
  [
    "a push to the default branch",
    { name: "push", branch: "main", before: BASE, sha: HEAD },
    { headSha: HEAD, before: BASE, pushToDefaultBranch: true, pullRequest: undefined },
  ],
  ["a push to another branch", { name: "push", branch: "x", before: BASE, sha: HEAD }, { pushToDefaultBranch: false }],
  ["a push that makes a branch", { name: "push", branch: "x", before: NO_COMMIT, sha: HEAD }, { before: undefined }],
  [
    "a pull request",
    { name: "pull_request", number: 7, head: head("org"), base, mergeSha: MERGE },
    {
      sha: MERGE,
      headSha: HEAD,
      ref: "refs/pull/7/merge",
      pullRequest: { number: 7, fork: false, headSha: HEAD, headRef: "change", baseSha: BASE, baseRef: "main" },
    },
  ],
  [
    "a pull request from a fork",
    { name: "pull_request", number: 7, head: head("stranger"), base },
    { pullRequest: { fork: true } },
  ],
  [
    "pull_request_target runs on the base",
    { name: "pull_request_target", number: 7, head: head("stranger"), base },
    { sha: BASE, headSha: HEAD, ref: "refs/heads/main", pullRequest: { fork: true } },
  ],
  [
    "a merge queue",
    {
      name: "merge_group",
      headRef: "refs/heads/gh-readonly-queue/main/pr-7",
      headSha: HEAD,
      baseRef: "refs/heads/main",
      baseSha: BASE,
    },
    { headSha: HEAD, before: BASE, pushToDefaultBranch: false },
  ],
  [
    "a run that follows another",
    { name: "workflow_run", sha: BASE, head: head("stranger"), event: "pull_request" },
    {
      sha: BASE,
      headSha: HEAD,
      followedRun: { headSha: HEAD, headRef: "change", headOwner: "stranger", event: "pull_request" },
    },
  ],
  [
    "a schedule",
    { name: "schedule", branch: "main", sha: HEAD },
    { headSha: HEAD, before: undefined, pushToDefaultBranch: false },
  ],
  ["a run by hand", { name: "workflow_dispatch", branch: "x", sha: HEAD }, { ref: "refs/heads/x", headSha: HEAD }],
])("%s", (_, trigger, expected) => {
  expect(resolved(trigger)).toMatchObject({
    repository: { owner: "org", name: "demo" },
    serverUrl: "https://ghe.example.com",
    defaultBranch: "main",
    ...expected,
  });
});

describe("a payload of odd shape", () => {
  const environment = { GITHUB_REPOSITORY: "org/demo", GITHUB_EVENT_NAME: "pull_request", GITHUB_SHA: HEAD };

  test.each([
    ["nothing", {}],
    ["a number that is a string", { pull_request: { number: "7; rm", head: { sha: HEAD }, base: { sha: BASE } } }],
    ["a commit that is none", { pull_request: { number: 7, head: { sha: "--upload-pack=x" }, base: { sha: BASE } } }],
    ["members of the prototype", JSON.parse('{"__proto__":{"pull_request":{"number":7}}}')],
  ])("%s is refused, not guessed", (_, payload) => {
    expect(() => resolveEvent(environment, payload)).toThrow(
      "the pull request event has no number, head.sha or base.sha",
    );
  });

  test("a fork that was deleted is a fork", () => {
    const payload = {
      pull_request: { number: 7, head: { sha: HEAD, repo: null }, base: { sha: BASE, repo: { id: 1 } } },
    };
    expect(resolveEvent(environment, payload).pullRequest?.fork).toBe(true);
  });

  test.each(["", "demo", "a/b/c", "/b"])("GITHUB_REPOSITORY `%s` is no step of GitHub's", (slug) => {
    expect(() => resolveEvent({ GITHUB_REPOSITORY: slug }, {})).toThrow(`GITHUB_REPOSITORY is \`${slug}\``);
  });
});

test("the payload is read from its file", () => {
  const folder = mkdtempSync(join(tmpdir(), "jessy-"));
  const path = join(folder, "event.json");
  const environment = { GITHUB_REPOSITORY: "org/demo", GITHUB_EVENT_PATH: path };
  writeFileSync(path, '{"repository":{"default_branch":"trunk"}}');
  expect(readEvent(environment).defaultBranch).toBe("trunk");
  writeFileSync(path, "{");
  expect(() => readEvent(environment)).toThrow(/^the event in GITHUB_EVENT_PATH \(.*event\.json\) cannot be read: /);
  rmSync(folder, { recursive: true });
});
