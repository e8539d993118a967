import { ReportError } from "@jessy-actions/reading/report-error";
import { expect, test } from "vitest";
import { plain } from "../../testing/plain-results.ts";
import { benchmarkDotNet } from "./benchmarkdotnet.ts";

const reportOf = (...Benchmarks: object[]) => ({
  Title: "Acme.Sort-20260101-000000",
  HostEnvironmentInfo: { BenchmarkDotNetCaption: "BenchmarkDotNet", BenchmarkDotNetVersion: "0.15.8" },
  Benchmarks,
});

const ROW = {
  DisplayInfo: "Sort.Run: DefaultJob [N=10]",
  Namespace: "Acme",
  Type: "Sort",
  Method: "Run",
  Parameters: "N=10",
  FullName: "Acme.Sort.Run(N: 10)",
  Statistics: { OriginalValues: [10.5, 11, 10.75], N: 3, Mean: 10.75, Median: 10.75 },
  Memory: { Gen0Collections: 1, TotalOperations: 1024, BytesAllocatedPerOperation: 64 },
};

test("original values are samples, in nanoseconds; what an operation allocates is exact", () => {
  expect(plain(benchmarkDotNet, reportOf(ROW))).toEqual({
    series: {
      "Acme.Sort.Run(N: 10): time": "timed lower ns: 10.5, 11, 10.75",
      "Acme.Sort.Run(N: 10): allocated": "exact lower B: 64",
    },
  });
});

test.each([
  ["median", { Median: 5, Mean: 6 }, "5"],
  ["mean", { Mean: 6, OriginalValues: [] }, "6"],
])("the brief report has the %s", (_, Statistics, value) => {
  expect(plain(benchmarkDotNet, reportOf({ ...ROW, Statistics, Memory: null }))).toEqual({
    series: { "Acme.Sort.Run(N: 10): time": `timed lower ns: ${value}` },
  });
});

test("a benchmark that failed has no statistics", () => {
  expect(
    plain(benchmarkDotNet, reportOf({ ...ROW, Statistics: null }, { ...ROW, FullName: "b", Statistics: {} })),
  ).toEqual({
    series: { "b: allocated": "exact lower B: 64" },
    failed: ["Acme.Sort.Run(N: 10): it has no Statistics: it failed or was not run", "b: it has no time"],
  });
});

test("the same benchmark under several jobs is told by what the jobs are", () => {
  const displays = ["Sort.Run: Job-KSXUOA(Runtime=.NET 9.0) [N=10]", "Sort.Run: ShortRun [N=10]", undefined, undefined];
  const report = reportOf(...displays.map((DisplayInfo) => ({ ...ROW, DisplayInfo, Memory: null })));
  expect(Object.keys(plain(benchmarkDotNet, report).series ?? {})).toEqual([
    "Acme.Sort.Run(N: 10) (Runtime=.NET 9.0): time",
    "Acme.Sort.Run(N: 10) (ShortRun): time",
    "Acme.Sort.Run(N: 10): time",
    "Acme.Sort.Run(N: 10) #2: time",
  ]);
});

test.each([
  ["no benchmarks", { HostEnvironmentInfo: {} }, "`Benchmarks` is not a list but missing"],
  ["no name", reportOf({ Statistics: {} }), "`Benchmarks[0].FullName` is not a string but missing"],
  [
    "a value that is a text",
    reportOf({ ...ROW, Statistics: { OriginalValues: ["1"] } }),
    '`Benchmarks[0].Statistics.OriginalValues[0]` is not a number but "1"',
  ],
])("%s is refused by its place", (_, document, message) => {
  expect(() => plain(benchmarkDotNet, document)).toThrow(new ReportError(message));
});
