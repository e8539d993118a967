import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseDiff } from "./diff.ts";
import { ReportError } from "./report-error.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-diff-"));
  git("init", "--quiet", "--initial-branch=main");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: string[]): Buffer {
  const identity = ["-c", "user.name=Demo", "-c", "user.email=demo@example.com", "-c", "protocol.file.allow=always"];
  return execFileSync("git", [...identity, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: "/dev/null" },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function write(files: Record<string, string | Uint8Array>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

function commit(files: Record<string, string | Uint8Array> = {}): void {
  write(files);
  git("add", "--all");
  git("commit", "--quiet", "--allow-empty", "--message=x");
}

function diff() {
  return parseDiff(
    git(
      "-c",
      "core.quotePath=false",
      "diff",
      "-U0",
      "--no-color",
      "--no-ext-diff",
      "--no-textconv",
      "-M",
      "HEAD~1",
      "HEAD",
    ),
  );
}

const numbers = (count: number, mark = "") =>
  Array.from({ length: count }, (_, at) => `line ${at + 1}${mark}\n`).join("");

test("added, edited and removed lines", () => {
  commit({ "a.rs": numbers(10), "gone.rs": "nothing\nalike\n" });
  rmSync(join(folder, "gone.rs"));
  commit({
    "a.rs": numbers(10).replace("line 3\n", "changed\n").replace("line 7\nline 8\n", "").concat("new\n"),
    "b/new.rs": numbers(3),
  });
  expect(diff()).toEqual([
    {
      status: "modified",
      path: "a.rs",
      binary: false,
      added: [
        [3, 3],
        [9, 9],
      ],
      removed: [
        [3, 3],
        [7, 8],
      ],
      hunks: [
        { oldStart: 3, oldCount: 1, newStart: 3, newCount: 1 },
        { oldStart: 7, oldCount: 2, newStart: 6, newCount: 0 },
        { oldStart: 10, oldCount: 0, newStart: 9, newCount: 1 },
      ],
    },
    expect.objectContaining({ status: "added", path: "b/new.rs", added: [[1, 3]] }),
    expect.objectContaining({ status: "deleted", path: "gone.rs", removed: [[1, 2]] }),
  ]);
});

test("a rename with an edit, and a rename alone", () => {
  commit({ "old.rs": numbers(20), "same.rs": numbers(9, "!") });
  renameSync(join(folder, "old.rs"), join(folder, "new.rs"));
  renameSync(join(folder, "same.rs"), join(folder, "still.rs"));
  commit({ "new.rs": `${numbers(20)}more\n` });
  expect(diff()).toMatchObject([
    { status: "renamed", path: "new.rs", oldPath: "old.rs", added: [[21, 21]] },
    { status: "renamed", path: "still.rs", oldPath: "same.rs", added: [], hunks: [] },
  ]);
});

test.each([
  "a b.rs",
  "ü/☃.rs",
  'quo"te.rs',
  "back\\slash.rs",
  "tab\there.rs",
  "new\nline.rs",
  "x b/y.rs",
  "a b/a b/c",
  "-x.rs",
  "+++ b",
  "end ",
  "emoji😀.rs",
  "nul\u0001.rs",
])("a file called %j", (path) => {
  commit({ [path]: "1\n" });
  commit({ [path]: "1\n2\n" });
  expect(diff()).toMatchObject([{ status: "modified", path, added: [[2, 2]] }]);
  // Without hunks the name stands only in the header.
  git("update-index", "--chmod=+x", "--", path);
  git("commit", "--quiet", "--message=mode");
  expect(diff()).toMatchObject([{ status: "modified", path, added: [], hunks: [] }]);
});

test("a name that changes only its case is a rename", () => {
  commit({ "Readme.rs": numbers(9) });
  git("mv", "Readme.rs", "README.rs");
  commit();
  expect(diff()).toMatchObject([{ status: "renamed", path: "README.rs", oldPath: "Readme.rs" }]);
});

test("content that looks like a diff is content", () => {
  commit({ a: "1\n", b: "1\n" });
  commit({ a: "++ b/evil\n-- a/evil\n@@ -1 +1 @@\ndiff --git a/x b/x\n", b: "2\n" });
  expect(diff().map(({ path, added }) => [path, added])).toEqual([
    ["a", [[1, 4]]],
    ["b", [[1, 1]]],
  ]);
});

test("a last line without its newline, CRLF, binary, submodule, empty file, mode", () => {
  commit({ end: "a\nb", crlf: "a\nb\n", bin: Uint8Array.of(0, 1, 2), mode: "x\n" });
  git("clone", "--quiet", folder, join(folder, ".git/clone"));
  git("submodule", "add", "--quiet", join(folder, ".git/clone"), "sub");
  chmodSync(join(folder, "mode"), 0o755);
  commit({ end: "a\nB", crlf: "a\r\nb\r\n", bin: Uint8Array.of(0, 9), empty: "" });
  expect(diff().map(({ path, status, binary, added }) => [path, status, binary, added])).toEqual([
    [".gitmodules", "added", false, [[1, 3]]],
    ["bin", "modified", true, []],
    ["crlf", "modified", false, [[1, 2]]],
    ["empty", "added", false, []],
    ["end", "modified", false, [[2, 2]]],
    ["mode", "modified", false, []],
  ]);
});

test("content in no encoding at all", () => {
  commit({ a: Buffer.from("caf\xe9\n", "latin1") });
  commit({ a: Buffer.from("caf\xe9\n\xff\xfe\n", "latin1") });
  expect(diff()).toMatchObject([{ path: "a", added: [[2, 2]] }]);
});

describe("what is no diff", () => {
  test.each([
    ["something else", "warning: x\n", 'git\'s diff does not begin with "diff --git" but with "warning: x"'],
    ["a hunk that is none", "diff --git a/x b/x\n@@ x @@\n", 'git\'s diff has a hunk header that is none: "@@ x @@"'],
    ["no name", "diff --git a/x b/y\nindex 1..2\n", 'git\'s diff names no file in "diff --git a/x b/y"'],
  ])("%s", (_, text, message) => {
    expect(() => parseDiff(new TextEncoder().encode(text))).toThrow(new ReportError(message));
  });

  test("nothing is no change", () => {
    expect(parseDiff(new Uint8Array())).toEqual([]);
  });
});
