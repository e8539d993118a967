import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Git } from "@jessy-actions/kit/git/git";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DemoRepository } from "../../../../test/demo-repository.ts";
import { Checkouts } from "./checkouts.ts";

let demo: DemoRepository;
let folder: string;
let commits: { readonly base: string; readonly head: string };

beforeEach(() => {
  demo = new DemoRepository();
  folder = mkdtempSync(join(tmpdir(), "jessy-checkouts-"));
  commits = { base: demo.commit({ side: "base\n" }), head: demo.commit({ side: "head\n" }) };
});

afterEach(() => {
  demo.remove();
  rmSync(folder, { recursive: true, force: true });
});

const checkouts = () =>
  new Checkouts(join(folder, "checkouts"), new Git(demo.folder, { environment: { PATH: process.env.PATH } }));

const sideAt = ({ root }: Checkouts) => readFileSync(join(root, "side"), "utf8").trim();

/** What git knows of worktrees, the repository itself left out. */
const worktrees = () => demo.git("worktree", "list", "--porcelain").split("\n\n").slice(1);

test("both sides are entered at one and the same path, and keep what was built in them", async () => {
  const both = checkouts();
  await both.add(commits);
  const { root } = both;
  both.enter("base");
  expect(sideAt(both)).toBe("base");
  writeFileSync(join(root, "built"), "of the base");
  both.enter("head");
  expect([both.root, sideAt(both), existsSync(join(root, "built"))]).toEqual([root, "head", false]);
  both.enter("head");
  expect(sideAt(both)).toBe("head");
  both.enter("base");
  expect(readFileSync(join(root, "built"), "utf8")).toBe("of the base");
  both.leave();
  both.leave();
  expect(existsSync(root)).toBe(false);
  await both.remove();
  expect(existsSync(join(folder, "checkouts"))).toBe(false);
  expect(worktrees()).toEqual([]);
});

test("git works in the one that was entered", async () => {
  const both = checkouts();
  await both.add(commits);
  both.enter("head");
  const git = new Git(both.root, { environment: { PATH: process.env.PATH } });
  expect(await git.resolve("HEAD")).toBe(commits.head);
  writeFileSync(join(both.root, "new"), "");
  expect(await git.listUntracked()).toEqual(["new"]);
  await both.remove();
});

test("removed while one is entered", async () => {
  const both = checkouts();
  await both.add(commits);
  both.enter("head");
  await both.remove();
  expect(worktrees()).toEqual([]);
  // And again, from the start.
  await both.add(commits);
  both.enter("base");
  expect(sideAt(both)).toBe("base");
  await both.remove();
});

test("what a killed run left is in nobody's way", async () => {
  const killed = checkouts();
  await killed.add(commits);
  killed.enter("base");
  writeFileSync(join(killed.root, "side"), "changed by the killed run\n");
  const next = checkouts();
  await next.add(commits);
  next.enter("base");
  expect(sideAt(next)).toBe("base");
  await next.remove();
  expect(worktrees()).toEqual([]);
});

test("a run that was killed in between, its folder gone", async () => {
  const killed = checkouts();
  await killed.add(commits);
  killed.enter("head");
  rmSync(join(folder, "checkouts"), { recursive: true });
  const next = checkouts();
  await next.add(commits);
  expect(worktrees()).toHaveLength(2);
  await next.remove();
  expect(worktrees()).toEqual([]);
});

test("the same commit on both sides", async () => {
  const both = checkouts();
  await both.add({ base: commits.head, head: commits.head });
  both.enter("base");
  expect(sideAt(both)).toBe("head");
  await both.remove();
});

test("the user's own checkout stays as it is", async () => {
  demo.git("checkout", "--quiet", "main");
  demo.write({ side: "not committed\n", untracked: "mine\n" });
  const both = checkouts();
  await both.add(commits);
  both.enter("base");
  await both.remove();
  expect(demo.git("status", "--porcelain")).toBe("M side\n?? untracked");
  expect(demo.git("symbolic-ref", "HEAD")).toBe("refs/heads/main");
  expect(demo.git("branch", "--list")).toBe("* main");
});

// Root may delete from any folder.
test.skipIf(process.getuid?.() !== 0)("read-only folders, as Go's module cache has, are removed, too", () => {
  const place = join(folder, "checkouts");
  mkdirSync(join(place, "base/pkg/mod/example.com"), { recursive: true });
  writeFileSync(join(place, "base/pkg/mod/example.com/a.go"), "");
  spawnSync("chown", ["-R", "65534", folder]);
  for (const path of ["base/pkg/mod/example.com", "base/pkg/mod", "base/pkg"]) chmodSync(join(place, path), 0o555);
  process.seteuid?.(65534);
  try {
    checkouts().removeFiles();
  } finally {
    process.seteuid?.(0);
  }
  expect(existsSync(place)).toBe(false);
  expect(statSync(folder).isDirectory()).toBe(true);
});
