import { ReportError } from "@jessy-actions/reading/report-error";
import { expect, test } from "vitest";
import { parseText, plain } from "../../testing/plain-report.ts";
import { recognises } from "../../testing/recognition.ts";
import { reportTotals } from "../totals.ts";
import { jacoco } from "./jacoco.ts";

recognises(
  jacoco,
  { name: "jacoco", title: "JaCoCo XML", usualNames: ["jacoco.xml", "jacocoTestReport.xml", "jacoco*.xml"] },
  {
    own: [
      '<report name="x"><package name="p"/></report>',
      "<report><group>",
      "<report><sessioninfo ",
      '<!DOCTYPE report PUBLIC "-//JACOCO//DTD">',
      '<!DOCTYPE  report SYSTEM "jacoco.dtd">',
    ],
    foreign: ["<report>", "<reports><group>", "<package>", "<report><groups>", '<!DOCTYPE x SYSTEM "jacoco.dtd">'],
  },
);

const HEAD =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd">';

function reportOf(content: string): string {
  return `${HEAD}<report name="demo"><sessioninfo id="x" start="1" dump="2"/>${content}</report>`;
}

test("a line is covered when one of its instructions ran", () => {
  const report = reportOf(`<package name="com/example"><sourcefile name="A.java">
    <line nr="3" mi="0" ci="4" mb="0" cb="0"/><line nr="4" mi="2" ci="1" mb="1" cb="1"/><line nr="5" mi="2" ci="0" mb="2" cb="0"/>
    <counter type="INSTRUCTION" missed="4" covered="5"/><counter type="LINE" missed="1" covered="2"/><counter type="BRANCH" missed="3" covered="1"/></sourcefile></package>`);
  expect(plain(jacoco, report)).toEqual({
    "com/example/A.java": { lines: "3:4, 4:1, 5:0", branchCounts: "4:1/2, 5:0/2", declared: "lines 2/3, branches 1/4" },
  });
});

test("methods stand with their class and belong to its source file", () => {
  const report = reportOf(`<package name="p"><class name="p/A$Inner" sourcefilename="A.java">
    <method name="run" desc="()V" line="7"><counter type="LINE" missed="0" covered="1"/><counter type="METHOD" missed="0" covered="1"/></method>
    <method name="stop" desc="()V" line="9"><counter type="METHOD" missed="1" covered="0"/></method></class>
    <sourcefile name="A.java"><line nr="7" mi="0" ci="1" mb="0" cb="0"/></sourcefile></package>`);
  expect(plain(jacoco, report)["p/A.java"]?.functions).toBe("7 A$Inner.run()V:1, 9 A$Inner.stop()V:0");
});

test("groups nest, and the default package has no folder", () => {
  const file = (name: string) => `<sourcefile name="${name}"><line nr="1" mi="0" ci="1" mb="0" cb="0"/></sourcefile>`;
  const report = reportOf(
    `<group name="a"><group name="b"><package name="x">${file("X.kt")}</package></group></group><group name="c"><package name="">${file("Main.kt")}</package></group>`,
  );
  expect(Object.keys(plain(jacoco, report))).toEqual(["x/X.kt", "Main.kt"]);
});

test("the same source file in two modules of one report is one file", () => {
  const file = (ci: number) =>
    `<package name="x"><sourcefile name="X.kt"><line nr="1" mi="1" ci="${ci}" mb="0" cb="0"/></sourcefile></package>`;
  expect(plain(jacoco, reportOf(file(0) + file(2)))).toEqual({ "x/X.kt": { lines: "1:2" } });
});

test("the counts of one source file in two modules add", () => {
  const file = '<package name="x"><sourcefile name="X.kt"><line nr="1" mi="1" ci="2"/></sourcefile></package>';
  expect(plain(jacoco, reportOf(file + file))).toEqual({ "x/X.kt": { lines: "1:4" } });
});

test("methods of one package do not belong to another's file of the same name", () => {
  const package_ = (name: string, methods: string) =>
    `<package name="${name}"><class name="A" sourcefilename="A">${methods}</class><sourcefile name="A"/></package>`;
  expect(plain(jacoco, reportOf(package_("p", '<method name="f" desc="()" line="1"/>') + package_("q", "")))).toEqual({
    "p/A": { functions: "1 A.f():0" },
    "q/A": {},
  });
});

test.each<[string, string, object]>([
  ["names that are missing", "<class><method/></class><sourcefile/>", { "": { functions: "0 .:0" } }],
  [
    "a method without a line, and one on line 0",
    '<class name="A" sourcefilename="A"><method name="f" desc="()"/><method name="g" desc="()" line="0"/></class><sourcefile name="A"/>',
    { A: { functions: "0 A.f():0, 0 A.g():0" } },
  ],
  [
    "only its own counter tells whether a method ran",
    '<class name="A" sourcefilename="A"><method name="f" desc="()" line="1"><counter type="METHOD" missed="1" covered="0"/><counter type="LINE" missed="0" covered="1"/></method></class><sourcefile name="A"/>',
    { A: { functions: "1 A.f():0" } },
  ],
  [
    "a line outside of every file",
    '<line nr="1" ci="1"/><sourcefile name="A"><line nr="2" ci="1"/></sourcefile>',
    { A: { lines: "2:1" } },
  ],
  [
    "counters of each kind",
    '<sourcefile name="A"><counter type="METHOD" missed="1" covered="0"/><counter type="LINE" missed="0" covered="1"/></sourcefile>',
    { A: { declared: "functions 0/1, lines 1/1" } },
  ],
  [
    "counters without numbers or kind",
    '<sourcefile name="A"><counter type="METHOD" missed="1"/><counter type="LINE" covered="1"/><counter missed="0" covered="1"/></sourcefile>',
    { A: {} },
  ],
])("%s", (_, content, expected) => {
  expect(plain(jacoco, reportOf(`<package>${content}</package>`))).toEqual(expected);
});

test("lines without instruction counts, as gcovr writes them, are unknown; the counters stand", () => {
  const report = reportOf(
    '<package name="p"><sourcefile name="a.c"><line nr="1" mb="1" cb="1"/><counter type="LINE" missed="3" covered="7"/></sourcefile></package>',
  );
  expect(plain(jacoco, report)).toEqual({ "p/a.c": { branchCounts: "1:1/2", declared: "lines 7/10" } });
});

test("line 65535 is Kotlin's code without a place", () => {
  const method = '<method name="m" line="65535"><counter type="METHOD" missed="0" covered="1"/></method>';
  const line = (nr: number) => `<line nr="${nr}" mi="3" ci="0" mb="1" cb="1"/>`;
  const report = reportOf(
    `<package name="p"><class name="p/A" sourcefilename="A.kt">${method}</class><sourcefile name="A.kt">${line(65_534)}${line(65_535)}</sourcefile></package>`,
  );
  expect(plain(jacoco, report)).toEqual({
    "p/A.kt": { lines: "65534:0", branchCounts: "65534:1/2", functions: "0 A.m:1" },
  });
  expect(parseText(jacoco, report).warnings).toEqual([]);
});

test("a line with missed instructions or branches still is covered; what is missing stands in its branches", () => {
  const report = parseText(
    jacoco,
    reportOf(
      '<package name="p"><sourcefile name="A"><line nr="1" mi="9" ci="1" mb="3" cb="1"/></sourcefile></package>',
    ),
  );
  expect(reportTotals(report, "lines")).toMatchObject({
    lines: { covered: 1, total: 1 },
    branches: { covered: 1, total: 4 },
  });
});

test.each([
  [
    "more missed than there can be",
    'mi="0" ci="1" mb="-2" cb="3"',
    "line 1 has 3 of 1 branches covered, which cannot be",
  ],
  ["a billion", 'mi="0" ci="1" mb="1000000000" cb="0"', "line 1 has 1000000000 branches, which no line has"],
])("branches: %s", (_, attributes, message) => {
  const report = reportOf(`<package name="p"><sourcefile name="A"><line nr="1" ${attributes}/></sourcefile></package>`);
  expect(() => parseText(jacoco, report)).toThrow(new ReportError(message));
});

test("counters of methods, classes, packages and the report are not the file's", () => {
  const counter = (type: string, covered: number) => `<counter type="${type}" missed="0" covered="${covered}"/>`;
  const report =
    reportOf(`<package name="p"><class name="p/A" sourcefilename="A"><method name="m" line="1">${counter("LINE", 50)}</method>${counter("LINE", 60)}</class>
    <sourcefile name="A">${counter("LINE", 1)}${counter("INSTRUCTION", 70)}</sourcefile>${counter("LINE", 80)}</package>${counter("LINE", 90)}`);
  expect(plain(jacoco, report)["p/A"]?.declared).toBe("lines 1/1");
});
