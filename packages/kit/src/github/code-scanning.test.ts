import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { GitHubContract } from "../../../../test/github-contract.ts";
import type { CodeScanningService } from "../../../local-runner/src/github/code-scanning-service.ts";
import type { Fault } from "../../../local-runner/src/github/fault.ts";
import type { EmulatedGitHub } from "../../../local-runner/src/github/gateway.ts";
import { startGitHub } from "../../../local-runner/src/github/testing/api-client.ts";
import { packedSarif, sarifFile, sarifResult, sarifRun } from "../../../local-runner/src/github/testing/sarif-file.ts";
import { recordedLog } from "../../../local-runner/testing/recorded-log.ts";
import { GitHub } from "./client.ts";
import { deliverSarif, SARIF_MAX_BYTES, type SarifUpload } from "./code-scanning.ts";
import type { SarifDelivery } from "./sarif-delivery.ts";

const contract = new GitHubContract();
let server: EmulatedGitHub;
let waits: number[];
let lines: string[];

beforeEach(async () => {
  server = await startGitHub();
  waits = [];
  lines = [];
});

afterEach(async () => {
  await server.close();
  expect(server.requests.flatMap((request) => contract.problems(request))).toEqual([]);
});

const UPLOAD: SarifUpload = {
  repository: { owner: "org", name: "demo" },
  commitSha: "a".repeat(40),
  ref: "refs/heads/main",
  gzip: packedSarif(sarifFile(sarifRun("c"))),
  toolName: "trivy-scan",
  fork: false,
};

async function deliver(
  upload: Partial<SarifUpload> = {},
  token = "own",
  processingTime?: number,
): Promise<SarifDelivery> {
  const log = recordedLog((line) => lines.push(line));
  const sleep = async (milliseconds: number) => {
    waits.push(milliseconds);
  };
  const github = new GitHub({ token, apiUrl: server.url, graphqlUrl: `${server.url}/graphql`, log, sleep });
  return deliverSarif(
    github,
    { ...UPLOAD, ...upload },
    { log, sleep, ...(processingTime !== undefined && { processingTime }) },
  );
}

/** The statuses of requests that have this method. */
const statuses = (method: string) => server.requests.filter((one) => one.method === method).map(({ status }) => status);

const POST = { method: "POST", path: /sarifs$/ };
const GET = { method: "GET", path: /sarifs\// };
const answered = (status: number, message = "x"): Fault["kind"] => ({ status, message });

describe("a file that GitHub can use", () => {
  test("is sent with all that it is about, and waited for", async () => {
    server.codeScanning.pendingLooks = 3;
    const started = Date.UTC(2026, 10, 28, 12);
    const delivery = await deliver({ startedAt: started, checkoutUri: "file:///w/", validate: true });
    const [sent] = server.codeScanning.deliveries;
    expect(delivery).toEqual({ outcome: "processed", id: sent!.id });
    expect(server.requests[0]!.body).toEqual({
      commit_sha: UPLOAD.commitSha,
      ref: "refs/heads/main",
      sarif: Buffer.from(UPLOAD.gzip).toString("base64"),
      tool_name: "trivy-scan",
      started_at: "2026-11-28T12:00:00.000Z",
      checkout_uri: "file:///w/",
      validate: true,
    });
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000]);
  });

  test.each([
    [5_000, 5_000],
    [5_001, 5_000],
    [25_000, 5_000],
  ])("has %d results, of which GitHub keeps %d", async (results, kept) => {
    const run = sarifRun("c", { results: Array.from({ length: results }, () => sarifResult()) });
    expect(await deliver({ gzip: packedSarif(sarifFile(run)) })).toMatchObject({ outcome: "processed" });
    expect(server.codeScanning.analyses).toMatchObject([{ results, kept }]);
  });

  test("belongs to the merge commit of a pull request", async () => {
    const ends = { headOwner: "org", headRef: "x", headSha: "b".repeat(40), baseRef: "main", baseSha: "c".repeat(40) };
    const number = await server.openPullRequest(ends);
    expect(await deliver({ ref: `refs/pull/${number}/merge` })).toMatchObject({ outcome: "processed" });
  });
});

test("nothing is sent for a fork", async () => {
  expect(await deliver({ fork: true }, "read")).toEqual({ outcome: "skipped", reason: "fork" });
  expect(server.requests).toEqual([]);
});

test.each([
  [SARIF_MAX_BYTES, "invalid", 1],
  [SARIF_MAX_BYTES + 1, "too-large", 0],
])("a file of %d bytes is %s, after %d requests", async (bytes, reason, requests) => {
  expect(await deliver({ gzip: randomBytes(bytes) })).toMatchObject({ outcome: "refused", reason });
  expect(server.requests).toHaveLength(requests);
});

describe("a repository that has no code scanning", () => {
  test.each<CodeScanningService["state"]>(["code-security-off", "advanced-security-off", "code-scanning-off"])(
    "%s",
    async (state) => {
      server.codeScanning.state = state;
      expect(await deliver()).toEqual({
        outcome: "refused",
        reason: "code-security-off",
        message: expect.stringMatching(/ enabled/),
      });
      expect(statuses("POST")).toEqual([403, 403]);
    },
  );
});

describe("a token that may not", () => {
  test("only reads: the permission that is missing is named", async () => {
    expect(await deliver({}, "read")).toEqual({
      outcome: "refused",
      reason: "not-accessible",
      message: expect.stringMatching(/Resource not accessible by integration; .* security-events: write/),
    });
    expect(statuses("POST")).toEqual([403, 403]);
  });

  test("is none", async () => {
    expect(await deliver({}, "expired")).toMatchObject({ outcome: "refused", reason: "not-accessible" });
    expect(statuses("POST")).toEqual([401, 401]);
  });
});

describe("what GitHub refuses", () => {
  test.each<[name: string, upload: Partial<SarifUpload>, reason: string, tries: readonly number[]]>([
    ["a ref that is none", { ref: "main" }, "invalid", [422]],
    ["a commit that is none", { commitSha: "abc" }, "invalid", [422]],
    ["no gzip", { gzip: Buffer.from("{}") }, "invalid", [400]],
    ["a pull request that is none", { ref: "refs/pull/99/merge" }, "not-found", [404, 404]],
  ])("%s", async (_, upload, reason, tries) => {
    expect(await deliver(upload)).toMatchObject({ outcome: "refused", reason });
    expect(statuses("POST")).toEqual(tries);
    // The contract of GitHub forbids what these tests send.
    server.requests.length = 0;
  });

  test.each<[status: number, reason: string, tries: number]>([
    [400, "invalid", 1],
    [410, "invalid", 1],
    [413, "too-large", 1],
    [422, "invalid", 1],
    [451, "invalid", 1],
    [401, "not-accessible", 2],
    [403, "not-accessible", 2],
    [404, "not-found", 2],
    [500, "unavailable", 3],
    [502, "unavailable", 3],
    [503, "unavailable", 3],
  ])("status %d, always: %s after %d tries", async (status, reason, tries) => {
    server.fault({ ...POST, times: 9, kind: answered(status) });
    expect(await deliver()).toMatchObject({ outcome: "refused", reason });
    expect(statuses("POST")).toHaveLength(tries);
  });

  test.each([401, 403, 404, 500, 502, 503])("status %d, once: sent again", async (status) => {
    server.fault({ ...POST, kind: answered(status) });
    expect(await deliver()).toMatchObject({ outcome: "processed" });
  });

  test.each<[name: string, kind: Fault["kind"]]>([
    ["drop", "drop"],
    ["drop-after", "drop-after"],
    ["HTML", "malformed"],
    ["a receipt without a number", { text: '{"url":"x"}' }],
    ["an error although it took the file", { status: 502, message: "x", stored: true }],
  ])("an answer that is lost once (%s): sent again, and the second replaces the first", async (_, kind) => {
    server.fault({ ...POST, kind });
    expect(await deliver()).toMatchObject({ outcome: "processed" });
    expect(server.codeScanning.analyses).toHaveLength(1);
    expect(lines.join("")).toMatch(/Code scanning: .*; again in 2 s/);
  });

  test("a rate limit is waited for by the client", async () => {
    server.fault({ ...POST, kind: { status: 429, message: "slow down", headers: { "retry-after": "7" } } });
    expect(await deliver()).toMatchObject({ outcome: "processed" });
    expect(Math.floor(waits[0]! / 1000)).toBe(7);
  });
});

describe("a file that GitHub takes and cannot process", () => {
  const results = (count: number) => Array.from({ length: count }, () => sarifResult());

  test.each<[name: string, log: unknown, reason: string, error: RegExp]>([
    ["too many results", sarifFile(sarifRun("c", { results: results(25_001) })), "limits", /25001 > 25000/],
    ["too many runs", sarifFile(...Array.from({ length: 21 }, (_, n) => sarifRun(`c${n}`))), "limits", /21 > 20/],
    ["a category twice", sarifFile(sarifRun("c"), sarifRun("c")), "duplicate-category", /same category/],
    ["no location", sarifFile(sarifRun("c", { results: [sarifResult({ locations: [] })] })), "invalid", /one location/],
    ["CodeQL", sarifFile(sarifRun("c", { tool: "CodeQL" })), "default-setup", /default setup is enabled/],
  ])("%s", async (_, log, reason, error) => {
    server.codeScanning.defaultSetup = true;
    const { id } = (await deliver({ gzip: packedSarif(log) })) as { id: string };
    expect(server.codeScanning.deliveries[0]!.id).toBe(id);
    expect(await deliver({ gzip: packedSarif(log) })).toMatchObject({
      outcome: "rejected",
      reason,
      errors: [expect.stringMatching(error)],
    });
  });

  test("for no reason that it says", async () => {
    server.fault({ ...GET, kind: { text: '{"processing_status":"failed","errors":null}' } });
    expect(await deliver()).toMatchObject({ outcome: "rejected", reason: "invalid", errors: [] });
  });
});

describe("a file whose state is not known", () => {
  test("is still pending when the time is over", async () => {
    server.codeScanning.pendingLooks = 99;
    expect(await deliver()).toMatchObject({ outcome: "unconfirmed", message: expect.stringMatching(/within 120 s/) });
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 30_000, 30_000]);
  });

  test.each([
    [3_000, [1_000, 2_000]],
    [3_500, [1_000, 2_000, 500]],
    [0, []],
  ])("after %d ms, however long the next wait is", async (time, waited) => {
    server.codeScanning.pendingLooks = 99;
    expect(await deliver({}, "own", time)).toMatchObject({ outcome: "unconfirmed" });
    expect(waits).toEqual(waited);
  });

  test("404 is a receipt that GitHub does not know yet", async () => {
    server.fault({ ...GET, times: 2, kind: answered(404, "Not Found") });
    expect(await deliver()).toMatchObject({ outcome: "processed" });
  });

  test("a state that nobody knows is no end", async () => {
    server.fault({ ...GET, kind: { text: '{"processing_status":"queued"}' } });
    expect(await deliver()).toMatchObject({ outcome: "processed" });
  });

  test.each<[name: string, fault: Omit<Fault, "path">]>([
    ["403", { times: 9, kind: answered(403, "Resource not accessible by integration") }],
    ["500", { times: 9, kind: answered(500) }],
    ["another shape", { times: 9, kind: { text: "[]" } }],
  ])("%s: unconfirmed, with the reason", async (_, fault) => {
    server.fault({ ...GET, ...fault });
    expect(await deliver()).toMatchObject({ outcome: "unconfirmed", message: expect.stringMatching(/GET .*sarifs/) });
  });
});
