import { titleOf } from "@jessy-actions/benchmarks/comparison";
import { expect, test } from "vitest";
import { comparisonOf } from "../../testing/judged.ts";
import { sortByHarm } from "./harm.ts";

const sorted = (written: readonly string[]) => sortByHarm(written.map(comparisonOf)).map(titleOf);

test("verdicts come in the order of their harm, whatever their names", () => {
  const inOrder = [
    "h: regressed 1",
    "g: broken",
    "f: missing",
    "e: inconclusive 90",
    "d: improved -1",
    "c: ok 90",
    "b: new",
    "a: shown 90",
  ];
  const names = ["h", "g", "f", "e", "d", "c", "b", "a"];
  expect(sorted(inOrder)).toEqual(names);
  expect(sorted(inOrder.toReversed())).toEqual(names);
});

test.each<readonly [string, readonly string[], readonly string[]]>([
  ["the larger change", ["a: regressed 10", "b: regressed 30"], ["b", "a"]],
  ["the smaller gain", ["a: improved -30", "b: improved -10"], ["b", "a"]],
  // A rate that halves costs as much as a time that doubles.
  ["a rate by its cost", ["a: regressed 90", "b ops/s: regressed -50"], ["b ops/s", "a"]],
  ["a rate by its cost, the other way", ["a: regressed 110", "b ops/s: regressed -50"], ["a", "b ops/s"]],
  ["a rate that rose more", ["a ops/s: improved 200", "b ops/s: improved 100"], ["b ops/s", "a ops/s"]],
  ["from nothing, before everything", ["a: regressed 9000", "b B/op: regressed Infinity"], ["b B/op", "a"]],
  ["down to nothing, after everything", ["a: improved -100", "b: improved -99"], ["b", "a"]],
  ["a rate down to nothing, before everything", ["b: regressed 9000", "a ops/s: regressed -100"], ["a ops/s", "b"]],
  ["equal ones by name", ["c: ok 1", "a: ok 1", "b: ok 1"], ["a", "b", "c"]],
  ["without a number as without a change", ["a: ok -1", "b: ok", "c: ok 1"], ["c", "b", "a"]],
  ["of one name and change, as they came", ["a B/op: ok 0", "a allocs/op: ok 0"], ["a B/op", "a allocs/op"]],
])("%s comes first", (_, written, expected) => {
  expect(sorted(written)).toEqual(expected);
});

test("what is sorted stays as it was", () => {
  const given = ["a: ok", "b: regressed 1"].map(comparisonOf);
  sortByHarm(given);
  expect(given.map(({ benchmark }) => benchmark)).toEqual(["a", "b"]);
});
