import type { ActionIo } from "@jessy-actions/kit/action/io";
import { GitHub } from "@jessy-actions/kit/github/client";
import { resolveEvent } from "@jessy-actions/kit/runner/event";
import { readRunIdentity } from "@jessy-actions/kit/runner/run-identity";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { EmulatedGitHub } from "../../../../packages/local-runner/src/github/gateway.ts";
import type { SeededRun } from "../../../../packages/local-runner/src/github/workflow-runs.ts";
import { ODD_BODIES, oddGitHub } from "../../../../packages/local-runner/testing/odd-answers.ts";
import { recordedLog } from "../../../../packages/local-runner/testing/recorded-log.ts";
import { inputsOf, SHA, SLACK_WEBHOOK } from "../../testing/facts.ts";
import { askGitHub } from "./ask-github.ts";
import { subjectOf } from "./subject.ts";

let emulated: EmulatedGitHub;
let client: GitHub;

beforeAll(async () => {
  const tokens = { ghs_token: { login: "github-actions[bot]", write: false } };
  emulated = await EmulatedGitHub.start({ owner: "org", repository: "demo", defaultBranch: "main", tokens });
  const { url } = emulated;
  client = new GitHub({
    token: "ghs_token",
    apiUrl: url,
    graphqlUrl: `${url}/graphql`,
    log: recordedLog(),
    sleep: async () => {},
  });
});

beforeEach(() => {
  emulated.workflowRuns.runs.length = 0;
  emulated.endFaults();
});

afterAll(() => emulated.close());

const URL = "https://github.com/org/demo";

async function ask({
  github = client,
  written = {},
  env = {},
  payload = { head_commit: { id: SHA, message: "feat: a" } },
}: {
  github?: GitHub;
  written?: Record<string, string>;
  env?: Record<string, string>;
  payload?: unknown;
} = {}) {
  const environment = {
    GITHUB_EVENT_NAME: "push",
    GITHUB_REPOSITORY: "org/demo",
    GITHUB_SHA: SHA,
    GITHUB_REF: "refs/heads/main",
    GITHUB_REF_NAME: "main",
    GITHUB_RUN_ID: "100",
    GITHUB_RUN_NUMBER: "10",
    GITHUB_WORKFLOW_REF: "org/demo/.github/workflows/deploy.yml@refs/heads/main",
    ...env,
  };
  const event = resolveEvent(environment, payload);
  const identity = readRunIdentity(environment);
  const run = { event, identity, subject: subjectOf(event, identity, URL), url: URL };
  const inputs = inputsOf({ "slack-webhook": SLACK_WEBHOOK, "github-token": "ghs_token", ...written });
  return askGitHub(inputs, run, { github: async () => github } as unknown as ActionIo);
}

function run(number: number, conclusion: string | null, more: Partial<SeededRun> = {}): SeededRun {
  const createdAt = `2026-11-28T10:${String(number).padStart(2, "0")}:00Z`;
  return {
    id: number * 10,
    number,
    workflow: "deploy.yml",
    branch: "main",
    event: "push",
    headSha: SHA,
    conclusion,
    createdAt,
    ...more,
  };
}

const minute = (number: number) => Date.UTC(2026, 10, 28, 10, number);

describe("the runs before", () => {
  test.each<[string, readonly SeededRun[], object]>([
    ["none", [], { previous: "none", redRuns: 0, redSince: undefined, lastGood: undefined }],
    ["a success", [run(9, "success")], { previous: "success", redRuns: 0, lastGood: { sha: SHA } }],
    [
      "failures since a success",
      [run(6, "success"), run(7, "failure"), run(8, "timed_out"), run(9, "failure")],
      { previous: "failure", redRuns: 3, redSince: minute(7) },
    ],
    [
      "cancelled and skipped runs do not count",
      [run(6, "failure"), run(7, "cancelled"), run(8, "skipped"), run(9, "neutral")],
      { previous: "failure", redRuns: 1, redSince: minute(6) },
    ],
    ["a run that is not over does not count", [run(8, "success"), run(9, null)], { previous: "success" }],
    ["later runs do not count", [run(9, "success"), run(11, "failure")], { previous: "success" }],
    [
      "nor runs of other branches, events and workflows",
      [
        run(9, "failure", { branch: "x" }),
        run(8, "failure", { event: "schedule" }),
        run(7, "failure", { workflow: "ci.yml" }),
      ],
      { previous: "none" },
    ],
    ["a workflow that never started", [run(9, "startup_failure")], { previous: "failure", redRuns: 1 }],
  ])("%s", async (_, former, history) => {
    emulated.workflowRuns.add(...former, run(10, null));
    const asked = await ask();
    expect([asked.history, asked.notes]).toMatchObject([history, []]);
  });

  test.each([149, 150, 151])("%d failed runs, of which 150 are read", async (failures) => {
    const runs = Array.from({ length: failures }, (_, at) =>
      run(at + 1, "failure", { createdAt: "2026-11-28T10:00:00Z" }),
    );
    emulated.workflowRuns.add(...runs, run(200, null));
    const { history } = await ask({ env: { GITHUB_RUN_NUMBER: "200", GITHUB_RUN_ID: "2000" } });
    expect(history).toMatchObject({ previous: "failure", redRuns: Math.min(failures, 149 + (failures > 149 ? 1 : 0)) });
  });

  test("an earlier attempt of the same run comes before all of them", async () => {
    emulated.workflowRuns.add(run(9, "success"), run(10, null, { earlier: ["failure"] }));
    const { history } = await ask({ env: { GITHUB_RUN_ATTEMPT: "2" } });
    expect(history).toMatchObject({ previous: "failure", redRuns: 1 });
  });

  test("an attempt that was cancelled does not count", async () => {
    emulated.workflowRuns.add(run(9, "success"), run(10, null, { earlier: ["cancelled"] }));
    expect((await ask({ env: { GITHUB_RUN_ATTEMPT: "2" } })).history).toMatchObject({ previous: "success" });
  });

  test("a tag is compared with the runs of all tags", async () => {
    emulated.workflowRuns.add(run(9, "failure", { branch: "v1.0.0" }));
    const { history } = await ask({ env: { GITHUB_REF_TYPE: "tag", GITHUB_REF_NAME: "v1.0.1" } });
    expect(history).toMatchObject({ previous: "failure" });
  });
});

describe("the jobs", () => {
  test("say what failed, in which step, and why", async () => {
    const steps = [
      { name: "a", conclusion: "success" },
      { name: "b", conclusion: "failure" },
    ];
    const annotations = [
      { level: "warning", message: "old" },
      { level: "failure", message: "Process completed with exit code 1." },
      { level: "failure", message: "no disk", path: "src/a.rs", line: 3 },
    ];
    emulated.workflowRuns.add(
      run(10, null, {
        jobs: [
          { id: 1, name: "build", conclusion: "failure", steps, annotations, completedAt: "2026-11-28T10:11:00Z" },
          { id: 2, name: "lint", conclusion: "timed_out", annotations: annotations.slice(1, 2) },
          { id: 3, name: "notify", conclusion: null },
          { id: 4, name: "later", conclusion: "a word of tomorrow" },
        ],
      }),
    );
    const { jobs } = await ask();
    expect(jobs).toMatchObject([
      {
        name: "build",
        conclusion: "failure",
        url: `${URL}/actions/runs/100/job/1`,
        startedAt: minute(10),
        completedAt: minute(11),
        failedStep: "b",
        error: { text: "no disk", file: "src/a.rs", line: 3 },
      },
      { conclusion: "timed_out", error: { text: "Process completed with exit code 1.", file: undefined } },
      { conclusion: null, error: undefined },
      { conclusion: null },
    ]);
  });

  test.each([99, 100, 101, 500, 501])("%d jobs, of which 500 are read", async (number) => {
    const jobs = Array.from({ length: number }, (_, at) => ({ id: at + 1, name: `j${at}`, conclusion: "success" }));
    emulated.workflowRuns.add(run(10, null, { jobs }));
    expect((await ask()).jobs).toHaveLength(Math.min(number, 500));
  });

  test("without `checks: read` they have no errors", async () => {
    emulated.workflowRuns.add(run(10, null, { jobs: [{ id: 1, name: "build", conclusion: "failure" }] }));
    emulated.fault({ path: /annotations$/, kind: { status: 403, message: "Resource not accessible by integration" } });
    const { jobs, notes } = await ask();
    expect([jobs![0]!.error, notes]).toEqual([undefined, []]);
  });
});

describe("what GitHub does not tell is said, and the message goes out without it", () => {
  test("a token without `actions: read`", async () => {
    emulated.fault({
      path: /\/actions\//,
      times: 2,
      kind: { status: 403, message: "Resource not accessible by integration" },
    });
    const { jobs, history, notes } = await ask();
    expect([jobs, history]).toEqual([undefined, undefined]);
    expect(notes).toEqual([
      expect.stringMatching(/^The message names no jobs \(the job needs `actions: read`\): .*403/),
      expect.stringMatching(/^The message does not know the runs before \(the job needs `actions: read`\): .*403/),
    ]);
  });

  test("no token", async () => {
    expect((await ask({ written: { "github-token": "" } })).notes).toEqual([
      "The message names no jobs: the input `github-token` is empty.",
    ]);
  });

  test.each(Object.entries(ODD_BODIES))("%s instead of an answer", async (_, body) => {
    const odd = await oddGitHub(body);
    const asked = await ask({ github: odd.github, payload: {} });
    await odd.close();
    expect([asked.jobs, asked.history, asked.commitMessage]).toEqual([undefined, undefined, undefined]);
    expect(asked.notes).toHaveLength(3);
  });
});

test("a message that announces a run asks for nothing that is not there yet", async () => {
  const before = emulated.requests.length;
  expect(await ask({ written: { status: "started" } })).toMatchObject({
    jobs: undefined,
    history: undefined,
    notes: [],
  });
  expect(emulated.requests.length).toBe(before);
});

test("without a target GitHub is asked for nothing", async () => {
  const before = emulated.requests.length;
  expect(await ask({ written: { "slack-webhook": "" } })).toMatchObject({ jobs: undefined, notes: [] });
  expect(emulated.requests.length).toBe(before);
});

test("a schedule's commit is looked up", async () => {
  const sha = emulated.refs.addCommit({ message: "feat: found" });
  emulated.workflowRuns.add(run(10, null));
  const { commitMessage } = await ask({ payload: { schedule: "0 4 * * *" }, env: { GITHUB_SHA: sha } });
  expect(commitMessage).toBe("feat: found");
});
