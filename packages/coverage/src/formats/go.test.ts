import { describe, expect, test } from "vitest";
import { parseText, plain } from "../../testing/plain-report.ts";
import { ReportError } from "../report-error.ts";
import { reportTotals } from "../totals.ts";
import { go } from "./go.ts";

test("blocks count statements, and their lines are for the patch", () => {
  const report = parseText(go, "mode: set\nex.com/m/a.go:3.13,5.2 2 1\nex.com/m/a.go:7.20,9.4 1 0\n");
  expect(plain(go, "mode: set\nex.com/m/a.go:3.13,5.2 2 1\nex.com/m/a.go:7.20,9.4 1 0\n")).toEqual({
    // The block ends at the brace in column 1 of line 5, so line 5 is no code of it.
    "ex.com/m/a.go": { lines: "3:1, 4:1, 7:0, 8:0, 9:0", blocks: "3.13-5.2 2:1, 7.20-9.4 1:0" },
  });
  expect(reportTotals(report, "lines").lines).toEqual({ covered: 2, total: 3 });
});

test("a block that every test binary repeats (-coverpkg) counts once, its counts add", () => {
  const text = "mode: atomic\na.go:1.1,2.9 3 0\nb.go:1.1,2.9 1 1\na.go:1.1,2.9 3 4\na.go:1.1,2.9 3 0\n";
  expect(plain(go, text)["a.go"]).toEqual({ lines: "1:4, 2:4", blocks: "1.1-2.9 3:4" });
});

test("a line of two blocks is covered when one of them ran", () => {
  expect(plain(go, "mode: set\na.go:1.1,3.9 1 0\na.go:3.9,4.9 1 1\n")["a.go"]?.lines).toBe("1:0, 2:0, 3:1, 4:1");
});

test("a block without statements is no line", () => {
  expect(plain(go, "mode: set\na.go:1.1,3.9 0 0\n")["a.go"]).toEqual({ blocks: "1.1-3.9 0:0" });
});

test("paths may hold colons and blanks", () => {
  expect(Object.keys(plain(go, "mode: set\nC:/a b/c:d.go:1.1,1.9 1 1\n"))).toEqual(["C:/a b/c:d.go"]);
});

test("profiles joined by `cat` repeat their mode; a missing last newline and CRLF are no harm", () => {
  expect(plain(go, "mode: count\r\na.go:1.1,1.9 1 1\r\nmode: count\r\na.go:1.1,1.9 1 2")).toEqual({
    "a.go": { lines: "1:3", blocks: "1.1-1.9 1:3" },
  });
});

describe("refused, by line", () => {
  test.each([
    [
      "another mode",
      "mode: set\na.go:1.1,1.9 1 1\nmode: count\n",
      "line 3 changes the mode: profiles of mode set and count cannot be joined",
    ],
    ["no mode", "a.go:1.1,1.9 1 1\n", "line 1 stands before any `mode:` line"],
    [
      "no block",
      "mode: set\nhello\n",
      'line 2 is not of the form file:line.column,line.column statements count: "hello"',
    ],
    [
      "two builds",
      "mode: set\na.go:1.1,1.9 1 1\na.go:1.1,1.9 2 1\n",
      "line 3: a.go: block 1.1,1.9 has 1 statements in one place and 2 in another: the profiles come from different builds",
    ],
    [
      "a block without an end",
      "mode: set\na.go:1.1,999999999.9 1 1\n",
      "a block spans 999999998 lines, which no function has",
    ],
  ])("%s", (_, text, message) => {
    expect(() => parseText(go, text)).toThrow(new ReportError(message));
  });
});

test("only the mode line is an empty profile", () => {
  expect(plain(go, "mode: set\n")).toEqual({});
});
