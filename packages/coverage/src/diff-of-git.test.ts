import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ReportError } from "@jessy-actions/reading/report-error";
import { afterEach, beforeEach, expect, test } from "vitest";
import { random } from "../testing/random.ts";
import { parseDiff } from "./diff.ts";
import { lineMap } from "./line-map.ts";
import { rangesContain } from "./ranges.ts";

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

function diff({ quotePath = false, findCopies = false } = {}) {
  return parseDiff(
    git(
      "-c",
      `core.quotePath=${quotePath}`,
      "diff",
      ...(findCopies ? ["--find-copies-harder"] : []),
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

test("octal names, as git writes them without core.quotePath=false, in every place where a name can stand", () => {
  commit({ "ü/☃.rs": numbers(20), "é\\u0001.rs": "1\n", 'ä"\t.rs': numbers(9, "!"), ñ: Uint8Array.of(0, 1) });
  renameSync(join(folder, "ü/☃.rs"), join(folder, "ü/😀.rs"));
  rmSync(join(folder, "é\\u0001.rs"));
  git("update-index", "--chmod=+x", "--", 'ä"\t.rs');
  git("rm", "--quiet", "--cached", "é\\u0001.rs");
  git("add", "ü");
  write({ ñ: Uint8Array.of(0, 2), "ö new.rs": "else\n" });
  git("add", "ñ", "ö new.rs");
  git("commit", "--quiet", "--message=x");
  const byName = diff({ quotePath: true })
    .map(({ path, oldPath, status, binary }) => [path, oldPath, status, binary])
    .sort();
  expect(byName).toEqual(
    [
      ['ä"\t.rs', undefined, "modified", false],
      ["é\\u0001.rs", undefined, "deleted", false],
      ["ñ", undefined, "modified", true],
      ["ö new.rs", undefined, "added", false],
      ["ü/😀.rs", "ü/☃.rs", "renamed", false],
    ].sort(),
  );
});

test("a copy names both files, and only what differs is added", () => {
  commit({ a: numbers(20) });
  commit({ b: `${numbers(20)}more\n` });
  expect(diff({ findCopies: true })).toMatchObject([
    { status: "copied", path: "b", oldPath: "a", added: [[21, 21]], removed: [] },
  ]);
});

test("binary files that come, go and move", () => {
  const bytes = (seed: number) => Uint8Array.from({ length: 300 }, (_, at) => (at * seed) % 256);
  commit({ gone: bytes(3), moved: bytes(7) });
  rmSync(join(folder, "gone"));
  rmSync(join(folder, "moved"));
  commit({ "new name": bytes(11), elsewhere: bytes(7) });
  expect(diff().map(({ path, oldPath, status, binary, added }) => [path, oldPath, status, binary, added])).toEqual([
    ["elsewhere", "moved", "renamed", false, []],
    ["gone", undefined, "deleted", true, []],
    ["new name", undefined, "added", true, []],
  ]);
});

test("a file becomes a link, and a submodule becomes a file: what is a file has lines", () => {
  commit({ link: numbers(3), other: "x\n" });
  git("clone", "--quiet", folder, join(folder, ".git/clone"));
  git("submodule", "add", "--quiet", join(folder, ".git/clone"), "sub");
  commit();
  git("rm", "--quiet", "--force", "sub");
  rmSync(join(folder, "link"));
  symlinkSync("other", join(folder, "link"));
  commit({ sub: "now a file\n" });
  const files = diff();
  expect(
    files.filter(({ path }) => path === "link").map(({ status, added, removed }) => [status, added, removed]),
  ).toEqual([
    ["deleted", [], [[1, 3]]],
    ["added", [[1, 1]], []],
  ]);
  expect(files.filter(({ path }) => path === "sub").map(({ status, added }) => [status, added])).toEqual([
    ["added", [[1, 1]]],
  ]);
});

test.each([
  ["gains its last newline", "a\nb", "a\nb\n", [[2, 2]], [[2, 2]]],
  ["loses it", "a\nb\n", "a\nb", [[2, 2]], [[2, 2]]],
  ["has none on either side", "a\nb", "a\nc", [[2, 2]], [[2, 2]]],
  ["grows without one", "a", "a\nb", [[1, 2]], [[1, 1]]],
  ["becomes empty", "a\nb", "", [], [[1, 2]]],
  ["becomes something", "", "\\ No newline at end of file\n\\", [[1, 2]], []],
  ["has lines that begin with a backslash", "\\a\n\\b\n", "\\a\n\\c", [[2, 2]], [[2, 2]]],
])("a file that %s", (_, before, after, added, removed) => {
  commit({ a: before, z: "1\n" });
  commit({ a: after, z: "2\n" });
  expect(diff()).toMatchObject([
    { path: "a", added, removed },
    // What follows is read from where it begins.
    { path: "z", added: [[1, 1]] },
  ]);
});

test("whatever is edited, the diff says which lines are new and where each other one went", () => {
  const next = random(20261124);
  const below = (limit: number) => Math.floor(next() * limit);
  const line = () =>
    ["x", "", "+", "-", "@@ -1 +1 @@", "+++ b/y", "--- a/y", "\\ No newline", "diff --git a/y b/y"][below(9)]!;
  const texts = Array.from({ length: 40 }, () => Array.from({ length: below(30) }, line));
  const edited = texts.map((lines) => {
    const copy = [...lines];
    for (let times = below(5); times > 0; times--)
      copy.splice(below(copy.length + 1), below(4), ...Array.from({ length: below(4) }, line));
    return copy;
  });
  const content = (lines: readonly string[], at: number) => lines.join("\n") + (at % 3 === 0 ? "" : "\n");
  const all = (versions: readonly string[][]) =>
    Object.fromEntries(versions.map((lines, at) => [`f${at}`, content(lines, at)]));
  commit(all(texts));
  commit(all(edited));
  const changes = new Map(diff().map((change) => [change.path, change]));
  expect(changes.size).toBeGreaterThan(20);
  for (const [at, before] of texts.entries()) {
    const [old, now] = [before, edited[at]!].map((lines) => content(lines, at).replace(/\n$/, "").split("\n"));
    const change = changes.get(`f${at}`);
    const where = lineMap(change?.hunks ?? []);
    const kept = new Set<number>();
    // An empty file has no line, though splitting its text gives one.
    for (const [index, text] of (content(before, at) === "" ? [] : old!).entries()) {
      const line = where(index + 1);
      expect(rangesContain(change?.removed ?? [], index + 1)).toBe(line === undefined);
      if (line === undefined) continue;
      expect(now![line - 1]).toBe(text);
      kept.add(line);
    }
    for (const index of (content(edited[at]!, at) === "" ? [] : now!).keys())
      expect([at, index + 1, rangesContain(change?.added ?? [], index + 1)]).toEqual([
        at,
        index + 1,
        !kept.has(index + 1),
      ]);
  }
});

test("damaged anywhere it is files or one clear error", () => {
  commit({ a: numbers(9), b: numbers(20), 'q"': "1\n" });
  renameSync(join(folder, "b"), join(folder, "c"));
  commit({ a: numbers(9).replace("line 3", "x"), 'q"': "1" });
  const whole = git("-c", "core.quotePath=true", "diff", "-U0", "-M", "HEAD~1", "HEAD");
  const survives = (bytes: Uint8Array) => {
    try {
      for (const { path } of parseDiff(bytes)) expect(typeof path).toBe("string");
    } catch (error) {
      expect(error).toBeInstanceOf(ReportError);
    }
  };
  for (let end = 0; end <= whole.length; end++) survives(whole.subarray(0, end));
  const next = random(20261124);
  for (let round = 0; round < 2000; round++) {
    const bytes = Uint8Array.from(whole);
    for (let edits = 0; edits < 4; edits++)
      bytes[Math.floor(next() * bytes.length)] = [10, 34, 64, 92, 43, 45, Math.floor(next() * 256)][
        Math.floor(next() * 7)
      ]!;
    survives(bytes);
  }
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
