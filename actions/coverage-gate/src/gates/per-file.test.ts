import { expect, test } from "vitest";
import { reportOf } from "../../testing/facts.ts";
import { decimal, ratio } from "../../testing/gates.ts";
import { perFileGate } from "./per-file.ts";

test("nobody asks, so there is no gate", () => {
  expect(perFileGate(reportOf({ a: "1:0" }), "lines", undefined)).toStrictEqual({ gate: undefined, below: [] });
});

test("every file that does not reach the minimum, worst first, then by path", () => {
  const report = reportOf({
    good: "1:1 2:1",
    even: "1:1 2:0",
    bad: "1:1 2:0 3:0",
    "also-bad": "1:1 2:0 3:0",
    "bad-too": "1:1 2:0 3:0 4:1 5:0 6:0",
    worst: "1:0",
  });
  expect(perFileGate(report, "lines", decimal("50"))).toStrictEqual({
    gate: {
      kind: "per-file",
      threshold: "50",
      verdict: "fail",
      measured: ratio(2, 6),
      sentence: "Files: 4 of 6 are below 50 %; the lowest is worst with 0.00 %.",
    },
    below: [
      { path: "worst", lines: ratio(0, 1) },
      { path: "also-bad", lines: ratio(1, 3) },
      { path: "bad", lines: ratio(1, 3) },
      { path: "bad-too", lines: ratio(2, 6) },
    ],
  });
});

test("one file", () => {
  expect(perFileGate(reportOf({ a: "1:0" }), "lines", decimal("50")).gate?.sentence).toBe(
    "Files: 1 of 1 is below 50 %; the lowest is a with 0.00 %.",
  );
});

test("none below", () => {
  expect(perFileGate(reportOf({ a: "1:1", b: "1:1" }), "lines", decimal("50"))).toStrictEqual({
    gate: {
      kind: "per-file",
      threshold: "50",
      verdict: "pass",
      measured: ratio(2, 2),
      sentence: "Files: 2 files measured, none below 50 %.",
    },
    below: [],
  });
});

test("a file without a measured line is not judged", () => {
  const report = reportOf({ a: "1:1" });
  const empty = {
    ...report.files.get("a")!,
    path: "empty",
    lines: { line: new Uint32Array(), hits: new Float64Array() },
  };
  const gate = perFileGate({ ...report, files: new Map([...report.files, ["empty", empty]]) }, "lines", decimal("50"));
  expect([gate.gate?.measured, gate.below]).toStrictEqual([ratio(1, 1), []]);
});

test("`totals: declared` counts what the report declares", () => {
  const report = reportOf({ a: "1:1" });
  const declared = { ...report.files.get("a")!, declared: { lines: ratio(1, 10) } };
  const gate = perFileGate({ ...report, files: new Map([["a", declared]]) }, "declared", decimal("50"));
  expect(gate.below).toStrictEqual([{ path: "a", lines: ratio(1, 10) }]);
});
