import { ReportError } from "@jessy-actions/reading/report-error";
import { describe, expect, test } from "vitest";
import { parseText, plain, plainReport } from "../../testing/plain-report.ts";
import { recognises } from "../../testing/recognition.ts";
import { reportTotals } from "../totals.ts";
import { cobertura } from "./cobertura.ts";

recognises(
  cobertura,
  {
    name: "cobertura",
    title: "Cobertura XML",
    usualNames: ["cobertura.xml", "coverage.cobertura.xml", "cobertura-coverage.xml", "coverage.xml"],
  },
  {
    own: [
      '<coverage line-rate="1"></coverage>',
      '<coverage version="1"  line-rate  ="1">',
      '<!DOCTYPE coverage SYSTEM "x">',
      "<!DOCTYPE  coverage>",
      '<coverage a="1" lines-valid="1">',
      '<coverage branch-rate="1">',
      '<!DOCTYPE coverage><coverage generated="1" line-rate="1">',
    ],
    foreign: [
      "<coverage>",
      '<coverage generated="1" line-rate="1">',
      '<coverage line-rate="1" a="b"  generated  ="1">',
      '<coverage x-line-rate="1">',
      "<!DOCTYPE coverages>",
      "<!DOCTYPE report>",
    ],
  },
);

const HEAD =
  '<?xml version="1.0"?>\n<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">\n';

function reportOf(classes: string, attributes = 'line-rate="0.5" version="7"'): string {
  return `${HEAD}<coverage ${attributes}><packages><package name="p"><classes>${classes}</classes></package></packages></coverage>`;
}

function classOf(lines: string, filename = "src/a.py"): string {
  return `<class name="a" filename="${filename}"><methods/><lines>${lines}</lines></class>`;
}

describe("lines", () => {
  test.each([
    ["plain", '<line number="1" hits="3"/><line number="2" hits="0"/>', "1:3, 2:0"],
    ["a decimal count", '<line number="1" hits="3.0"/>', "1:3"],
    ["a decimal comma", '<line number="1" hits="1,5"/>', "1:1"],
    ["a huge count saturates", '<line number="1" hits="18446744073709551615"/>', `1:${Number.MAX_SAFE_INTEGER}`],
    ["a negative count is a miss", '<line number="1" hits="-1"/>', "1:0"],
    ["no count is a miss", '<line number="1"/>', "1:0"],
    ["line 0 is generated code", '<line number="0" hits="1"/><line number="1" hits="1"/>', "1:1"],
    ["apostrophes and blanks", "<line  hits = '2'\n number\t=\t'7' />", "7:2"],
  ])("%s", (_, lines, expected) => {
    expect(plain(cobertura, reportOf(classOf(lines)))["src/a.py"]?.lines).toBe(expected);
  });
});

test("several classes of one file are one file, and the larger count wins", () => {
  const report = reportOf(
    classOf('<line number="1" hits="0"/><line number="2" hits="2"/>') +
      classOf('<line number="1" hits="1"/><line number="3" hits="0"/>'),
  );
  expect(plain(cobertura, report)).toEqual({ "src/a.py": { lines: "1:1, 2:2, 3:0" } });
});

test("lines of methods repeat the class's and count only where it has none", () => {
  const methods =
    '<methods><method name="f" signature="()V"><lines><line number="1" hits="9"/><line number="5" hits="0"/></lines></method></methods>';
  const withClassLines = `<class name="a" filename="a.java">${methods}<lines><line number="1" hits="1"/></lines></class>`;
  expect(plain(cobertura, reportOf(withClassLines))).toEqual({ "a.java": { lines: "1:1", functions: "1 f()V:9" } });
  const without = `<class name="a" filename="a.java">${methods}</class>`;
  expect(plain(cobertura, reportOf(without))).toEqual({ "a.java": { lines: "1:9, 5:0", functions: "1 f()V:9" } });
});

describe("branches", () => {
  test.each([
    ["half", 'branch="true" condition-coverage="50% (1/2)"', "1:1/2"],
    ["True, as coverage.py writes it", 'branch="True" condition-coverage="100% (2/2)"', "1:2/2"],
    ["more covered than there are is all", 'branch="true" condition-coverage="150% (3/2)"', "1:2/2"],
    ["blanks around the numbers", 'condition-coverage="50% ( 1 / 2 )"', "1:1/2"],
    ["numbers of two digits", 'condition-coverage="35% (12/34)"', "1:12/34"],
    ["a percentage without numbers says nothing", 'branch="true" condition-coverage="50%"', undefined],
    ["no condition-coverage says nothing", 'branch="true"', undefined],
  ])("%s", (_, attributes, expected) => {
    const report = reportOf(classOf(`<line number="1" hits="1" ${attributes}/>`));
    expect(plain(cobertura, report)["src/a.py"]?.branchCounts).toBe(expected);
  });
});

test("a billion branches on one line are refused", () => {
  const report = reportOf(classOf('<line number="1" hits="1" branch="true" condition-coverage="0% (0/999999999)"/>'));
  expect(() => parseText(cobertura, report)).toThrow(
    new ReportError("line 1 has 999999999 branches, which no line has"),
  );
});

test.each([
  ["<packages/>", '<coverage line-rate="1" lines-valid="0"><packages/></coverage>'],
  ["a class without lines", reportOf('<class name="a" filename="a.py"><methods/><lines/></class>')],
])("no lines are no data, never all of them covered: %s", (_, text) => {
  expect(reportTotals(parseText(cobertura, text), "declared").lines).toEqual({ covered: 0, total: 0 });
});

test("a source root in CDATA, and one that is empty", () => {
  const report = '<coverage line-rate="1"><sources><source><![CDATA[/w/<x>]]></source><source/></sources></coverage>';
  expect(parseText(cobertura, report).sourceRoots).toEqual(["/w/<x>"]);
});

test("source roots are kept in their order, and header totals are not believed", () => {
  const report = parseText(
    cobertura,
    `${HEAD}<coverage line-rate="1" lines-valid="99" lines-covered="99"><sources><source>/build/src</source><source> </source><source>C:\\w</source></sources><packages><package><classes>${classOf('<line number="1" hits="0"/>')}</classes></package></packages></coverage>`,
  );
  expect(report.sourceRoots).toEqual(["/build/src", "C:\\w"]);
  expect([...report.files.values()][0]?.declared).toBeUndefined();
});

test("a class without a file is left out, and that is said", () => {
  const report = parseText(cobertura, reportOf('<class name="x"><lines><line number="1" hits="1"/></lines></class>'));
  expect(report.files.size).toBe(0);
  expect(report.warnings).toEqual([{ message: "classes that name no file, left out: 1 (first on line 3)" }]);
});

test("a class with an empty file name is left out with its methods", () => {
  const nameless = (attributes: string) =>
    `<class name="x"${attributes}><methods><method name="f"><lines><line number="1" hits="1"/></lines></method></methods></class>`;
  const report = parseText(
    cobertura,
    reportOf(`${nameless(' filename=""')}${nameless("")}${classOf('<line number="1" hits="1"/>')}`),
  );
  expect(plainReport(report)).toEqual({ "src/a.py": { lines: "1:1" } });
  expect(report.warnings).toEqual([{ message: "classes that name no file, left out: 2 (first on line 3)" }]);
});

test("line 0 is not even noted", () => {
  expect(parseText(cobertura, reportOf(classOf('<line number="0" hits="1"/>'))).warnings).toEqual([]);
});

test("a class inside a class ends it", () => {
  const report = reportOf(
    '<class filename="a"><line number="1" hits="1"/><class filename="b"><line number="2" hits="1"/></class><line number="3" hits="1"/></class>',
  );
  expect(plain(cobertura, report)).toEqual({ b: { lines: "1:1, 2:1" } });
});

test("an empty <source> is no root, and one told twice is one", () => {
  const sources = "<sources><source> </source><source>/a</source><source>/a</source></sources>";
  expect(parseText(cobertura, `<coverage line-rate="1">${sources}</coverage>`).sourceRoots).toEqual(["/a"]);
});

test("what is noted has its place", () => {
  const report = reportOf(`\n\n${classOf('<line number="x" hits="1"/>')}`);
  expect(parseText(cobertura, report).warnings[0]?.message).toMatch(/ \(first on line \d+\)$/);
});

test("a line outside of every class is not read", () => {
  const report = reportOf(
    `<line number="x" hits="1"/><line number="9" hits="1"/>${classOf('<line number="1" hits="1"/>')}`,
  );
  expect(plain(cobertura, report)).toEqual({ "src/a.py": { lines: "1:1" } });
});

test("a method begins at its least line, whatever their order, and may have no name", () => {
  const report = reportOf(
    '<class name="a" filename="a.py"><methods><method><lines><line number="5" hits="1"/><line number="3" hits="2"/><line number="4" hits="0"/></lines></method></methods></class>',
  );
  expect(plain(cobertura, report)).toEqual({ "a.py": { lines: "3:2, 4:0, 5:1", functions: "3 :2" } });
});

test("names in file names are decoded, and `__proto__` is one like any other", () => {
  const report = plain(
    cobertura,
    reportOf(
      classOf('<line number="1" hits="1"/>', "a&amp;b&#x2f;c&quot;.py") +
        classOf('<line number="1" hits="0"/>', "__proto__"),
    ),
  );
  expect(Object.getOwnPropertyNames(report)).toEqual(['a&b/c".py', "__proto__"]);
});

test.each([
  [
    "latin1",
    Buffer.from(
      `<?xml version="1.0" encoding="ISO-8859-1"?><coverage line-rate="1"><packages><package><classes>${classOf('<line number="1" hits="1"/>', "ü.py")}</classes></package></packages></coverage>`,
      "latin1",
    ),
  ],
  [
    "UTF-16 with a mark",
    Buffer.from(
      `\ufeff<?xml version="1.0" encoding="UTF-16"?><coverage line-rate="1"><packages><package><classes>${classOf('<line number="1" hits="1"/>', "ü.py")}</classes></package></packages></coverage>`,
      "utf16le",
    ),
  ],
  ["UTF-8 with a mark", Buffer.from(`\ufeff${reportOf(classOf('<line number="1" hits="1"/>', "ü.py"))}`)],
])("%s is read", (_, bytes) => {
  expect([...cobertura.parse([bytes]).files.keys()]).toEqual(["ü.py"]);
});

test.each([
  ["cut off in a tag", reportOf(classOf('<line number="1" hits="1"/>')).slice(0, 220), "line 3 ends inside <"],
  ["a tag that closes another", `${HEAD}<coverage line-rate="1"><a></b></a></coverage>`, "line 3 closes <a> with </b>"],
  [
    "an attribute without quotes",
    `${HEAD}<coverage line-rate=1></coverage>`,
    "line 3 has an attribute without quotes in <coverage>",
  ],
  [
    "a coverage in a coverage",
    `${HEAD}<coverage line-rate="1"><coverage/></coverage>`,
    "line 3 has a <coverage> inside another element",
  ],
  ["nothing at all", HEAD, "is not XML: it has no elements"],
])("%s is one line", (_, text, message) => {
  expect(() => parseText(cobertura, text)).toThrow(new RegExp(`^${message.replace(/[<>/]/g, "\\$&")}`));
});
