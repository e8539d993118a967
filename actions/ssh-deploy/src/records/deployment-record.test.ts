import { GitHub } from "@jessy-actions/kit/github/client";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { EmulatedGitHub } from "../../../../packages/local-runner/src/github/gateway.ts";
import { startGitHub } from "../../../../packages/local-runner/src/github/testing/api-client.ts";
import { recordedLog } from "../../../../packages/local-runner/testing/recorded-log.ts";
import { GitHubContract } from "../../../../test/github-contract.ts";
import { DeploymentRecord, type RecordFacts, type RecordInputs } from "./deployment-record.ts";

const contract = new GitHubContract();
const COMMIT = "a".repeat(40);
const RUN = "https://github.com/org/demo/actions/runs/77";
const FACTS: RecordFacts = {
  commit: COMMIT,
  repository: { owner: "org", name: "demo" },
  runUrl: `${RUN}/attempts/1`,
  runId: "77",
  release: "v1.2.3",
};
const INPUTS: RecordInputs = {
  record: "auto",
  environment: "staging",
  environmentUrl: "https://staging.example.com",
  token: "own",
};

let server: EmulatedGitHub;
let lines: string[];

beforeEach(async () => {
  server = await startGitHub();
  lines = [];
});

afterEach(async () => {
  await server.close();
  expect(server.requests.flatMap((request) => contract.problems(request))).toEqual([]);
});

function open(inputs: Partial<RecordInputs> = {}, facts: Partial<RecordFacts> = {}): Promise<DeploymentRecord> {
  const given = { ...INPUTS, ...inputs };
  const log = recordedLog((line) => lines.push(line));
  const github = new GitHub({
    token: given.token,
    apiUrl: server.url,
    graphqlUrl: `${server.url}/graphql`,
    log,
    sleep: async () => undefined,
  });
  return DeploymentRecord.open(given, { ...FACTS, ...facts }, { log, github: async () => github });
}

const statuses = () => server.deployments.deployments.map((one) => one.statuses.map(({ state }) => state));

describe("a deployment's record", () => {
  test("is in progress with its log, then a success with its address", async () => {
    const record = await open();
    expect(await record.begin()).toEqual({ state: "written", id: "1", note: "" });
    expect(await record.end("success", "v1.2.3 on 3 hosts")).toEqual({ state: "written", id: "1", note: "" });
    const [made] = server.deployments.deployments;
    expect(made).toMatchObject({
      environment: "staging",
      sha: COMMIT,
      description: "Deploying v1.2.3",
      payload: { release: "v1.2.3" },
    });
    expect(made!.statuses).toMatchObject([
      {
        state: "success",
        environmentUrl: "https://staging.example.com",
        logUrl: FACTS.runUrl,
        description: "v1.2.3 on 3 hosts",
      },
      { state: "in_progress", environmentUrl: "", logUrl: FACTS.runUrl },
    ]);
  });

  test("of a failure has no address, and leaves the one before active", async () => {
    await (await open()).begin().then(() => undefined);
    const first = await open();
    await first.begin();
    await first.end("success", "");
    const second = await open();
    await second.begin();
    await second.end("failure", `rolled back ${"x".repeat(200)}`);
    expect(statuses()).toEqual([["failure", "in_progress"], ["success", "in_progress"], ["in_progress"]]);
    const { description, environmentUrl } = server.deployments.deployments[0]!.statuses[0]!;
    expect({ length: [...description].length, environmentUrl }).toEqual({ length: 140, environmentUrl: "" });
  });

  test.each(["production", "staging"])("a success in %s ends the one before", async (environment) => {
    for (const release of ["v1", "v2", "v3"]) {
      const record = await open({ environment }, { release });
      await record.begin();
      await record.end("success", release);
    }
    expect(statuses()).toEqual([
      ["success", "in_progress"],
      ["inactive", "success", "in_progress"],
      ["inactive", "success", "in_progress"],
    ]);
  });

  test("is GitHub's own where the job has an environment, and another run's is not taken for it", async () => {
    server.deployments.startJob("staging", COMMIT, "https://github.com/org/demo/actions/runs/770/job/1");
    expect((await open()).result.state).toBe("not-asked");
    const { id } = server.deployments.startJob("staging", COMMIT, `${RUN}/job/5`);
    const record = await open();
    expect(await record.begin()).toMatchObject({ state: "job-environment", id: String(id) });
    expect(await record.end("success", "")).toMatchObject({ state: "job-environment" });
    expect(server.deployments.deployments).toHaveLength(2);
  });

  test("of an attempt before in the same run is not taken for GitHub's", async () => {
    await (await open()).begin();
    expect((await (await open()).begin()).state).toBe("written");
  });

  test.each([
    ["nobody asked for one", { record: "never" }, "not-asked", ""],
    ["there is no environment", { environment: "" }, "not-asked", ""],
    ["there is no token", { token: "" }, "no-permission", "`github-token` is empty"],
    ["the token may not", { token: "read" }, "no-permission", "add `deployments: write`"],
  ] as const)("is not written where %s", async (_, inputs, state, note) => {
    const record = await open(inputs);
    const begun = await record.begin();
    expect(begun).toMatchObject({ state, id: null });
    expect(begun.note).toContain(note);
    expect(await record.end("success", "")).toEqual(begun);
    expect(server.deployments.deployments).toEqual([]);
  });

  test.each([
    ["without a token", { token: "" }],
    ["with one that may not", { token: "read" }],
  ])("that is required is an error before any host is touched, %s", async (_, inputs) => {
    await expect(open({ ...inputs, record: "required" })).rejects.toThrow("input `record` is `required`");
  });

  test("whose end GitHub does not take is said, and no more than that", async () => {
    const record = await open();
    await record.begin();
    for (let count = 0; count < 20; count++)
      server.fault({ method: "POST", path: /statuses$/, kind: { status: 422, message: "no" } });
    expect(await record.end("success", "")).toMatchObject({ state: "failed", id: "1" });
    expect(lines.join("\n")).toContain("GitHub's record of this deployment is not up to date");
  });

  test("that GitHub cannot make is said, or an error where it is required", async () => {
    const fail = () => {
      for (let count = 0; count < 40; count++)
        server.fault({ method: "POST", path: /deployments$/, kind: { status: 422, message: "no" } });
    };
    const record = await open();
    fail();
    expect(await record.begin()).toMatchObject({ state: "failed", id: null });
    const needed = await open({ record: "required" });
    fail();
    await expect(needed.begin()).rejects.toThrow("input `record` is `required`");
  });
});
