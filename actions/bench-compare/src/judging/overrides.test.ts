import { expect, test } from "vitest";
import { parseOverride } from "./overrides.ts";

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
