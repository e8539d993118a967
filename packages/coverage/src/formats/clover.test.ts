import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseText, plain } from "../../testing/plain-report.ts";
import { recognises } from "../../testing/recognition.ts";
import { reportTotals } from "../totals.ts";
import { clover } from "./clover.ts";

recognises(
  clover,
  { name: "clover", title: "Clover XML", usualNames: ["clover.xml"] },
  {
    own: ['<coverage generated="1"></coverage>', '<coverage clover="3.2.0">', '<coverage a="b"  generated  = "1">'],
    foreign: ["<coverage>", '<coverages generated="1">', '<coverage line-rate="1">', '<coverage regenerated="1">'],
  },
);

function reportOf(lines: string, root = 'generated="1700000000"'): string {
  return `<?xml version="1.0"?><coverage ${root}><project timestamp="1"><file name="A.php" path="/app/src/A.php"><class name="A"/>${lines}<metrics loc="9"/></file></project></coverage>`;
}

test("statements, methods and conditions", () => {
  const report = reportOf(
    '<line num="3" type="method" name="run" count="2"/><line num="4" type="stmt" count="2"/><line num="5" type="stmt" count="0"/>',
  );
  expect(plain(clover, report)).toEqual({ "/app/src/A.php": { lines: "4:2, 5:0", functions: "3 run:2" } });
});

describe("truecount and falsecount", () => {
  const condition = (t: number, f: number) => `<line num="7" type="cond" truecount="${t}" falsecount="${f}"/>`;

  test.each([
    ["both outcomes came", 4, 2, "2/2"],
    ["only true came", 4, 0, "1/2"],
    ["only false came", 0, 2, "1/2"],
    ["none came", 0, 0, "0/2"],
  ])("OpenClover writes how often each came: %s", (_, t, f, expected) => {
    expect(plain(clover, reportOf(condition(t, f), 'generated="1" clover="4.4.1"'))["/app/src/A.php"]).toEqual({
      lines: `7:${t + f}`,
      branchCounts: `7:${expected}`,
    });
  });

  test.each([
    ["all of two", 2, 0, "2/2"],
    ["one of two", 1, 1, "1/2"],
    ["three of four", 3, 1, "3/4"],
    ["none of two", 0, 2, "0/2"],
  ])("Istanbul writes how many branches are covered and how many are not: %s", (_, t, f, expected) => {
    const line = `<line num="7" count="5" type="cond" truecount="${t}" falsecount="${f}"/>`;
    expect(plain(clover, reportOf(line, 'generated="1" clover="3.2.0"'))["/app/src/A.php"]).toEqual({
      lines: "7:5",
      branchCounts: `7:${expected}`,
    });
  });
});

test("a file without a path goes by its name, and PHPUnit's line 0 is nothing", () => {
  const report =
    '<coverage generated="1"><project><package name="p"><file name="/app/B.php"><line num="0" type="stmt" count="1"/><line num="2" type="stmt" count="1"/></file></package></project></coverage>';
  expect(plain(clover, report)).toEqual({ "/app/B.php": { lines: "2:1" } });
});

test.each<[string, string, Record<string, object>, string?]>([
  [
    "a line outside of every file",
    '<line num="1" count="1"/><file name="a"><line num="2" count="1"/></file>',
    { a: { lines: "2:1" } },
  ],
  ["a file without a name", '<file><line num="1" count="1"/></file><file name="a"/>', { a: {} }],
  [
    "a method with only a signature",
    '<file name="a"><line num="1" type="method" signature="f()" count="1"/></file>',
    { a: { functions: "1 f():1" } },
  ],
  [
    "a method without a name",
    '<file name="a"><line num="1" type="method" count="1"/></file>',
    { a: { functions: "1 :1" } },
  ],
  [
    "half a condition",
    '<file name="a"><line num="1" type="cond" count="3" truecount="1"/></file>',
    { a: { lines: "1:3" } },
  ],
  [
    "the other half",
    '<file name="a"><line num="1" type="cond" count="3" falsecount="1"/></file>',
    { a: { lines: "1:3" } },
  ],
  [
    "a statement is not a condition",
    '<file name="a"><line num="1" type="stmt" count="3" truecount="1" falsecount="1"/></file>',
    { a: { lines: "1:3" } },
  ],
  [
    "a condition without branches",
    '<file name="a"><line num="1" type="cond" count="3" truecount="0" falsecount="0"/></file>',
    { a: { lines: "1:3" } },
    "3.2.0",
  ],
  [
    "a file in two parts",
    '<file name="a"><line num="1" count="3"/></file><file name="a"><line num="2" count="0"/></file>',
    { a: { lines: "1:3, 2:0" } },
  ],
])("%s", (_, content, expected, version = "4.4.1") => {
  expect(plain(clover, `<coverage clover="${version}"><project>${content}</project></coverage>`)).toEqual(expected);
});

test("a condition of OpenClover tells only of its two outcomes; PHPUnit's has none", () => {
  const line = '<line num="7" type="cond" count="3"/>';
  expect(plain(clover, reportOf(line))["/app/src/A.php"]).toEqual({ lines: "7:3" });
});

test("a fully covered condition is full in both dialects, however often it ran", () => {
  for (const [dialect, t, f] of [
    ['clover="4.4.1"', 9, 1],
    ['clover="3.2.0"', 2, 0],
  ] as const) {
    const report = parseText(
      clover,
      reportOf(`<line num="7" count="10" type="cond" truecount="${t}" falsecount="${f}"/>`, `generated="1" ${dialect}`),
    );
    expect(reportTotals(report, "lines").branches).toEqual({ covered: 2, total: 2 });
  }
});

test("the classes of one file are one file, and its lines are told once", () => {
  const file = (lines: string) => `<file name="A.php" path="/w/A.php">${lines}</file>`;
  const report = `<coverage generated="1"><project><package name="a">${file('<line num="1" type="stmt" count="2"/>')}</package><package name="b">${file('<line num="1" type="stmt" count="3"/><line num="2" type="stmt" count="0"/>')}</package></project></coverage>`;
  expect(plain(clover, report)).toEqual({ "/w/A.php": { lines: "1:3, 2:0" } });
});

test("PHPUnit's methods are functions and not lines: 6 of 10 statements, 2 of 4 methods, as its text report has it", () => {
  const text = readFileSync(new URL("../../testing/reports/phpunit.clover.xml", import.meta.url), "utf8");
  expect(reportTotals(parseText(clover, text), "lines")).toEqual({
    lines: { covered: 6, total: 10 },
    branches: { covered: 0, total: 0 },
    functions: { covered: 2, total: 4 },
  });
});

describe("Istanbul's metrics", () => {
  const file = (metrics: string, lines: string) =>
    `<coverage generated="1" clover="3.2.0"><project><metrics methods="99" coveredmethods="99" conditionals="99"/><file name="a" path="a"><metrics ${metrics}/>${lines}</file></project></coverage>`;
  const line = '<line num="2" count="4" type="cond" truecount="1" falsecount="1"/>';

  test.each([
    ["branches on lines without a statement have no place", 'conditionals="4" coveredconditionals="3"', "0:2/2, 2:1/2"],
    ["all branches are placed", 'conditionals="2" coveredconditionals="1"', "2:1/2"],
    ["fewer than the lines have", 'conditionals="1" coveredconditionals="1"', "2:1/2"],
    ["fewer covered than the lines have", 'conditionals="5" coveredconditionals="0"', "0:0/3, 2:1/2"],
    ["more covered than there are", 'conditionals="4" coveredconditionals="5"', "2:1/2"],
    ["no number", 'conditionals="many" coveredconditionals="1"', "2:1/2"],
  ])("%s", (_, metrics, expected) => {
    expect(plain(clover, file(metrics, line)).a?.branchCounts).toBe(expected);
  });

  test("functions are known by their number alone", () => {
    const text = file('statements="3" coveredstatements="2" methods="2" coveredmethods="1"', line);
    expect(plain(clover, text).a?.declared).toBe("lines 2/3, functions 1/2");
    expect(reportTotals(parseText(clover, text), "lines").functions).toEqual({ covered: 1, total: 2 });
  });

  test("a class's metrics are not the file's", () => {
    const text = file('methods="2" coveredmethods="1"', '<class><metrics methods="9" coveredmethods="9"/></class>');
    expect(plain(clover, text).a?.declared).toBe("functions 1/2");
  });

  test("each file has its own", () => {
    const two = file('conditionals="4" coveredconditionals="3"', line).replace(
      "</project>",
      `<file name="b" path="b">${line}</file></project>`,
    );
    expect(plain(clover, two).b).toEqual({ lines: "2:4", branchCounts: "2:1/2" });
  });
});

test("OpenClover tells every branch by its line: its metrics add none", () => {
  const metrics = '<metrics conditionals="8" coveredconditionals="1"/>';
  const line = '<line num="7" type="cond" truecount="1" falsecount="0"/>';
  const text = `<coverage generated="1" clover="4.4.1"><file path="a">${line}${metrics}</file></coverage>`;
  expect(plain(clover, text).a?.branchCounts).toBe("7:1/2");
});
