import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ActionEvent } from "@jessy-actions/kit/runner/event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DemoRepository, sourceOf } from "../../../../test/demo-repository.ts";
import { exampleEvent, pullRequestEvent, repositoryIo } from "../../testing/repository-io.ts";
import type { Base } from "./base.ts";
import { findBase } from "./find-base.ts";

let demo: DemoRepository;
let folder: string;

beforeEach(() => {
  demo = new DemoRepository();
  folder = mkdtempSync(join(tmpdir(), "jessy-base-"));
});

afterEach(() => {
  demo.remove();
  rmSync(folder, { recursive: true, force: true });
});

type Asked = Partial<Parameters<typeof findBase>[0]>;

const find = (event: ActionEvent, asked: Asked = {}, workspace = demo.folder): Promise<Base> =>
  findBase({ onlyNew: true, base: undefined, ...asked }, repositoryIo(workspace, event, join(folder, "tmp")));

const compared = (commit: string, reason: string) => ({ state: "compared", commit, reason });
const none = (cause: string, reason: RegExp) => ({ state: "none", cause, reason: expect.stringMatching(reason) });

/** A clone as actions/checkout makes it. */
function shallowClone(commit: string): string {
  const clone = join(folder, "clone");
  execFileSync("git", ["init", "--quiet", clone]);
  const inClone = (...args: string[]) =>
    execFileSync("git", ["-c", "protocol.file.allow=always", ...args], { cwd: clone, stdio: "ignore" });
  inClone("remote", "add", "origin", `file://${demo.folder}`);
  demo.git("config", "uploadpack.allowAnySHA1InWant", "true");
  inClone("fetch", "--quiet", "--depth=1", "origin", commit);
  inClone("checkout", "--quiet", "--detach", commit);
  return clone;
}

/** A base with two commits, a branch that leaves it after the first, and GitHub's merge of both. */
function pullRequest() {
  const fork = demo.commit({ "a/Cargo.lock": sourceOf(40), "old.txt": "1\n" });
  demo.git("checkout", "--quiet", "-b", "change");
  mkdirSync(join(demo.folder, "b"));
  demo.git("mv", "a/Cargo.lock", "b/Cargo.lock");
  const head = demo.commit({ "new.txt": "1\n" });
  demo.git("checkout", "--quiet", "main");
  const base = demo.commit({ "main.txt": "1\n" });
  const merge = demo.mergePullRequest(base, head);
  return { fork, head, base, merge };
}

describe("events", () => {
  test("a pull request: the first parent of GitHub's merge commit, and what moved", async () => {
    const { head, base } = pullRequest();
    expect(await find(pullRequestEvent(base, head))).toEqual({
      ...compared(base, "the merge commit of the pull request against its base"),
      renames: new Map([["a/Cargo.lock", "b/Cargo.lock"]]),
      changed: ["a/Cargo.lock", "b/Cargo.lock", "new.txt"],
      uncommitted: [],
    });
  });

  test("a pull request whose head is checked out: the merge base", async () => {
    const { head, base, fork } = pullRequest();
    demo.git("checkout", "--quiet", head);
    expect(await find(pullRequestEvent(base, head))).toMatchObject(
      compared(fork, "HEAD against the merge base with the base `main`"),
    );
  });

  test("a shallow clone of the merge commit", async () => {
    const { head, base, merge } = pullRequest();
    const clone = shallowClone(merge);
    expect(await find(pullRequestEvent(base, head), {}, clone)).toMatchObject(
      compared(base, "the merge commit of the pull request against its base"),
    );
  });

  test("a shallow clone whose remote is gone", async () => {
    const { head, base } = pullRequest();
    const clone = shallowClone(head);
    demo.remove();
    expect(await find(pullRequestEvent(base, head), {}, clone)).toMatchObject(none("no-base", /fetch-depth: 0/));
  });

  test("a push, of one commit and of several", async () => {
    const first = demo.commit({ a: "1\n" });
    const second = demo.commit({ b: "1\n" });
    const third = demo.commit({ c: "1\n" });
    const push = (before: string) => exampleEvent({ name: "push", before, sha: third });
    expect(await find(push(second))).toMatchObject({ ...compared(second, "the push"), changed: ["c"] });
    expect(await find(push(first))).toMatchObject({ ...compared(first, "the push"), changed: ["b", "c"] });
  });

  test("a forced push, whose commit before is gone, on the default branch and on another", async () => {
    const sha = demo.commit({ a: "1\n" });
    const before = "1".repeat(40);
    expect(await find(exampleEvent({ name: "push", before, sha }))).toMatchObject(none("no-base", /force push/));
    demo.git("update-ref", "refs/remotes/origin/main", sha);
    demo.git("checkout", "--quiet", "-b", "other");
    const pushed = demo.commit({ b: "1\n" });
    const other = exampleEvent({ name: "push", before, sha: pushed, ref: "refs/heads/other" });
    expect(await find(other)).toMatchObject(
      compared(sha, "HEAD against the merge base with the default branch `main`"),
    );
  });

  test("the first commit", async () => {
    const sha = demo.commit({ a: "1\n" });
    expect(await find(exampleEvent({ name: "push", sha }))).toMatchObject(
      none("no-change", /this push made the branch/),
    );
  });

  test("a merge group: its own base", async () => {
    const { merge, base } = pullRequest();
    const group = exampleEvent({
      name: "merge_group",
      before: base,
      sha: merge,
      ref: "refs/heads/gh-readonly-queue/x",
    });
    expect(await find(group)).toMatchObject(compared(base, "the merge group against its base"));
    const gone = { ...group, before: "1".repeat(40) };
    expect(await find(gone)).toMatchObject(none("no-base", /is not available/));
  });

  test("a schedule has no change to look at", async () => {
    const sha = demo.commit({ a: "1\n" });
    expect(await find(exampleEvent({ sha }))).toMatchObject(
      none("no-change", /a run by schedule on the default branch/),
    );
  });

  test("a branch that is run by hand, and one that has nothing of its own", async () => {
    const base = demo.commit({ a: "1\n" });
    demo.git("update-ref", "refs/remotes/origin/main", base);
    const by = (sha: string) => exampleEvent({ name: "workflow_dispatch", sha, ref: "refs/heads/x" });
    expect(await find(by(base))).toMatchObject(none("no-change", /has nothing that its base does not have/));
    const sha = demo.commit({ b: "1\n" });
    expect(await find(by(sha))).toMatchObject(
      compared(base, "HEAD against the merge base with the default branch `main`"),
    );
  });
});

describe("runs that hold secrets", () => {
  test("pull_request_target: what actions/checkout takes by itself is the base, and compares with nothing", async () => {
    const { head, base } = pullRequest();
    const event = pullRequestEvent(base, head, "pull_request_target");
    demo.git("checkout", "--quiet", base);
    expect(await find(event)).toMatchObject(none("no-base", /check out the head of the pull request/));
    demo.git("checkout", "--quiet", head);
    expect(await find(event)).toMatchObject({ state: "compared" });
  });

  test.each(["workflow_run", "issue_comment"])(
    "%s: what it checked out is a change, unless it is the default branch",
    async (name) => {
      const { head, base, fork } = pullRequest();
      demo.git("update-ref", "refs/remotes/origin/main", base);
      const event = exampleEvent({ name, sha: base });
      demo.git("checkout", "--quiet", base);
      expect(await find(event)).toMatchObject(none("no-change", /on the default branch/));
      demo.git("checkout", "--quiet", head);
      expect(await find(event)).toMatchObject(
        compared(fork, "HEAD against the merge base with the default branch `main`"),
      );
      demo.git("checkout", "--quiet", fork);
      expect(await find(event)).toMatchObject(none("no-change", /has nothing that its base does not have/));
    },
  );
});

describe("the inputs", () => {
  test("`only-new: false` asks for no base", async () => {
    const { head, base } = pullRequest();
    expect(await find(pullRequestEvent(base, head), { onlyNew: false, base: "main" })).toMatchObject(
      none("not-asked", /only-new/),
    );
  });

  test("`base`: a commit, a branch of the remote, a tag, a commit before", async () => {
    const { head, base, fork, merge } = pullRequest();
    demo.git("update-ref", "refs/remotes/origin/develop", fork);
    demo.git("tag", "--annotate", "--message=x", "v1.0.0", fork);
    const event = pullRequestEvent(base, head);
    for (const [input, commit] of [
      [fork, fork],
      [fork.slice(0, 10), fork],
      ["develop", fork],
      ["v1.0.0", fork],
      ["HEAD~1", base],
    ] as const)
      expect(await find(event, { base: input })).toMatchObject(
        compared(commit, `HEAD against \`${input}\`, the input \`base\``),
      );
    expect(await find(event, { base: merge })).toMatchObject(none("no-base", /which is HEAD itself/));
    expect(await find(event, { base: "HEAD" })).toMatchObject(none("no-base", /which is HEAD itself/));
  });

  test("`base` is fetched into a shallow clone, as a commit and as a branch", async () => {
    const { merge, fork, base, head } = pullRequest();
    demo.git("branch", "develop", fork);
    const clone = shallowClone(merge);
    const event = pullRequestEvent(base, head);
    expect(await find(event, { base: "develop" }, clone)).toMatchObject({ commit: fork });
    expect(await find(event, { base: head }, clone)).toMatchObject({ commit: head });
  });

  test.each([
    "nowhere",
    "1".repeat(40),
    "--upload-pack=touch pwned",
    "main:refs/heads/x",
    "+main",
    "a..b",
    "",
    "x y",
    "main\0",
    "refs/heads/*",
  ])("`base: %s` is no commit", async (base) => {
    demo.commit({ a: "1\n" });
    demo.git("remote", "add", "origin", demo.folder);
    expect(await find(exampleEvent(), { base })).toMatchObject(none("no-base", /the input `base` is/));
    expect(demo.git("for-each-ref", "--format=%(refname)")).toBe("refs/heads/main");
  });
});

describe("what no commit has counts as changed", () => {
  test("edited files, build output, other repositories; not what the action itself made", async () => {
    const first = demo.commit({ ".gitignore": "target\n", "Cargo.lock": "1\n" });
    const sha = demo.commit({ "README.md": "1\n" });
    demo.write({ "Cargo.lock": "2\n", "target/a": "1\n", "stray.txt": "1\n", ".jessy/jessy/trivy-scan/base/x": "1\n" });
    const event = exampleEvent({ name: "push", before: first, sha });
    const io = repositoryIo(demo.folder, event, join(demo.folder, ".jessy/jessy/trivy-scan"));
    const uncommitted = ["Cargo.lock", "stray.txt", "target/"];
    expect(await findBase({ onlyNew: true, base: undefined }, io)).toMatchObject({
      changed: ["README.md", ...uncommitted],
      uncommitted,
    });
  });

  test("from the root, wherever the workspace is", async () => {
    const first = demo.commit({ "sub/a": "1\n" });
    const sha = demo.commit({ "sub/b": "1\n" });
    demo.write({ "out/x": "1\n", "sub/y": "1\n" });
    const event = exampleEvent({ name: "push", before: first, sha });
    expect(await find(event, {}, join(demo.folder, "sub"))).toMatchObject({ changed: ["sub/b", "out/", "sub/y"] });
  });
});

describe("histories that cannot be read", () => {
  test("no repository", async () => {
    expect(await find(exampleEvent(), {}, folder)).toMatchObject(none("no-base", /is not in a git repository/));
  });

  test("no commit", async () => {
    expect(await find(exampleEvent({ name: "push" }))).toMatchObject(none("no-base", /the repository has no commit/));
  });

  test("a damaged one", async () => {
    const before = demo.commit({ a: "1\n" });
    const sha = demo.commit({ b: "1\n" });
    const tree = demo.git("rev-parse", `${before}^{tree}`);
    writeFileSync(join(demo.folder, ".git/objects", tree.slice(0, 2), "x"), "");
    rmSync(join(demo.folder, ".git/objects", tree.slice(0, 2), tree.slice(2)));
    expect(await find(exampleEvent({ name: "push", before, sha }))).toMatchObject(none("no-base", /git diff failed/));
  });
});
