import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Fault } from "../../../local-runner/src/github/fault.ts";
import { EmulatedGitHub } from "../../../local-runner/src/github/gateway.ts";
import { runAction } from "./action.ts";

vi.mock("../http/wait.ts", () => ({ wait: async () => undefined }));

/** Every kind of answer that GitHub never gives, or gives when something is wrong. */
const FAULTS: Readonly<Record<string, Fault["kind"]>> = {
  "an empty body": { text: "" },
  null: { text: "null" },
  "an empty list": { text: "[]" },
  "a list of null": { text: "[null]" },
  "an empty object": { text: "{}" },
  "a text": { text: '"x"' },
  "a number": { text: "7" },
  "fields of other types": { text: '{"id":"7","body":7,"user":7,"html_url":null,"data":{"viewer":7}}' },
  "items with fields of other types": { text: '[{"id":{},"body":[],"user":"x","html_url":1}]' },
  HTML: { text: "<!DOCTYPE html><p>Unicorn!" },
  "JSON that is cut off": { text: '[{"id":1,' },
  "JSON without depth": { text: "[".repeat(5000) },
  "GraphQL's errors as a text": { text: '{"errors":"x"}' },
  "a relative next page": { text: "[]", headers: { link: '</next>; rel="next"' } },
  "a next page elsewhere": { text: "[]", headers: { link: '<https://evil.example/next>; rel="next"' } },
  "a redirect to nowhere": { text: "", status: 302 },
  "a redirect elsewhere": { text: "", status: 307, headers: { location: "http://127.0.0.1:1/x" } },
  "a redirect in a circle": { text: "", status: 302, headers: { location: "/repos/org/demo/issues/comments/0" } },
  "400": { status: 400, message: "Bad Request" },
  "401": { status: 401, message: "Bad credentials" },
  "403": { status: 403, message: "Resource not accessible by integration" },
  "404": { status: 404, message: "Not Found" },
  "409": { status: 409, message: "Conflict" },
  "410": { status: 410, message: "Gone" },
  "422": { status: 422, message: "Validation Failed" },
  "429": { status: 429, message: "Slow down", headers: { "retry-after": "1" } },
  "500": { status: 500, message: "Server Error" },
  "a connection that ends": "drop",
  "an answer that is lost": "drop-after",
};

/** Every request that a comment takes, each with what makes it necessary. */
const REQUESTS: readonly {
  readonly name: string;
  readonly method: string;
  readonly path: RegExp;
  readonly seeded: number;
}[] = [
  { name: "the list", method: "GET", path: /\/issues\/\d+\/comments$/, seeded: 1 },
  { name: "the viewer", method: "POST", path: /^\/graphql$/, seeded: 1 },
  { name: "the creation", method: "POST", path: /\/issues\/\d+\/comments$/, seeded: 0 },
  { name: "the comment itself", method: "GET", path: /\/issues\/comments\/\d+$/, seeded: 1 },
  { name: "the update", method: "PATCH", path: /\/issues\/comments\/\d+$/, seeded: 1 },
  { name: "the deletion", method: "DELETE", path: /\/issues\/comments\/\d+$/, seeded: 2 },
];

const SEEDED = "<!-- jessy-actions -->\n\n<!-- jessy-actions:begin other -->\nkept\n<!-- jessy-actions:end other -->";

let github: EmulatedGitHub;
let folder: string;
let written: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-comment-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** A GitHub for one group of tests: the emulator takes 5,000 requests. */
function useGitHub(): void {
  beforeAll(async () => {
    github = await EmulatedGitHub.start({
      owner: "org",
      repository: "demo",
      defaultBranch: "main",
      tokens: { own: { login: "github-actions[bot]", write: true } },
    });
  });
  afterAll(() => github.close());
}

beforeEach(() => {
  written = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    written += String(text);
    return true;
  });
});

afterEach(() => {
  github.endFaults();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = 0;
});

async function openPullRequest(comments: number): Promise<number> {
  const sha = "a".repeat(40);
  const number = await github.openPullRequest({
    headOwner: "org",
    headRef: "x",
    headSha: sha,
    baseRef: "main",
    baseSha: sha,
  });
  for (let at = 0; at < comments; at++) {
    const { status } = await fetch(`${github.url}/repos/org/demo/issues/${number}/comments`, {
      method: "POST",
      headers: { authorization: "Bearer own" },
      body: JSON.stringify({ body: SEEDED }),
    });
    expect(status).toBe(201);
  }
  return number;
}

/** Runs an action that passes, or one whose inputs are wrong. @returns its exit code. */
async function run(number: number, isBroken = false): Promise<number> {
  const sha = "a".repeat(40);
  const event = join(folder, "event.json");
  const end = { sha, repo: { id: 1 } };
  writeFileSync(event, JSON.stringify({ pull_request: { number, head: end, base: end } }));
  const summary = join(folder, "summary");
  for (const file of [join(folder, "output"), summary]) writeFileSync(file, "");
  const environment = {
    GITHUB_REPOSITORY: "org/demo",
    GITHUB_EVENT_NAME: "pull_request",
    GITHUB_EVENT_PATH: event,
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: join(folder, "temp"),
    GITHUB_OUTPUT: join(folder, "output"),
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_API_URL: github.url,
    GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
    "INPUT_GITHUB-TOKEN": "own",
    ...(isBroken && { INPUT_COUNT: "many" }),
  };
  for (const name of Object.keys(process.env))
    if (/^(?:GITHUB|RUNNER|INPUT|ACTIONS)_/.test(name)) vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  await runAction({
    name: "demo",
    title: "Demo",
    readInputs: (reader) => ({
      count: reader.integer("count", { min: 0, max: 9 }, 1),
      token: reader.string("github-token"),
    }),
    collect: async () => 1,
    evaluate: () => ({ verdict: "pass", headline: "All is well", fails: false }) as const,
    render: () => ({
      title: "Demo",
      comment: [{ kind: "paragraph", text: "details" }],
      summary: [{ kind: "paragraph", text: "details" }],
      annotations: [],
      outputs: { verdict: "pass" },
      files: [],
    }),
    publication: ({ token }) => ({ name: "", token, comment: true }),
  });
  return Number(process.exitCode);
}

describe.each(REQUESTS)("$name", ({ method, path, seeded }) => {
  useGitHub();

  test.each(Object.entries(FAULTS))("answered for good with %s never changes the verdict", async (_, kind) => {
    const number = await openPullRequest(seeded);
    const before = github.requests.length;
    github.fault({ method, path, kind, times: 1000 });
    expect(await run(number)).toBe(0);
    const asked = github.requests.slice(before);
    if (typeof kind === "object")
      expect(asked.some((each) => each.method === method && path.test(each.path))).toBe(true);
    expect(readFileSync(join(folder, "summary"), "utf8")).toBe("## Demo\n\n✅ **All is well**\n\ndetails\n");
    expect(written).toMatch(/::(?:warning|notice)::No comment: |^Comment (?:created|updated): /m);
    expect(written).not.toMatch(/fault of the action|stop-commands|::error::/);
  });

  test.each(Object.entries(FAULTS))("answered once with %s leaves one comment with every section", async (_, kind) => {
    const number = await openPullRequest(seeded);
    github.fault({ method, path, kind, times: 1 });
    expect(await run(number)).toBe(0);
    // A refusal that is not a passing one ends it; the next run completes it.
    github.endFaults();
    expect(await run(number)).toBe(0);
    const comments = await github.comments(number);
    expect(comments).toHaveLength(1);
    expect(comments[0]!.body).toContain("All is well");
    if (seeded > 0) expect(comments[0]!.body).toContain("kept");
  });
});

describe("a run that ends with an error", () => {
  useGitHub();

  test.each(Object.entries(FAULTS))("%s hides no error of the run", async (_, kind) => {
    const number = await openPullRequest(0);
    github.fault({ path: /./, kind, times: 1000 });
    expect(await run(number, true)).toBe(1);
    expect(written).toContain("::error::input `count` is `many`; write a whole number from 0 to 9\n");
    expect(readFileSync(join(folder, "summary"), "utf8")).toContain("broken\\: input `count` is `many`");
    expect(written).not.toMatch(/fault of the action|stop-commands/);
  });

  test("wrong inputs take the place of yesterday's report, and a right run theirs", async () => {
    const number = await openPullRequest(1);
    const bodies = async () => (await github.comments(number)).map(({ body }) => body);
    await run(number);
    expect(await bodies()).toEqual([expect.stringContaining("✅ **All is well**")]);
    expect(await run(number, true)).toBe(1);
    expect(await bodies()).toHaveLength(1);
    expect((await bodies())[0]).toContain("💥 **broken\\: input `count` is `many`; write a whole number from 0 to 9**");
    expect((await bodies())[0]).not.toContain("All is well");
    expect((await bodies())[0]).toContain("kept");
    process.exitCode = 0;
    expect(await run(number)).toBe(0);
    expect((await bodies())[0]).not.toContain("broken");
  });
});
