import { expect, test } from "vitest";
import { ratio } from "../../testing/gates.ts";
import { staleGate } from "./stale.ts";

const stale = [
  { path: "a", measuredLine: 9, lines: 3 },
  { path: "b", measuredLine: 2, lines: 1 },
  { path: "c", measuredLine: 2, lines: 1 },
];

const FILES = ["a", "b", "c", "d", "e"];

test.each(["fail", "warn"] as const)("every file fits: neither a gate nor a note, with `%s`", (onStaleReport) => {
  expect(staleGate([], FILES, onStaleReport)).toEqual({ gate: undefined, notes: [] });
});

test.each([
  [1, "line 9 of a, which has 3 lines."],
  [2, "line 9 of a, which has 3 lines (and 1 more file in the same way)."],
  [3, "line 9 of a, which has 3 lines (and 2 more files in the same way)."],
])("%i files that do not fit", (count, rest) => {
  const sentence = `The reports do not fit this commit: they measure ${rest} Were they made from another commit?`;
  expect(staleGate(stale.slice(0, count), FILES, "fail")).toEqual({
    gate: { kind: "stale", threshold: "0", verdict: "fail", measured: ratio(5 - count, 5), sentence },
    notes: [],
  });
  expect(staleGate(stale.slice(0, count), FILES, "warn")).toEqual({
    gate: undefined,
    notes: [{ level: "warning", text: sentence }],
  });
});

test("a line that is blank now, and was not at the base", () => {
  const { notes } = staleGate([{ path: "d", measuredLine: 2, lines: 3, blank: true }, ...stale], FILES, "warn");
  expect(notes[0]?.text).toBe(
    "The reports do not fit this commit: they measure line 2 of d, which is blank, and was not at the base (and 3 more files in the same way). Were they made from another commit?",
  );
});

test("a file in two reports is one file, and one that is excluded is among all", () => {
  const twice = [...stale, { path: "a", measuredLine: 8, lines: 3 }];
  expect(staleGate(twice, ["a"], "fail").gate?.measured).toEqual(ratio(0, 3));
  expect(staleGate(twice, ["a"], "fail").gate?.sentence).toContain("(and 2 more files in the same way)");
});
