import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CodeScanningService } from "./code-scanning-service.ts";
import type { EmulatedGitHub } from "./gateway.ts";
import { ApiClient, startGitHub } from "./testing/api-client.ts";
import { packedSarif, sarifFile, sarifResult, sarifRule, sarifRun } from "./testing/sarif-file.ts";

let github: EmulatedGitHub;
let client: ApiClient;

beforeEach(async () => {
  github = await startGitHub();
  client = new ApiClient(github);
});

afterEach(() => github.close());

const SHA = "a".repeat(40);
const HEAD = "b".repeat(40);
const GOOD = packedSarif(sarifFile(sarifRun("c"))).toString("base64");

const upload = (fields: Readonly<Record<string, unknown>> = {}, token = "own") =>
  client.ask(
    "POST",
    "/code-scanning/sarifs",
    { commit_sha: SHA, ref: "refs/heads/main", sarif: GOOD, tool_name: "scanner", ...fields },
    token,
  );

const look = async (id: string) => (await client.ask("GET", `/code-scanning/sarifs/${id}`)).body;

/** What GitHub says in the end of a file that it took. */
async function processed(log: unknown, fields: Readonly<Record<string, unknown>> = {}) {
  github.codeScanning.pendingLooks = 0;
  const { status, body } = await upload({ sarif: packedSarif(log).toString("base64"), ...fields });
  expect(status).toBe(202);
  return look(body.id);
}

test("a file is taken, pending, and complete; its analysis replaces the one of its category", async () => {
  const { status, body } = await upload();
  expect({ status, url: body.url }).toEqual({
    status: 202,
    url: `${github.url}/repos/org/demo/code-scanning/sarifs/${body.id}`,
  });
  expect(await look(body.id)).toEqual({ processing_status: "pending", analyses_url: null });
  expect(github.codeScanning.analyses).toEqual([]);
  const complete = {
    processing_status: "complete",
    analyses_url: `${github.url}/repos/org/demo/code-scanning/analyses?sarif_id=${body.id}`,
  };
  expect(await look(body.id)).toEqual(complete);
  expect(await look(body.id)).toEqual(complete);
  expect(await processed(sarifFile(sarifRun("c", { results: [] }), sarifRun("d")))).toMatchObject({
    processing_status: "complete",
  });
  expect(github.codeScanning.analyses.map(({ category, results }) => [category, results])).toEqual([
    ["c", 0],
    ["d", 1],
  ]);
});

test.each<[state: CodeScanningService["state"], message: RegExp]>([
  ["code-security-off", /^Code Security must be enabled for this repository/],
  ["advanced-security-off", /^Advanced Security must be enabled for this repository/],
  ["code-scanning-off", /^Code scanning is not enabled/],
])("%s is 403, to write and to read", async (state, message) => {
  github.codeScanning.state = state;
  expect(await upload()).toMatchObject({ status: 403, body: { message: expect.stringMatching(message) } });
  expect((await client.ask("GET", "/code-scanning/sarifs/x")).status).toBe(403);
});

test("a token that may only read is 403, with the permission that is missing", async () => {
  const { status, body, headers } = await upload({}, "read");
  expect([status, body.message]).toEqual([403, "Resource not accessible by integration"]);
  expect(headers.get("x-accepted-github-permissions")).toBe("security_events=write");
  expect((await upload({}, "none")).status).toBe(401);
});

test.each<[name: string, fields: Readonly<Record<string, unknown>>, status: number, message: string]>([
  [
    "no ref and no file",
    { ref: undefined, sarif: undefined },
    422,
    'Invalid request.\n\n"ref", "sarif" weren\'t supplied.',
  ],
  ["no commit", { commit_sha: undefined }, 422, 'Invalid request.\n\n"commit_sha" wasn\'t supplied.'],
  [
    "a short commit",
    { commit_sha: "n/a" },
    422,
    "Invalid request.\n\nAt least 40 characters are required; only 3 were supplied.",
  ],
  [
    "a commit that is none",
    { commit_sha: "z".repeat(40) },
    422,
    `Invalid request.\n\n${"z".repeat(40)} does not match /^[0-9a-f]+$/.`,
  ],
  [
    "a branch's name",
    { ref: "main" },
    422,
    "Invalid request.\n\nmain does not match /^refs\\/(heads|pull|tags)\\/.*$/.",
  ],
  [
    "a pull request that is none",
    { ref: "refs/pull/99/merge" },
    404,
    "ref 'refs/pull/99/merge' not found in this repository",
  ],
  ["no base64", { sarif: "?" }, 400, "the sarif field is not valid base64"],
  ["half base64", { sarif: GOOD.slice(0, -2) }, 400, "the sarif field is not valid base64"],
  ["no gzip", { sarif: Buffer.from("{}\n").toString("base64") }, 400, "the sarif field is not valid gzip"],
  [
    "half gzip",
    { sarif: Buffer.from(GOOD, "base64").subarray(0, 30).toString("base64") },
    400,
    "the sarif field is not valid gzip",
  ],
])("refused: %s", async (_, fields, status, message) => {
  expect(await upload(fields)).toMatchObject({ status, body: { message } });
});

test("a commit and a branch that GitHub does not know", async () => {
  github.refs.onlyRegistered = true;
  expect(await upload()).toMatchObject({ status: 404, body: { message: "commit not found" } });
  github.refs.addCommit({ sha: SHA, message: "x" });
  const unknown = { status: 404, body: { message: "ref 'refs/heads/main' not found in this repository" } };
  expect(await upload()).toMatchObject(unknown);
  github.refs.setBranch("main-2", SHA);
  expect(await upload()).toMatchObject(unknown);
  github.refs.setBranch("main", SHA);
  expect((await upload()).status).toBe(202);
});

test.each<[end: string, sha: string, status: number]>([
  ["merge", SHA, 202],
  ["merge", HEAD, 400],
  ["merge", "c".repeat(40), 400],
  ["merge", "d".repeat(40), 202],
  ["head", HEAD, 202],
])("of a pull request its %s with %s is %d", async (end, sha, status) => {
  github.refs.addCommit({ sha: "c".repeat(40), message: "one parent", parents: [SHA] });
  github.refs.addCommit({ sha: "d".repeat(40), message: "two parents", parents: [SHA, HEAD] });
  const ends = { headOwner: "org", headRef: "x", headSha: HEAD, baseRef: "main", baseSha: "e".repeat(40) };
  const number = await github.openPullRequest(ends);
  expect((await upload({ ref: `refs/pull/${number}/${end}`, commit_sha: sha })).status).toBe(status);
});

test.each([
  [10_000_000, 400],
  [10_000_001, 413],
])("a file of %d bytes is %d", async (bytes, status) => {
  expect((await upload({ sarif: randomBytes(bytes).toString("base64") })).status).toBe(status);
});

describe("processing", () => {
  const many = (count: number) => Array.from({ length: count }, () => sarifResult());
  const runs = (count: number) => Array.from({ length: count }, (_, index) => sarifRun(`c${index}`));
  const tags = (count: number) => [sarifRule({ properties: { tags: Array<string>(count).fill("t") } })];
  const places = (uri: string) => [{ physicalLocation: { artifactLocation: { uri } } }];

  test.each<[name: string, log: unknown]>([
    ["20 runs", sarifFile(...runs(20))],
    ["25,000 results", sarifFile(sarifRun("c", { results: many(25_000) }))],
    ["20 tags", sarifFile(sarifRun("c", { rules: tags(20) }))],
    ["one category of two tools", sarifFile(sarifRun("c"), sarifRun("c", { tool: "other" }))],
    [
      "an odd name, encoded",
      sarifFile(sarifRun("c", { results: [sarifResult({ locations: places("a%20b%23.lock") })] })),
    ],
    ["CodeQL, by itself", sarifFile(sarifRun("c", { tool: "CodeQL" }))],
  ])("takes %s", async (_, log) => {
    expect(await processed(log)).not.toHaveProperty("errors");
  });

  test.each<[count: number, kept: number]>([
    [5_000, 5_000],
    [5_001, 5_000],
  ])("of %d results keeps %d", async (results, kept) => {
    await processed(sarifFile(sarifRun("c", { results: many(results) })));
    expect(github.codeScanning.analyses).toMatchObject([{ results, kept }]);
  });

  test.each<[name: string, log: unknown, errors: readonly string[]]>([
    ["21 runs", sarifFile(...runs(21)), ["rejecting SARIF, as there are more runs than allowed (21 > 20)"]],
    [
      "25,001 results",
      sarifFile(sarifRun("c", { results: many(25_001) })),
      ["rejecting SARIF, as there are more results per run than allowed (25001 > 25000)"],
    ],
    [
      "21 tags",
      sarifFile(sarifRun("c", { rules: tags(21) })),
      ["rejecting SARIF, as there are more tags per rule than allowed (21 > 20)"],
    ],
    [
      "one category twice",
      sarifFile(sarifRun("c"), sarifRun("c")),
      [expect.stringMatching(/^A delivery cannot contain multiple runs with the same category/)],
    ],
    [
      "no location",
      sarifFile(sarifRun("c", { results: [sarifResult({ locations: [] })] })),
      ["locationFromSarifResult: expected at least one location"],
    ],
    [
      "no file",
      sarifFile(sarifRun("c", { results: [sarifResult({ locations: [{}] })] })),
      ["locationFromSarifResult: expected artifact location"],
    ],
    [
      "no message",
      sarifFile(sarifRun("c", { results: [sarifResult({ message: { text: "" } })] })),
      ["expected a message"],
    ],
    [
      "an empty title",
      sarifFile(sarifRun("c", { rules: [sarifRule({ shortDescription: { text: "" } })] })),
      ["could not convert rules: expected shortDescription.text"],
    ],
    [
      "a severity in words",
      sarifFile(sarifRun("c", { rules: [sarifRule({ properties: { "security-severity": "high" } })] })),
      ["could not convert rules: invalid security severity value, is not a number"],
    ],
    [
      "a blank in a URI",
      sarifFile(sarifRun("c", { results: [sarifResult({ locations: places("a b") })] })),
      ["an invalid URI was provided as a SARIF location"],
    ],
    [
      "a percent sign in a URI",
      sarifFile(sarifRun("c", { results: [sarifResult({ locations: places("100%.lock") })] })),
      ["an invalid URI was provided as a SARIF location"],
    ],
    ["another version", { ...sarifFile(), version: "2.0.0" }, ['unsupported SARIF version "2.0.0"']],
    ["no runs", { version: "2.1.0" }, ["invalid SARIF: expected runs"]],
    ["no results", sarifFile({ tool: { driver: { name: "x" } } }), ["invalid SARIF: expected results"]],
    ["no tool", sarifFile({ results: [] }), ["invalid SARIF: expected tool.driver.name"]],
  ])("fails for %s", async (_, log, errors) => {
    expect(await processed(log)).toMatchObject({ processing_status: "failed", errors });
    expect(github.codeScanning.analyses).toEqual([]);
  });

  test("fails for a path of Windows below another scheme", async () => {
    const log = sarifFile(sarifRun("c", { results: [sarifResult({ locations: places("d:/a.lock") })] }));
    expect(await processed(log, { checkout_uri: "file:///w/" })).toMatchObject({
      errors: ['SARIF URI scheme "d" did not match the checkout URI scheme "file"'],
    });
  });

  test("fails for CodeQL where the default setup is on", async () => {
    github.codeScanning.defaultSetup = true;
    expect(await processed(sarifFile(sarifRun("c", { tool: "CodeQL" })))).toMatchObject({
      errors: ["CodeQL analyses from advanced configurations cannot be processed when the default setup is enabled"],
    });
    expect(await processed(sarifFile(sarifRun("c")))).toMatchObject({ processing_status: "complete" });
  });

  test("fails for what is not JSON", async () => {
    github.codeScanning.pendingLooks = 0;
    const { body } = await upload({ sarif: gzipSync("{").toString("base64") });
    expect(await look(body.id)).toMatchObject({ processing_status: "failed" });
  });

  test("of a file that nobody sent is 404", async () => {
    expect((await client.ask("GET", "/code-scanning/sarifs/none")).status).toBe(404);
  });
});
