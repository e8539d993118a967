import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hits, lcovOf, sourceOf } from "../demo-repository.ts";
import { pullRequestTrigger, Scenario, TOKENS } from "../scenario.ts";

let scenario: Scenario;

beforeEach(async () => {
  scenario = await Scenario.start();
});

afterEach(() => scenario.close());

/** A repository with ten lines of `src/a.rs`, and a branch that appends four more. */
async function changeOfFourLines() {
  const base = scenario.repository.commit({ "src/a.rs": sourceOf(10) });
  scenario.repository.git("checkout", "--quiet", "-b", "change");
  scenario.repository.commit({ "src/a.rs": sourceOf(14) });
  return scenario.openPullRequest(base);
}

const files = { files: "lcov.info" };

test("the first run makes one comment, a summary, annotations, outputs and files", async () => {
  const pull = await changeOfFourLines();
  scenario.repository.write({ "lcov.info": lcovOf({ "src/a.rs": [...hits(10, 0), 1, 1, 0, 0] }) });
  const result = await scenario.runPullRequest(pull, { ...files, "min-patch-coverage": "50" });

  expect(result.log.filter((line) => line.startsWith("::error"))).toEqual([]);
  expect(result.outcome).toBe("success");
  const [comment, ...others] = await scenario.commentBodies(pull);
  expect(others).toEqual([]);
  expect(comment).toContain("Coverage 85.71 % \\(needs 80 %\\), changed lines 50.00 % \\(needs 50 %\\)\\: pass");
  expect(comment).toContain(`/pull/${pull.number}/files#diff-`);
  expect(result.summary).toContain("changed lines 50.00 %");
  expect(result.annotations).toMatchObject([
    { level: "warning", message: "Changed lines 13 to 14 are not covered by tests." },
  ]);
  expect(Object.fromEntries(result.annotations[0]?.properties ?? [])).toMatchObject({
    file: "src/a.rs",
    line: "13",
    endLine: "14",
  });
  expect(Object.fromEntries(result.outputs)).toMatchObject({
    verdict: "pass",
    "line-coverage": "85.71",
    "branch-coverage": "",
    "function-coverage": "",
    "patch-coverage": "50.00",
    decrease: "",
  });
  const resultFile = JSON.parse(readFileSync(result.outputs.get("result-file") ?? "", "utf8"));
  expect(resultFile.patch.files).toMatchObject([{ path: "src/a.rs", missing: [[13, 14]] }]);
  expect(readFileSync(result.outputs.get("badge-file") ?? "", "utf8")).toMatch(/^<svg/);
  expect(JSON.parse(readFileSync(result.outputs.get("badge-endpoint-file") ?? "", "utf8"))).toMatchObject({
    schemaVersion: 1,
    message: "85.71%",
  });
  expect(readFileSync(result.outputs.get("lcov-file") ?? "", "utf8")).toContain("SF:src/a.rs\n");
  expect(readFileSync(result.outputs.get("cobertura-file") ?? "", "utf8")).toContain('filename="src/a.rs"');
});

test("a later run updates the same comment, and a re-run changes nothing", async () => {
  const pull = await changeOfFourLines();
  scenario.repository.write({ "lcov.info": lcovOf({ "src/a.rs": hits(10, 4) }) });
  const first = await scenario.runPullRequest(pull, { ...files, "min-patch-coverage": "50" });
  expect(first.outcome).toBe("failure");
  scenario.repository.write({ "lcov.info": lcovOf({ "src/a.rs": hits(14, 0) }) });
  const second = await scenario.runPullRequest(pull, { ...files, "min-patch-coverage": "50" });
  expect(second.outcome).toBe("success");
  const bodies = await scenario.commentBodies(pull);
  expect(bodies).toHaveLength(1);
  expect(bodies[0]).toContain("changed lines 100.00 %");

  const before = scenario.github.requests.length;
  await scenario.runPullRequest(pull, { ...files, "min-patch-coverage": "50" });
  const sent = scenario.github.requests.slice(before).filter(({ path }) => path.startsWith("/repos"));
  // The list, which may be old, and the comment itself.
  expect(sent.map(({ method }) => method)).toEqual(["GET", "GET"]);
  expect(await scenario.commentBodies(pull)).toEqual(bodies);
});

test("another action's section in the shared comment is untouched, whoever comes first", async () => {
  const pull = await changeOfFourLines();
  const section =
    "<!-- jessy-actions:begin bench-compare -->\n## Benchmarks\n\nnothing slower\n<!-- jessy-actions:end bench-compare -->";
  await scenario.post(pull, `<!-- jessy-actions -->\n\n${section}`, TOKENS.own);
  scenario.repository.write({ "lcov.info": lcovOf({ "src/a.rs": hits(14, 0) }) });
  await scenario.runPullRequest(pull, files);
  await scenario.runPullRequest(pull, { ...files, name: "second", "min-coverage": "90" });
  const [body, ...others] = await scenario.commentBodies(pull);
  expect(others).toEqual([]);
  expect(body).toContain(section);
  expect(body).toContain("jessy-actions:begin coverage-gate -->");
  expect(body).toContain("jessy-actions:begin coverage-gate:second -->");
});

test("a comment that somebody else made with our mark in it is left alone", async () => {
  const pull = await changeOfFourLines();
  await scenario.post(pull, "<!-- jessy-actions -->\n\nmine");
  scenario.repository.write({ "lcov.info": lcovOf({ "src/a.rs": hits(14, 0) }) });
  await scenario.runPullRequest(pull, files);
  const comments = await scenario.github.comments(pull.number);
  expect(comments.map(({ login }) => login)).toEqual(["alice", "github-actions[bot]"]);
  expect(comments[0]?.body).toBe("<!-- jessy-actions -->\n\nmine");
});

test("the own comment is found behind 120 others", async () => {
  const pull = await changeOfFourLines();
  for (let at = 0; at < 120; at++) await scenario.post(pull, `comment ${at}`);
  scenario.repository.write({ "lcov.info": lcovOf({ "src/a.rs": hits(14, 0) }) });
  await scenario.runPullRequest(pull, files);
  await scenario.runPullRequest(pull, { ...files, "min-coverage": "90" });
  expect(await scenario.commentBodies(pull)).toHaveLength(121);
});

test("GitHub's merge commit is compared with its first parent, so that lines stand where the checkout has them", async () => {
  const base = scenario.repository.commit({ "src/a.rs": sourceOf(10) });
  scenario.repository.git("checkout", "--quiet", "-b", "change");
  scenario.repository.commit({ "src/a.rs": `${sourceOf(10)}new\n` });
  const pull = await scenario.openPullRequest(base);
  scenario.repository.git("checkout", "--quiet", "main");
  scenario.repository.commit({ "src/a.rs": `top 1\ntop 2\n${sourceOf(10)}` }, "main moved on");
  const mergeSha = scenario.repository.mergePullRequest("main", "change");
  scenario.repository.write({ "lcov.info": lcovOf({ "src/a.rs": [...hits(12, 0), 0] }) });
  const result = await scenario.run(pullRequestTrigger(pull, { mergeSha }), files);
  // Not lines 1 and 2, which are main's own.
  expect(result.outputs.get("patch-coverage")).toBe("0.00");
  expect(result.annotations.map(({ properties }) => properties.get("line"))).toEqual(["13"]);
});

test("a gate that fails fails the step, and `fail-on: never` only reports", async () => {
  const pull = await changeOfFourLines();
  scenario.repository.write({ "lcov.info": lcovOf({ "src/a.rs": hits(7, 7) }) });
  const failed = await scenario.runPullRequest(pull, files);
  expect(failed.exitCode).toBe(1);
  expect(failed.annotations[0]).toMatchObject({
    level: "error",
    message: "Coverage 50.00 % (needs 80 %): fail",
  });
  const reported = await scenario.runPullRequest(pull, { ...files, "fail-on": "never" });
  expect(reported.exitCode).toBe(0);
  expect(reported.outputs.get("verdict")).toBe("fail");
});

test("without `comment` and `annotations` there are none", async () => {
  const pull = await changeOfFourLines();
  scenario.repository.write({ "lcov.info": lcovOf({ "src/a.rs": hits(12, 2) }) });
  const result = await scenario.runPullRequest(pull, { ...files, comment: "false", annotations: "false" });
  expect(result.outcome).toBe("success");
  expect(result.annotations).toEqual([]);
  expect(scenario.github.requests.filter(({ path }) => path.startsWith("/repos"))).toEqual([]);
});

test("a merge queue is judged by its own base and comments nowhere", async () => {
  const base = scenario.repository.commit({ "src/a.rs": sourceOf(10) });
  const head = scenario.repository.commit({ "src/a.rs": sourceOf(12) });
  scenario.repository.write({ "lcov.info": lcovOf({ "src/a.rs": hits(11, 1) }) });
  const result = await scenario.run(
    {
      name: "merge_group",
      headRef: "refs/heads/gh-readonly-queue/main/pr-1-abc",
      headSha: head,
      baseRef: "refs/heads/main",
      baseSha: base,
    },
    { ...files, "min-patch-coverage": "60" },
  );
  expect(result.outputs.get("patch-coverage")).toBe("50.00");
  expect(result.outcome).toBe("failure");
  expect(scenario.github.requests.filter(({ path }) => path.startsWith("/repos"))).toEqual([]);
});

test("5,000 changed files stay inside every limit", async () => {
  const sources = Object.fromEntries(
    Array.from({ length: 5000 }, (_, at) => [`src/some/module/of/the/service/file_${at}.rs`, "a\n"]),
  );
  const base = scenario.repository.commit(sources);
  scenario.repository.git("checkout", "--quiet", "-b", "change");
  scenario.repository.commit(Object.fromEntries(Object.keys(sources).map((path) => [path, sourceOf(3)])));
  const pull = await scenario.openPullRequest(base);
  scenario.repository.write({
    "lcov.info": lcovOf(Object.fromEntries(Object.keys(sources).map((path) => [path, [0, 1, 0]]))),
  });
  const result = await scenario.runPullRequest(pull, files);
  const [body] = await scenario.commentBodies(pull);
  expect(Buffer.byteLength(body ?? "")).toBeLessThanOrEqual(65_536);
  expect(body).toMatch(/more files|files more|of 5,000 files/);
  expect(result.summary).toBeDefined();
  expect(result.annotations.filter(({ level }) => level === "warning")).toHaveLength(10);
  expect(JSON.parse(readFileSync(result.outputs.get("result-file") ?? "", "utf8")).patch.files).toHaveLength(5000);
});

test("a cancelled run ends without half a comment", async () => {
  const pull = await changeOfFourLines();
  scenario.repository.write({ "lcov.info": lcovOf({ "src/a.rs": hits(14, 0) }) });
  scenario.github.fault({ path: /comments/, method: "GET", kind: { delay: 60_000 } });
  const abort = new AbortController();
  const result = await scenario.runPullRequest(pull, files, {
    signal: abort.signal,
    onLine: (line) => {
      // The report is in the log; what comes next is the comment.
      if (line.includes("changed lines 100.00 %")) setTimeout(() => abort.abort(), 200);
    },
  });
  expect(result.outcome).toBe("cancelled");
  expect(await scenario.commentBodies(pull)).toEqual([]);
});
