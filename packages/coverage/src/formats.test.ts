import { expect, test } from "vitest";
import { DETECTION_BYTES } from "./format.ts";
import { detectFormat, formatNamed, REPORT_FORMATS } from "./formats.ts";
import { FORMATS } from "./model.ts";

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
  ["simplecov", '{"RSpec": {"coverage": {"/a.rb": [1,null'],
  ["simplecov", '{"meta":{"simplecov_version":"0.22"}'],
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
