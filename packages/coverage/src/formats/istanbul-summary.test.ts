import { expect, test } from "vitest";
import { parseText, plain } from "../../testing/plain-report.ts";
import { ReportError } from "../report-error.ts";
import { istanbulSummary } from "./istanbul-summary.ts";

const part = (covered: number, total: number) => ({ total, covered, skipped: 0, pct: total === 0 ? "Unknown" : 50 });

test("each file's totals, and not the total itself", () => {
  const entry = { lines: part(7, 10), statements: part(8, 12), functions: part(1, 2), branches: part(0, 0) };
  const text = JSON.stringify({ total: entry, "/w/src/a.ts": entry });
  expect(plain(istanbulSummary, text)).toEqual({
    "/w/src/a.ts": { declared: "lines 7/10, branches 0/0, functions 1/2" },
  });
});

test("a file without numbers is refused by its place", () => {
  expect(() => parseText(istanbulSummary, '{"a.ts":{"lines":{}}}')).toThrow(
    new ReportError('`["a.ts"].lines.covered` is not a number but missing'),
  );
});
