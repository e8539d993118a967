import { expect, test } from "vitest";
import type { Metric } from "./model.ts";
import { ResultsBuilder } from "./results-builder.ts";
import { TIME_METRIC } from "./units.ts";

const SHOWN: Metric = { name: "x", unit: "", better: "none", judgement: "shown" };

const keysOf = (builder: ResultsBuilder) =>
  [...builder.finish().series.values()].map(({ benchmark, metric }) => [benchmark, metric.name, metric.unit]);

test("a long name is cut, and two of the same beginning stay two", () => {
  const builder = new ResultsBuilder("custom");
  const start = "x".repeat(500);
  for (const name of [start, `${start}1`, `${start}2`]) builder.add(name, TIME_METRIC, 1);
  const names = keysOf(builder).map(([name]) => name!);
  expect(new Set(names).size).toBe(3);
  expect(names[0]).toBe(start);
  expect(names[1]).toMatch(/^x{500}\.\.\. [\da-f]{8}$/);
});

test("names of benchmarks, metrics and units are one line", () => {
  const builder = new ResultsBuilder("custom");
  builder.add("a\r\nb\0", { ...SHOWN, name: "m\0n", unit: "u\n\u007fv" }, 1);
  builder.add("", SHOWN, 1);
  expect(keysOf(builder)).toEqual([
    ["a b", "m n", "u v"],
    ["(unnamed)", "x", ""],
  ]);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, -1])("%d is no measurement, and that is said", (value) => {
  const builder = new ResultsBuilder("custom");
  builder.add("a", TIME_METRIC, value);
  const { series, warnings } = builder.finish();
  expect(series.size).toBe(0);
  expect(warnings).toEqual([`a: time is ${value}, which is not a measurement`]);
});

test("samples at once are samples one by one; what is in another unit is left out", () => {
  const builder = new ResultsBuilder("go");
  builder.addAll("a", TIME_METRIC, [1, Number.NaN, 2]);
  builder.add("a", TIME_METRIC, 3);
  builder.addAll("a", { ...TIME_METRIC, unit: "cycles" }, [4]);
  builder.addAll("b", TIME_METRIC, []);
  builder.addAll("b", TIME_METRIC, [-1]);
  const { series, warnings } = builder.finish();
  expect([...series.values()]).toEqual([{ benchmark: "a", metric: TIME_METRIC, values: [1, 2, 3] }]);
  expect(warnings).toEqual([
    "a: time is NaN, which is not a measurement",
    "a: time is in ns and in cycles; the second is left out",
    "b: time is -1, which is not a measurement",
  ]);
});

test("why a benchmark failed is one line that ends", () => {
  const builder = new ResultsBuilder("go");
  builder.fail("a\nb", `x\r\n${"y".repeat(1000)}`);
  expect(builder.finish().failed).toEqual([{ benchmark: "a b", reason: `x ${"y".repeat(298)}` }]);
});

test("the warnings of a report with a million wrong lines end", () => {
  const builder = new ResultsBuilder("custom");
  for (let at = 0; at < 25; at++) builder.warn(`line ${at}`);
  const { warnings } = builder.finish();
  expect(warnings.slice(-2)).toEqual(["line 19", "and 5 more of the kind"]);
});
