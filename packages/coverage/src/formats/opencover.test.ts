import { ReportError } from "@jessy-actions/reading/report-error";
import { expect, test } from "vitest";
import { parseText, plain } from "../../testing/plain-report.ts";
import { opencover } from "./opencover.ts";

function moduleOf(points: string, uid = "1", path = "C:\\w\\A.cs"): string {
  return `<Module hash="x"><Files><File uid="${uid}" fullPath="${path}"/></Files><Classes><Class><Methods><Method><Name>System.Void A::Run()</Name><FileRef uid="${uid}"/>${points}</Method></Methods></Class></Classes></Module>`;
}

function reportOf(modules: string): string {
  return `\ufeff<?xml version="1.0" encoding="utf-8"?><CoverageSession><Summary numSequencePoints="9"/><Modules>${modules}</Modules></CoverageSession>`;
}

test("a sequence point covers its lines", () => {
  const points =
    '<SequencePoints><SequencePoint vc="2" sl="3" el="4" fileid="1"/><SequencePoint vc="0" sl="6" el="6" fileid="1"/></SequencePoints>';
  expect(plain(opencover, reportOf(moduleOf(points)))).toEqual({
    "C:\\w\\A.cs": { lines: "3:2, 4:2, 6:0", functions: "3 System.Void A::Run():2" },
  });
});

test("a point without a file belongs to its method's", () => {
  expect(plain(opencover, reportOf(moduleOf('<SequencePoint vc="1" sl="3"/>')))["C:\\w\\A.cs"]?.lines).toBe("3:1");
});

test("hidden points are no source", () => {
  expect(
    plain(opencover, reportOf(moduleOf('<SequencePoint vc="1" sl="16707566" el="16707566" fileid="1"/>'))),
  ).toEqual({});
});

test("branch points are told apart by offset and path", () => {
  const points =
    '<SequencePoint vc="1" sl="3" fileid="1"/><BranchPoint vc="1" sl="3" path="0" offset="4" offsetend="9" fileid="1"/><BranchPoint vc="0" sl="3" path="1" offset="4" offsetend="9" fileid="1"/>';
  expect(plain(opencover, reportOf(moduleOf(points)))["C:\\w\\A.cs"]?.branches).toBe(
    "3[4.9.System.Void A::Run().0]:1, 3[4.9.System.Void A::Run().1]:0",
  );
});

test("files are numbered anew in each module, and a skipped module has none", () => {
  const point = '<SequencePoint vc="1" sl="1" fileid="1"/>';
  const report = reportOf(
    `${moduleOf(point)}<Module skippedDueTo="Filter"><FullName>x.dll</FullName></Module>${moduleOf(point, "1", "C:\\w\\B.cs")}`,
  );
  expect(Object.keys(plain(opencover, report))).toEqual(["C:\\w\\A.cs", "C:\\w\\B.cs"]);
});

test.each([
  ["a span that ends before it starts is one line", '<SequencePoint vc="1" sl="3" el="1"/>', "3:1"],
  [
    "visited twice in one run is the larger count",
    '<SequencePoint vc="1" sl="3"/><SequencePoint vc="4" sl="3"/>',
    "3:4",
  ],
  ["no count is a miss", '<SequencePoint sl="3"/>', "3:0"],
  ["line 0 and no line are no source", '<SequencePoint vc="1" sl="0"/><SequencePoint vc="1"/>', undefined],
])("%s", (_, points, expected) => {
  expect(plain(opencover, reportOf(moduleOf(points)))["C:\\w\\A.cs"]?.lines).toBe(expected);
});

test("a span that cannot be is cut, so that a damaged end does not fill the memory", () => {
  const report = parseText(opencover, reportOf(moduleOf('<SequencePoint vc="1" sl="3" el="1000000000"/>')));
  expect(report.files.get("C:\\w\\A.cs")?.lines.line).toHaveLength(10_001);
});

test("overloads of one name have functions of their own", () => {
  const module = `<Module><Files><File uid="1" fullPath="A.cs"/></Files><Classes><Class><Methods>
    <Method><Name>A::F(int)</Name><FileRef uid="1"/><SequencePoint vc="1" sl="3"/></Method>
    <Method><Name><![CDATA[A::F(List<int>)]]></Name><FileRef uid="1"/><SequencePoint vc="0" sl="9"/></Method>
    <Method><Name>A::NoSource()</Name></Method></Methods></Class></Classes></Module>`;
  expect(plain(opencover, reportOf(module))["A.cs"]?.functions).toBe("3 A::F(int):1, 9 A::F(List<int>):0");
});

test("half a line is refused", () => {
  expect(() => parseText(opencover, reportOf(moduleOf('<SequencePoint vc="1" sl="3.5"/>')))).toThrow(
    new ReportError("line number 3.5 is not a whole number between 1 and 2147483647"),
  );
});
