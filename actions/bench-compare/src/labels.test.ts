import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import type { Trigger } from "../../../packages/local-runner/src/event/event.ts";
import type { Fault } from "../../../packages/local-runner/src/github/fault.ts";
import { EmulatedGitHub } from "../../../packages/local-runner/src/github/gateway.ts";
import { ioOf } from "../../../packages/local-runner/testing/action-io.ts";
import { readLabels } from "./labels.ts";

vi.mock("@jessy-actions/kit/github/wait", () => ({ wait: async () => {} }));

const TOKEN = "own";
const SHA = "a".repeat(40);
const LABELS = /\/labels$/;
const WANTED = { ignoreLabel: "slow-ok", token: TOKEN };

let github: EmulatedGitHub;
let number: number;

beforeAll(async () => {
  const tokens = { [TOKEN]: { login: "github-actions[bot]", write: true } };
  github = await EmulatedGitHub.start({ owner: "org", repository: "demo", defaultBranch: "main", tokens });
  number = await github.openPullRequest({
    headOwner: "org",
    headRef: "x",
    headSha: SHA,
    baseRef: "main",
    baseSha: SHA,
  });
  await fetch(`${github.url}/repos/org/demo/issues/${number}/labels`, {
    method: "POST",
    headers: { authorization: `Bearer ${TOKEN}` },
    body: JSON.stringify({ labels: ["slow-ok", "other"] }),
  });
});

afterEach(() => github.endFaults());
afterAll(() => github.close());

async function read(inputs: Parameters<typeof readLabels>[0] = WANTED) {
  const tip = (ref: string) => ({ owner: "org", ref, sha: SHA });
  const trigger: Trigger = { name: "pull_request", number, head: tip("x"), base: tip("main") };
  const io = ioOf("/", trigger, { url: github.url, token: TOKEN });
  return { labels: await readLabels(inputs, io), warnings: io.logged.filter((line) => line.includes("ignore-label")) };
}

const asked = () => github.requests.filter(({ path }) => LABELS.test(path)).length;

test("the labels of the pull request", async () => {
  expect(await read()).toEqual({ labels: ["slow-ok", "other"], warnings: [] });
});

test.each([
  ["no label would count", { ignoreLabel: undefined, token: TOKEN }],
  ["there is no token", { ignoreLabel: "slow-ok", token: "" }],
])("nothing is asked where %s", async (_, inputs) => {
  const before = asked();
  expect(await read(inputs)).toEqual({ labels: [], warnings: [] });
  expect(asked()).toBe(before);
});

test.each<[string, Fault["kind"]]>([
  ["no connection", "drop"],
  ["502", { status: 502, message: "Bad gateway" }],
  ["a refusal", { status: 403, message: "Resource not accessible by integration" }],
  ["a limit", { status: 429, message: "Too many requests", headers: { "retry-after": "3600" } }],
  ["an answer that is not JSON", "malformed"],
  ["null", { text: "null" }],
  ["a list of null", { text: "[null]" }],
  ["labels without names", { text: "[{}]" }],
  ["nothing", { text: "" }],
])("%s for good: no label lets anything pass, and that is said", async (_, kind) => {
  github.fault({ path: LABELS, times: 100, kind });
  const { labels, warnings } = await read();
  expect(labels).toEqual([]);
  expect(warnings).toEqual([expect.stringContaining("cannot be read, so `ignore-label` has no effect: GET /repos/")]);
});

test.each<[string, Fault["kind"]]>([
  ["no connection", "drop"],
  ["502", { status: 502, message: "Bad gateway" }],
  ["an answer that is not JSON", "malformed"],
])("%s once is asked again", async (_, kind) => {
  github.fault({ path: LABELS, kind });
  expect(await read()).toEqual({ labels: ["slow-ok", "other"], warnings: [] });
});
