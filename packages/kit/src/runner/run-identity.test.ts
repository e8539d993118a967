import { expect, test } from "vitest";
import { readRunIdentity } from "./run-identity.ts";

const RUN = {
  GITHUB_RUN_ID: "17",
  GITHUB_RUN_ATTEMPT: "2",
  GITHUB_RUN_NUMBER: "5",
  GITHUB_WORKFLOW: "Deploy",
  GITHUB_WORKFLOW_REF: "org/demo/.github/workflows/deploy.yml@refs/heads/main",
  GITHUB_JOB: "production",
  RUNNER_NAME: "runner-7",
  GITHUB_ACTOR: "alice",
  GITHUB_TRIGGERING_ACTOR: "bob",
  GITHUB_REF_NAME: "main",
  GITHUB_REF_TYPE: "branch",
  GITHUB_SERVER_URL: "https://github.example",
  GITHUB_REPOSITORY: "org/demo",
};

test("what the runner says of a run", () => {
  expect(readRunIdentity(RUN)).toEqual({
    id: 17,
    attempt: 2,
    number: 5,
    workflow: "Deploy",
    workflowFile: "deploy.yml",
    job: "production",
    runner: "runner-7",
    actor: "alice",
    triggeringActor: "bob",
    refName: "main",
    refType: "branch",
    url: "https://github.example/org/demo/actions/runs/17/attempts/2",
  });
});

test("outside of a run nothing is made up", () => {
  expect(readRunIdentity({})).toMatchObject({ id: undefined, attempt: 1, workflowFile: undefined, url: undefined });
});

test.each([
  ["a workflow that GitHub makes itself", { GITHUB_WORKFLOW_REF: "dynamic/pages/pages-build-deployment@main" }],
  ["a number that is none", { GITHUB_RUN_ID: "../x" }],
])("%s", (_, changed) => {
  const read = readRunIdentity({ ...RUN, ...changed });
  expect([read.workflowFile, read.id].filter((one) => one === undefined)).toHaveLength(1);
});
