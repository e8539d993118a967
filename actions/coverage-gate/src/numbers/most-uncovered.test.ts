import { expect, test } from "vitest";
import { reportOf } from "../../testing/facts.ts";
import { ratio } from "../../testing/gates.ts";
import { MAX_UNCOVERED_FILES, mostUncovered } from "./most-uncovered.ts";

test("most uncovered lines first, then by path; a covered file is not there", () => {
  expect(
    mostUncovered(reportOf({ c: "1:0", full: "1:1", a: "1:0", worst: "1:0 2:0", b: "1:0 2:1 3:1 4:1" }), "lines"),
  ).toEqual([
    { path: "worst", lines: ratio(0, 2) },
    { path: "a", lines: ratio(0, 1) },
    { path: "b", lines: ratio(3, 4) },
    { path: "c", lines: ratio(0, 1) },
  ]);
});

test.each([14, 15, 16])("of %i files at most 15", (count) => {
  const files = Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}`, "1:0"]));
  expect(mostUncovered(reportOf(files), "lines")).toHaveLength(Math.min(count, MAX_UNCOVERED_FILES));
});

test("`totals: declared` counts what the report declares", () => {
  const report = reportOf({ a: "1:1" });
  const declared = { ...report.files.get("a")!, declared: { lines: ratio(1, 4) } };
  expect(mostUncovered({ ...report, files: new Map([["a", declared]]) }, "declared")).toEqual([
    { path: "a", lines: ratio(1, 4) },
  ]);
});
