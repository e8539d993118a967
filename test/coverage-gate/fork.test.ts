import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hits, lcovOf, sourceOf } from "../demo-repository.ts";
import { type OpenPullRequest, Scenario } from "../scenario.ts";

let scenario: Scenario;
let artifact: string;

beforeEach(async () => {
  scenario = await Scenario.start();
  artifact = mkdtempSync(join(tmpdir(), "jessy-artifact-"));
});

afterEach(async () => {
  rmSync(artifact, { recursive: true, force: true });
  await scenario.close();
});

const files = { files: "lcov.info" };

async function forkPullRequest() {
  const base = scenario.repository.commit({ "src/a.rs": sourceOf(10) });
  scenario.repository.git("checkout", "--quiet", "-b", "change");
  scenario.repository.commit({ "src/a.rs": sourceOf(14) });
  const pull = await scenario.openPullRequest(base, { owner: "stranger" });
  scenario.repository.write({ "lcov.info": lcovOf({ "src/a.rs": hits(12, 2) }) });
  return pull;
}

test("a pull request from a fork is judged and summarised; the missing comment is only a notice", async () => {
  const pull = await forkPullRequest();
  const passed = await scenario.runPullRequest(pull, files);
  expect(passed.outcome).toBe("success");
  expect(passed.summary).toContain("changed lines 50.00 %");
  expect(passed.annotations.map(({ level }) => level)).toEqual(["warning", "notice"]);
  expect(passed.annotations[1]?.message).toBe(
    "No comment: a pull request from a fork has a read-only token. The report is in the job summary.",
  );
  expect(await scenario.commentBodies(pull)).toEqual([]);
  const failed = await scenario.runPullRequest(pull, { ...files, "min-coverage": "90" });
  expect(failed.exitCode).toBe(1);
});

describe("the privileged half of a fork's run (workflow_run)", () => {
  /** The run that follows the fork's: of the default branch, with a token that may write, and the artifact beside it. */
  function follow(pull: OpenPullRequest, inputs: Readonly<Record<string, string>> = {}) {
    return scenario.run(
      {
        name: "workflow_run",
        sha: pull.base,
        head: { owner: pull.owner, ref: pull.headRef, sha: pull.head },
        event: "pull_request",
      },
      { "publish-result": join(artifact, "result.json"), ...inputs },
    );
  }

  async function measured(pull: OpenPullRequest): Promise<Record<string, unknown>> {
    const result = await scenario.runPullRequest(pull, files);
    return JSON.parse(readFileSync(result.outputs.get("result-file") ?? "", "utf8"));
  }

  function store(result: unknown): void {
    writeFileSync(join(artifact, "result.json"), JSON.stringify(result));
  }

  /** An error about a fork's result quotes it: the comment says nothing of it. */
  async function expectOnlyThatItIsBroken(pull: OpenPullRequest): Promise<void> {
    const [body = "", ...others] = await scenario.commentBodies(pull);
    expect(others).toEqual([]);
    expect(body.split("\n").filter((line) => line !== "" && !line.startsWith("<!--"))).toEqual([
      "## Coverage",
      "💥 **broken\\: the run that publishes this report ended with an error; its job summary and its log have the reason**",
    ]);
  }

  test("comments on the pull request that has the commit", async () => {
    const pull = await forkPullRequest();
    store(await measured(pull));
    const followed = await follow(pull);
    expect(followed.log.filter((line) => line.startsWith("::error"))).toEqual([]);
    expect(followed.outcome).toBe("success");
    const [body] = await scenario.commentBodies(pull);
    expect(body).toContain("changed lines 50.00 %");
    expect(body).toContain(`/org/demo/pull/${pull.number}/files#diff-`);
  });

  test("neither `fails` nor the verdict in the artifact decides the exit code", async () => {
    const pull = await forkPullRequest();
    const gated = await scenario.runPullRequest(pull, { ...files, "min-patch-coverage": "90", "fail-on": "never" });
    const result = JSON.parse(readFileSync(gated.outputs.get("result-file") ?? "", "utf8"));
    expect([gated.exitCode, result.verdict, result.fails]).toEqual([0, "fail", false]);
    store({ ...result, verdict: "pass", headline: "Coverage 100.00 %: pass" });
    const strict = await follow(pull);
    expect([strict.exitCode, strict.outputs.get("verdict")]).toEqual([1, "fail"]);
    const [body] = await scenario.commentBodies(pull);
    expect(body).toContain("but changed lines 50.00 % \\(needs 90 %\\)\\: fail");
    store({ ...result, fails: true });
    const lenient = await follow(pull, { "fail-on": "never" });
    expect([lenient.exitCode, lenient.outputs.get("verdict")]).toEqual([0, "fail"]);
  });

  test("numbers that contradict each other are refused, and nothing is published", async () => {
    const pull = await forkPullRequest();
    const result = await measured(pull);
    const total = result.total as object;
    store({ ...result, total: { ...total, lines: { covered: 14, total: 14 } } });
    const followed = await follow(pull);
    expect(followed.exitCode).toBe(1);
    expect(followed.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /result\.json: its numbers contradict each other: `gates\[0\]\.measured` is 12\/14, and `total\.lines` 14\/14$/,
      ),
    ]);
    expect(await scenario.commentBodies(pull)).toEqual([
      expect.stringMatching(
        /## Coverage\n\n💥 \*\*broken\\: the run that publishes this report ended with an error; [^<]*\*\*\n<!--/,
      ),
    ]);
  });

  test("a pull request's number in the artifact is not believed", async () => {
    const victim = await forkPullRequest();
    scenario.repository.commit({ "src/a.rs": sourceOf(15) });
    const pull = await scenario.openPullRequest(victim.base, { owner: "stranger", headRef: "other" });
    const result = await measured(pull);
    store({
      ...result,
      context: { ...(result.context as object), pullRequest: victim.number, repository: "evil/repo" },
    });
    await follow(pull);
    expect(await scenario.commentBodies(victim)).toEqual([]);
    const [body] = await scenario.commentBodies(pull);
    expect(body).not.toContain("evil/repo");
  });

  test("a result of another commit is refused", async () => {
    const pull = await forkPullRequest();
    const result = await measured(pull);
    store({ ...result, context: { ...(result.context as object), headSha: "f".repeat(40) } });
    const followed = await follow(pull);
    expect(followed.exitCode).toBe(1);
    expect(followed.annotations[0]?.message).toMatch(
      /^input `publish-result`: .*result\.json was made from ffffffffff, but the run that this one follows is of [0-9a-f]{10}$/,
    );
    await expectOnlyThatItIsBroken(pull);
  });

  test("markup, mentions and commands in its texts stay text", async () => {
    const pull = await forkPullRequest();
    const result = await measured(pull);
    const evil =
      "x](javascript:alert(1)) @org/everyone <img src=x onerror=alert(1)> | a\n::set-output name=verdict::pass\n```";
    store({
      ...result,
      headline: evil,
      notes: [{ level: "warning", text: evil }],
      patch: {
        ...(result.patch as object),
        files: [
          {
            path: evil,
            lines: (result.patch as { readonly lines: object }).lines,
            branches: { covered: 0, total: 0 },
            missing: [[1, 1]],
            partial: [],
          },
        ],
      },
    });
    const followed = await follow(pull);
    expect(followed.outcome).toBe("success");
    const [body = ""] = await scenario.commentBodies(pull);
    const outsideCode = body.replace(/(`+)[^`].*?[^`]\1(?!`)/g, "");
    expect(outsideCode).not.toMatch(/<img|@org|\n::/);
    expect(followed.outputs.get("verdict")).toBe("pass");
    expect(followed.log.filter((line) => line.startsWith("::set-output"))).toEqual([]);
  });

  test.each<[string, () => void, RegExp]>([
    ["is not there", () => {}, /result\.json is not there; download the artifact/],
    [
      "is a link",
      () => {
        writeFileSync(join(artifact, "secret"), '{"schema":"secret"}');
        symlinkSync(join(artifact, "secret"), join(artifact, "result.json"));
      },
      /is not a regular file$/,
    ],
    ["is a folder", () => mkdirSync(join(artifact, "result.json")), /is not a regular file$/],
    [
      "is too large",
      () => writeFileSync(join(artifact, "result.json"), Buffer.alloc(10_000_001, 32)),
      /has 10000001 bytes/,
    ],
    ["is no JSON", () => writeFileSync(join(artifact, "result.json"), "<html>"), /result\.json: /],
    ["has another schema", () => store({ schema: "jessy-actions/coverage-gate/v9" }), /schema/],
    ["nests deep", () => writeFileSync(join(artifact, "result.json"), "[".repeat(100_000)), /result\.json: /],
  ])("an artifact that %s is one clear error, and the comment has none of its words", async (_, arrange, message) => {
    const pull = await forkPullRequest();
    arrange();
    const followed = await follow(pull);
    expect(followed.exitCode).toBe(1);
    expect(followed.annotations).toHaveLength(1);
    expect(followed.annotations[0]?.message).toMatch(message);
    await expectOnlyThatItIsBroken(pull);
  });

  test("a commit that no open pull request has is a notice", async () => {
    const pull = await forkPullRequest();
    store(await measured(pull));
    const followed = await follow({ ...pull, headRef: "gone" });
    expect(followed.outcome).toBe("success");
    expect(followed.annotations.map(({ message }) => message)).toContain(
      "No comment: no open pull request has the commit of the run that this one follows.",
    );
  });
});
