import { ReportError } from "@jessy-actions/reading/report-error";
import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryRecords, fileOf, reportOf } from "../testing/arbitrary-report.ts";
import { plainReport } from "../testing/plain-report.ts";
import type { FileBuilder } from "./file-builder.ts";
import { movement } from "./movement.ts";
import { isSnapshot, readSnapshot, writeSnapshot } from "./snapshot.ts";
import { reportTotals } from "./totals.ts";

const META = { repository: "org/demo", sha: "a".repeat(40), gate: { "min-coverage": "80" } };
const bytes = (text: string) => [new TextEncoder().encode(text)];
const written = (report: Parameters<typeof writeSnapshot>[0]) => [...writeSnapshot(report, META)].join("");

test("what is kept is all that a comparison needs", () => {
  fc.assert(
    fc.property(arbitraryRecords({ blocks: true }), arbitraryRecords({ blocks: true }), (a, b) => {
      const report = reportOf({ "a.go": a, __proto__x: b });
      const { meta, report: again } = readSnapshot(bytes(written(report)));
      expect(meta).toEqual(META);
      expect(reportTotals(again, "lines")).toEqual(reportTotals(report, "lines"));
      // Nothing moved, line by line.
      expect(movement(again, report, []).parts).toEqual([]);
    }),
  );
});

test("it is known by its first bytes", () => {
  expect(isSnapshot(written(reportOf({})).slice(0, 200))).toBe(true);
  expect(isSnapshot('{"schema":"else"')).toBe(false);
});

test("a file a line: a text diff of two baselines can be read", () => {
  const text = written(
    reportOf({ "b.rs": [(x) => x.addLine(3, 1)], "a.rs": [(x) => x.addLine(1, 1), (x) => x.addLine(2, 0)] }),
  );
  expect(text.split("\n").slice(1, 3)).toEqual([
    '"a.rs":{"hit":[0,1],"missed":[1,1]},',
    '"b.rs":{"hit":[2,1],"missed":[]}',
  ]);
});

test.each([
  ["another schema", '{"schema":"x"}', "its `schema` is not jessy-actions/coverage-snapshot/v1"],
  [
    "no meta",
    '{"schema":"jessy-actions/coverage-snapshot/v1","files":{}}',
    "`meta.repository` is not a string but missing",
  ],
  [
    "an odd list",
    '{"schema":"jessy-actions/coverage-snapshot/v1","meta":{"repository":"a","sha":"b","gate":{}},"files":{"a":{"hit":[1],"missed":[]}}}',
    "the snapshot has a list that is not made of 2 whole numbers each",
  ],
  [
    "a negative number",
    '{"schema":"jessy-actions/coverage-snapshot/v1","meta":{"repository":"a","sha":"b","gate":{}},"files":{"a":{"hit":[-1,1],"missed":[]}}}',
    "the snapshot has a list that is not made of 2 whole numbers each",
  ],
  [
    "an endless run",
    '{"schema":"jessy-actions/coverage-snapshot/v1","meta":{"repository":"a","sha":"b","gate":{}},"files":{"a":{"hit":[0,4000000000],"missed":[]}}}',
    '"a" has a run of 4000000000 lines, which no source file has',
  ],
])("%s is refused", (_, text, message) => {
  expect(() => readSnapshot(bytes(text))).toThrow(new ReportError(message));
});

const damaged = (files: string) =>
  `{"schema":"jessy-actions/coverage-snapshot/v1","meta":{"repository":"a","sha":"b","gate":{}},"files":${files}}`;

test.each([
  ["no files", "null", "`files` is not an object but null"],
  ["files in a list", "[]", "`files` is not an object but []"],
  ["half a line", '{"a":{"hit":[0.5,1]}}', "the snapshot has a list that is not made of 2 whole numbers each"],
  ["texts", '{"a":{"hit":["0","1"]}}', "the snapshot has a list that is not made of 2 whole numbers each"],
  ["lines that are no list", '{"a":{"hit":7}}', '`files["a"].hit` is not a list but 7'],
  [
    "a line past the last",
    '{"a":{"hit":[2147483647,1]}}',
    "line number 2147483648 is not a whole number between 1 and 2147483647",
  ],
  [
    "more branches taken than there are",
    '{"a":{"branches":[1,3,2]}}',
    "line 1 has 3 of 2 branches covered, which cannot be",
  ],
  ["a billion branches", '{"a":{"branches":[1,0,1000000000]}}', "line 1 has 1000000000 branches, which no line has"],
  [
    "a billion functions",
    '{"a":{"functions":[0,1000000000]}}',
    '"a" has 1000000000 functions, which no source file has',
  ],
  [
    "a block of a billion lines",
    '{"a":{"blocks":[1,1,1000000000,2,1,1]}}',
    "a block spans 999999999 lines, which no function has",
  ],
  ["statements beyond 32 bits", '{"a":{"blocks":[1,1,2,2,4294967296,1]}}', "a block has a number above 2147483647"],
  ["a claim of more than all", '{"a":{"declared":{"lines":[2,1]}}}', "declares 2 of 1 lines covered, which cannot be"],
])("damaged: %s", (_, files, message) => {
  expect(() => readSnapshot(bytes(damaged(files)))).toThrow(new ReportError(message));
});

test("a few bytes cannot stand for more lines than there is memory", () => {
  const files = Array.from({ length: 200 }, (_, at) => `"${at}":{"hit":[0,9000000]}`).join(",");
  expect(() => readSnapshot(bytes(damaged(`{${files}}`)))).toThrow(
    new ReportError("has more than 50000000 lines and functions: it is damaged"),
  );
});

test("cut off anywhere it says so", () => {
  const whole = new TextEncoder().encode(written(reportOf({ "ü.rs": [(b) => b.addLine(3, 1)] })).trimEnd());
  for (let end = 0; end < whole.length; end++) {
    expect(() => readSnapshot([whole.subarray(0, end)]), `${end} bytes`).toThrow(
      new ReportError(`ends early, after ${end} bytes: the report was cut off`),
    );
  }
});

test("file names and minimums of any spelling come back, `__proto__` as well", () => {
  const names = ["__proto__", "constructor", 'a"b\\c', "new\nline.rs", "\u2028", "ü☃😀", ""];
  const files = new Map(names.map((name) => [name, fileOf(name, [(b: FileBuilder) => b.addLine(1, 1)])]));
  const gate = JSON.parse('{"__proto__":"80","min-coverage":"70 %"}');
  const text = [...writeSnapshot({ ...reportOf({}), files }, { ...META, gate })].join("");
  const { meta, report } = readSnapshot(bytes(text));
  expect([...report.files.keys()].sort()).toEqual([...names].sort());
  expect(Object.entries(meta.gate)).toEqual([
    ["__proto__", "80"],
    ["min-coverage", "70 %"],
  ]);
  expect(text.split("\n")).toHaveLength(names.length + 3);
});

test("the same report is the same text, in whatever order its files came", () => {
  const [a, b] = [fileOf("a", [(x) => x.addLine(1, 1)]), fileOf("b", [(x) => x.addLine(2, 0)])];
  const of = (...files: (typeof a)[]) => written({ ...reportOf({}), files: new Map(files.map((f) => [f.path, f])) });
  expect(of(b, a)).toBe(of(a, b));
});

test("declared totals and branches known by identity are kept as numbers", () => {
  const report = reportOf({
    a: [(b) => b.declare({ lines: { covered: 3, total: 4 }, branches: { covered: 1, total: 9 } })],
    b: [(b) => b.addLine(1, 5), (b) => b.addBranch(1, 0, "x", 5), (b) => b.addBranch(1, 0, "y", 0)],
  });
  const again = readSnapshot(bytes(written(report))).report;
  for (const mode of ["lines", "declared"] as const)
    expect(reportTotals(again, mode)).toEqual(reportTotals(report, mode));
  expect(plainReport(again)).toEqual({
    a: { declared: "lines 3/4, branches 1/9" },
    b: { lines: "1:1", branchCounts: "1:1/2" },
  });
});
