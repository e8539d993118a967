import { expect, test } from "vitest";
import { type CoverageRecord, reportOf } from "../testing/arbitrary-report.ts";
import type { DiffFile } from "./diff.ts";
import { patchCoverage } from "./patch.ts";
import type { LineRange } from "./ranges.ts";

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
