import { ReportError } from "@jessy-actions/reading/report-error";
import { expect, test } from "vitest";
import { plain } from "../../testing/plain-results.ts";
import { pytestBenchmark } from "./pytest-benchmark.ts";

const reportOf = (...benchmarks: object[]) => ({
  machine_info: { node: "x" },
  commit_info: { id: "unversioned" },
  benchmarks,
  version: "5.3.1",
});

const ROW = {
  group: null,
  name: "test_sum[10]",
  fullname: "tests/test_b.py::test_sum[10]",
  params: { n: 10 },
  extra_info: { x: 1 },
  stats: { min: 1, mean: 0.003, median: 0.002, rounds: 2, data: [0.001, 0.005], iterations: 100 },
};

test("every round is a sample, in nanoseconds an iteration, under the full name", () => {
  expect(plain(pytestBenchmark, reportOf(ROW))).toEqual({
    series: { "tests/test_b.py::test_sum[10]: time": "timed lower ns: 1000000, 5000000" },
  });
});

test.each([
  ["median", { median: 0.002, mean: 0.003 }, "2000000"],
  ["mean", { mean: 0.003, data: [] }, "3000000"],
])("without data the %s is the only sample", (_, stats, value) => {
  expect(plain(pytestBenchmark, reportOf({ ...ROW, fullname: undefined, stats })).series).toEqual({
    "test_sum[10]: time": `timed lower ns: ${value}`,
  });
});

test("two of the same full name are two benchmarks", () => {
  expect(plain(pytestBenchmark, reportOf(ROW, ROW))).toMatchObject({
    series: { [`${ROW.fullname}: time`]: expect.anything(), [`${ROW.fullname} #2: time`]: expect.anything() },
    warnings: [`two benchmarks are called ${ROW.fullname}; the later one is ${ROW.fullname} #2`],
  });
});

test("Python writes NaN; no stats are a failure", () => {
  const text = JSON.stringify(reportOf({ ...ROW, stats: { data: ["?"], iqr: "?" } }, { fullname: "b" })).replaceAll(
    '"?"',
    "NaN",
  );
  expect(plain(pytestBenchmark, text)).toEqual({
    failed: [`${ROW.fullname}: its time is NaN`, "b: it has no time"],
  });
});

test.each([
  ["no benchmarks", { machine_info: {} }, "`benchmarks` is not a list but missing"],
  ["no name", reportOf({ stats: {} }), "`benchmarks[0].name` is not a string but missing"],
  [
    "data that is a text",
    reportOf({ ...ROW, stats: { data: ["1"] } }),
    '`benchmarks[0].stats.data[0]` is not a number but "1"',
  ],
])("%s is refused by its place", (_, document, message) => {
  expect(() => plain(pytestBenchmark, document)).toThrow(new ReportError(message));
});
