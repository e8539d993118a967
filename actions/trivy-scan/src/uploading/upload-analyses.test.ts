import type { ActionIo } from "@jessy-actions/kit/action/io";
import { GitHub } from "@jessy-actions/kit/github/client";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { EmulatedGitHub } from "../../../../packages/local-runner/src/github/gateway.ts";
import { startGitHub } from "../../../../packages/local-runner/src/github/testing/api-client.ts";
import { recordedLog } from "../../../../packages/local-runner/testing/recorded-log.ts";
import { sarifProblems } from "../../../../packages/security/testing/sarif-contract.ts";
import { GitHubContract } from "../../../../test/github-contract.ts";
import {
  brokenResult,
  COMMIT,
  exampleJudged,
  exampleResult,
  fullResult,
  passingResult,
} from "../../testing/example-result.ts";
import { execute } from "../execute.ts";
import type { Inputs } from "../inputs.ts";
import { render } from "../render.ts";
import type { Result } from "../result.ts";
import { afterDelivery } from "./after-delivery.ts";
import { uploadAnalyses } from "./upload-analyses.ts";

const contract = new GitHubContract();
let server: EmulatedGitHub;
let sleeps: number[];
let log: ActionIo["log"];

beforeEach(async () => {
  server = await startGitHub();
  server.codeScanning.pendingLooks = 0;
  sleeps = [];
  log = recordedLog();
});

afterEach(async () => {
  await server.close();
  expect(server.requests.flatMap((request) => contract.problems(request))).toEqual([]);
});

/** A push to main of the commit that was scanned. */
const io = (ref = "refs/heads/main", token = "own") => ({
  log,
  event: () => ({ ref, sha: COMMIT, pullRequest: undefined }) as ReturnType<ActionIo["event"]>,
  github: async () => new GitHub({ token, apiUrl: server.url, graphqlUrl: `${server.url}/graphql`, log, sleep }),
});

const sleep = async (milliseconds: number) => {
  sleeps.push(milliseconds);
};

const ofDemo = (changes: Partial<Result> = {}) =>
  exampleResult({ repository: { owner: "org", name: "demo" }, ref: "refs/heads/main", ...changes });

const send = async (result: Result, token = "own", ref?: string) =>
  (await uploadAnalyses(result, token, io(ref, token), sleep)).delivery;

test("every target has an analysis, with what is new and what is known, and GitHub finds nothing wrong", async () => {
  expect(await send(ofDemo())).toMatchObject({ outcome: "processed" });
  expect(server.codeScanning.analyses).toMatchObject([
    { category: "trivy-scan/fs", ref: "refs/heads/main", commitSha: COMMIT, results: 9, tool: "trivy-scan" },
    { category: "trivy-scan/image/ghcr.io/acme/gateway", results: 2 },
  ]);
  expect(sarifProblems(server.codeScanning.deliveries[0]!.log)).toEqual([]);
});

test("the file of the step is what GitHub got, byte for byte, made once", async () => {
  const result = ofDemo();
  const delivery = await send(result);
  const file = render({ ...result, upload: delivery }).files.find(({ output }) => output === "sarif-file")!;
  expect(JSON.parse([...(file.content as Iterable<string>)].join(""))).toEqual(server.codeScanning.deliveries[0]!.log);
  expect(file.content).toBe(render(result).files[1]!.content);
});

test("a target that was not scanned is left out, and its alerts stay", async () => {
  const problems = brokenResult().problems.slice(0, 1);
  expect(await send(ofDemo({ problems }))).toMatchObject({ outcome: "processed" });
  expect(server.codeScanning.analyses.map(({ category }) => category)).toEqual(["trivy-scan/fs"]);
});

test("a target without findings is sent all the same, so that its alerts close", async () => {
  const findings = ofDemo().findings.filter(({ place }) => place.target === ".");
  await send(ofDemo({ findings }));
  expect(server.codeScanning.analyses).toMatchObject([{ results: 9 }, { results: 0 }]);
});

test("what is ignored is not sent: GitHub would open an alert", async () => {
  await send(ofDemo());
  expect(JSON.stringify(server.codeScanning.deliveries[0]!.log)).not.toContain("CVE-2025-58160");
});

test("what was masked reaches neither the file nor GitHub, and the line of a secret neither", async () => {
  log.mask("s3cr3t-passw0rd");
  const secret = exampleJudged({ title: "uses s3cr3t-passw0rd", place: { file: "s3cr3t-passw0rd/Cargo.lock" } });
  const result = ofDemo({ findings: [...ofDemo().findings, secret] });
  await send(log.redaction.redactData(result));
  const sent = JSON.stringify(server.codeScanning.deliveries[0]!.log);
  expect(sent).toContain("***");
  expect(sent).not.toMatch(/s3cr3t-passw0rd|s3cr3t-n0t-t0-sh0w/);
});

test("5,001 findings: GitHub gets the 5,000 worst, and the report says so", async () => {
  const result = { ...fullResult(5_001), repository: { owner: "org", name: "demo" } };
  expect(await send(result)).toMatchObject({ outcome: "processed" });
  expect(server.codeScanning.analyses).toMatchObject([{ results: 5_000, kept: 5_000 }]);
  expect(JSON.stringify(render(result).summary)).toContain("1 do not fit GitHub's limits, the worst of them low");
});

describe("where GitHub takes none", () => {
  test.each<[name: string, result: Result, token: string, ref: string, delivery: object]>([
    ["a fork", ofDemo({ fork: true }), "own", "refs/heads/main", { outcome: "skipped", reason: "fork" }],
    ["a merge queue", ofDemo(), "own", "refs/heads/gh-readonly-queue/main/pr-1-0", { reason: "merge-queue" }],
    ["another commit", ofDemo({ commit: "f".repeat(40) }), "own", "refs/heads/main", { reason: "other-commit" }],
    ["nothing whole", { ...brokenResult() }, "own", "refs/heads/main", { outcome: "skipped", reason: "incomplete" }],
    ["no token", ofDemo(), "", "refs/heads/main", { outcome: "refused", reason: "not-accessible" }],
  ])("%s: nothing is sent", async (_, result, token, ref, delivery) => {
    expect(await send(result, token, ref)).toMatchObject(delivery);
    expect(server.requests).toEqual([]);
  });

  test("a token that may only read", async () => {
    expect(await send(ofDemo(), "read")).toMatchObject({ outcome: "refused", reason: "not-accessible" });
  });

  test.each(["code-security-off", "advanced-security-off", "code-scanning-off"] as const)("%s", async (state) => {
    server.codeScanning.state = state;
    expect(await send(ofDemo())).toMatchObject({ outcome: "refused", reason: "code-security-off" });
  });
});

describe("`upload`", () => {
  const inputs = (upload: Inputs["upload"]) => ({ upload, token: "" }) as Inputs;

  test("`never` asks nothing and says nothing", async () => {
    const result = ofDemo({ upload: null });
    expect(await execute(result, inputs("never"), io() as ActionIo)).toBe(result);
    expect(JSON.stringify(render(result).summary)).not.toMatch(/code scanning/i);
  });

  test("`auto` keeps the verdict and says what is missing", async () => {
    const result = passingResult();
    const after = await execute(result, inputs("auto"), io() as ActionIo);
    expect(after).toMatchObject({ verdict: "pass", fails: false, problems: [], upload: { outcome: "refused" } });
    expect(JSON.stringify(render(after).comment)).toContain("security-events: write");
  });

  test("`required` makes a named failure of it, said once", async () => {
    const after = await execute(passingResult(), inputs("required"), io() as ActionIo);
    expect(after).toMatchObject({
      verdict: "broken",
      fails: true,
      headline: "Not uploaded to GitHub code scanning, which `upload` requires",
      problems: [{ cause: "upload-failed", message: expect.stringContaining("security-events: write") }],
    });
    expect(JSON.stringify(render(after).summary).match(/Not in GitHub code scanning/g)).toHaveLength(1);
  });

  test.each<[outcome: Result["upload"], fails: boolean]>([
    [{ outcome: "processed", id: "1" }, false],
    [{ outcome: "skipped", reason: "fork" }, false],
    [{ outcome: "skipped", reason: "merge-queue" }, false],
    [{ outcome: "skipped", reason: "other-commit" }, true],
    [{ outcome: "skipped", reason: "incomplete" }, true],
    [{ outcome: "unconfirmed", id: "1", message: "GitHub did not process it within 120 s" }, true],
    [{ outcome: "rejected", id: "1", reason: "limits", errors: ["rejecting SARIF"] }, true],
    [{ outcome: "refused", reason: "unavailable", message: "no answer" }, true],
  ])("`required` and %j", (upload, fails) => {
    expect(afterDelivery(passingResult(), upload!, true).fails).toBe(fails);
    expect(afterDelivery(passingResult(), upload!, false)).toMatchObject({ verdict: "pass", fails: false, upload });
  });

  test("what fails already keeps its own words", () => {
    const after = afterDelivery(ofDemo(), { outcome: "skipped", reason: "incomplete" }, true);
    expect(after.headline).toBe(
      "6 new findings fail: 2 critical, 4 high (github-pat in crates/gateway/src/config.rs, and 5 more); not uploaded to GitHub code scanning, which `upload` requires",
    );
  });
});
