import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { GitHub } from "@jessy-actions/kit/github/client";
import { GitHubError } from "@jessy-actions/kit/github/error";
import { readAnswer, type Shape } from "@jessy-actions/kit/github/shape";
import { describe, expect, test } from "vitest";
import { ownerOf } from "../../testing/deployed-fleet.ts";
import { lockId, lockOwner } from "./lock-owner.ts";
import { ownerState } from "./owner-state.ts";

const RUN = "GET /repos/{owner}/{repo}/actions/runs/{run_id}";
const JOBS = "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs";
const OTHER = { ...ownerOf("12"), runner: "GitHub Actions 4" };
const OWN = ownerOf("77");

/** GitHub's answers by route; a number is the status of a refusal. */
async function asked(answers: Readonly<Record<string, unknown>>, owner = OTHER, token = "t") {
  const requests: [string, unknown][] = [];
  const github = {
    within: () => github,
    async request<Value>(route: string, parameters: unknown, shape: Shape<Value>): Promise<Value> {
      requests.push([route, parameters]);
      const data = answers[route];
      if (typeof data === "number") throw new GitHubError(route, { status: data, message: "no", headers: {} });
      return readAnswer(route, { status: 200, headers: {}, data }, shape);
    },
  };
  const io = {
    github: async () => github as unknown as GitHub,
    event: () => ({ serverUrl: "https://github.com" }),
  } as unknown as ActionIo;
  return { state: await ownerState(owner, OWN, io, token), requests };
}

const run = (status: string, run_attempt = 1) => ({ status, run_attempt });
const jobs = (...statuses: readonly string[]) => ({
  jobs: statuses.map((status) => ({ status, runner_name: OTHER.runner })),
});

describe("the owner of a lock", () => {
  test.each([
    ["runs", { [RUN]: run("in_progress"), [JOBS]: jobs("in_progress") }, { state: "running" }],
    ["waits for an approval", { [RUN]: run("waiting"), [JOBS]: jobs("in_progress") }, { state: "running" }],
    ["has ended", { [RUN]: run("completed") }, { state: "ended", how: "the run is completed" }],
    [
      "runs again, as a later attempt",
      { [RUN]: run("in_progress", 2) },
      { state: "ended", how: "attempt 2 has begun" },
    ],
    [
      "was a job that has ended, of a run that goes on",
      { [RUN]: run("in_progress"), [JOBS]: jobs("completed") },
      { state: "ended", how: "its job is completed" },
    ],
    [
      "was an earlier job on the same runner, and another runs there",
      { [RUN]: run("in_progress"), [JOBS]: jobs("completed", "in_progress") },
      { state: "running" },
    ],
    [
      "is on a runner of which GitHub says nothing",
      { [RUN]: run("in_progress"), [JOBS]: { jobs: [{ status: "queued", runner_name: null }] } },
      { state: "running" },
    ],
    [
      "is one that the token may not see",
      { [RUN]: 404 },
      { state: "unknown", why: "GitHub does not show its run to this token" },
    ],
    [
      "is asked for while GitHub is down",
      { [RUN]: 503 },
      { state: "unknown", why: expect.stringContaining("GitHub did not say whether its run still runs") },
    ],
    [
      "is asked for, and the answer is nonsense",
      { [RUN]: { status: 7 } },
      { state: "unknown", why: expect.stringContaining("not as GitHub describes it") },
    ],
  ])("%s", async (_, answers, state) => expect((await asked(answers)).state).toEqual(state));

  test("is asked for by its own run and attempt", async () => {
    const { requests } = await asked({ [RUN]: run("in_progress"), [JOBS]: jobs("in_progress") });
    const path = { owner: "org", repo: "demo", run_id: "12" };
    expect(requests).toEqual([
      [RUN, path],
      [JOBS, { ...path, attempt_number: 1, per_page: 100 }],
    ]);
  });

  test.each([
    ["an earlier step of the same job", OWN, "t", { state: "ended", how: "it was an earlier step of this job" }],
    [
      "another repository of the same number",
      { ...OWN, repository: "org/other" },
      "t",
      { state: "unknown", why: expect.any(String) },
    ],
    [
      "somebody's laptop",
      { ...OTHER, repository: "", runId: "" },
      "t",
      { state: "unknown", why: "it was not taken by a run on GitHub" },
    ],
    [
      "another server",
      { ...OTHER, serverUrl: "https://ghe.example.com" },
      "t",
      { state: "unknown", why: "its run is on another server, https://ghe.example.com" },
    ],
    [
      "a run that nobody can ask about",
      OTHER,
      "",
      { state: "unknown", why: expect.stringContaining("`github-token` is empty") },
    ],
    ["a number that is none", { ...OTHER, runId: "../7" }, "t", { state: "unknown", why: expect.any(String) }],
  ])("is %s", async (_, owner, token, state) => {
    const { state: found } = await asked({ [RUN]: 404 }, owner, token);
    expect(found).toEqual(state);
  });
});

describe("our own lock", () => {
  const facts = {
    serverUrl: "https://github.com",
    repository: { owner: "org", name: "demo" },
    runUrl: "https://github.com/org/demo/actions/runs/77/attempts/2",
    release: "r1",
  };

  test("names the run, its attempt and its runner", () => {
    const environment = { GITHUB_RUN_ID: "77", GITHUB_RUN_ATTEMPT: "2", RUNNER_NAME: "GitHub Actions 3" };
    expect(lockOwner(facts, environment)).toEqual({
      id: expect.stringMatching(/^77-2-[0-9a-f]{8}$/),
      serverUrl: "https://github.com",
      repository: "org/demo",
      runId: "77",
      runAttempt: 2,
      runner: "GitHub Actions 3",
      url: facts.runUrl,
      release: "r1",
    });
  });

  test("of a laptop is of no run", () =>
    expect(lockOwner(facts, {})).toMatchObject({ id: lockId({}), repository: "", runId: "", runAttempt: 1 }));
});
