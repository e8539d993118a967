import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryRecords, reportOf } from "../../testing/arbitrary-report.ts";
import { plainReport } from "../../testing/plain-report.ts";
import { lcov } from "../formats/lcov.ts";
import { reportTotals } from "../totals.ts";
import { writeLcov } from "./lcov.ts";

const written = (report: Parameters<typeof writeLcov>[0]) => [...writeLcov(report)].join("");

test("what is written is read as the same", () => {
  fc.assert(
    fc.property(arbitraryRecords({ counts: false }), arbitraryRecords({ counts: false }), (a, b) => {
      const report = reportOf({ "src/a.rs": a, "src/b c/ü.rs": b });
      const again = lcov.parse([new TextEncoder().encode(written(report))]);
      const withoutTotals = new Map([...again.files].map(([path, { declared: _, ...file }]) => [path, file]));
      expect(plainReport({ ...again, files: withoutTotals })).toEqual(plainReport(report));
    }),
  );
});

test("branches known only by number keep their numbers", () => {
  fc.assert(
    fc.property(arbitraryRecords(), (records) => {
      const report = reportOf({ "src/a.rs": records });
      const again = lcov.parse([new TextEncoder().encode(written(report))]);
      expect(reportTotals(again, "lines").branches).toEqual(reportTotals(report, "lines").branches);
    }),
  );
});

test("the record that every other tool reads", () => {
  const report = reportOf({
    "src/a.rs": [
      (builder) => builder.addLine(1, 2),
      (builder) => builder.addLine(3, 0),
      (builder) => builder.addFunction(1, "main", 2),
      (builder) => builder.addBranch(1, 0, 0, 1),
      (builder) => builder.addBranch(1, 0, 1, 0),
    ],
  });
  expect(written(report)).toBe(
    "SF:src/a.rs\nFN:1,main\nFNDA:2,main\nFNF:1\nFNH:1\nBRDA:1,0,0,1\nBRDA:1,0,1,0\nBRF:2\nBRH:1\nDA:1,2\nDA:3,0\nLF:2\nLH:1\nend_of_record\n",
  );
});

test("a line break in a name begins no record of its own", () => {
  const report = reportOf({
    "a\nDA:9,9.rs": [
      (b) => b.addLine(1, 1),
      (b) => b.addFunction(1, "f\r\nend_of_record\nSF:evil", 1),
      (b) => b.addBranch(1, "x\ny", "z\nDA:8,8", 1),
    ],
  });
  const again = lcov.parse([new TextEncoder().encode(written(report))]);
  expect(plainReport(again)).toMatchObject({
    "a\ufffdDA:9,9.rs": {
      lines: "1:1",
      branches: "1[x\ufffdy.z\ufffdDA:8,8]:1",
      functions: "1 f\ufffd\ufffdend_of_record\ufffdSF:evil:1",
    },
  });
  expect(again.files.size).toBe(1);
});

test("a function without a name gets one: FN needs it", () => {
  const report = reportOf({
    a: [(b) => b.addLine(3, 1), (b) => b.addFunction(3, "", 2), (b) => b.addFunction(5, " ", 0)],
  });
  expect(plainReport(lcov.parse([new TextEncoder().encode(written(report))])).a?.functions).toBe(
    "3 (anonymous):2, 5 (anonymous):0",
  );
});

test("a file minified into one line of very many branches", () => {
  const report = reportOf({ a: [(b) => b.addLine(1, 1), (b) => b.addBranchCount(1, 7, 300_000)] });
  const again = lcov.parse([new TextEncoder().encode(written(report))]);
  expect(reportTotals(again, "lines").branches).toEqual({ covered: 7, total: 300_000 });
});

test("a file without lines keeps its declared totals", () => {
  const report = reportOf({ a: [(b) => b.declare({ lines: { covered: 3, total: 9 } })] });
  const again = lcov.parse([new TextEncoder().encode(written(report))]);
  expect(reportTotals(again, "lines").lines).toEqual({ covered: 3, total: 9 });
});

test("writing what was read of what was written changes nothing", () => {
  fc.assert(
    fc.property(arbitraryRecords({ blocks: true }), (records) => {
      const once = written(reportOf({ "a.go": records }));
      expect(written(lcov.parse([new TextEncoder().encode(once)]))).toBe(once);
    }),
  );
});
