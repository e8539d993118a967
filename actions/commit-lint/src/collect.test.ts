import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { NO_COMMIT, type Trigger } from "../../../packages/local-runner/src/event/event.ts";
import type { EmulatedGitHub } from "../../../packages/local-runner/src/github/gateway.ts";
import { StoredFiles } from "../../../packages/local-runner/src/github/repository-files.ts";
import { startGitHub } from "../../../packages/local-runner/src/github/testing/api-client.ts";
import { ioOf as testIo } from "../../../packages/local-runner/testing/action-io.ts";
import { DemoRepository } from "../../../test/demo-repository.ts";
import { inputsOf } from "../testing/facts.ts";
import { collect } from "./collect.ts";
import type { Facts, GatheredFacts } from "./facts.ts";

let github: EmulatedGitHub;
let files: StoredFiles;
let base: string;

beforeEach(async () => {
  github = await startGitHub();
  files = new StoredFiles();
  github.files = files;
  base = github.refs.addCommit({ message: "base" });
  github.refs.setBranch("main", base);
});

afterEach(() => github.close());

function ioOf(trigger: Trigger, workspace = mkdtempSync(join(tmpdir(), "jessy-lint-")), token = "own"): ActionIo {
  return testIo(workspace, trigger, { url: github.url, token });
}

/** A pull request of some commits; @returns the event that it starts a run with. */
async function open(
  title: string,
  messages: readonly string[],
  commits?: number,
): Promise<Trigger & { number: number }> {
  const shas = commitsOn(base, messages);
  const headSha = shas.at(-1)!;
  const ends = { headOwner: "org", headRef: "change", headSha, baseRef: "main", baseSha: base };
  const number = await github.openPullRequest({ ...ends, title, ...(commits !== undefined && { commits }) });
  const tips = { head: { owner: "org", ref: "change", sha: headSha }, base: { owner: "org", ref: "main", sha: base } };
  return { name: "pull_request_target", number, ...tips };
}

function commitsOn(parent: string, messages: readonly string[]): string[] {
  const shas: string[] = [];
  for (const message of messages) shas.push(github.refs.addCommit({ message, parents: [shas.at(-1) ?? parent] }));
  return shas;
}

const gathered = (facts: Facts): GatheredFacts => {
  if (facts.kind !== "gathered") throw new Error(facts.reason);
  return facts;
};

const inputs = (written: Readonly<Record<string, string>> = {}) => inputsOf({ "github-token": "own", ...written });

describe("a pull request", () => {
  test("its title, its commits, and the rules of its base", async () => {
    files.set(base, { ".commitlintrc.yml": "rules: { type-empty: [2, never] }" });
    const facts = gathered(await collect(inputs({ scopes: "a" }), ioOf(await open("feat: x", ["feat: a", "b"]))));
    expect(facts.pulls[0]).toMatchObject({ title: "feat: x", declared: 2 });
    expect(facts.pulls[0]?.commits?.map(({ message }) => message)).toEqual(["feat: a", "b"]);
    expect(facts.rules).toMatchObject({ source: "`.commitlintrc.yml`, with the workflow's own", revision: base });
    expect(Object.keys(facts.rules.rules)).toEqual(["type-empty", "scope-enum"]);
    expect([facts.source, facts.settings]).toEqual(["api", undefined]);
  });

  test("beyond the commits that GitHub lists", async () => {
    const messages = Array.from({ length: 251 }, (_, at) => `feat: ${at}`);
    const { pulls } = gathered(await collect(inputs(), ioOf(await open("feat: x", messages))));
    expect(pulls[0]?.commits).toHaveLength(251);
  });

  test("for its title alone the commits are not asked for, unless there is only one", async () => {
    const many = gathered(await collect(inputs({ check: "title" }), ioOf(await open("feat: x", ["a", "b"]))));
    const one = gathered(await collect(inputs({ check: "title" }), ioOf(await open("feat: x", ["a"]))));
    expect([many.pulls[0]?.commits, one.pulls[0]?.commits?.length]).toEqual([undefined, 1]);
    expect(one.settings).toMatchObject({ allowsSquash: true, squashTitle: "COMMIT_OR_PR_TITLE" });
    const reader = gathered(
      await collect(
        inputs({ check: "auto", "github-token": "read" }),
        ioOf(await open("feat: x", ["a"]), undefined, "read"),
      ),
    );
    expect(reader.settings).toBeUndefined();
  });

  test("whose commits GitHub will not list is not checked by its title alone", async () => {
    const trigger = await open("feat: x", ["feat: a"]);
    const pull = `/repos/org/demo/pulls/${trigger.number}`;
    github.fault({ path: new RegExp(`^${pull}/commits$`), times: 9, kind: { status: 404, message: "Not Found" } });
    await expect(collect(inputs(), ioOf(trigger))).rejects.toThrow(/^GitHub refuses .*Not Found/);
  });

  test("that is not there is the user's error", async () => {
    const trigger = { ...(await open("feat: x", ["feat: a"])), number: 99 };
    await expect(collect(inputs(), ioOf(trigger))).rejects.toThrow(/^GitHub has no pull request #99/);
  });
});

describe("when GitHub cannot be asked", () => {
  test("and nothing is checked out, nobody can say what there is", async () => {
    const facts = await collect(inputs({ "github-token": "" }), ioOf(await open("feat: x", ["feat: a"])));
    expect(facts).toMatchObject({
      kind: "unreachable",
      reason: "the input `github-token` is empty, and there is no checkout to read the commits from",
    });
  });

  test("a whole checkout can be", async () => {
    const demo = new DemoRepository();
    try {
      const start = demo.commit({ "package.json": '{"commitlint":{"rules":{"type-empty":[2,"never"]}}}' });
      demo.git("checkout", "--quiet", "-b", "change");
      const head = demo.commit({ a: "1" }, "feat: one");
      const trigger: Trigger = {
        name: "pull_request",
        number: 7,
        head: { owner: "org", ref: "change", sha: head },
        base: { owner: "org", ref: "main", sha: start },
        title: "feat: x",
      };
      const facts = gathered(await collect(inputs({ "github-token": "" }), ioOf(trigger, demo.folder)));
      expect(facts.pulls[0]).toMatchObject({ title: "feat: x", declared: 1 });
      expect([facts.source, facts.rules.source]).toEqual(["git", "`package.json`"]);
      const revisions = inputs({ "github-token": "", from: "main" });
      expect(gathered(await collect(revisions, ioOf(trigger, demo.folder))).range.declared).toBe(1);
      const queue = `refs/heads/gh-readonly-queue/main/pr-9-${start}`;
      const group: Trigger = { name: "merge_group", headRef: queue, headSha: head, baseRef: "main", baseSha: start };
      expect(await collect(inputs({ "github-token": "" }), ioOf(group, demo.folder))).toMatchObject({
        kind: "unreachable",
        reason: expect.stringContaining("git does not know the title of the pull request #9"),
      });
    } finally {
      demo.remove();
    }
  });
});

describe("other events", () => {
  test("a push, and a new branch", async () => {
    const [head] = commitsOn(base, ["feat: a"]);
    const push = (before: string): Trigger => ({ name: "push", branch: "x", before, sha: head! });
    expect(gathered(await collect(inputs(), ioOf(push(base)))).origin).toBe("push");
    expect(gathered(await collect(inputs(), ioOf(push(NO_COMMIT)))).origin).toBe("new-branch");
    await expect(
      collect(inputs(), ioOf({ name: "push", branch: "main", before: NO_COMMIT, sha: head! })),
    ).rejects.toThrow(/^the commit before this push, of a new branch, is not available/);
  });

  test("a merge group with its pull requests", async () => {
    const trigger = await open("feat: x", ["feat: a"]);
    const [head] = commitsOn(base, [`feat: x (#${trigger.number})`]);
    const headRef = `refs/heads/gh-readonly-queue/main/pr-${trigger.number}-${base}`;
    const group: Trigger = { name: "merge_group", headRef, headSha: head!, baseRef: "main", baseSha: base };
    const facts = gathered(await collect(inputs({ check: "title" }), ioOf(group)));
    expect([facts.pulls.length, facts.pulls[0]?.commits?.length, facts.range.declared]).toEqual([1, 1, 1]);
  });

  test("nothing to check is the user's error, as are revisions that are not there", async () => {
    const trigger: Trigger = { name: "schedule", branch: "main", sha: base };
    await expect(collect(inputs(), ioOf(trigger))).rejects.toThrow(/^a run by `schedule` has no commits to check/);
    await expect(collect(inputs({ from: "none" }), ioOf(trigger))).rejects.toThrow(/^inputs `from` and `to`/);
  });
});

describe("rules that cannot be used", () => {
  test.each<[Readonly<Record<string, string>>, string, RegExp]>([
    [{ "commitlint.config.js": "" }, "auto", /is a program, which this action does not run/],
    [{}, "none.yml", /^input `config`: none\.yml is not in/],
    [{ "a.yml": "rules: {}" }, "a.yml", /^`a\.yml` of the base sets no rule/],
  ])("%j, config: %s", async (stored, config, message) => {
    files.set(base, stored);
    await expect(collect(inputs({ config }), ioOf(await open("feat: x", ["feat: a"])))).rejects.toThrow(message);
  });
});
