import { expect, test } from "vitest";
import { limitsBy } from "./benchmark-limits.ts";
import { parseOverride } from "./overrides.ts";

/** Of a change with a margin of 5 % and a floor of 1 ns. */
const limits = (lines: readonly string[], before?: Parameters<typeof limitsBy>[0]) =>
  limitsBy({ margin: 0.05, floor: 1, overrides: lines.map(parseOverride), ...(before && { before }) });

test("the last line that matches counts", () => {
  const rules = limits(["** => margin 7", "parse/** => margin 10, floor 5us", "parse/slow => ignore"]);
  expect(rules("other")).toEqual({ margin: 0.07, floor: 1, ignore: false });
  expect(rules("parse/fast/1k")).toEqual({ margin: 0.1, floor: 5000, ignore: false });
  expect(rules("parse/slow")).toEqual({ margin: 0.05, floor: 1, ignore: true });
  expect(limits([])("a")).toEqual({ margin: 0.05, floor: 1, ignore: false });
});

test("a star stays within a part, so a name with slashes needs two", () => {
  const matches = (pattern: string, name: string) => limits([`${pattern} => ignore`])(name).ignore;
  expect(matches("Parse*", "ParseJson")).toBe(true);
  expect(matches("Parse*", "Parse/size=1k")).toBe(false);
  expect(matches("Parse*/**", "Parse/size=1k")).toBe(true);
  expect(matches("__proto__", "__proto__")).toBe(true);
});

test("a metric can be named, and a direction alone hides no other line", () => {
  const rules = limits(["** => margin 7", "a p99 => margin 20", "a => lower"]);
  expect(rules("a", "a p99")).toMatchObject({ margin: 0.2 });
  expect(rules("a", "a")).toMatchObject({ margin: 0.07 });
});

test.each<readonly [string, string[], string[], { margin?: number; floor?: number; ignore?: boolean }]>([
  ["a benchmark that the change leaves out is judged", ["** => ignore"], [], {}],
  ["one that only the default branch leaves out is judged", [], ["a => ignore"], {}],
  ["one that both leave out is left out", ["** => ignore"], ["a => ignore"], { ignore: true }],
  ["a wider margin does not count", ["a => margin 900 %"], [], { margin: 0.1 }],
  ["nor does a wider one than an override's", ["a => margin 50 %"], ["a => margin 20 %"], { margin: 0.2 }],
  ["a narrower one does", ["a => margin 2 %"], ["a => margin 20 %"], { margin: 0.02 }],
  ["a larger floor does not", ["a => floor 1s"], ["a => floor 5us"], { floor: 5000 }],
])("where the default branch has others, and a margin of 10 %%: %s", (_, lines, before, expected) => {
  const theirs = { margin: 0.1, floor: 1, overrides: before.map(parseOverride) };
  expect(limits(lines, theirs)("a")).toEqual({ margin: 0.05, floor: 1, ignore: false, ...expected });
});
