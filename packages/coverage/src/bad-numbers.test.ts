import { expect, test } from "vitest";
import { parseText, plainReport } from "../testing/plain-report.ts";
import { formatNamed } from "./formats.ts";
import type { FormatName } from "./model.ts";

/** A report of each format with one good line, `2`, and one whose number is `N`. */
const REPORTS: readonly (readonly [format: FormatName, what: string, text: string])[] = [
  ["lcov", "DA", "SF:a\nDA:2,1\nDA:N,1\nend_of_record\n"],
  ["lcov", "BRDA", "SF:a\nDA:2,1\nBRDA:N,0,0,1\nend_of_record\n"],
  ["go", "first", "mode: set\na:2.1,2.9 1 1\na:N.1,9.9 1 1\n"],
  ["go", "last", "mode: set\na:2.1,2.9 1 1\na:1.1,N.9 1 1\n"],
  [
    "cobertura",
    "line",
    '<coverage line-rate="1"><class filename="a"><lines><line number="2" hits="1"/><line number="N" hits="1" condition-coverage="50% (1/2)"/></lines></class></coverage>',
  ],
  [
    "jacoco",
    "line",
    '<report><package><sourcefile name="a"><line nr="2" ci="1"/><line nr="N" ci="1"/></sourcefile></package></report>',
  ],
  [
    "clover",
    "line",
    '<coverage generated="1"><file path="a"><line num="2" type="stmt" count="1"/><line num="N" type="cond" truecount="1" falsecount="1"/></file></coverage>',
  ],
  [
    "opencover",
    "sequence point",
    '<CoverageSession><Module><File uid="1" fullPath="a"/><SequencePoint fileid="1" sl="2" vc="1"/><SequencePoint fileid="1" sl="N" vc="1"/></Module></CoverageSession>',
  ],
  [
    "scoverage",
    "statement",
    '<scoverage><class filename="a"><statement line="2" start="1" end="2" invocation-count="1"/><statement line="N" start="3" end="4" invocation-count="1"/></class></scoverage>',
  ],
  ["llvm-cov", "segment", '{"data":[{"files":[{"filename":"a","segments":[[2,1,1,true,true],[N,1,0,false,false]]}]}]}'],
  [
    "istanbul",
    "statement",
    '{"a":{"statementMap":{"0":{"start":{"line":2}},"1":{"start":{"line":N}}},"s":{"0":1,"1":1}}}',
  ],
  ["coverage.py", "line", '{"files":{"a":{"executed_lines":[2,N],"missing_lines":[]}}}'],
  ["coverage.py", "arc", '{"files":{"a":{"executed_lines":[2],"missing_lines":[],"missing_branches":[[N,1]]}}}'],
  [
    "simplecov",
    "branch",
    '{"coverage":{"a":{"lines":[null,1],"branches":[{"start_line":N,"coverage":1},{"start_line":N,"coverage":1}]}}}',
  ],
];

const BAD = ["1.5", "2147483648", "4294967297", "1e300"];

test.each(REPORTS.flatMap(([format, what, text]) => BAD.map((number) => [format, what, number, text] as const)))(
  "%s: a %s with the line number %s costs nothing else, and is noted",
  (name, _, number, text) => {
    const report = parseText(formatNamed(name), text.replaceAll("N", number));
    const { lines, branches, branchCounts } = plainReport(report).a!;
    expect({ lines, branches, branchCounts }).toEqual({ lines: "2:1", branches: undefined, branchCounts: undefined });
    expect(report.warnings).toHaveLength(1);
    expect(report.warnings[0]?.message).toMatch(
      /^records whose line number cannot be, left out: [12] \(first (?:on line [1-4]|in "a")\)$/,
    );
  },
);

test.each<[FormatName, string]>([
  ["lcov", "SF:a\nDA:2,1\nDA:x,1\nend_of_record\n"],
  ["lcov", "SF:a\nDA:2,1\nDA:-3,1\nend_of_record\n"],
  ["lcov", "SF:a\nDA:2,1\nDA:0,1\nend_of_record\n"],
  ["lcov", "SF:a\nDA:2,1\nDA:1000000000000000000000,1\nend_of_record\n"],
  ["lcov", "SF:a\nDA:2,1\nBRDA:-1,0,0,1\nend_of_record\n"],
  ["go", "mode: set\na:2.1,2.9 1 1\na:0.1,9.9 1 1\n"],
  ["go", "mode: set\na:2.1,2.9 1 1\na:x.1,9.9 1 1\n"],
  ["go", "mode: set\na:2.1,2.9 1 1\na:1.1,999999999.9 1 1\n"],
  [
    "cobertura",
    '<coverage line-rate="1"><class filename="a"><line number="2" hits="1"/><line hits="1"/></class></coverage>',
  ],
  [
    "cobertura",
    '<coverage line-rate="1"><class filename="a"><line number="2" hits="1"/><line number="-3"/></class></coverage>',
  ],
  [
    "jacoco",
    '<report><package><sourcefile name="a"><line nr="2" ci="1"/><line nr="0" ci="1"/></sourcefile></package></report>',
  ],
  [
    "clover",
    '<coverage generated="1"><file path="a"><line num="2" count="1"/><line num="?" count="1"/></file></coverage>',
  ],
  ["llvm-cov", '{"data":[{"files":[{"filename":"a","segments":[[2,1,1,true,true],[1,1,0,true,true],[3,1,0]]}]}]}'],
  ["llvm-cov", '{"data":[{"files":[{"filename":"a","segments":[[2,1,1,true,true],["3",1,0]]}]}]}'],
  ["llvm-cov", '{"data":[{"files":[{"filename":"a","segments":[[2,1,1,true,true],[1000003,1,0]]}]}]}'],
  ["coverage.py", '{"files":{"a":{"executed_lines":[2,"x"],"missing_lines":[]}}}'],
  ["coverage.py", '{"files":{"a":{"executed_lines":[2],"missing_lines":[],"executed_branches":[["2",3]]}}}'],
  ["istanbul", '{"a":{"statementMap":{"0":{"start":{"line":2}},"1":{"start":{"line":"3"}}},"s":{"0":1,"1":1}}}'],
  ["simplecov", '{"coverage":{"a":{"lines":[null,1],"branches":[{"coverage":1}]}}}'],
])("%s: %s", (name, text) => {
  const report = parseText(formatNamed(name), text);
  expect(plainReport(report).a?.lines).toMatch(/^2:1(?:, 3:1)?$/);
  expect(report.warnings.map(({ message }) => message.replace(/ \(.*/, ""))).toContain(
    "records whose line number cannot be, left out: 1",
  );
});

test.each<[FormatName, string]>([
  ["lcov", "SF:a\nFN:99999999999,f\nFNDA:1,f\nend_of_record\n"],
  ["lcov", "SF:a\nFN:x,f\nFNDA:1,f\nend_of_record\n"],
  ["lcov", "SF:a\nFNL:0,x\nFNA:0,1,f\nend_of_record\n"],
  [
    "clover",
    '<coverage generated="1"><file path="a"><line num="-1" type="method" name="f" count="1"/></file></coverage>',
  ],
  ["istanbul", '{"a":{"statementMap":{},"fnMap":{"0":{"name":"f","loc":{"start":{"line":1.5}}}},"f":{"0":1}}}'],
])("%s: a function keeps its count where its line number cannot be: %s", (name, text) => {
  const report = parseText(formatNamed(name), text);
  expect(plainReport(report).a?.functions).toBe("0 f:1");
  expect(report.warnings[0]?.message).toMatch(/^functions whose line number cannot be, kept without one: 1 \(first /);
});

test.each<[FormatName, string]>([
  ["lcov", "SF:a\nDA:2,COUNT\nend_of_record\n"],
  ["lcov", "SF:a\nDA:2,0\nBRDA:2,0,0,COUNT\nend_of_record\n"],
  ["lcov", "SF:a\nDA:2,0\nFN:1,f\nFNDA:COUNT,f\nend_of_record\n"],
  ["cobertura", '<coverage line-rate="1"><class filename="a"><line number="2" hits="COUNT"/></class></coverage>'],
  ["clover", '<coverage generated="1"><file path="a"><line num="2" type="stmt" count="COUNT"/></file></coverage>'],
])("%s: an endless or odd count is a miss, and is noted: %s", (name, text) => {
  for (const count of ["Infinity", "inf", "NaN", "1e999", "0x10", "1_000", ""]) {
    const report = parseText(formatNamed(name), text.replace("COUNT", count));
    const file = report.files.get("a")!;
    expect([...file.lines.hits, ...file.branches.taken, ...file.functions.hits].every((hits) => hits === 0)).toBe(true);
    expect(report.warnings.map(({ message }) => message.replace(/ \(.*/, ""))).toEqual([
      "hit counts that are not numbers, read as 0: 1",
    ]);
  }
});
