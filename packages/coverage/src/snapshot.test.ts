import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryRecords, reportOf } from "../testing/arbitrary-report.ts";
import { movement } from "./movement.ts";
import { ReportError } from "./report-error.ts";
import { isSnapshot, readSnapshot, writeSnapshot } from "./snapshot.ts";
import { reportTotals } from "./totals.ts";

const META = { repository: "org/demo", sha: "a".repeat(40), gate: { "min-coverage": "80" } };
const bytes = (text: string) => [new TextEncoder().encode(text)];
const written = (report: Parameters<typeof writeSnapshot>[0]) => [...writeSnapshot(report, META)].join("");

test("what is kept is all that a comparison needs", () => {
  fc.assert(
    fc.property(arbitraryRecords({ blocks: true }), arbitraryRecords({ blocks: true }), (a, b) => {
      const report = reportOf({ "a.go": a, __proto__x: b });
      const { meta, report: again } = readSnapshot(bytes(written(report)));
      expect(meta).toEqual(META);
      expect(reportTotals(again, "lines")).toEqual(reportTotals(report, "lines"));
      // Nothing moved, line by line.
      expect(movement(again, report, []).parts).toEqual([]);
    }),
  );
});

test("it is known by its first bytes", () => {
  expect(isSnapshot(written(reportOf({})).slice(0, 200))).toBe(true);
  expect(isSnapshot('{"schema":"else"')).toBe(false);
});

test("a file a line: a text diff of two baselines can be read", () => {
  const text = written(
    reportOf({ "b.rs": [(x) => x.addLine(3, 1)], "a.rs": [(x) => x.addLine(1, 1), (x) => x.addLine(2, 0)] }),
  );
  expect(text.split("\n").slice(1, 3)).toEqual([
    '"a.rs":{"hit":[0,1],"missed":[1,1]},',
    '"b.rs":{"hit":[2,1],"missed":[]}',
  ]);
});

test.each([
  ["another schema", '{"schema":"x"}', "its `schema` is not jessy-actions/coverage-snapshot/v1"],
  [
    "no meta",
    '{"schema":"jessy-actions/coverage-snapshot/v1","files":{}}',
    "`meta.repository` is not a string but missing",
  ],
  [
    "an odd list",
    '{"schema":"jessy-actions/coverage-snapshot/v1","meta":{"repository":"a","sha":"b","gate":{}},"files":{"a":{"hit":[1],"missed":[]}}}',
    "the snapshot has a list that is not made of 2 whole numbers each",
  ],
  [
    "a negative number",
    '{"schema":"jessy-actions/coverage-snapshot/v1","meta":{"repository":"a","sha":"b","gate":{}},"files":{"a":{"hit":[-1,1],"missed":[]}}}',
    "the snapshot has a list that is not made of 2 whole numbers each",
  ],
  [
    "an endless run",
    '{"schema":"jessy-actions/coverage-snapshot/v1","meta":{"repository":"a","sha":"b","gate":{}},"files":{"a":{"hit":[0,4000000000],"missed":[]}}}',
    '"a" has a run of 4000000000 lines, which no source file has',
  ],
])("%s is refused", (_, text, message) => {
  expect(() => readSnapshot(bytes(text))).toThrow(new ReportError(message));
});
