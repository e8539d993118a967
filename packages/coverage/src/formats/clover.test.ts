import { describe, expect, test } from "vitest";
import { parseText, plain } from "../../testing/plain-report.ts";
import { ReportError } from "../report-error.ts";
import { clover } from "./clover.ts";

function reportOf(lines: string, root = 'generated="1700000000"'): string {
  return `<?xml version="1.0"?><coverage ${root}><project timestamp="1"><file name="A.php" path="/app/src/A.php"><class name="A"/>${lines}<metrics loc="9"/></file></project></coverage>`;
}

test("statements, methods and conditions", () => {
  const report = reportOf(
    '<line num="3" type="method" name="run" count="2"/><line num="4" type="stmt" count="2"/><line num="5" type="stmt" count="0"/>',
  );
  expect(plain(clover, report)).toEqual({ "/app/src/A.php": { lines: "3:2, 4:2, 5:0", functions: "3 run:2" } });
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

test("a line number that is none is refused", () => {
  expect(() => parseText(clover, reportOf('<line num="?" type="stmt" count="1"/>'))).toThrow(
    new ReportError("line 1 has a line number `?`"),
  );
});
