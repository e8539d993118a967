import { ReportError } from "@jessy-actions/reading/report-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseText, plain, plainReport } from "../../testing/plain-report.ts";
import { recognises } from "../../testing/recognition.ts";
import { reportTotals } from "../totals.ts";
import { llvmCov } from "./llvm-cov.ts";

recognises(
  llvmCov,
  { name: "llvm-cov", title: "llvm-cov JSON", usualNames: ["llvm-cov.json", "coverage.llvm.json"] },
  {
    own: [
      '{"type":"llvm.coverage.json.export","data":[]}',
      '  {"type"  :  "llvm.coverage.json.export"',
      '{"data"  :  [  {  "files"',
      '{"data":[{"functions"',
      '{"data":[{"totals"',
    ],
    foreign: ['x{"data":[{"files"', '["data":[{"files"', '{"data":[{"file"', '{"type":"llvm_coverage_json_export"'],
  },
);

type Segment = readonly [
  line: number,
  column: number,
  count: number,
  hasCount: boolean,
  isEntry: boolean,
  isGap?: boolean,
];

function reportOf(file: object, functions?: readonly object[]): string {
  return JSON.stringify({
    data: [{ files: [{ filename: "/w/src/a.rs", ...file }], ...(functions !== undefined && { functions }) }],
    type: "llvm.coverage.json.export",
    version: "2.0.1",
  });
}

describe("lines from segments, by LLVM's rule", () => {
  test.each<[string, readonly Segment[], string | undefined]>([
    [
      "a region over three lines",
      [
        [1, 1, 2, true, true],
        [3, 2, 0, false, false],
      ],
      "1:2, 2:2, 3:2",
    ],
    [
      "an unexecuted region inside an executed one",
      [
        [1, 1, 1, true, true],
        [2, 5, 0, true, true],
        [4, 6, 1, true, false],
        [5, 2, 0, false, false],
      ],
      // Line 2 starts in the outer region and line 4 ends in it.
      "1:1, 2:1, 3:0, 4:0, 5:1",
    ],
    [
      "the largest count of the regions that start on a line",
      [
        [1, 1, 0, true, true],
        [1, 9, 7, true, true],
        [2, 2, 0, false, false],
      ],
      "1:7, 2:7",
    ],
    [
      "a gap region does not make its line executed",
      [
        [1, 1, 5, true, true],
        [2, 1, 0, true, true],
        [2, 4, 9, true, true, true],
        [3, 1, 0, false, false],
      ],
      "1:5, 2:5, 3:9",
    ],
    [
      "a skipped region is no line",
      [
        [1, 1, 0, false, true],
        [2, 1, 3, true, true],
        [2, 9, 0, false, false],
      ],
      "2:3",
    ],
    ["no segments", [], undefined],
  ])("%s", (_, segments, expected) => {
    expect(
      plain(llvmCov, reportOf({ segments: segments.map((s) => [...s, ...(s.length === 5 ? [false] : [])]) }))[
        "/w/src/a.rs"
      ]?.lines,
    ).toBe(expected);
  });
});

test.each<[string, readonly Segment[], string, number]>([
  [
    "above the one before it",
    [
      [5, 1, 1, true, true],
      [3, 1, 9, true, true],
      [6, 1, 0, false, false],
    ],
    "5:1, 6:1",
    1,
  ],
  [
    "0, or one and a half",
    [
      [0, 1, 9, true, true],
      [1.5, 1, 9, true, true],
      [6, 1, 2, true, true],
    ],
    "6:2",
    2,
  ],
  ["above the largest", [[2_147_483_648, 1, 1, true, true]], "", 1],
  [
    "just a million below the first",
    [
      [2, 1, 0, false, false],
      [1_000_002, 1, 3, true, true],
    ],
    "1000002:3",
    0,
  ],
  [
    "farther below it",
    [
      [2, 1, 0, false, false],
      [1_000_003, 1, 3, true, true],
    ],
    "",
    1,
  ],
])("a segment on a line %s", (_, segments, lines, leftOut) => {
  const report = parseText(llvmCov, reportOf({ segments }));
  expect(plainReport(report)["/w/src/a.rs"]?.lines ?? "").toBe(lines);
  expect(report.warnings.map(({ message }) => message)).toEqual(
    leftOut === 0 ? [] : [`records whose line number cannot be, left out: ${leftOut} (first in "/w/src/a.rs")`],
  );
  expect(report.sourceRoots).toEqual([]);
});

test("instances of one function add up; a file without a summary declares nothing", () => {
  const instance = (count: number) => ({ name: "f", count, filenames: ["/w/src/a.rs"], regions: [[7, 1]] });
  const report = parseText(llvmCov, reportOf({}, [instance(2), instance(3)]));
  expect(plainReport(report)["/w/src/a.rs"]?.functions).toBe("7 f:5");
  expect(report.files.get("/w/src/a.rs")?.declared).toBeUndefined();
});

test("a file of one line far down its source unfolds one line", () => {
  const far = { segments: [[2_000_000_000, 1, 1, true, true]] };
  expect(plain(llvmCov, reportOf(far))["/w/src/a.rs"]?.lines).toBe("2000000000:1");
});

test("branches meet by their place: instances of generic code add up", () => {
  const branches = [
    [4, 8, 4, 12, 1, 0, 0, 0, 4],
    [4, 8, 4, 12, 0, 2, 0, 0, 4],
    [9, 3, 9, 5, 0, 0, 0, 0, 4],
  ];
  expect(plain(llvmCov, reportOf({ segments: [], branches }))["/w/src/a.rs"]?.branches).toBe(
    "4[8-4.12.0]:1, 4[8-4.12.1]:2, 9[3-9.5.0]:0, 9[3-9.5.1]:0",
  );
});

test("functions stand where their first region starts", () => {
  const functions = [
    { name: "_RNvCs_main", count: 3, filenames: ["/w/src/a.rs"], regions: [[7, 1, 9, 2, 3, 0, 0, 0]] },
  ];
  expect(plain(llvmCov, reportOf({ segments: [] }, functions))["/w/src/a.rs"]?.functions).toBe("7 _RNvCs_main:3");
});

test("a summary is kept as what the report declares", () => {
  const summary = {
    lines: { count: 10, covered: 7, percent: 70 },
    functions: { count: 2, covered: 1 },
    branches: { count: 0, covered: 0 },
  };
  expect(plain(llvmCov, reportOf({ summary }))).toEqual({
    "/w/src/a.rs": { declared: "lines 7/10, branches 0/0, functions 1/2" },
  });
});

test.each([
  ["no data", '{"type":"llvm.coverage.json.export"}', "`data` is not a list but missing"],
  [
    "a file without a name",
    '{"data":[{"files":[{"segments":[]}]}]}',
    "`data[0].files[0].filename` is not a string but missing",
  ],
  ["a segment that is none", reportOf({ segments: [["x"]] }), "segment 0 is not [line, column, count, ...]"],
  [
    "a branch that is none",
    reportOf({ branches: [[1, 2]] }),
    "branch 0 is not [line, column, line, column, count, count, ...]",
  ],
  [
    "a summary of more than all",
    reportOf({ summary: { lines: { count: 1, covered: 2 } } }),
    "declares 2 of 1 lines covered, which cannot be",
  ],
])("%s is refused by its place", (_, text, message) => {
  expect(() => parseText(llvmCov, text)).toThrow(new ReportError(message));
});

/** LineCoverageStats of llvm/lib/ProfileData/Coverage/CoverageMapping.cpp, line by line as it stands there. */
function linesAsLlvmCounts(segments: readonly Segment[]): string {
  const result: string[] = [];
  let wrapped: Segment | undefined;
  for (let line = segments[0]![0]; line <= segments.at(-1)![0]; line++) {
    const starting = segments.filter((segment) => segment[0] === line);
    const regions = starting.filter(([, , , hasCount, isEntry, isGap]) => isGap !== true && hasCount && isEntry);
    const startsSkipped = starting.length > 0 && !starting[0]![3] && starting[0]![4];
    let mapped = !startsSkipped && (wrapped?.[3] === true || regions.length > 0);
    mapped ||= starting.some(([, , , hasCount, isEntry]) => hasCount && isEntry);
    if (mapped) {
      const counts = regions.map(([, , count]) => count);
      result.push(`${line}:${Math.max(wrapped?.[2] ?? 0, ...counts)}`);
    }
    if (starting.length > 0) wrapped = starting.at(-1);
  }
  return result.join(", ");
}

test("any segments give the lines that LLVM's rule gives", () => {
  const segment = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(3), fc.boolean(), fc.boolean(), fc.boolean());
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 12 }), (drawn) => {
      const segments = drawn
        .sort((a, b) => a[0] - b[0])
        .map(
          ([line, count, hasCount, ...rest], at): Segment => [line, at + 1, hasCount ? count : 0, hasCount, ...rest],
        );
      expect(plain(llvmCov, reportOf({ segments }))["/w/src/a.rs"]?.lines ?? "").toBe(linesAsLlvmCounts(segments));
    }),
    { numRuns: 500 },
  );
});

test("the same file in two units (two binaries) is two runs", () => {
  const unit = (count: number) => ({
    files: [
      {
        filename: "a.rs",
        segments: [
          [1, 1, count, true, true, false],
          [2, 2, 0, false, false, false],
        ],
      },
    ],
  });
  const text = JSON.stringify({ data: [unit(0), unit(3)], type: "llvm.coverage.json.export" });
  expect(plain(llvmCov, text)).toEqual({ "a.rs": { lines: "1:3, 2:3" } });
});

test("a report of summaries only has totals and no lines", () => {
  const report = parseText(llvmCov, reportOf({ summary: { lines: { count: 10, covered: 7 } } }));
  expect(reportTotals(report, "lines").lines).toEqual({ covered: 7, total: 10 });
  expect(report.files.get("/w/src/a.rs")?.lines.line).toHaveLength(0);
});

test.each<[string, object, string]>([
  ["a segment that is a number", { segments: [5] }, "segment 0 is not [line, column, count, ...]"],
  [
    "a segment that counts a text",
    { segments: [[1, 1, "0", true, true]] },
    "segment 0 is not [line, column, count, ...]",
  ],
  ["a branch that is a number", { branches: [5] }, "branch 0 is not [line, column, line, column, count, count, ...]"],
  [
    "a short branch",
    { branches: [[1, 2, 3, 4, 5]] },
    "branch 0 is not [line, column, line, column, count, count, ...]",
  ],
  [
    "a branch with a text",
    { branches: [[1, 2, 3, 4, 5, "6"]] },
    "branch 0 is not [line, column, line, column, count, count, ...]",
  ],
])("%s is refused", (_, file, message) => {
  expect(() => parseText(llvmCov, reportOf(file))).toThrow(new ReportError(message));
});

test("only the first six members of a branch are read, and only the distance of segments is limited", () => {
  const file = {
    branches: [
      [1, 2, 3, 4, 5, 6],
      [9, 2, 3, 4, 1, 0, "x"],
    ],
    segments: [
      [600_000, 1, 1, true, true],
      [600_001, 1, 0, false, false],
    ],
  };
  expect(plain(llvmCov, reportOf(file))["/w/src/a.rs"]).toEqual({
    lines: "600000:1, 600001:1",
    branches: "1[2-3.4.0]:5, 1[2-3.4.1]:6, 9[2-3.4.0]:1, 9[2-3.4.1]:0",
  });
});

test("functions without a place stand on line 0; those without a file are left out", () => {
  const of = (name: string, fields: object) => ({ name, count: 1, filenames: ["/w/src/a.rs"], ...fields });
  const functions = [
    of("a", {}),
    of("b", { regions: [] }),
    of("c", { regions: [["x"]] }),
    of("d", { regions: [7] }),
    of("e", { regions: [[4, 1]] }),
    of("f", { filenames: [5] }),
    of("g", { filenames: [] }),
  ];
  const report = parseText(llvmCov, reportOf({}, functions));
  expect(plainReport(report)["/w/src/a.rs"]?.functions).toBe("0 a:1, 0 b:1, 0 c:1, 0 d:1, 4 e:1");
  expect(report.warnings).toEqual([]);
});

test("units of one file add up; each has its own functions", () => {
  const file = { filename: "a.rs", segments: [[1, 1, 2, true, true]] };
  const functions = [{ name: "f", count: 2, filenames: ["a.rs"], regions: [[1, 1]] }];
  const text = JSON.stringify({ data: [{ files: [file], functions }, { files: [file] }] });
  expect(plain(llvmCov, text)).toEqual({ "a.rs": { lines: "1:4", functions: "1 f:2" } });
});
