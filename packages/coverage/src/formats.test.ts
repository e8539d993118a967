import { expect, test } from "vitest";
import { DETECTION_BYTES } from "./format.ts";
import { detectFormat, formatNamed, REPORT_FORMATS } from "./formats.ts";
import { FORMATS, type FormatName } from "./model.ts";

const detect = (text: string) => detectFormat(new TextEncoder().encode(text))?.name;

test.each([
  ["lcov", "TN:\nSF:a.rs\n"],
  ["lcov", "SF:a.rs\r\n"],
  ["lcov", "# made by x\n\nTN:x\n"],
  ["go", "mode: set\na.go:1.1,2.2 1 1\n"],
  ["cobertura", '<?xml version="1.0" ?>\n<!DOCTYPE coverage\n  SYSTEM "x">\n<coverage>'],
  ["cobertura", '<coverage version="7" timestamp="1" lines-valid="3">'],
  [
    "jacoco",
    '<?xml version="1.0"?><!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.0//EN" "report.dtd"><report name="x">',
  ],
  ["jacoco", '<report name="kover"><package name="x">'],
  ["clover", '<coverage generated="1700000000"><project>'],
  ["clover", '<?xml version="1.0"?><coverage generated="1" clover="3.2.0">'],
  ["opencover", '<?xml version="1.0"?><CoverageSession xmlns:xsd="x">'],
  ["llvm-cov", '{"data":[{"files":[]}],"type":"llvm.coverage.json.export"}'],
  ["llvm-cov", '{ "data": [ { "totals": {} } ] }'],
  ["istanbul", '{"/a.ts":{"path":"/a.ts","statementMap":{}'],
  ["istanbul-summary", '{"total": {"lines":{"total":1,"covered":1,"skipped":0,"pct":100}'],
  ["coverage.py", '{"meta": {"format": 3, "version": "7", "branch_coverage": true}, "files"'],
  ["simplecov", '{"RSpec": {"coverage": {"/a.rb": {"lines": ['],
  ["simplecov", '{"timestamp":1,"files":[{"filename":"a.rb","covered_percent":66.6'],
  ["simplecov", '{"files" : [ { "filename" : "a.rb" , "coverage" : {"lines"'],
  [undefined, '{"files":[{"filename":"a.rb","lines":[1]'],
  ["scoverage", '<?xml version="1.0"?>\n<scoverage statement-count="3"'],
  [undefined, "<scoverages>"],
  ["simplecov", '{"RSpec": {"coverage": {"/a.rb": [1,null'],
  ["simplecov", '{"meta":{"simplecov_version":"0.22"}'],
  ["lcov", "\n # a\n#\n  SF:a"],
  ["go", "\n mode: count\n"],
  ["go", "mode: atomic\r\n"],
  ["cobertura", '<!DOCTYPE \n coverage SYSTEM "x"><coverage>'],
  ["cobertura", '<coverage version="7" line-rate\t= "1">'],
  ["cobertura", '<coverage branch-rate="1">'],
  ["jacoco", '<!DOCTYPE \n report SYSTEM "jacoco.dtd"><report>'],
  ["jacoco", "<report><group>"],
  ["jacoco", "<report><sessioninfo/>"],
  ["clover", '<coverage project="x" generated\n= "1" line-rate="1">'],
  ["clover", '<coverage generated="1" line-rate="1">'],
  ["istanbul", '\n { "a" : { "fnMap" : {'],
  ["istanbul", '{"a":{"branchMap":{'],
  ["istanbul-summary", '\n { "total" : { "lines" : { "total" : 1 , "pct" : 1'],
  ["coverage.py", '\n { "meta" : { "version" : "7", "branch_coverage" : true'],
  ["coverage.py", '{"files":{"a":{"executed_lines" : ['],
  ["coverage.py", '{"files":{"a":{"executed_lines":['],
  ["llvm-cov", '\n {"type" : "llvm.coverage.json.export"'],
  ["llvm-cov", '{"type":"llvm.coverage.json.export"'],
  ["llvm-cov", '{"data" : [ { "functions"'],
  ["llvm-cov", '{"data":[{"files"'],
  ["simplecov", '\n {"x":{"coverage" : { "a" : { "branches" : {'],
  ["simplecov", '{"x":{"coverage":{"a":['],
  ["simplecov", '{"simplecov_version" : 1'],
  [undefined, 'x {"type":"llvm.coverage.json.export"'],
  [undefined, 'x {"simplecov_version":1'],
  [undefined, "x\nmode: set\n"],
  [undefined, "mode: sets\n"],
  [undefined, '<!DOCTYPE report SYSTEM "x"><report>'],
  [undefined, "<package/><group/><sessioninfo/>"],
  [undefined, 'x {"fnMap":{'],
  [undefined, 'x {"lines":{"total":1,"pct":1'],
  [undefined, '{"lines":{"total":1'],
  [undefined, '{"lines":{"covered":1,"pct":1'],
  [undefined, 'x {"executed_lines":['],
  [undefined, '{"meta":{"version":"7"},"branch_coverage":true'],
  [undefined, ""],
  [undefined, "hello"],
  [undefined, "{}"],
  [undefined, "<html><body>502</body></html>"],
  [undefined, "Total coverage: 80%\nSF:"],
])("%s: %s", (expected, text) => {
  expect(detect(text)).toBe(expected);
  expect(detect(`\ufeff${text}`)).toBe(expected);
  // No two formats claim the same content: their order must not matter.
  expect(REPORT_FORMATS.filter((format) => format.detect(text)).map((format) => format.name)).toEqual(
    expected === undefined ? [] : [expected],
  );
});

test.each<[FormatName, title: string, usualNames: string[], smallest: string]>([
  [
    "lcov",
    "LCOV",
    ["lcov.info", "*.lcov", "lcov.dat", "coverage.info", "*.lcov.info"],
    "SF:a\nDA:1,1\nend_of_record\n",
  ],
  [
    "go",
    "Go coverprofile",
    ["cover.out", "coverage.out", "c.out", "*.coverprofile", "coverprofile.out"],
    "mode: set\n",
  ],
  [
    "cobertura",
    "Cobertura XML",
    ["cobertura.xml", "coverage.cobertura.xml", "cobertura-coverage.xml", "coverage.xml"],
    "<coverage/>",
  ],
  ["jacoco", "JaCoCo XML", ["jacoco.xml", "jacocoTestReport.xml", "jacoco*.xml"], "<report/>"],
  ["clover", "Clover XML", ["clover.xml"], "<coverage/>"],
  ["istanbul", "Istanbul JSON", ["coverage-final.json"], "{}"],
  ["istanbul-summary", "Istanbul summary JSON", ["coverage-summary.json"], "{}"],
  ["llvm-cov", "llvm-cov JSON", ["llvm-cov.json", "coverage.llvm.json"], '{"data":[]}'],
  ["opencover", "OpenCover XML", ["coverage.opencover.xml", "opencover.xml", "*.opencover.xml"], "<CoverageSession/>"],
  ["simplecov", "SimpleCov JSON", [".resultset.json"], "{}"],
  ["coverage.py", "coverage.py JSON", ["coverage.json"], '{"files":{}}'],
])("%s: what it is called, and a report with nothing to say", (name, title, usualNames, smallest) => {
  const format = formatNamed(name);
  expect({ title: format.title, usualNames: format.usualNames }).toEqual({ title, usualNames });
  expect(format.parse([new TextEncoder().encode(smallest)])).toMatchObject({
    format: name,
    sourceRoots: [],
    warnings: [],
  });
});

test("UTF-16 is told, too", () => {
  expect(detectFormat(Buffer.from('\ufeff<?xml version="1.0"?><CoverageSession>', "utf16le"))?.name).toBe("opencover");
});

test.each(REPORT_FORMATS.map((format) => [format.name, format] as const))("%s is found by its name", (name, format) => {
  expect(formatNamed(name)).toBe(format);
  expect(format.usualNames.length).toBeGreaterThan(0);
});

test("every format is listed once", () => {
  expect(REPORT_FORMATS.map((format) => format.name).sort()).toEqual([...FORMATS].sort());
});

test("what stands behind the first bytes is not looked at, and a cut character hides nothing", () => {
  const clover = '<coverage generated="1">';
  const comment = (length: number) => `<!--${"x".repeat(length - 7)}-->`;
  expect(detect(`${comment(DETECTION_BYTES - clover.length)}${clover}`)).toBe("clover");
  expect(detect(`${comment(DETECTION_BYTES)}${clover}`)).toBeUndefined();
  const bytes = new TextEncoder().encode('{"ü.ts":{"statementMap":{},"x":"☃');
  expect(detectFormat(bytes.subarray(0, bytes.length - 1))?.name).toBe("istanbul");
});

test("heads made to be slow to look at are looked at", () => {
  const heads = [
    "#\n",
    "\n",
    "<coverage ",
    "<coverage\t\t",
    '"coverage":{"a":',
    '"data":[{ ',
    "line-rate  ",
    '{"meta":{ ',
    "{",
  ];
  for (const head of heads) expect(detect(`{${head.repeat(DETECTION_BYTES / 2)}`)).toBeUndefined();
});
