import { ReportError } from "@jessy-actions/reading/report-error";
import { expect, test } from "vitest";
import { plain } from "../../testing/plain-results.ts";
import { mitata } from "./mitata.ts";

const STATS = { kind: "fn", debug: "", samples: [0.5, 0.75], min: 0.5, p50: 0.6, avg: 0.7, ticks: 9 };

const run = (name: string, more: object = {}) => ({ name, args: {}, stats: STATS, ...more });

const reportOf = (...runs: object[]) => ({
  layout: [{ name: null, types: [] }],
  benchmarks: [{ kind: "static", args: {}, alias: "alias", group: 0, baseline: false, runs }],
  context: { runtime: "node", noop: { fn: STATS } },
});

test("samples in nanoseconds; what the heap grew by is shown", () => {
  expect(plain(mitata, reportOf(run("a", { stats: { ...STATS, heap: { avg: 24.5 } } })))).toEqual({
    series: { "a: time": "timed lower ns: 0.5, 0.75", "a: heap": "shown lower B: 24.5" },
  });
});

test.each([
  ["median", { ...STATS, samples: null }, "0.6"],
  ["average", { samples: null, avg: 0.7 }, "0.7"],
])("without samples the %s is the only one", (_, stats, value) => {
  expect(plain(mitata, reportOf(run("a", { stats }))).series).toEqual({ "a: time": `timed lower ns: ${value}` });
});

test("arguments that are not in the name tell runs apart", () => {
  const report = reportOf(
    run("sort", { args: { size: 1, kind: "x" } }),
    run("sort", { args: { size: 10, kind: "x" } }),
    run("sort 5", { args: { size: 5 } }),
    { stats: STATS },
  );
  expect(Object.keys(plain(mitata, report).series ?? {})).toEqual([
    "sort (size=1, kind=x): time",
    "sort (size=10, kind=x): time",
    "sort 5: time",
    "alias: time",
  ]);
});

test.each([
  ["an error", { error: { message: "boom", stack: "..." }, stats: undefined }, "boom"],
  ["an error that JSON lost", { error: {} }, "it threw an error"],
  ["no statistics", { stats: undefined }, "it has no time"],
])("%s is a failed benchmark", (_, more, reason) => {
  expect(plain(mitata, reportOf(run("a", more)))).toEqual({ failed: [`a: ${reason}`] });
});

test.each([
  ["no benchmarks", {}, "`benchmarks` is not a list but missing"],
  ["no runs", { benchmarks: [{}] }, "`benchmarks[0].runs` is not a list but missing"],
  ["no name", { benchmarks: [{ runs: [{}] }] }, "`benchmarks[0].runs[0].name` is not a string but missing"],
  [
    "a sample that is a text",
    reportOf(run("a", { stats: { samples: ["1"] } })),
    '`benchmarks[0].runs[0].stats.samples[0]` is not a number but "1"',
  ],
])("%s is refused by its place", (_, document, message) => {
  expect(() => plain(mitata, document)).toThrow(new ReportError(message));
});
