import { ReportError } from "@jessy-actions/reading/report-error";
import { expect, test } from "vitest";
import { parseText, plain } from "../../testing/plain-report.ts";
import { recognises } from "../../testing/recognition.ts";
import { reportTotals } from "../totals.ts";
import { coveragePy } from "./coverage-py.ts";

recognises(
  coveragePy,
  { name: "coverage.py", title: "coverage.py JSON", usualNames: ["coverage.json"] },
  {
    own: [
      '{"files":{"a":{"executed_lines":[],"missing_lines":[]}}}',
      '  {"executed_lines"  :',
      '{"meta"  :  { "version": 1, "branch_coverage"  :',
    ],
    foreign: ['["executed_lines":', 'x{"executed_lines":', '{"meta":{}, "branch_coverage":', '{"executed_line":'],
  },
);

function reportOf(file: object): string {
  return JSON.stringify({
    meta: { format: 3, version: "7.6.1", branch_coverage: true },
    files: { "src/a.py": { executed_lines: [], missing_lines: [], excluded_lines: [], ...file } },
    totals: { percent_covered: 12 },
  });
}

test("what cannot be a line is left out and said with its file; line 0 and the entry of a function are no such", () => {
  const report = parseText(
    coveragePy,
    reportOf({
      executed_lines: [0, 3, 3, "4"],
      executed_branches: [
        [0, 1],
        [-1, 2],
      ],
    }),
  );
  expect(report.files.get("src/a.py")?.lines).toMatchObject({ line: Uint32Array.of(3), hits: Float64Array.of(1) });
  expect(report.warnings.map(({ message }) => message)).toEqual([
    'records whose line number cannot be, left out: 1 (first in "src/a.py")',
  ]);
  expect(report.sourceRoots).toEqual([]);
});

test("executed and missing lines; excluded ones are not measured", () => {
  expect(plain(coveragePy, reportOf({ executed_lines: [1, 3], missing_lines: [4], excluded_lines: [9] }))).toEqual({
    "src/a.py": { lines: "1:1, 3:1, 4:0" },
  });
});

test("a branch is an arc; one that leaves the function is a branch of its line, one that enters it is none", () => {
  const report = reportOf({
    executed_branches: [
      [2, 3],
      [2, -1],
      [-1, 2],
    ],
    missing_branches: [[5, -5]],
  });
  expect(plain(coveragePy, report)["src/a.py"]?.branches).toBe("2[0.-1]:1, 2[0.3]:1, 5[0.-5]:0");
});

test("functions since 7.6, without the module's own code", () => {
  const functions = {
    "": { executed_lines: [1], missing_lines: [] },
    "A.run": { executed_lines: [3], missing_lines: [4], start_line: 2 },
    stop: { executed_lines: [], missing_lines: [8, 9] },
    empty: { executed_lines: [], missing_lines: [] },
  };
  expect(plain(coveragePy, reportOf({ functions }))["src/a.py"]?.functions).toBe("2 A.run:1, 8 stop:0");
});

test.each([
  ["no files", '{"meta":{"branch_coverage":true}}', "`files` is not an object but missing"],
  ["lines that are no list", reportOf({ executed_lines: 3 }), '`files["src/a.py"].executed_lines` is not a list but 3'],
  ["a branch that is none", reportOf({ missing_branches: [[1]] }), "a branch is not [from, to]"],
  ["a branch that is a number", reportOf({ missing_branches: [1] }), "a branch is not [from, to]"],
])("%s is refused by its place", (_, text, message) => {
  expect(() => parseText(coveragePy, text)).toThrow(new ReportError(message));
});

test("a function whose lines are no numbers has none, and a branch from line 0 belongs to no line", () => {
  const functions = { f: { executed_lines: ["x"], missing_lines: [] } };
  expect(plain(coveragePy, reportOf({ functions, executed_branches: [[0, 1]] }))).toEqual({ "src/a.py": {} });
});

test("line 0, which some versions of Python execute in an empty file, is no line", () => {
  expect(plain(coveragePy, reportOf({ executed_lines: [0] }))).toEqual({ "src/a.py": {} });
  expect(plain(coveragePy, reportOf({ executed_lines: [2], missing_lines: [0] }))["src/a.py"]?.lines).toBe("2:1");
});

test("`percent_covered` of the report mixes lines and branches; ours are counted apart", () => {
  const report = parseText(
    coveragePy,
    reportOf({
      executed_lines: [1, 2],
      missing_lines: [3, 4],
      executed_branches: [[1, 2]],
      missing_branches: [[1, 3]],
    }),
  );
  expect(reportTotals(report, "lines")).toMatchObject({
    lines: { covered: 2, total: 4 },
    branches: { covered: 1, total: 2 },
  });
});

test("a generated function of a hundred thousand lines, without its start", () => {
  const lines = Array.from({ length: 200_000 }, (_, at) => 200_001 - at);
  const functions = { f: { executed_lines: lines, missing_lines: [] } };
  expect(plain(coveragePy, reportOf({ functions }))["src/a.py"]?.functions).toBe("2 f:1");
});

test.each([
  ["no missing lines", { missing_lines: undefined }, '`files["src/a.py"].missing_lines` is not a list but missing'],
])("%s is refused", (_, file, message) => {
  expect(() => parseText(coveragePy, reportOf(file))).toThrow(new ReportError(message));
});
