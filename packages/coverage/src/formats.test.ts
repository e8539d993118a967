import { expect, test } from "vitest";
import { detectFormat } from "./formats.ts";

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
});

test("UTF-16 is told, too", () => {
  expect(detectFormat(Buffer.from('\ufeff<?xml version="1.0"?><CoverageSession>', "utf16le"))?.name).toBe("opencover");
});
