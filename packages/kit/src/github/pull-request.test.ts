import { afterEach, beforeEach, expect, test } from "vitest";
import { GitHubContract } from "../../../../test/github-contract.ts";
import { describeRun } from "../../../local-runner/src/event/event.ts";
import { EmulatedGitHub } from "../../../local-runner/src/github/gateway.ts";
import { ODD_BODIES, oddGitHub } from "../../../local-runner/testing/odd-answers.ts";
import { recordedLog } from "../../../local-runner/testing/recorded-log.ts";
import { resolveEvent } from "../runner/event.ts";
import { GitHub, GitHubError } from "./client.ts";
import { findFollowedPullRequest } from "./pull-request.ts";

const HEAD = "a".repeat(40);
const BASE = "b".repeat(40);
const contract = new GitHubContract();
let github: EmulatedGitHub;

beforeEach(async () => {
  github = await EmulatedGitHub.start({
    owner: "org",
    repository: "demo",
    defaultBranch: "main",
    tokens: { own: { login: "github-actions[bot]", write: true } },
  });
});

afterEach(async () => {
  await github.close();
  expect(github.requests.flatMap((request) => contract.problems(request))).toEqual([]);
});

/** The pull request that a run is taken to follow. */
function find(owner: string, ref: string, sha: string): Promise<number | undefined> {
  const { github: context, payload } = describeRun(
    { name: "workflow_run", sha: BASE, head: { owner, ref, sha }, event: "pull_request" },
    {
      owner: "org",
      repository: "demo",
      defaultBranch: "main",
      serverUrl: "s",
      apiUrl: "a",
      graphqlUrl: "g",
      token: "",
    },
  );
  const environment = Object.fromEntries(
    Object.entries(context).map(([name, value]) => [`GITHUB_${name.toUpperCase()}`, value]),
  );
  const client = new GitHub({
    token: "own",
    apiUrl: github.url,
    graphqlUrl: `${github.url}/graphql`,
    log: recordedLog(),
  });
  return findFollowedPullRequest(client, resolveEvent(environment, payload));
}

test("it is the open one with the run's owner, branch and commit, and no other", async () => {
  const open = (headOwner: string, headRef: string, headSha: string) =>
    github.openPullRequest({ headOwner, headRef, headSha, baseRef: "main", baseSha: BASE });
  const theirs = await open("stranger", "change", HEAD);
  const ours = await open("org", "change", HEAD);
  const older = await open("stranger", "other", "c".repeat(40));
  expect(await find("stranger", "change", HEAD)).toBe(theirs);
  expect(await find("org", "change", HEAD)).toBe(ours);
  // The branch has moved on since the run.
  expect(await find("stranger", "other", HEAD)).toBeUndefined();
  expect(await find("stranger", "other", "c".repeat(40))).toBe(older);
  expect(await find("nobody", "change", HEAD)).toBeUndefined();
});

test("a run that follows none has none", async () => {
  const client = new GitHub({ token: "own", apiUrl: github.url, graphqlUrl: "", log: recordedLog() });
  expect(await findFollowedPullRequest(client, resolveEvent({ GITHUB_REPOSITORY: "org/demo" }, {}))).toBeUndefined();
  expect(github.requests).toEqual([]);
});

test.each(Object.entries(ODD_BODIES).filter(([name]) => name !== "an empty list"))(
  "a list that is %s is GitHub's error, and never another pull request",
  async (_, body) => {
    const odd = await oddGitHub(body);
    const payload = {
      workflow_run: { head_sha: HEAD, head_branch: "change", head_repository: { owner: { login: "stranger" } } },
    };
    const event = resolveEvent({ GITHUB_REPOSITORY: "org/demo", GITHUB_EVENT_NAME: "workflow_run" }, payload);
    await expect(findFollowedPullRequest(odd.github, event)).rejects.toBeInstanceOf(GitHubError);
    await odd.close();
  },
);
