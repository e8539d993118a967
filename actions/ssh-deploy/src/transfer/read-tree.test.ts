import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { UserErrors } from "@jessy-actions/reading/user-error";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readTree } from "./read-tree.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "jessy-tree-"));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(...names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), name);
  }
}

function problemsOf(exclude: readonly string[] = []): readonly string[] {
  try {
    readTree(root, exclude, "dist");
    return [];
  } catch (error) {
    if (error instanceof UserErrors) return error.problems;
    throw error;
  }
}

describe("what a release holds", () => {
  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ["everything", [], ["a", "b/c"], ["b"]],
    ["never the repository's own folder", [], [".git/config", "a", "b/.git/config"], ["b", "b/.git"]],
    ["without a folder and all in it", ["node_modules"], ["a", "node_modules/x/y", "b/node_modules/z"], []],
    ["without what is in a folder, nor the folder that is then empty", ["node_modules/"], ["a", "node_modules/x"], []],
    ["without files by a pattern", ["*.map", "!keep.map"], ["a", "a.map", "keep.map", "b/x.map"], []],
    ["without one path", ["/a"], ["a", "b/a"], ["b"]],
  ])("%s", (_, exclude, names, folders) => {
    write(...names);
    const left = /^\.git\/|node_modules|(?<!keep)\.map$/;
    const expected = names.filter((name) => !left.test(name) && !(exclude[0] === "/a" && name === "a"));
    const tree = readTree(root, exclude, "dist");
    expect(tree.files.map(({ name }) => name)).toEqual([...expected].sort());
    expect(tree.folders).toEqual(folders);
    expect(tree.bytes).toBe(expected.join("").length);
  });

  test("a folder that was empty before", () => {
    write("a");
    mkdirSync(join(root, "hollow"));
    expect(readTree(root, [], "dist").folders).toEqual(["hollow"]);
  });

  test.each<[string, string, string]>([
    ["absolute", "/etc/passwd", "`link` leads to `/etc/passwd`, which is absolute"],
    ["upwards", "../elsewhere", "`link` leads out of the release, to `../elsewhere`"],
    ["upwards within a folder's name", "a/../../elsewhere", "`link` leads out of the release, to `a/../../elsewhere`"],
    ["by way of another link", "x/y/z/top/..", "`link` leads out of the release, to "],
  ])("no link that leads out of it: %s", (_, target, problem) => {
    write("a", "x/y/z/file");
    symlinkSync("../../..", join(root, "x/y/z/top"));
    symlinkSync(target, join(root, "link"));
    expect(problemsOf()[0]).toContain(problem);
  });

  test.each(["a", "deep/../a", "deep", "not/there"])("a link within it: %s", (target) => {
    write("a", "deep/b");
    symlinkSync(target, join(root, "link"));
    expect(problemsOf()).toEqual([]);
  });

  test("neither pipes nor sockets", () => {
    write("a");
    execFileSync("mkfifo", [join(root, "pipe")]);
    expect(problemsOf()).toEqual([
      "`source` (`dist`): `pipe` is neither a file, a folder nor a link; leave it out by `exclude`",
    ]);
    expect(problemsOf(["pipe"])).toEqual([]);
  });

  test("a folder that is missing, and a file in its place", () => {
    write("dist");
    const at = (name: string) => () => readTree(join(root, name), [], name);
    expect(at("build")).toThrow(
      "input `source` is `build`, which is not in the workspace; is it built before this step?",
    );
    expect(at("dist")).toThrow("input `source` is `dist`, which is not a folder; write the folder that it is in");
  });

  test.each<[string, readonly string[], RegExp]>([
    ["nothing", [], /has no files to deploy; is it built before this step\?$/],
    ["nothing that is not excluded", ["**"], /has no files to deploy that `exclude` does not match/],
  ])("%s is no release", (_, exclude, problem) => {
    if (exclude.length > 0) write("a");
    expect(problemsOf(exclude)).toEqual([expect.stringMatching(problem)]);
  });
});
