import { expect, test } from "vitest";
import { type CoverageRecord, fileOf } from "../testing/arbitrary-report.ts";
import { branchesOfLines, fileTotals } from "./totals.ts";

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
