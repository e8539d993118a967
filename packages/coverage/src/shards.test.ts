import { describe, expect, test } from "vitest";
import { fileOf, type CoverageRecord as Record } from "../testing/arbitrary-report.ts";
import type { CoverageReport, FormatName } from "./model.ts";
import { filesWithOtherBranches, isToldBy, withoutUnexecuted } from "./shards.ts";

const line =
  (at: number, hits: number): Record =>
  (builder) =>
    builder.addLine(at, hits);
const branch =
  (at: number, block: number | string, id: number | string, taken = 1): Record =>
  (builder) =>
    builder.addBranch(at, block, id, taken);

function reportOf(files: { readonly [path: string]: readonly Record[] }, format: FormatName = "lcov"): CoverageReport {
  const entries = Object.entries(files).map(([path, records]) => [path, fileOf(path, records)] as const);
  return { format, files: new Map(entries), sourceRoots: [], warnings: [] };
}

describe("withoutUnexecuted", () => {
  test.each<[string, Record, boolean]>([
    ["a line", line(1, 1), true],
    ["a branch", branch(1, 0, 0), true],
    ["branches by number", (builder) => builder.addBranchCount(1, 1, 2), true],
    ["a function", (builder) => builder.addFunction(1, "f", 1), true],
    ["a block", (builder) => builder.addBlock(1, 1, 2, 2, 1, 1), true],
    ["a declared total", (builder) => builder.declare({ lines: { covered: 1, total: 2 } }), true],
    ["a missed line", line(1, 0), false],
    ["a branch not taken", branch(1, 0, 0, 0), false],
    ["a declared total of nothing", (builder) => builder.declare({ lines: { covered: 0, total: 2 } }), false],
  ])("%s shows whether a file was run", (_, record, runs) => {
    const listed = reportOf({ a: [line(5, 0)], b: [line(1, 0)] });
    const [first, second] = withoutUnexecuted([listed, reportOf({ a: [record] })]);
    expect([...first!.files.keys()]).toEqual(runs ? ["b"] : ["a", "b"]);
    expect([...second!.files.keys()]).toEqual(["a"]);
  });

  test("reports that ran all of their files stay as they are", () => {
    const reports = [reportOf({ a: [line(1, 1)] }), reportOf({ a: [line(2, 1)], b: [line(1, 0)] })];
    expect(withoutUnexecuted(reports)).toEqual(reports);
  });
});

describe("filesWithOtherBranches", () => {
  test.each<[string, readonly Record[], readonly Record[], boolean]>([
    ["the same", [line(1, 1), branch(1, 0, 0)], [line(1, 1), branch(1, 0, 0, 0)], false],
    ["one more", [line(1, 1), branch(1, 0, 0)], [line(1, 1), branch(1, 0, 0), branch(1, 0, 1)], true],
    ["one fewer", [line(1, 1), branch(1, 0, 0), branch(1, 0, 1)], [line(1, 1), branch(1, 0, 0)], true],
    ["another block", [line(1, 1), branch(1, 0, 0)], [line(1, 1), branch(1, 2, 0)], true],
    ["another name", [line(1, 1), branch(1, "a", 0)], [line(1, 1), branch(1, "b", 0)], true],
    [
      "the same names, another order",
      [line(1, 1), branch(1, "a", 0)],
      [line(1, 1), branch(1, "a", 0), branch(2, "0", 0)],
      false,
    ],
    ["on a line that only one measures", [line(1, 1), branch(1, 0, 0)], [line(2, 1), branch(2, 0, 0)], false],
    ["none in one of them", [line(1, 1), branch(1, 0, 0)], [line(1, 1)], false],
    ["in a file that was only listed", [line(1, 1), branch(1, 0, 0)], [line(1, 0), branch(1, 9, 0, 0)], false],
  ])("%s", (_, a, b, differ) => {
    expect(filesWithOtherBranches([reportOf({ a }), reportOf({ a: b })])).toEqual(differ ? ["a"] : []);
  });

  test("formats that tell branches by their place, or by number, are not compared", () => {
    const [a, b] = [
      [line(1, 1), branch(1, 0, 0)],
      [line(1, 1), branch(1, 9, 9)],
    ];
    expect(filesWithOtherBranches([reportOf({ a }, "istanbul"), reportOf({ a: b }, "istanbul")])).toEqual([]);
    expect(filesWithOtherBranches([reportOf({ a }), reportOf({ a: b }, "istanbul")])).toEqual([]);
  });
});

describe("isToldBy", () => {
  const all = reportOf({ a: [line(1, 2), line(3, 0), line(5, 1)], b: [] });

  test.each<[string, { readonly [path: string]: readonly Record[] }, boolean]>([
    ["the same", { a: [line(1, 1), line(3, 0), line(5, 9)] }, true],
    ["less", { a: [line(5, 0)] }, true],
    ["nothing", {}, true],
    ["a line more", { a: [line(2, 0)] }, false],
    ["a line behind the last", { a: [line(5, 1), line(6, 0)] }, false],
    ["a hit more", { a: [line(3, 1)] }, false],
    ["a file more", { a: [line(1, 1)], c: [] }, false],
  ])("%s", (_, files, expected) => {
    expect(isToldBy(reportOf(files), all)).toBe(expected);
  });
});
