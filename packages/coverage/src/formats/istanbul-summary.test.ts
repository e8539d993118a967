import { ReportError } from "@jessy-actions/reading/report-error";
import { expect, test } from "vitest";
import { parseText, plain } from "../../testing/plain-report.ts";
import { recognises } from "../../testing/recognition.ts";
import { istanbulSummary } from "./istanbul-summary.ts";

recognises(
  istanbulSummary,
  { name: "istanbul-summary", title: "Istanbul summary JSON", usualNames: ["coverage-summary.json"] },
  {
    own: [
      '{"total":{"lines":{"total":1,"covered":1,"skipped":0,"pct":100}}}',
      ' \n{ "total" : { "lines"  :  {  "total"  : 1 , "pct"  :',
      '{"a.ts":{"lines":{"total":1,"covered":1,"skipped":0',
    ],
    foreign: [
      '[{"lines":{"total":1,"pct":1}}]',
      'x {"lines":{"total":1,"pct":1}}',
      '{"lines":{"covered":1,"pct":1}}',
      '{"lines":{"total":1,"covered":1}}',
      '{"total":1,"pct":1}',
    ],
  },
);

const part = (covered: number, total: number) => ({ total, covered, skipped: 0, pct: total === 0 ? "Unknown" : 50 });

test("each file's totals, and not the total itself", () => {
  const entry = { lines: part(7, 10), statements: part(8, 12), functions: part(1, 2), branches: part(0, 0) };
  const text = JSON.stringify({ total: entry, "/w/src/a.ts": entry });
  expect(plain(istanbulSummary, text)).toEqual({
    "/w/src/a.ts": { declared: "lines 7/10, branches 0/0, functions 1/2" },
  });
});

test("it names no root of the sources, and nothing in it is odd", () => {
  expect(parseText(istanbulSummary, "{}")).toMatchObject({ sourceRoots: [], warnings: [] });
});

test("a file without numbers is refused by its place", () => {
  expect(() => parseText(istanbulSummary, '{"a.ts":{"lines":{}}}')).toThrow(
    new ReportError('`["a.ts"].lines.covered` is not a number but missing'),
  );
});

test.each([
  ["more covered than there is", { lines: { total: 1, covered: 2 } }, "declares 2 of 1 lines covered, which cannot be"],
  ["less than nothing", { branches: { total: 1, covered: -1 } }, "declares -1 of 1 branches covered, which cannot be"],
  ["a text", { functions: { total: "1", covered: 1 } }, '`["a.ts"].functions.total` is not a number but "1"'],
  ["no branches", { branches: undefined }, '`["a.ts"].branches.covered` is not a number but missing'],
])("%s is refused", (_, wrong, message) => {
  const entry = { lines: part(1, 1), functions: part(1, 1), branches: part(0, 0), ...wrong };
  expect(() => parseText(istanbulSummary, JSON.stringify({ "a.ts": entry }))).toThrow(new ReportError(message));
});

test("a report of the total alone names no file", () => {
  expect(plain(istanbulSummary, JSON.stringify({ total: { lines: part(1, 1) } }))).toEqual({});
});
