import { expect, test } from "vitest";
import { limitsBy, parseOverride } from "./overrides.ts";

test.each([
  ["parse/** => margin 10 %", { pattern: "parse/**", margin: 0.1 }],
  ["parse/**=>margin 10%", { pattern: "parse/**", margin: 0.1 }],
  ["a => margin 2.5, floor 5us", { pattern: "a", margin: 0.025, floor: 5000 }],
  ["a b => floor 0", { pattern: "a b", floor: 0 }],
  ["slow* => ignore", { pattern: "slow*", ignore: true }],
  ["a => higher", { pattern: "a", better: "higher" }],
  ["a widgets => lower, margin 3", { pattern: "a widgets", better: "lower", margin: 0.03 }],
  ["a =>  margin   5 %", { pattern: "a", margin: 0.05 }],
])("%s", (line, override) => {
  expect(parseOverride(line)).toEqual(override);
});

test.each([
  ["margin 10 %", "is not a rule; write `glob => margin 10 %`, `glob => higher` or `glob => ignore`"],
  ["=> ignore", "is not a rule; write `glob => margin 10 %`, `glob => higher` or `glob => ignore`"],
  ["a =>", "is not a rule; write `glob => margin 10 %`, `glob => higher` or `glob => ignore`"],
  ["a => b => ignore", "has the rule `b => ignore`; write `margin 10 %`, `floor 5us`, `lower`, `higher` or `ignore`"],
  ["a => margin", "has the margin ``; write a percentage above 0 such as `10 %`"],
  ["a => margin 0", "has the margin `0`; write a percentage above 0 such as `10 %`"],
  ["a => margin -5 %", "has the margin `-5 %`; write a percentage above 0 such as `10 %`"],
  ["a => margin 1001", "has the margin `1001`; write a percentage above 0 such as `10 %`"],
  ["a => floor 5", "has the floor `5`; write a time such as `5us`"],
  ["a => alpha 1", "has the rule `alpha 1`; write `margin 10 %`, `floor 5us`, `lower`, `higher` or `ignore`"],
  ["a => ignore it", "has the rule `ignore it`; write `margin 10 %`, `floor 5us`, `lower`, `higher` or `ignore`"],
  ["a => ignore,", "has the rule ``; write `margin 10 %`, `floor 5us`, `lower`, `higher` or `ignore`"],
  ["a => lower, higher", "says both `lower` and `higher`; write the one that is better"],
  [
    "a => higher is better",
    "has the rule `higher is better`; write `margin 10 %`, `floor 5us`, `lower`, `higher` or `ignore`",
  ],
  ["@(a|b) => ignore", "has a glob that is an extended glob; write {a,b} or several lines"],
])("%s", (line, message) => {
  expect(() => parseOverride(line)).toThrow(new RangeError(message));
});

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
