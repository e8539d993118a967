import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryRecords, type CoverageRecord, reportOf } from "../testing/arbitrary-report.ts";
import type { DiffFile } from "./diff.ts";
import { patchCoverage } from "./patch.ts";
import { type LineRange, rangesContain } from "./ranges.ts";
import { addRatios } from "./ratio.ts";
import { branchesOfLines } from "./totals.ts";

const lines = (text: string): CoverageRecord[] =>
  text.split(" ").map((each) => (builder) => builder.addLine(Number(each.split(":")[0]), Number(each.split(":")[1])));

const change = (path: string, ...added: LineRange[]): DiffFile => ({
  status: "modified",
  path,
  binary: false,
  added,
  removed: [],
  hunks: [],
});

test("only changed measured lines count", () => {
  const report = reportOf({ a: lines("1:0 2:1 3:0 5:0 6:1 9:0"), untouched: lines("1:0") });
  expect(patchCoverage(report, [change("a", [2, 3], [5, 8]), change("README.md", [1, 4])])).toEqual({
    lines: { covered: 2, total: 4 },
    branches: { covered: 0, total: 0 },
    files: [
      {
        path: "a",
        lines: { covered: 2, total: 4 },
        branches: { covered: 0, total: 0 },
        // Line 4 is not measured, so the two misses are one range.
        missing: [[3, 5]],
        partial: [],
      },
    ],
  });
});

test("a covered line with an untaken branch is covered, and its branches are counted apart", () => {
  const report = reportOf({
    a: [
      ...lines("1:1 2:1 3:0"),
      (b) => b.addBranchCount(1, 1, 2),
      (b) => b.addBranchCount(2, 2, 2),
      (b) => b.addBranchCount(3, 0, 2),
    ],
  });
  const { lines: covered, branches, files } = patchCoverage(report, [change("a", [1, 3])]);
  expect([covered, branches]).toEqual([
    { covered: 2, total: 3 },
    { covered: 3, total: 6 },
  ]);
  expect(files[0]).toMatchObject({ missing: [[3, 3]], partial: [[1, 1]] });
});

test("files with most uncovered lines first, then by name; files without measured lines are left out", () => {
  const report = reportOf({ z: lines("1:0"), a: lines("1:0"), m: lines("1:0 2:0"), none: lines("9:1") });
  const diff = ["none", "z", "a", "m"].map((path) => change(path, [1, 2]));
  expect(patchCoverage(report, diff).files.map((file) => file.path)).toEqual(["m", "a", "z"]);
});

test("the numbers are what counting line by line gives, whatever the report and the diff", () => {
  const range = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.nat(4));
  const ranges = fc.array(range, { maxLength: 6 }).map((steps) => {
    let last = 0;
    return steps.map(([gap, length]): LineRange => {
      const first = last + gap + 1;
      last = first + length;
      return [first, last];
    });
  });
  fc.assert(
    fc.property(arbitraryRecords({ blocks: true }), ranges, (records, added) => {
      const report = reportOf({ a: records });
      const file = report.files.get("a")!;
      const isAdded = (line: number) => added.some(([first, last]) => first <= line && line <= last);
      const measured = [...file.lines.line].map((line, at) => ({ line, hit: file.lines.hits[at]! > 0 }));
      const changed = measured.filter(({ line }) => isAdded(line));
      const branches = [...branchesOfLines(file)].filter(([line]) => isAdded(line)).map(([, ratio]) => ratio);
      const patch = patchCoverage(report, [change("a", ...added)]);
      expect(patch.lines).toEqual({ covered: changed.filter(({ hit }) => hit).length, total: changed.length });
      expect(patch.branches).toEqual(changed.length === 0 ? { covered: 0, total: 0 } : addRatios(branches));
      const [only] = patch.files;
      const missing = changed.filter(({ hit }) => !hit).map(({ line }) => line);
      // Of the measured lines, the ranges hold the missed ones and no other.
      expect(measured.map(({ line }) => line).filter((line) => rangesContain(only?.missing ?? [], line))).toEqual(
        missing,
      );
    }),
    { numRuns: 300 },
  );
});

test.each<[string, Partial<DiffFile>, boolean]>([
  ["added", { status: "added" }, true],
  ["renamed and edited", { status: "renamed", oldPath: "old" }, true],
  ["copied and edited", { status: "copied", oldPath: "old" }, true],
  ["renamed only", { status: "renamed", oldPath: "old", added: [] }, false],
  ["deleted", { status: "deleted", added: [] }, false],
  ["binary", { binary: true, added: [] }, false],
  ["of another name", { path: "A" }, false],
])("a file that is %s", (_, fields, counts) => {
  const { files } = patchCoverage(reportOf({ a: lines("1:0 2:1") }), [{ ...change("a", [1, 2]), ...fields }]);
  expect(files.map(({ lines: ratio }) => ratio)).toEqual(counts ? [{ covered: 1, total: 2 }] : []);
});

test("nothing changed that is measured is a ratio of nothing, for the caller to judge", () => {
  const nothing = { lines: { covered: 0, total: 0 }, branches: { covered: 0, total: 0 }, files: [] };
  expect(patchCoverage(reportOf({}), [change("a", [1, 9])])).toEqual(nothing);
  expect(patchCoverage(reportOf({ a: lines("1:1") }), [])).toEqual(nothing);
});
