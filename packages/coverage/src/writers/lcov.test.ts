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
