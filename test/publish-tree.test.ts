import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DemoRepository } from "./demo-repository.ts";

const root = resolve(import.meta.dirname, "..");
let source: DemoRepository;
let remote: string;
let folder: string;

const sourceFiles = (version: string) => ({
  "package.json": `{ "version": "${version}" }\n`,
  "CHANGELOG.md": `## [${version}] - 2026-11-24\n\n- a thing\n`,
});

beforeEach(() => {
  source = new DemoRepository();
  remote = mkdtempSync(join(tmpdir(), "jessy-remote-"));
  folder = mkdtempSync(join(tmpdir(), "jessy-tree-"));
  source.git("init", "--quiet", "--bare", remote);
  source.git("remote", "add", "origin", remote);
  writeFileSync(join(folder, "README.md"), "one\n");
  // A machine's own ignore file must not thin the tree out.
  writeFileSync(join(folder, ".gitignore"), "README.md\n");
  prepare("1.0.0");
});

afterEach(() => {
  source.remove();
  rmSync(remote, { recursive: true });
  rmSync(folder, { recursive: true });
});

/** Commits a version to the remote's main. */
function prepare(version: string): void {
  source.commit(sourceFiles(version));
  source.git("push", "--quiet", "origin", "main");
}

function publish(version: string, ...options: readonly string[]) {
  const output = join(folder, "../", `output-${process.pid}`);
  writeFileSync(output, "");
  const script = join(root, "scripts/publish-tree.ts");
  const args = ["--version", version, "--folder", folder, "--repository", source.folder, ...options];
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: "utf8",
    env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: "/dev/null", GITHUB_OUTPUT: output },
  });
  const outputs = new Map(
    readFileSync(output, "utf8")
      .trim()
      .split("\n")
      .map((line) => line.split("=") as [string, string]),
  );
  rmSync(output);
  return { status, stdout, stderr, outputs };
}

const onRemote = (...args: readonly string[]) => source.git("--git-dir", remote, ...args);
const refs = () => onRemote("for-each-ref", "--format=%(refname) %(objectname)");

test("branch and tag stand on one commit that holds the folder as it is and names its source", () => {
  const { status, stderr, outputs } = publish("1.0.0");
  expect([status, stderr]).toEqual([0, ""]);
  const commit = outputs.get("commit")!;
  expect([onRemote("rev-parse", "published"), onRemote("rev-parse", "v1.0.0")]).toEqual([commit, commit]);
  expect(onRemote("rev-parse", `${commit}^{tree}`)).toBe(outputs.get("tree"));
  expect(onRemote("ls-tree", "-r", "--name-only", commit)).toBe(".gitignore\nREADME.md");
  expect(
    onRemote("show", "--no-patch", "--format=%an|%aI|%cI|%s|%P|%(trailers:key=Source-Commit,valueonly)", commit),
  ).toBe(`github-actions[bot]|2026-11-23T12:00:00+00:00|2026-11-23T12:00:00+00:00|v1.0.0||${source.head}`);
  // The checkout that published is as it was.
  expect(source.git("status", "--porcelain")).toBe("");
  expect(source.git("tag")).toBe("");
});

test("a re-run changes nothing, and a clone elsewhere makes the same commit", () => {
  const first = publish("1.0.0");
  const before = refs();
  const second = publish("1.0.0");
  expect(second.stdout).toContain("v1.0.0 already stands on this tree");
  expect([second.status, second.outputs, refs()]).toEqual([0, first.outputs, before]);
  onRemote("update-ref", "-d", "refs/heads/published");
  onRemote("update-ref", "-d", "refs/tags/v1.0.0");
  expect(publish("1.0.0").outputs).toEqual(first.outputs);
});

test("the next version is a child of the one before, also a patch of an older line", () => {
  const commits = ["1.0.0", "2.0.0", "1.0.1"].map((version) => {
    prepare(version);
    writeFileSync(join(folder, "README.md"), version);
    return publish(version).outputs.get("commit");
  });
  expect(onRemote("rev-list", "published").split("\n")).toEqual(commits.reverse());
});

test("a dry run pushes nothing, and says which commit it would be", () => {
  const before = refs();
  const dry = publish("1.0.0", "--dry-run");
  expect([dry.status, refs()]).toEqual([0, before]);
  expect(dry.stdout).toContain("to published and tag it v1.0.0");
  expect(publish("1.0.0").outputs).toEqual(dry.outputs);
});

test("a version that has another tree is an error, and its tag stays", () => {
  publish("1.0.0");
  const before = refs();
  writeFileSync(join(folder, "README.md"), "two\n");
  const { status, stderr } = publish("1.0.0");
  expect(status).toBe(1);
  expect(stderr).toMatch(/^publish-tree: v1\.0\.0 already stands on tree [0-9a-f]{40}, .*publish a new one\n$/);
  expect(refs()).toBe(before);
});

test("a remote that refuses the tag gets no branch either", () => {
  writeFileSync(join(remote, "hooks/update"), '#!/bin/sh\ncase "$1" in refs/tags/*) exit 1;; esac\n', { mode: 0o755 });
  const before = refs();
  const { status, stderr } = publish("1.0.0");
  expect([status, refs()]).toEqual([1, before]);
  expect(stderr).toMatch(/^publish-tree: git push: .*\n$/);
});

test("a source that is not merged, and a version that the source does not have", () => {
  source.git("checkout", "--quiet", "-b", "side");
  source.commit(sourceFiles("1.1.0"));
  const { status, stderr } = publish("1.1.1");
  expect(status).toBe(1);
  expect(stderr.trim().split("\n")).toEqual([
    "publish-tree: package.json says 1.1.0, not 1.1.1; commit the version first",
    expect.stringMatching(/^publish-tree: CHANGELOG\.md has no section for 1\.1\.1; /),
    expect.stringMatching(/^publish-tree: [0-9a-f]{40} is not on origin\/main; /),
  ]);
  expect(publish("*").stderr).toBe(
    "publish-tree: `*` is not a version; write it as 1.2.3 or 1.2.3-rc.1, without a `v`\n",
  );
});
