import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DemoRepository } from "../../../../test/demo-repository.ts";
import { checkoutNotices, findBase, localTrigger, readCheckout } from "./checkout.ts";

let demo: DemoRepository;

beforeEach(() => {
  demo = new DemoRepository();
});

afterEach(() => demo.remove());

test.each([
  ["git@github.com:acme/tool.git", "acme", "tool"],
  ["https://github.com/acme/my.tool", "acme", "my.tool"],
  ["ssh://git@ghe.example.com/acme/tool.git/", "acme", "tool"],
  [undefined, "local", "repository"],
])("origin %s is %s/%s", (url, owner, repository) => {
  demo.commit({ a: "1" });
  if (url !== undefined) demo.git("remote", "add", "origin", url);
  expect(readCheckout(demo.folder)).toMatchObject({
    root: demo.folder,
    owner,
    repository,
    branch: "main",
    defaultBranch: "main",
    sha: demo.head,
  });
});

test("the base: what is asked for, the merge base with the default branch, or the commit before", () => {
  const first = demo.commit({ a: "1" });
  const second = demo.commit({ a: "2" });
  const onMain = readCheckout(demo.folder);
  expect(findBase(onMain, undefined)).toBe(first);
  expect(findBase(onMain, "HEAD")).toBe(second);
  expect(() => findBase(onMain, "--output=x")).toThrow("--base --output=x names no commit of");
  demo.git("checkout", "--quiet", "-b", "change");
  demo.commit({ b: "1" });
  demo.commit({ b: "2" });
  expect(findBase(readCheckout(demo.folder), undefined)).toBe(second);
  demo.git("checkout", "--quiet", "--detach", first);
  const detached = readCheckout(demo.folder);
  expect([detached.branch, findBase(detached, undefined)]).toEqual(["HEAD", first]);
});

test("the default branch: what is given, what origin says, a usual name", () => {
  demo.commit({ a: "1" });
  demo.git("branch", "--move", "master");
  const defaultBranch = (given?: string) => {
    const { defaultBranch: name, defaultBranchGuessed: guessed } = readCheckout(demo.folder, given);
    return [name, guessed];
  };
  expect(defaultBranch()).toEqual(["master", true]);
  demo.git("update-ref", "refs/remotes/origin/trunk", "HEAD");
  demo.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk");
  expect(defaultBranch()).toEqual(["trunk", false]);
  expect(defaultBranch("next")).toEqual(["next", false]);
});

test("notices: changed files, a shallow clone, a guessed branch; nothing of a clean clone", () => {
  demo.commit({ a: "1", b: "1" });
  demo.commit({ a: "2" });
  const clone = mkdtempSync(join(tmpdir(), "jessy-"));
  try {
    demo.git("clone", "--quiet", "--depth=1", `file://${demo.folder}`, clone);
    expect(checkoutNotices(readCheckout(clone))).toEqual([expect.stringMatching(/^the clone is shallow/)]);
  } finally {
    rmSync(clone, { recursive: true });
  }
  demo.write({ a: "3", b: "2", untracked: "x" });
  expect(checkoutNotices(readCheckout(demo.folder, "main"))).toEqual([
    expect.stringMatching(/^2 tracked files have uncommitted changes/),
  ]);
  demo.git("checkout", "--quiet", "a", "b");
  expect(checkoutNotices(readCheckout(demo.folder, "main"))).toEqual([]);
  expect(checkoutNotices(readCheckout(demo.folder))).toEqual([expect.stringContaining("a guess: `main`")]);
});

test("a folder in no repository, and a repository without a commit", () => {
  const folder = mkdtempSync(join(tmpdir(), "jessy-"));
  expect(() => readCheckout(folder)).toThrow(`${folder} is not in a git repository; give one by --cwd`);
  rmSync(folder, { recursive: true });
  expect(() => readCheckout(demo.folder)).toThrow(/has no commit yet; commit something first$/);
});

test("a pull request of the default branch itself gets a head of its own name", () => {
  const base = demo.commit({ a: "1" });
  demo.commit({ a: "2" });
  expect(localTrigger("pull_request", readCheckout(demo.folder), base, 3)).toMatchObject({
    number: 3,
    head: { ref: "local-change", sha: demo.head },
    base: { ref: "main", sha: base },
  });
  expect(localTrigger("push", readCheckout(demo.folder), base, 0)).toEqual({
    name: "push",
    branch: "main",
    before: base,
    sha: demo.head,
  });
  expect(localTrigger("workflow_dispatch", readCheckout(demo.folder), base, 0)).toEqual({
    name: "workflow_dispatch",
    branch: "main",
    sha: demo.head,
  });
});
