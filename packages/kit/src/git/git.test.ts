import { execFileSync } from "node:child_process";
import {
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DemoRepository, sourceOf } from "../../../../test/demo-repository.ts";
import type { ActionEvent, PullRequest } from "../runner/event.ts";
import { findComparison } from "./comparison.ts";
import { Git } from "./git.ts";

let demo: DemoRepository;
let folder: string;
const environment = { PATH: process.env.PATH, HOME: "/nonexistent" };

beforeEach(() => {
  demo = new DemoRepository();
  folder = mkdtempSync(join(tmpdir(), "jessy-clone-"));
});

afterEach(() => {
  demo.remove();
  rmSync(folder, { recursive: true, force: true });
});

const git = (directory = demo.folder) => new Git(directory, { environment });

/** A clone as actions/checkout makes it: one commit of one ref. */
function shallowClone(ref: string, depth = 1): Git {
  execFileSync(
    "git",
    [
      "-c",
      "protocol.file.allow=always",
      "clone",
      "--quiet",
      `--depth=${depth}`,
      `--branch=${ref}`,
      `file://${demo.folder}`,
      folder,
    ],
    { stdio: "ignore" },
  );
  return git(folder);
}

function event(fields: Partial<ActionEvent> = {}): ActionEvent {
  return {
    payload: {},
    name: "workflow_dispatch",
    repository: { owner: "org", name: "demo" },
    serverUrl: "https://github.com",
    defaultBranch: "main",
    sha: "",
    ref: "refs/heads/main",
    headSha: "",
    pullRequest: undefined,
    before: undefined,
    pushToDefaultBranch: false,
    followedRun: undefined,
    ...fields,
  };
}

function pullRequest(base: string, head: string): Partial<ActionEvent> {
  const pull: PullRequest = {
    title: "a change",
    commits: undefined,
    number: 1,
    fork: false,
    headSha: head,
    headRef: "change",
    baseSha: base,
    baseRef: "main",
  };
  return { name: "pull_request", headSha: head, pullRequest: pull };
}

test("debug output names each command and its exit code, and never the token", async () => {
  const lines: string[] = [];
  const server = { serverUrl: "http://127.0.0.1:9", token: "ghs_secret" };
  const options = { environment, credentials: server, origin: "http://127.0.0.1:9/org/demo" };
  const seen = new Git(demo.folder, { ...options, debug: (line) => lines.push(line) });
  await seen.resolve("HEAD");
  await seen.fetchCommit("0123456789012345678901234567890123456789");
  expect(lines[0]).toMatch(/^git rev-parse --verify --quiet --end-of-options HEAD\^\{commit\}: exit code 1, \d+ ms$/);
  expect(lines.join("\n")).toContain("git fetch ");
  expect(lines.join("\n")).not.toMatch(/secret|x-access-token|basic/i);
});

describe("one repository", () => {
  test("the top folder, tracked files by their whole names, no submodules", async () => {
    demo.commit({ "src/a.rs": "x", 'ü/quo"te\n.rs': "x", ".hidden/b": "x" });
    demo.git("clone", "--quiet", demo.folder, join(demo.folder, ".git/clone"));
    demo.git("-c", "protocol.file.allow=always", "submodule", "add", "--quiet", join(demo.folder, ".git/clone"), "sub");
    const inside = git(join(demo.folder, "src"));
    expect(await inside.root()).toBe(demo.folder);
    expect((await inside.listFiles()).sort()).toEqual([".gitmodules", ".hidden/b", "src/a.rs", 'ü/quo"te\n.rs']);
  });

  test("a folder that is in none is the user's error", async () => {
    await expect(git(folder).root()).rejects.toThrow(
      /is not in a git repository \(.*\); put actions\/checkout before this step$/,
    );
  });

  test.runIf(process.getuid?.() === 0)(
    "a workspace of another user is read all the same (actions/checkout#766)",
    async () => {
      demo.commit({ a: "x" });
      execFileSync("chown", ["-R", "12345:12345", demo.folder]);
      expect(() =>
        execFileSync("git", ["status"], {
          cwd: demo.folder,
          stdio: "pipe",
          env: { ...environment, GIT_CONFIG_GLOBAL: "/dev/null" },
        }),
      ).toThrow(/dubious ownership/);
      expect(await git().listFiles()).toEqual(["a"]);
      chownSync(demo.folder, 0, 0);
    },
  );

  test.each(["-x", "--upload-pack=touch pwned", "--output=pwned", "no/such", "a b", "$(touch pwned)"])(
    "revision `%s` is a revision or nothing",
    async (revision) => {
      demo.commit({ a: "x" });
      expect(await git().resolve(revision)).toBeUndefined();
      expect(readdirSync(demo.folder)).not.toContain("pwned");
    },
  );

  test("a branch may have a name that looks like an option", async () => {
    const sha = demo.commit({ a: "x" });
    demo.git("update-ref", "refs/heads/-x", sha);
    expect(await git().resolve("refs/heads/-x")).toBe(sha);
    expect(await git().resolve("-x")).toBe(sha);
  });

  test("settings of the repository change nothing and start nothing", async () => {
    const base = demo.commit({ "a.rs": sourceOf(3), ".gitattributes": "*.rs diff=evil\n" });
    const head = demo.commit({ "a.rs": sourceOf(4) });
    const expected = await git().diff(base, head);
    for (const [key, value] of [
      ["core.fsmonitor", "touch pwned; false"],
      ["diff.external", "touch pwned"],
      ["diff.evil.command", "touch pwned"],
      ["diff.evil.textconv", "touch pwned"],
      ["core.hooksPath", "hooks"],
      ["core.pager", "touch pwned"],
      ["diff.noprefix", "true"],
      ["diff.mnemonicPrefix", "true"],
      ["diff.context", "9"],
      ["diff.interHunkContext", "9"],
      ["diff.algorithm", "minimal"],
      ["diff.renames", "false"],
      ["color.ui", "always"],
    ] as const)
      demo.git("config", key, value);
    expect((await git().diff(base, head)).toString()).toBe(expected.toString());
    expect(await git().isClean()).toBe(true);
    expect(readdirSync(demo.folder)).not.toContain("pwned");
  });

  test("a change cannot hide its lines by attributes of its own", async () => {
    const base = demo.commit({ "a.rs": sourceOf(3) });
    const head = demo.commit({ "a.rs": sourceOf(4), ".gitattributes": "*.rs -diff\n*.rs binary\n" });
    expect((await git().diff(base, head)).toString()).toContain("@@ -3,0 +4 @@");
  });

  test("an error of git's is its last line", async () => {
    demo.commit({ a: "x" });
    await expect(git().diff("no", "such")).rejects.toThrow(/^git diff failed with exit code 128: fatal: /);
  });

  test("files of a commit, as it holds them", async () => {
    const files = { a: "x", "b/ü\n c": "", "b/:d": "y\0z", same: "x", "l/long": "1".repeat(100_000) };
    demo.write(files);
    symlinkSync("a", join(demo.folder, "link"));
    const sha = demo.commit({ ".gitattributes": "* text eol=crlf\na export-ignore diff=evil\n" });
    demo.git("config", "diff.evil.textconv", "touch pwned");
    demo.commit({ a: "later" });
    expect((await git().filesOf(sha)).sort()).toEqual([".gitattributes", ...Object.keys(files), "link"].sort());
    const read = await git().readFiles(sha, [...Object.keys(files), "link", "b", "none", "*"]);
    expect(Object.fromEntries([...read].map(([path, { content }]) => [path, content.toString()]))).toEqual({
      ...files,
      link: "a",
    });
    expect([...read].filter(([, { isLink }]) => isLink).map(([path]) => path)).toEqual(["link"]);
    expect(await git().readFiles(sha, [])).toEqual(new Map());
    const many = Array.from({ length: 1001 }, (_, at) => `none${at}`);
    expect([...(await git().readFiles(sha, [...many, "a"])).keys()]).toEqual(["a"]);
    expect(readdirSync(demo.folder)).not.toContain("pwned");
  });

  test.each(["replace", "grafts"])("objects are what their ids say, whatever %s say", async (how) => {
    const first = demo.commit({ a: "one" });
    demo.git("checkout", "--quiet", "--orphan", "other");
    const other = demo.commit({ a: "two" });
    if (how === "replace") demo.git("replace", other, first);
    else {
      mkdirSync(join(demo.folder, ".git/info"), { recursive: true });
      writeFileSync(join(demo.folder, ".git/info/grafts"), `${other} ${first}\n`);
    }
    expect((await git().readFiles(other, ["a"])).get("a")!.content.toString()).toBe("two");
    expect(await git().isAncestor(first, other)).toBe(false);
  });

  test("what differs from what was checked out", async () => {
    demo.commit({ a: "x", "b c": "x", d: "x", e: "x" });
    demo.write({ "b c": "y", new: "y" });
    demo.git("rm", "--quiet", "d");
    demo.git("mv", "e", "f");
    expect((await git().changedFiles()).sort()).toEqual(["b c", "d", "e", "f"]);
  });

  test("clean or not", async () => {
    demo.commit({ a: "x" });
    writeFileSync(join(demo.folder, "untracked"), "x");
    expect(await git().isClean()).toBe(true);
    writeFileSync(join(demo.folder, "a"), "y");
    expect(await git().isClean()).toBe(false);
  });
});

describe("shallow clones are deepened only as far as needed", () => {
  function history(count: number): string[] {
    return Array.from({ length: count }, (_, at) => demo.commit({ a: String(at) }, `commit ${at}`));
  }

  test("one step is enough for a near ancestor, and the rest stays away", async () => {
    history(120);
    const clone = shallowClone("main");
    const look = () => clone.firstParents("HEAD", 20);
    expect(await clone.deepenUntil(look, (found) => found.length === 20)).toHaveLength(20);
    expect(await clone.isShallow()).toBe(true);
    expect(await clone.firstParents("HEAD", 1000)).toHaveLength(51);
  });

  test("the whole history is fetched when nothing less will do, and then it ends", async () => {
    const shas = history(60);
    const clone = shallowClone("main");
    const all = () => clone.firstParents("HEAD", 1000);
    expect(await clone.deepenUntil(all, (found) => found.length === 1000)).toHaveLength(60);
    expect(await clone.isShallow()).toBe(false);
    expect((await clone.firstParents("HEAD", 1000)).at(-1)).toBe(shas[0]);
  });

  test("a merge base that only the cut makes the nearest is not taken for it", async () => {
    const old = demo.commit({ a: "old" });
    const near = demo.commit({ a: "near" });
    demo.git("branch", "feature");
    demo.git("checkout", "--quiet", "-b", "hotfix", old);
    const fix = demo.commit({ c: "fix" });
    demo.git("checkout", "--quiet", "main");
    for (let at = 0; at < 60; at++) demo.git("commit", "--quiet", "--allow-empty", `--message=${at}`);
    const base = demo.mergePullRequest("main", "hotfix");
    demo.git("branch", "--force", "main", base);
    demo.git("checkout", "--quiet", "feature");
    demo.git("merge", "--quiet", "--no-ff", "--message=again", "hotfix");
    const head = demo.commit({ b: "1" });
    demo.git("config", "uploadpack.allowAnySHA1InWant", "true");
    const clone = shallowClone("feature");
    await clone.fetchCommit(base);
    const found = await clone.deepenUntil(
      async () => {
        const bases = await clone.mergeBases(base, head);
        return { bases, isCut: await clone.isCutOff([base, head], bases) };
      },
      ({ bases }) => bases.length > 0,
    );
    expect(found).toEqual({ bases: [fix], isCut: true });
    await clone.deepenUntil(
      () => clone.isCutOff([base, head], found.bases),
      (isCut) => !isCut,
    );
    expect((await clone.mergeBases(base, head)).toSorted()).toEqual([near, fix].toSorted());
  });

  test("a single commit is fetched without its history", async () => {
    const shas = history(30);
    demo.git("config", "uploadpack.allowAnySHA1InWant", "true");
    const clone = shallowClone("main");
    expect(await clone.fetchCommit(shas[3]!)).toBe(true);
    expect(readFileSync(join(folder, ".git/shallow"), "utf8")).toContain(shas[3]);
    expect(await clone.fetchCommit("f".repeat(40))).toBe(false);
  });

  test("a token for fetching goes by environment, never by argument", async () => {
    history(2);
    const clone = shallowClone("main");
    demo.git("config", "uploadpack.allowAnySHA1InWant", "true");
    const bin = mkdtempSync(join(tmpdir(), "jessy-bin-"));
    const real = execFileSync("which", ["git"]).toString().trim();
    writeFileSync(
      join(bin, "git"),
      `#!/bin/sh\necho "$@" >> ${bin}/args\nenv | grep -c x-access >> ${bin}/env\nexec ${real} "$@"\n`,
      { mode: 0o755 },
    );
    const watched = new Git(folder, {
      environment: { ...environment, PATH: `${bin}:${process.env.PATH}` },
      credentials: { serverUrl: "https://github.com", token: "ghs_secret" },
    });
    await watched.fetchCommit("f".repeat(40));
    const basic = Buffer.from("x-access-token:ghs_secret").toString("base64");
    expect(execFileSync("cat", [join(bin, "args")]).toString()).not.toContain(basic);
    expect(statSync(join(bin, "args")).size).toBeGreaterThan(0);
    rmSync(bin, { recursive: true });
    expect(await clone.isShallow()).toBe(true);
  });
});

describe("worktrees", () => {
  const checkout = () => join(folder, "checkout");

  test("a commit in a folder of its own, and nothing left of it", async () => {
    const sha = demo.commit({ "a b": "1" });
    demo.commit({ "a b": "2" });
    await git().addWorktree(checkout(), sha);
    expect(readFileSync(join(checkout(), "a b"), "utf8")).toBe("1");
    expect(await git(checkout()).resolve("HEAD")).toBe(sha);
    expect(demo.git("branch", "--list").split("\n")).toHaveLength(1);
    rmSync(checkout(), { recursive: true });
    await git().pruneWorktrees();
    expect(demo.git("worktree", "list").split("\n")).toHaveLength(1);
  });

  test("one that cannot be made is told", async () => {
    demo.commit({ a: "1" });
    await expect(git().addWorktree(checkout(), "f".repeat(40))).rejects.toThrow(
      /^git worktree add failed with exit code/,
    );
  });

  test("hooks of the repository do not run", async () => {
    const sha = demo.commit({ a: "1" });
    mkdirSync(join(demo.folder, ".git/hooks"), { recursive: true });
    writeFileSync(join(demo.folder, ".git/hooks/post-checkout"), `#!/bin/sh\ntouch ${folder}/pwned\n`, { mode: 0o755 });
    await git().addWorktree(checkout(), sha);
    expect(readdirSync(folder)).toEqual(["checkout"]);
  });

  test("a partial clone may fetch what the commit needs: the token is there, by environment", async () => {
    const sha = demo.commit({ a: "1" });
    const bin = mkdtempSync(join(tmpdir(), "jessy-bin-"));
    const real = execFileSync("which", ["git"]).toString().trim();
    writeFileSync(
      join(bin, "git"),
      `#!/bin/sh\n[ "$1" = worktree ] && env | grep -o "AUTHORIZATION: basic .*" >> ${bin}/env\nexec ${real} "$@"\n`,
      { mode: 0o755 },
    );
    demo.git("config", "remote.origin.promisor", "true");
    const watched = new Git(demo.folder, {
      environment: { ...environment, PATH: `${bin}:${process.env.PATH}` },
      credentials: { serverUrl: "https://github.com", token: "ghs_secret" },
      origin: "https://github.com/org/demo",
    });
    await watched.addWorktree(checkout(), sha);
    const basic = Buffer.from("x-access-token:ghs_secret").toString("base64");
    expect(readFileSync(join(bin, "env"), "utf8")).toBe(`AUTHORIZATION: basic ${basic}\n`);
    rmSync(bin, { recursive: true });
  });
});

test("what git does not track, ignored or not", async () => {
  demo.commit({ ".gitignore": "out/\n", tracked: "1" });
  demo.write({ "out/a b": "1", "new\nline": "1", ünï: "1" });
  expect((await git().listUntracked()).sort()).toEqual(["new\nline", "out/a b", "ünï"]);
});

test("what differs between two commits", async () => {
  const base = demo.commit({ same: "1", changed: "1", "old name": "x\ny\nz\n", gone: "1" });
  demo.git("rm", "--quiet", "gone");
  demo.git("mv", "old name", "ünew\nname");
  const head = demo.commit({ changed: "2", added: "1" });
  expect((await git().changedPaths(base, head)).sort()).toEqual(["added", "changed", "gone", "old name", "ünew\nname"]);
  expect(await git().changedPaths(head, head)).toEqual([]);
});

test("credentials that a checkout left behind", async () => {
  demo.commit({ a: "1" });
  expect(await git().hasStoredCredentials()).toBe(false);
  demo.git("config", "http.https://github.com/.extraheader", "AUTHORIZATION: basic x");
  expect(await git().hasStoredCredentials()).toBe(true);
});

describe("which two commits a run compares", () => {
  test("GitHub's merge commit: against its first parent", async () => {
    const base = demo.commit({ a: "1" });
    demo.git("checkout", "--quiet", "-b", "change");
    const head = demo.commit({ b: "1" });
    demo.git("checkout", "--quiet", "main");
    const moved = demo.commit({ a: "2" });
    const merge = demo.mergePullRequest("main", "change");
    expect(await findComparison(git(), event(pullRequest(base, head)))).toEqual({
      state: "compared",
      base: moved,
      head: merge,
      reason: "the merge commit of the pull request against its base",
    });
  });

  test("the head itself: against the merge base", async () => {
    const base = demo.commit({ a: "1" });
    demo.git("checkout", "--quiet", "-b", "change");
    const head = demo.commit({ b: "1" });
    demo.git("checkout", "--quiet", "main");
    const moved = demo.commit({ a: "2" });
    demo.git("checkout", "--quiet", "change");
    expect(await findComparison(git(), event(pullRequest(moved, head)))).toMatchObject({
      base,
      head,
      reason: "HEAD against the merge base with the base `main`",
    });
  });

  test("a merge of the base into the branch is not taken for GitHub's", async () => {
    demo.commit({ a: "1" });
    demo.git("checkout", "--quiet", "-b", "change");
    demo.commit({ b: "1" });
    demo.git("checkout", "--quiet", "main");
    const moved = demo.commit({ a: "2" });
    demo.git("checkout", "--quiet", "change");
    demo.git("merge", "--quiet", "--no-ff", "--message=merge", "main");
    expect(await findComparison(git(), event(pullRequest(moved, demo.head)))).toMatchObject({
      base: moved,
      head: demo.head,
    });
  });

  test("criss-cross merges have several merge bases, and that is said", async () => {
    demo.commit({ a: "1" });
    demo.git("checkout", "--quiet", "-b", "change");
    demo.commit({ b: "1" });
    demo.git("checkout", "--quiet", "main");
    demo.commit({ c: "1" });
    demo.git("branch", "old-main");
    demo.git("merge", "--quiet", "--no-ff", "--message=m1", "change");
    demo.git("checkout", "--quiet", "change");
    demo.git("merge", "--quiet", "--no-ff", "--message=m2", "old-main");
    const head = demo.commit({ d: "1" });
    expect(await findComparison(git(), event(pullRequest(demo.git("rev-parse", "main"), head)))).toMatchObject({
      state: "compared",
      reason: "HEAD against the first of 2 merge bases with the base `main`",
    });
  });

  test("a shallow merge commit is deepened to its parents", async () => {
    const base = demo.commit({ a: "1" });
    demo.git("checkout", "--quiet", "-b", "change");
    const head = demo.commit({ b: "1" });
    demo.git("checkout", "--quiet", "main");
    demo.git("branch", "merged", demo.mergePullRequest("main", "change"));
    expect(await findComparison(shallowClone("merged"), event(pullRequest(base, head)))).toMatchObject({
      state: "compared",
      base,
    });
  });

  test("unrelated histories are none", async () => {
    const other = demo.commit({ a: "1" });
    demo.git("checkout", "--quiet", "--orphan", "orphan");
    const head = demo.commit({ b: "1" });
    expect(await findComparison(git(), event(pullRequest(other, head)))).toEqual({
      state: "none",
      cause: "no-base",
      reason: "HEAD and the base `main` have no common history",
    });
  });

  test("a base that is not to be had is none, with what to do", async () => {
    const head = demo.commit({ a: "1" });
    expect(await findComparison(git(), event(pullRequest("f".repeat(40), head)))).toEqual({
      state: "none",
      cause: "no-base",
      reason: "the commit ffffffffff of the base `main` cannot be fetched; check out with `fetch-depth: 0`",
    });
  });

  test("no commit at all", async () => {
    expect(await findComparison(git(), event())).toEqual({
      state: "none",
      cause: "no-base",
      reason: "the repository has no commit",
    });
  });

  test.each<[string, (before: string) => Partial<ActionEvent>, object]>([
    ["a push", (before) => ({ name: "push", before }), { state: "compared", reason: "the push" }],
    [
      "a push that made the branch",
      () => ({ name: "push" }),
      { state: "none", reason: "this push made the branch, so there is nothing before it" },
    ],
    [
      "a push over a lost commit",
      () => ({ name: "push", before: "f".repeat(40) }),
      { state: "none", reason: "the commit before this push, ffffffffff, is not available (was it a force push?)" },
    ],
    [
      "a merge group",
      (before) => ({ name: "merge_group", before }),
      { state: "compared", reason: "the merge group against its base" },
    ],
    [
      "a run by hand on the default branch",
      () => ({}),
      { state: "none", reason: "a run by workflow_dispatch on the default branch has no change to look at" },
    ],
    [
      "a run by hand on a branch without the default one",
      () => ({ ref: "refs/heads/x" }),
      { state: "none", reason: "the default branch `main` cannot be fetched" },
    ],
    [
      "a run that names no branch",
      () => ({ ref: "refs/heads/x", defaultBranch: undefined }),
      { state: "none", reason: "a run by workflow_dispatch names no branch to compare with" },
    ],
  ])("%s", async (_, fields, expected) => {
    const before = demo.commit({ a: "1" });
    demo.commit({ a: "2" });
    expect(await findComparison(git(), event(fields(before)))).toMatchObject(expected);
  });

  test("a push that made its branch, in a shallow clone of that branch alone: the default branch is fetched", async () => {
    const base = demo.commit({ a: "1" });
    demo.commit({ a: "2" });
    demo.git("checkout", "--quiet", "-b", "topic", base);
    demo.commit({ b: "1" });
    const comparison = await findComparison(shallowClone("topic"), event({ name: "push", ref: "refs/heads/topic" }));
    expect(comparison).toMatchObject({ state: "compared", base });
  });

  test("a run by hand on a branch: against the default branch", async () => {
    const base = demo.commit({ a: "1" });
    demo.git("update-ref", "refs/remotes/origin/main", base);
    demo.commit({ a: "2" });
    expect(await findComparison(git(), event({ ref: "refs/heads/x" }))).toMatchObject({
      base,
      reason: "HEAD against the merge base with the default branch `main`",
    });
  });
});

const DEMO = { authorName: "Demo", authorEmail: "demo@example.com" };

describe("what a commit holds", () => {
  test("messages and parents, oldest first, whatever they hold", async () => {
    const base = demo.commit({ a: "1" });
    demo.git("config", "log.showSignature", "true");
    const first = demo.commit({ a: "2" }, "feat: one\n\nbody\u001b[31m\n\nRefs: #1\n");
    const second = demo.commit({ a: "3" }, "--format=%H; $(touch pwned) \u202e");
    expect(await git().commitsBetween(base, second)).toEqual([
      { ...DEMO, sha: first, parents: [base], message: "feat: one\n\nbody\u001b[31m\n\nRefs: #1" },
      { ...DEMO, sha: second, parents: [first], message: "--format=%H; $(touch pwned) \u202e" },
    ]);
    expect(await git().commitsBetween(second, second)).toEqual([]);
  });

  test("its files, not those of the work tree", async () => {
    const base = demo.commit({ "rules.yml": "old", "docs/a b.md": "x" });
    demo.commit({ "rules.yml": "new" });
    expect((await git().fileAt(base, "rules.yml"))?.toString()).toBe("old");
    expect(await git().fileAt(base, "gone.yml")).toBeUndefined();
    expect(await git().fileAt(base, "docs")).toBeUndefined();
    expect(await git().rootEntries(base)).toEqual(["docs", "rules.yml"]);
  });
});
