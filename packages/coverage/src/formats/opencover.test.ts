import { describe, expect, test } from "vitest";
import { parseText, plain } from "../../testing/plain-report.ts";
import { recognises } from "../../testing/recognition.ts";
import { opencover } from "./opencover.ts";

recognises(
  opencover,
  {
    name: "opencover",
    title: "OpenCover XML",
    usualNames: ["coverage.opencover.xml", "opencover.xml", "*.opencover.xml"],
  },
  {
    own: ["<CoverageSession/>", '<?xml version="1.0"?><CoverageSession '],
    foreign: ["<CoverageSessions>", "<coverage>"],
  },
);

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

describe("branch points without a line, as OpenCover before 4.6 writes them", () => {
  const points = '<SequencePoint vc="1" sl="3" offset="0"/><SequencePoint vc="1" sl="5" offset="12"/>';
  const branch = (offset: string) => `<BranchPoint vc="1" path="0" ${offset}/><BranchPoint vc="0" path="1" ${offset}/>`;
  const branches = (content: string) => plain(opencover, reportOf(moduleOf(content, "1", "A.cs")))["A.cs"]?.branches;

  test.each([
    ["at the beginning of a point", 'offset="12"', points, 5],
    ["within a point", 'offset="15"', points, 5],
    ["right before a point", 'offset="11"', points, 3],
    ["the points come after it", 'offset="7"', "", 3],
    ["before every point", 'offset="-1"', points, 3],
    ["without an offset", "", points, 3],
  ])("%s", (_, offset, before, line) => {
    const found = branches(before + branch(offset) + (before === "" ? points : ""));
    expect(found?.replaceAll(/\[.*?\]/g, "")).toBe(`${line}:1, ${line}:0`);
  });

  test("hidden points have no line, and a branch of theirs is on the last line before", () => {
    const hidden = '<SequencePoint vc="1" sl="16707566" offset="14"/>';
    expect(branches(points + hidden + branch('offset="16"'))).toMatch(/^5\[.*\]:1, 5\[/);
  });

  test("a method without points has none, and that is said", () => {
    const report = parseText(opencover, reportOf(moduleOf(branch('offset="1"'))));
    expect(report.warnings).toEqual([{ message: expect.stringMatching(/^branches without a line, left out: 2/) }]);
  });
});

test("points that span thousands of lines each give every line once", () => {
  const points = Array.from({ length: 5000 }, (_, at) => `<SequencePoint vc="${at % 2}" sl="${at + 1}" el="10000"/>`);
  const { lines } = [...parseText(opencover, reportOf(moduleOf(points.join("")))).files.values()][0]!;
  expect(lines.line).toHaveLength(10_000);
});

const FILE = '<File uid="1" fullPath="a"/>';

test.each<[string, string, object]>([
  ["a point outside of every method", `${FILE}<SequencePoint vc="1" sl="2" fileid="1"/>`, { a: { lines: "2:1" } }],
  [
    "a branch outside of every method",
    `${FILE}<BranchPoint vc="1" sl="2" path="0" fileid="1"/>`,
    { a: { branches: "2[...0]:1" } },
  ],
  [
    "a branch with an ordinal",
    `${FILE}<BranchPoint vc="1" sl="2" ordinal="3" fileid="1"/>`,
    { a: { branches: "2[...3]:1" } },
  ],
  ["a branch without a number", `${FILE}<BranchPoint vc="1" sl="2" fileid="1"/>`, { a: { branches: "2[...]:1" } }],
  [
    "a branch on a hidden line, on line 0 or on none",
    `${FILE}<BranchPoint sl="16707566" fileid="1"/><BranchPoint sl="0" fileid="1"/><BranchPoint fileid="1"/>`,
    {},
  ],
  ["a point on line 0 or on none", `${FILE}<SequencePoint sl="0" fileid="1"/><SequencePoint fileid="1"/>`, {}],
  [
    "points of no file",
    `${FILE}<SequencePoint vc="1" sl="2"/><SequencePoint vc="1" sl="2" fileid="9"/><BranchPoint sl="2"/>`,
    {},
  ],
  [
    "points of a file without a path",
    '<File uid="1"/><SequencePoint sl="2" fileid="1"/><BranchPoint sl="2" fileid="1"/>',
    {},
  ],
  ["a file without a number", '<File fullPath="a"/><SequencePoint vc="1" sl="2"/>', { a: { lines: "2:1" } }],
  [
    "a branch of its method's file",
    `${FILE}<Method><Name>f</Name><FileRef uid="1"/><BranchPoint vc="1" sl="2" path="0"/></Method>`,
    { a: { branches: "2[..f.0]:1" } },
  ],
  [
    "a point names the file, not its method",
    `${FILE}<File uid="2" fullPath="b"/><Method><Name>f</Name><FileRef uid="2"/><SequencePoint vc="1" sl="2" fileid="1"/><BranchPoint vc="1" sl="2" path="0" fileid="1"/></Method>`,
    { a: { lines: "2:1", branches: "2[..f.0]:1" }, b: { functions: "2 f:1" } },
  ],
  [
    "a method without a file has that of its first point",
    `${FILE}<File uid="2" fullPath="b"/><Method><Name>f</Name><SequencePoint vc="1" sl="4" fileid="1"/><SequencePoint vc="3" sl="2" fileid="2"/></Method>`,
    { a: { lines: "4:1", functions: "4 f:3" }, b: { lines: "2:3" } },
  ],
  ["a method without points", `${FILE}<Method><Name>f</Name><FileRef uid="1"/></Method>`, {}],
  [
    "a file of another module",
    `<Module>${FILE}</Module><Module><SequencePoint vc="1" sl="2" fileid="1"/></Module>`,
    {},
  ],
  [
    "only its own name is a method's, and the first one",
    `<Name>x</Name>${FILE}<Method><FileRef uid="1"><Other>y</Other></FileRef><Name>f</Name><SequencePoint vc="1" sl="2" fileid="1"/><Name>z</Name></Method><FileRef uid="1"/>`,
    { a: { lines: "2:1", functions: "2 f:1" } },
  ],
  [
    "the end of a point before its start",
    `${FILE}<SequencePoint vc="1" sl="4" el="2" fileid="1"/>`,
    { a: { lines: "4:1" } },
  ],
])("%s", (_, content, expected) => {
  expect(plain(opencover, `<CoverageSession>${content}</CoverageSession>`)).toEqual(expected);
});
