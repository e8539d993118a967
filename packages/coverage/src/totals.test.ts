import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryRecords, type CoverageRecord, fileOf, reportOf } from "../testing/arbitrary-report.ts";
import { addRatios } from "./ratio.ts";
import { branchesOfLines, fileTotals, reportTotals, sumTotals } from "./totals.ts";

const of = (...records: CoverageRecord[]) => fileOf("a", records);

test("lines are distinct measured lines", () => {
  expect(
    fileTotals(
      of(
        (b) => b.addLine(1, 1),
        (b) => b.addLine(2, 0),
        (b) => b.addLine(1, 0),
      ),
      "lines",
    ).lines,
  ).toEqual({
    covered: 1,
    total: 2,
  });
});

test("a Go file counts statements", () => {
  const file = of(
    (b) => b.addBlock(1, 1, 9, 2, 5, 1),
    (b) => b.addBlock(10, 1, 11, 2, 2, 0),
    (b) => b.addLine(1, 1),
  );
  expect(fileTotals(file, "lines").lines).toEqual({ covered: 5, total: 7 });
});

test("what a report declares counts where it has no detail, or where it is asked for", () => {
  const declared = { lines: { covered: 9, total: 10 }, branches: { covered: 1, total: 2 } };
  const bare = of((b) => b.declare(declared));
  expect(fileTotals(bare, "lines")).toEqual({ ...declared, functions: { covered: 0, total: 0 } });
  const detailed = of(
    (b) => b.declare(declared),
    (b) => b.addLine(1, 0),
  );
  expect(fileTotals(detailed, "lines").lines).toEqual({ covered: 0, total: 1 });
  expect(fileTotals(detailed, "declared").lines).toEqual({ covered: 9, total: 10 });
});

test("branches of a line, by identity and by number, count the larger of the two", () => {
  const file = of(
    (b) => b.addBranch(1, 0, 0, 1),
    (b) => b.addBranch(1, 0, 1, 0),
    (b) => b.addBranchCount(1, 3, 4),
    (b) => b.addBranchCount(5, 0, 2),
    (b) => b.addBranch(9, 0, 0, 0),
  );
  expect([...branchesOfLines(file)]).toEqual([
    [1, { covered: 3, total: 4 }],
    [5, { covered: 0, total: 2 }],
    [9, { covered: 0, total: 1 }],
  ]);
});

test("the report's numbers are the sum of its files', and a Go file stands beside others in statements", () => {
  const report = reportOf({
    "a.rs": [(b) => b.addLine(1, 1), (b) => b.addLine(2, 0), (b) => b.addFunction(1, "f", 0)],
    "b.go": [(b) => b.addBlock(1, 1, 9, 2, 5, 1), (b) => b.addLine(1, 1)],
    "c.ts": [(b) => b.declare({ lines: { covered: 3, total: 4 }, functions: { covered: 1, total: 1 } })],
    "empty.py": [],
  });
  expect(reportTotals(report, "lines")).toEqual({
    lines: { covered: 9, total: 11 },
    branches: { covered: 0, total: 0 },
    functions: { covered: 1, total: 2 },
  });
  expect(sumTotals([])).toEqual({
    lines: { covered: 0, total: 0 },
    branches: { covered: 0, total: 0 },
    functions: { covered: 0, total: 0 },
  });
});

test("a line of branches is as many as its branches, never more covered than there are", () => {
  fc.assert(
    fc.property(arbitraryRecords({ blocks: true }), (records) => {
      const file = fileOf("a", records);
      const each = [...branchesOfLines(file)];
      expect(each.map(([line]) => line)).toEqual(
        [...new Set([...file.branches.line, ...file.branchCounts.line])].sort((a, b) => a - b),
      );
      for (const [, { covered, total }] of each) expect(covered).toBeLessThanOrEqual(total);
      expect(fileTotals(file, "lines").branches).toEqual(addRatios(each.map(([, ratio]) => ratio)));
    }),
  );
});

test("a line known by both takes the larger numbers of either", () => {
  const both = (covered: number, total: number) =>
    fileTotals(
      of(
        (b) => b.addBranch(1, 0, 0, 1),
        (b) => b.addBranch(1, 0, 1, 1),
        (b) => b.addBranch(1, 0, 2, 0),
        (b) => b.addBranchCount(1, covered, total),
      ),
      "lines",
    ).branches;
  expect(both(0, 2)).toEqual({ covered: 2, total: 3 });
  expect(both(1, 4)).toEqual({ covered: 2, total: 4 });
  expect(both(3, 3)).toEqual({ covered: 3, total: 3 });
});
