import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { pushEverything } from "./git-push.ts";
import { GitRefs } from "./git-refs.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "git-push-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

function git(...args: readonly string[]): string {
  const user = ["-c", "user.name=Ann", "-c", "user.email=ann@example.com"];
  return execFileSync("git", ["-C", folder, ...user, ...args], { encoding: "utf8" }).trim();
}

function commit(message: string): string {
  git("add", "--all");
  git("commit", "--quiet", "--allow-empty", "-m", message);
  return git("rev-parse", "HEAD");
}

test("commits, branches and tags are known, and which commits change workflows", () => {
  git("init", "--quiet", "--initial-branch=main");
  const first = commit("feat: one\n\nwith a body");
  git("tag", "v1", "-m", "annotated");
  const second = commit("feat: two");
  git("tag", "v2");
  git("checkout", "--quiet", "-b", "other");
  mkdirSync(join(folder, ".github/workflows"), { recursive: true });
  writeFileSync(join(folder, ".github/workflows/ci.yml"), "on: push");
  const changed = commit("ci: changed");

  const refs = new GitRefs("main");
  pushEverything(folder, refs);
  expect(refs.tags).toEqual({ v1: first, v2: second });
  expect(refs.get("refs/tags/v1").type).toBe("tag");
  expect([refs.target("main"), refs.target("other")]).toEqual([second, changed]);
  expect(refs.commit(first)).toMatchObject({ message: "feat: one\n\nwith a body", author: "Ann", parents: [] });
  expect(refs.between(first, changed).map(({ message }) => message)).toEqual(["feat: two", "ci: changed"]);
  expect([second, changed].map((sha) => refs.commit(sha)?.changesWorkflows)).toEqual([false, true]);
});

test("tags that lead to no commit", () => {
  git("init", "--quiet", "--initial-branch=main");
  commit("feat: one");
  git("tag", "tree", "HEAD^{tree}");
  const refs = new GitRefs("main");
  pushEverything(folder, refs);
  expect(refs.get("refs/tags/tree")).toMatchObject({ type: "tree", sha: git("rev-parse", "HEAD^{tree}") });
});
