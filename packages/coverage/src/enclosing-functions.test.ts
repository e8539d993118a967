import { expect, test } from "vitest";
import { enclosingFunctions } from "./enclosing-functions.ts";
import type { FunctionTable } from "./model.ts";
import type { LineRange } from "./ranges.ts";

function tableOf(functions: readonly (readonly [line: number, name: string])[]): FunctionTable {
  return {
    line: Uint32Array.from(functions.map(([line]) => line)),
    name: functions.map(([, name]) => name),
    hits: new Float64Array(functions.length),
  };
}

const functions = tableOf([
  [0, "somewhere"],
  [3, "first"],
  [10, "(anonymous_1)"],
  [10, "second"],
  [10, "third"],
  [20, "(anonymous_2)"],
]);

test.each<[string, LineRange[], unknown[]]>([
  ["no range", [], []],
  ["above every function", [[1, 2]], []],
  ["on the first line of one", [[3, 3]], [{ name: "first", line: 3, ranges: [[3, 3]] }]],
  ["on the last line before the next", [[9, 9]], [{ name: "first", line: 3, ranges: [[9, 9]] }]],
  ["into the next: where it starts counts", [[9, 12]], [{ name: "first", line: 3, ranges: [[9, 12]] }]],
  ["several on one line: the first that has a name", [[11, 11]], [{ name: "second", line: 10, ranges: [[11, 11]] }]],
  ["in an anonymous function, not in the one above it", [[21, 22]], []],
  [
    "in any order",
    [
      [12, 12],
      [5, 5],
      [4, 4],
    ],
    [
      {
        name: "first",
        line: 3,
        ranges: [
          [4, 4],
          [5, 5],
        ],
      },
      { name: "second", line: 10, ranges: [[12, 12]] },
    ],
  ],
])("%s", (_, ranges, expected) => {
  expect(enclosingFunctions(functions, ranges)).toEqual(expected);
});

test("a report without functions", () => {
  expect(enclosingFunctions(tableOf([]), [[1, 1]])).toEqual([]);
});

test("a report that does not say where its functions are", () => {
  expect(enclosingFunctions(tableOf([[0, "somewhere"]]), [[1, 1]])).toEqual([]);
});
