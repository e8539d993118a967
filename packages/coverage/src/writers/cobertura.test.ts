import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryRecords, type CoverageRecord, reportOf } from "../../testing/arbitrary-report.ts";
import { plainReport } from "../../testing/plain-report.ts";
import { cobertura } from "../formats/cobertura.ts";
import { reportTotals } from "../totals.ts";
import { writeCobertura } from "./cobertura.ts";

const written = (report: Parameters<typeof writeCobertura>[0]) => [...writeCobertura(report, 1_700_000_000)].join("");
const readAgain = (text: string) => cobertura.parse([new TextEncoder().encode(text)]);

test("what is written is read with the same lines and totals", () => {
  fc.assert(
    fc.property(arbitraryRecords({ names: /^[a-z]{1,4}<[&"']>$/ }), arbitraryRecords(), (a, b) => {
      const report = reportOf({ "src/a.rs": a, 'src/x & "y"/<z>.rs': b });
      const again = readAgain(written(report));
      const lines = (each: typeof report) =>
        Object.fromEntries(Object.entries(plainReport(each)).map(([path, file]) => [path, file.lines]));
      expect(lines(again)).toEqual(lines(report));
      expect(reportTotals(again, "lines").lines).toEqual(reportTotals(report, "lines").lines);
    }),
  );
});

test("branches stand with their line", () => {
  const report = reportOf({
    "a.rs": [
      (builder) => builder.addLine(1, 2),
      (builder) => builder.addBranchCount(1, 1, 3),
      (builder) => builder.addLine(2, 0),
    ],
  });
  expect(written(report)).toContain('<line number="1" hits="2" branch="true" condition-coverage="33% (1/3)"/>');
  expect(reportTotals(readAgain(written(report)), "lines").branches).toEqual({ covered: 1, total: 3 });
});

test("a rate of almost everything is not 1", () => {
  const report = reportOf({
    "a.rs": Array.from({ length: 2_000 }, (_, at) => (builder) => builder.addLine(at + 1, at === 0 ? 0 : 1)),
  });
  expect(written(report)).toContain('<coverage line-rate="0.999500" branch-rate="0"');
});

test("control characters, which XML cannot hold, do not break the file", () => {
  const report = reportOf({ "a\u0001\n\u0000.rs": [(builder) => builder.addLine(1, 1)] });
  expect([...readAgain(written(report)).files.keys()]).toEqual(["a\ufffd\n\ufffd.rs"]);
});

test("functions and branches of measured lines come back, too", () => {
  fc.assert(
    fc.property(arbitraryRecords(), (records) => {
      // Every line is measured: Cobertura has no place for branches and functions of other lines.
      const everyLine = Array.from(
        { length: 40 },
        (_, at): CoverageRecord =>
          (b) =>
            b.addLine(at + 1, 0),
      );
      const report = reportOf({ "a.rs": [...everyLine, ...records] });
      expect(reportTotals(readAgain(written(report)), "lines")).toEqual(reportTotals(report, "lines"));
    }),
  );
});

test("names cannot end their attribute or begin an element", () => {
  const path = `a"'><line number="9" hits="9"/><!-- &amp; ]]>.rs`;
  const report = reportOf({ [path]: [(b) => b.addLine(1, 1), (b) => b.addFunction(1, `"/><class filename='x'>`, 1)] });
  const again = readAgain(written(report));
  expect(plainReport(again)).toEqual({ [path]: { lines: "1:1", functions: `1 "/><class filename='x'>:1` } });
});

test("nothing measured is a rate of 0, not of 1", () => {
  expect(written(reportOf({}))).toContain('<coverage line-rate="0" branch-rate="0" lines-covered="0" lines-valid="0"');
  expect(readAgain(written(reportOf({}))).files.size).toBe(0);
});
