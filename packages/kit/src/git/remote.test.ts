import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DemoRepository } from "../../../../test/demo-repository.ts";
import { Git } from "./git.ts";
import { parseRecord, parseRemoteRefs } from "./listing.ts";

/** A clone of the demo repository, which is its `origin`. */
let demo: DemoRepository;
let folder: string;
let git: Git;

beforeEach(() => {
  demo = new DemoRepository();
  folder = mkdtempSync(join(tmpdir(), "jessy-clone-"));
});

afterEach(() => {
  demo.remove();
  rmSync(folder, { recursive: true, force: true });
});

function clone(...options: readonly string[]): void {
  execFileSync("git", ["clone", "--quiet", ...options, `file://${demo.folder}`, folder], { stdio: "ignore" });
  git = new Git(folder, { environment: { PATH: process.env.PATH, HOME: "/nonexistent" } });
}

test("tags lead to commits, annotated ones too", async () => {
  const first = demo.commit({ a: "1" });
  demo.git("tag", "v1.0.0");
  demo.git("tag", "-a", "-m", "a tag", "v1.0.1");
  clone();
  expect(await git.tags()).toEqual(
    new Map([
      ["v1.0.0", first],
      ["v1.0.1", first],
    ]),
  );
  const refs = await git.remoteRefs("origin");
  expect(refs!.tags).toEqual(await git.tags());
  expect(refs!.branches).toEqual(new Map([["main", first]]));
});

test("a remote that does not answer has no refs", async () => {
  demo.commit({ a: "1" });
  clone();
  expect(await git.hasRemote("origin")).toBe(true);
  expect(await git.hasRemote("upstream")).toBe(false);
  expect(await git.remoteRefs(`file://${folder}/nothing`)).toBeUndefined();
  expect(await git.remoteRefs("--upload-pack=touch pwned")).toBeUndefined();
});

test("branches are those of the remote, or else one's own", async () => {
  const first = demo.commit({ a: "1" });
  demo.git("branch", "release/1.x");
  clone();
  expect(await git.remoteBranches("origin")).toEqual(
    new Map([
      ["main", first],
      ["release/1.x", first],
    ]),
  );
  expect(await git.remoteBranches("elsewhere")).toEqual(new Map([["main", first]]));
});

test("an ancestor is known only where the history is", async () => {
  const first = demo.commit({ a: "1" });
  demo.commit({ a: "2" });
  const third = demo.commit({ a: "3" });
  clone();
  expect(await git.isAncestor(first, third)).toBe(true);
  expect(await git.isAncestor(third, first)).toBe(false);
  expect(await git.isAncestor(first, first)).toBe(true);
  expect(await git.isAncestor("0".repeat(40), first)).toBeUndefined();
});

test("a shallow clone cannot tell, until more is fetched", async () => {
  const first = demo.commit({ a: "1" });
  demo.git("tag", "v1.0.0");
  demo.commit({ a: "2" });
  const third = demo.commit({ a: "3" });
  clone("--depth=1", "--no-tags");
  expect(await git.fetchCommit(first)).toBe(true);
  expect(await git.isAncestor(first, third)).toBeUndefined();
  await git.deepenUntil(
    () => git.isShallow(),
    (shallow) => !shallow,
  );
  expect(await git.isAncestor(first, third)).toBe(true);
  expect(await git.fetchBranch("none")).toBeUndefined();
});

test("a complete clone stays complete, whatever is fetched", async () => {
  const first = demo.commit({ a: "1" });
  demo.git("branch", "late");
  clone("--single-branch");
  demo.git("checkout", "--quiet", "late");
  const [second, third] = [demo.commit({ b: "2" }), demo.commit({ b: "3" })];
  expect(await git.fetchCommit(second)).toBe(true);
  expect(await git.fetchBranch("late")).toBe(third);
  expect(await git.isShallow()).toBe(false);
  expect(await git.isAncestor(first, third)).toBe(true);
});

test("a log has what the base has not, with whole messages", async () => {
  const first = demo.commit({ a: "1" });
  const second = demo.commit({ "pkg/a": "2" }, "feat: one\n\nwith a body\n\nand \x1b[31mmore");
  const third = demo.commit({ a: "3" }, "fix: two");
  clone();
  expect(await git.log(first, third)).toEqual([
    { sha: third, parents: [second], authorName: "Demo", authorEmail: "demo@example.com", message: "fix: two" },
    {
      sha: second,
      parents: [first],
      authorName: "Demo",
      authorEmail: "demo@example.com",
      message: "feat: one\n\nwith a body\n\nand \x1b[31mmore",
    },
  ]);
  expect((await git.log(first, third, ["pkg"])).map(({ sha }) => sha)).toEqual([second]);
  expect(await git.log(undefined, third)).toHaveLength(3);
  expect(await git.log(third, third)).toEqual([]);
});

test("listings are read line by line", () => {
  expect(parseRemoteRefs("a\trefs/heads/x/y\nb\trefs/tags/v1\nc\trefs/tags/v1^{}\nd\trefs/pull/1/head\n")).toEqual({
    branches: new Map([["x/y", "a"]]),
    tags: new Map([["v1", "c"]]),
  });
  expect(parseRecord("sha\np q\nName\nmail\n")).toEqual({
    sha: "sha",
    parents: ["p", "q"],
    authorName: "Name",
    authorEmail: "mail",
    message: "",
  });
});
