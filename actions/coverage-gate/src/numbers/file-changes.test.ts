import type { DiffFile } from "@jessy-actions/coverage/diff";
import { expect, test } from "vitest";
import { changed, reportOf } from "../../testing/facts.ts";
import { ratio } from "../../testing/gates.ts";
import type { FileChange } from "../result.ts";
import { fileChanges, MAX_FILE_CHANGES } from "./file-changes.ts";

type Files = Readonly<Record<string, string>>;

const changes = (base: Files, head: Files, diff: readonly DiffFile[] = []) =>
  fileChanges(reportOf(base), reportOf(head), diff, "lines").files;

test.each<[string, Files, Files, FileChange[]]>([
  ["nothing changed", { a: "1:1 2:0" }, { a: "1:1 2:0" }, []],
  ["the same share of more lines", { a: "1:1 2:0" }, { a: "1:1 2:0 3:1 4:0" }, []],
  ["fell", { a: "1:1 2:1" }, { a: "1:1 2:0" }, [{ path: "a", before: ratio(2, 2), now: ratio(1, 2) }]],
  ["rose", { a: "1:0 2:1" }, { a: "1:1 2:1" }, [{ path: "a", before: ratio(1, 2), now: ratio(2, 2) }]],
  ["new", { a: "1:1" }, { a: "1:1", b: "1:0" }, [{ path: "b", now: ratio(0, 1) }]],
  ["gone", { a: "1:1", b: "1:0" }, { a: "1:1" }, [{ path: "b", before: ratio(0, 1) }]],
])("%s", (_, base, head, expected) => {
  expect(changes(base, head)).toStrictEqual(expected);
});

test("a renamed file is compared with its old name, which is not gone", () => {
  const diff: DiffFile[] = [{ ...changed("new.rs"), status: "renamed", oldPath: "old.rs" }];
  expect(changes({ "old.rs": "1:1 2:1" }, { "new.rs": "1:1 2:0" }, diff)).toEqual([
    { path: "new.rs", before: ratio(2, 2), now: ratio(1, 2) },
  ]);
  expect(changes({ "old.rs": "1:1 2:1" }, { "new.rs": "1:1 2:1" }, diff)).toEqual([]);
});

test("a copied file is new", () => {
  const diff: DiffFile[] = [{ ...changed("new.rs"), status: "copied", oldPath: "old.rs" }];
  expect(changes({ "old.rs": "1:1" }, { "old.rs": "1:1", "new.rs": "1:1" }, diff)).toEqual([
    { path: "new.rs", now: ratio(1, 1) },
  ]);
});

test("most additional uncovered lines first, then the greater loss", () => {
  const base = {
    "a-big": "1:1 2:1 3:1 4:1",
    "z-small": "1:1 2:1",
    rose: "1:0 2:1",
    gone: "1:0 2:0 3:0",
    many: "1:1 2:1",
  };
  const head = { "a-big": "1:1 2:1 3:1 4:0", "m-new": "1:0", rose: "1:1 2:1", "z-small": "1:1 2:0", many: "1:0 2:0" };
  expect(changes(base, head).map(({ path }) => path)).toEqual(["many", "z-small", "a-big", "m-new", "rose", "gone"]);
});

test("of those with as many uncovered lines as before, a fully covered new or removed file stands between", () => {
  const base = { rose: "1:0 2:1", gone: "1:1", fell: "1:0 2:1 3:1" };
  const head = { new: "1:1", fell: "1:0 2:1", rose: "1:0 2:1 3:1" };
  expect(changes(base, head).map(({ path }) => path)).toEqual(["fell", "gone", "new", "rose"]);
});

test("then by path", () => {
  const all = (line: string) => Object.fromEntries(["c", "a", "d", "b"].map((path) => [path, line]));
  expect(changes(all("1:1"), all("1:0")).map(({ path }) => path)).toEqual(["a", "b", "c", "d"]);
});

test("a file without a measured line is none", () => {
  const report = reportOf({ a: "1:1" });
  const empty = { ...report.files.get("a")!, lines: { line: new Uint32Array(), hits: new Float64Array() } };
  const nothing = { ...report, files: new Map([["a", empty]]) };
  expect(fileChanges(nothing, report, [], "lines").files).toEqual([{ path: "a", now: ratio(1, 1) }]);
  expect(fileChanges(report, nothing, [], "lines").files).toEqual([{ path: "a", before: ratio(1, 1) }]);
  expect(fileChanges(nothing, nothing, [], "lines")).toEqual({ count: 0, files: [] });
});

test("`totals: declared` compares what the reports declare", () => {
  const report = reportOf({ a: "1:1" });
  const declared = {
    ...report,
    files: new Map([["a", { ...report.files.get("a")!, declared: { lines: ratio(1, 4) } }]]),
  };
  expect(fileChanges(report, declared, [], "declared").files).toEqual([
    { path: "a", before: ratio(1, 1), now: ratio(1, 4) },
  ]);
});

test.each([MAX_FILE_CHANGES - 1, MAX_FILE_CHANGES, MAX_FILE_CHANGES + 1])(
  "of %i files at most 1,000 are listed",
  (count) => {
    const files = (line: string) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}`, line]));
    const { count: counted, files: listed } = fileChanges(reportOf(files("1:1")), reportOf(files("1:0")), [], "lines");
    expect([counted, listed.length]).toEqual([count, Math.min(count, MAX_FILE_CHANGES)]);
  },
);
