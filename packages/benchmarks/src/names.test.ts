import { JsonValue } from "@jessy-actions/reading/json";
import { expect, test } from "vitest";
import { Names, parametersOf, repeated } from "./names.ts";
import { ResultsBuilder } from "./results-builder.ts";

test("a name that was given before gets a number, also when the numbered one is taken", () => {
  const builder = new ResultsBuilder("custom");
  const names = new Names(builder);
  const given = ["a", "a #2", "a", "b", "a", "__proto__", "__proto__"].map((name) => names.unique(name));
  expect(given).toEqual(["a", "a #2", "a #2 #2", "b", "a #3", "__proto__", "__proto__ #2"]);
  expect(builder.finish().warnings).toContain("two benchmarks are called a; the later one is a #3");
});

test("a hundred thousand of the same name", () => {
  const names = new Names(new ResultsBuilder("custom"));
  const given = new Set(Array.from({ length: 100_000 }, () => names.unique("a")));
  expect(given.size).toBe(100_000);
});

test("what is there more than once", () => {
  expect([...repeated(["a", "b", "a", "c", "c", "a"])]).toEqual(["a", "c"]);
});

test.each([
  [undefined, ""],
  [{}, ""],
  [{ b: 1, a: "x", c: null }, " (b=1, a=x, c=null)"],
  [{ a: { toString: 1 } }, ' (a={"toString":1})'],
])("parameters %j are written %j", (raw, expected) => {
  expect(parametersOf(new JsonValue(raw, "p"))).toBe(expected);
});
