import type { CoverageReport } from "@jessy-actions/coverage/model";
import { expect, test } from "vitest";
import { reportOf } from "../../testing/facts.ts";
import { ratio } from "../../testing/gates.ts";
import type { PatchFile } from "../result.ts";
import { functionsByRange } from "./functions-by-range.ts";
import { patchFiles } from "./patch-files.ts";

const FILE: PatchFile = {
  path: "a",
  lines: ratio(1, 4),
  branches: ratio(1, 2),
  missing: [
    [3, 4],
    [9, 9],
  ],
  partial: [[10, 10]],
};

function withFunctions(...functions: readonly (readonly [line: number, name: string])[]): CoverageReport {
  const report = reportOf({ a: "1:1" });
  const table = {
    line: Uint32Array.from(functions.map(([line]) => line)),
    name: functions.map(([, name]) => name),
    hits: new Float64Array(functions.length),
  };
  return { ...report, files: new Map([["a", { ...report.files.get("a")!, functions: table }]]) };
}

test("each uncovered range in its function, partial ones too", () => {
  const [file] = patchFiles(withFunctions([3, "parse"], [8, "emit"]), [FILE]);
  expect(file).toEqual({
    ...FILE,
    functions: [
      { name: "parse", line: 3, ranges: [[3, 4]] },
      {
        name: "emit",
        line: 8,
        ranges: [
          [9, 9],
          [10, 10],
        ],
      },
    ],
  });
  const functionOf = functionsByRange(file!);
  expect([functionOf([3, 4]), functionOf([10, 10]), functionOf([1, 1])]).toEqual(["parse", "emit", undefined]);
});

test.each([
  ["no function", withFunctions()],
  ["no function above", withFunctions([20, "later"])],
  ["no such file", reportOf({ b: "1:1" })],
])("%s: the file stays as it is", (_, report) => {
  expect(patchFiles(report, [FILE])).toEqual([FILE]);
  expect(functionsByRange(FILE)([3, 4])).toBeUndefined();
});
