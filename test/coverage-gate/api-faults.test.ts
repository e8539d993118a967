import { afterEach, beforeEach, expect, test } from "vitest";
import { hits, lcovOf, sourceOf } from "../demo-repository.ts";
import { type OpenPullRequest, Scenario, TOKENS } from "../scenario.ts";

let scenario: Scenario;
let pull: OpenPullRequest;

beforeEach(async () => {
  scenario = await Scenario.start();
  const base = scenario.repository.commit({ "src/a.rs": sourceOf(10) });
  scenario.repository.git("checkout", "--quiet", "-b", "change");
  scenario.repository.commit({ "src/a.rs": sourceOf(12) });
  scenario.repository.write({ "lcov.info": lcovOf({ "src/a.rs": hits(12, 0) }) });
  pull = await scenario.openPullRequest(base);
});

afterEach(() => scenario.close());

const inputs = { files: "lcov.info", baseline: "none" };
const comments = /\/comments/;

test.each([
  ["429 with Retry-After", { status: 429, message: "Too many requests", headers: { "retry-after": "1" } }],
  [
    "the secondary limit",
    { status: 403, message: "You have exceeded a secondary rate limit", headers: { "retry-after": "1" } },
  ],
  ["502", { status: 502, message: "Bad gateway" }],
  ["an answer that is not JSON", "malformed"],
  ["a connection that ends before GitHub has looked", "drop"],
  ["a slow answer", { delay: 1500 }],
] as const)("%s once is waited out: one comment", async (_, kind) => {
  scenario.github.fault({ path: comments, kind });
  const result = await scenario.runPullRequest(pull, inputs);
  expect(result.outcome).toBe("success");
  expect(await scenario.commentBodies(pull)).toHaveLength(1);
});

test("a comment that GitHub stored before the connection ended is not made twice", async () => {
  scenario.github.fault({ path: comments, method: "POST", kind: "drop-after" });
  const result = await scenario.runPullRequest(pull, inputs);
  expect(result.outcome).toBe("success");
  expect(await scenario.commentBodies(pull)).toHaveLength(1);
});

test("a comment that is deleted under our hands is made again", async () => {
  await scenario.runPullRequest(pull, inputs);
  scenario.github.fault({ path: comments, method: "PATCH", kind: { status: 404, message: "Not Found" } });
  const result = await scenario.runPullRequest(pull, { ...inputs, "min-coverage": "90" });
  expect(result.outcome).toBe("success");
  const bodies = await scenario.commentBodies(pull);
  expect(bodies).toHaveLength(1);
  expect(bodies[0]).toContain("needs 90 %");
});

test.each([
  ["403", { status: 403, message: "Resource not accessible by integration" }, "notice"],
  ["404, as a private repository answers", { status: 404, message: "Not Found" }, "notice"],
  ["422", { status: 422, message: "Validation Failed" }, "warning"],
  ["null", { text: "null" }, "warning"],
  ["a redirect to nowhere", { text: "", status: 302 }, "warning"],
] as const)("%s for good: said in the log, and the verdict stands", async (_, kind, level) => {
  scenario.github.fault({ path: comments, times: 50, kind });
  const passed = await scenario.runPullRequest(pull, inputs);
  expect(passed.outcome).toBe("success");
  expect(passed.summary).toContain("Coverage 100.00 %");
  expect(passed.annotations.map((each) => [each.level, each.message.slice(0, 12)])).toEqual([[level, "No comment: "]]);
  const failed = await scenario.runPullRequest(pull, { ...inputs, "min-function-coverage": "50" });
  expect(failed.exitCode).toBe(1);
});

test("a token that GitHub does not know is a notice that never shows the token", async () => {
  const token = "ghp_unknownToken123456789012345678901234";
  const result = await scenario.runPullRequest(pull, inputs, { token });
  expect(result.outcome).toBe("success");
  expect(result.annotations[0]?.message).toContain("Bad credentials");
  expect(JSON.stringify(result)).not.toContain(token);
});

test("an empty token is said", async () => {
  const result = await scenario.runPullRequest(pull, { ...inputs, "github-token": "" });
  expect(result.annotations[0]?.message).toBe(
    "No comment: the input `github-token` is empty. The report is in the job summary.",
  );
});

test("jobs that race for the comment end with one comment and every section", async () => {
  const names = ["unit", "integration", "rust", "go"];
  const results = await Promise.all(names.map((name) => scenario.runPullRequest(pull, { ...inputs, name })));
  expect(results.map(({ outcome }) => outcome)).toEqual(names.map(() => "success"));
  const [body = "", ...others] = await scenario.commentBodies(pull);
  expect(others).toEqual([]);
  expect([...body.matchAll(/begin coverage-gate:(\w+)/g)].map(([, name]) => name)).toEqual([...names].sort());
});

test("also when the list of comments is 1.5 s behind", async () => {
  scenario.github.listsLag(1500);
  const names = ["unit", "integration", "rust", "go"];
  const results = await Promise.all(names.map((name) => scenario.runPullRequest(pull, { ...inputs, name })));
  expect(results.map(({ outcome }) => outcome)).toEqual(names.map(() => "success"));
  const [body = "", ...others] = await scenario.commentBodies(pull);
  expect(others).toEqual([]);
  expect([...body.matchAll(/begin coverage-gate:(\w+)/g)].map(([, name]) => name)).toEqual([...names].sort());
});

test("a run with wrong inputs takes the place of yesterday's green report", async () => {
  await scenario.runPullRequest(pull, inputs);
  const result = await scenario.runPullRequest(pull, { ...inputs, "min-coverage": "8O" });
  expect(result.exitCode).toBe(1);
  expect(result.outputs.get("verdict")).toBe("broken");
  const reason = "broken\\: input `min-coverage` is `8O`; write a percentage from 0 to 100";
  expect(result.summary).toContain(reason);
  const bodies = await scenario.commentBodies(pull);
  expect(bodies).toEqual([expect.stringContaining(reason)]);
  expect(bodies[0]).not.toContain("✅");
});

test("a token of a person may comment, too, and finds its own comment again", async () => {
  await scenario.runPullRequest(pull, inputs, { token: TOKENS.person });
  await scenario.runPullRequest(pull, { ...inputs, "min-coverage": "90" }, { token: TOKENS.person });
  expect((await scenario.github.comments(pull.number)).map(({ login }) => login)).toEqual(["alice"]);
});
