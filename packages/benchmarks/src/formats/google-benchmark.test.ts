import { ReportError } from "@jessy-actions/reading/report-error";
import { expect, test } from "vitest";
import { plain } from "../../testing/plain-results.ts";
import { recognises } from "../../testing/recognition.ts";
import { googleBenchmark } from "./google-benchmark.ts";

recognises(
  googleBenchmark,
  { name: "google-benchmark", title: "Google Benchmark JSON" },
  {
    own: [
      '{"context":{"library_build_type":"release"},"benchmarks":[]}',
      '{"benchmarks":[{"name":"BM","real_time":1',
      '{"benchmarks":[{"name":"BM","run_type":"iteration"',
    ],
    foreign: [
      '{"context":{"date":"x"},"benchmarks":[]}',
      '{"benchmarks":[{"name":"BM","mean":1',
      '{"benchmarks":[{"real_time":1',
      '{"benchmarks":[{"run_type":"iteration"',
    ],
  },
);

const CONTEXT = {
  date: "2026-01-01T00:00:00+00:00",
  num_cpus: 4,
  library_build_type: "release",
  json_schema_version: 1,
};

const reportOf = (...benchmarks: object[]) => ({ context: CONTEXT, benchmarks });

function repetition(at: number, real_time: number, more: object = {}): object {
  return {
    name: "BM_Sort/8",
    family_index: 0,
    per_family_instance_index: 0,
    run_name: "BM_Sort/8",
    run_type: "iteration",
    repetitions: 2,
    repetition_index: at,
    threads: 1,
    iterations: 1000,
    real_time,
    cpu_time: real_time / 2,
    time_unit: "us",
    ...more,
  };
}

function aggregate(aggregate_name: string, real_time: number, more: object = {}): object {
  return {
    name: `BM_Sort/8_${aggregate_name}`,
    family_index: 0,
    per_family_instance_index: 0,
    run_name: "BM_Sort/8",
    run_type: "aggregate",
    aggregate_name,
    aggregate_unit: "time",
    real_time,
    cpu_time: real_time,
    time_unit: "us",
    ...more,
  };
}

test("repetitions are samples of `run_name`; real time is judged, CPU time is shown; aggregates repeat them", () => {
  const report = reportOf(repetition(0, 4), repetition(1, 6), aggregate("mean", 5), aggregate("cv", 0.2));
  expect(plain(googleBenchmark, report)).toEqual({
    series: { "BM_Sort/8: time": "timed lower ns: 4000, 6000", "BM_Sort/8: cpu-time": "shown lower ns: 2000, 3000" },
  });
});

test("a report from before `run_type`, with a unit a row", () => {
  const report = reportOf(
    { name: "BM_A", iterations: 1000, real_time: 0.4, cpu_time: 0.5, time_unit: "s" },
    { name: "BM_B", iterations: 1000, real_time: 7 },
  );
  expect(plain(googleBenchmark, report).series).toEqual({
    "BM_A: time": "timed lower ns: 400000000",
    "BM_A: cpu-time": "shown lower ns: 500000000",
    "BM_B: time": "timed lower ns: 7",
  });
});

test.each([
  ["the median", [aggregate("mean", 5), aggregate("median", 4)], "timed lower ns: 4000"],
  ["else the mean", [aggregate("stddev", 1), aggregate("mean", 5)], "timed lower ns: 5000"],
])("of aggregates only, %s is the only sample", (_, rows, expected) => {
  expect(plain(googleBenchmark, reportOf(...rows)).series).toMatchObject({ "BM_Sort/8: time": expected });
});

test("aggregates that hold no typical time are a failed benchmark, the fit of a complexity is none at all", () => {
  const report = reportOf(
    aggregate("stddev", 1),
    {
      name: "F_BigO",
      run_name: "F",
      run_type: "aggregate",
      aggregate_name: "BigO",
      cpu_coefficient: 4,
      real_coefficient: 6,
    },
    { name: "F_RMS", run_name: "F", run_type: "aggregate", aggregate_name: "RMS", rms: 0.04 },
    { name: "G_BigO", cpu_coefficient: null, big_o: "N" },
  );
  expect(plain(googleBenchmark, report)).toEqual({
    failed: ["BM_Sort/8: it has only aggregates, and none of them is a median or a mean"],
  });
});

test("errors fail, skipping is said", () => {
  const report = reportOf(
    repetition(0, 0, { error_occurred: true, error_message: "no file\nx" }),
    { name: "BM_E", run_name: "BM_E", run_type: "iteration", error_occurred: true },
    { name: "BM_S", run_name: "BM_S", run_type: "iteration", skipped: true, skip_message: "no GPU" },
    { name: "BM_U", run_name: "BM_U", run_type: "iteration", skipped: "no disk", skip_message: "no disk" },
    { name: "BM_V", run_name: "BM_V", run_type: "iteration", skipped: true, skip_message: "" },
    { name: "BM_F", run_name: "BM_F", run_type: "iteration", error_occurred: true, error_message: 5 },
    { name: "BM_T", run_name: "BM_T", run_type: "iteration", skipped: true },
  );
  expect(plain(googleBenchmark, report)).toEqual({
    failed: ["BM_Sort/8: no file x", "BM_E: it reported an error", "BM_F: it reported an error"],
    warnings: [
      "BM_S was skipped: no GPU",
      "BM_U was skipped: no disk",
      "BM_V was skipped: it does not say why",
      "BM_T was skipped: it does not say why",
    ],
  });
});

test("rates of the time and counters without a known direction are shown; counts of memory and instructions are exact", () => {
  const counters = {
    bytes_per_second: 2e9,
    items_per_second: 10,
    label: "a label",
    foo: 3,
    allocs_per_iter: 2,
    max_bytes_used: 64,
    total_allocated_bytes: 128,
    INSTRUCTIONS: 1000,
    CYCLES: 500,
    p99_ns: 7,
    p99_us: 7,
    cache_misses: 2,
    requests_per_sec: 9,
  };
  expect(plain(googleBenchmark, reportOf(repetition(0, 4, counters))).series).toEqual({
    "BM_Sort/8: time": "timed lower ns: 4000",
    "BM_Sort/8: cpu-time": "shown lower ns: 2000",
    "BM_Sort/8: bytes_per_second": "shown higher B/s: 2000000000",
    "BM_Sort/8: items_per_second": "shown higher /s: 10",
    "BM_Sort/8: foo": "shown none : 3",
    "BM_Sort/8: allocs_per_iter": "exact lower allocs: 2",
    "BM_Sort/8: max_bytes_used": "exact lower B: 64",
    "BM_Sort/8: total_allocated_bytes": "exact lower B: 128",
    "BM_Sort/8: INSTRUCTIONS": "exact lower instructions: 1000",
    "BM_Sort/8: CYCLES": "shown lower cycles: 500",
    "BM_Sort/8: p99_ns": "timed lower ns: 7",
    "BM_Sort/8: p99_us": "timed lower ns: 7000",
    "BM_Sort/8: cache_misses": "timed lower : 2",
    "BM_Sort/8: requests_per_sec": "timed higher /s: 9",
  });
});

test.each([
  ["two families", { family_index: 1 }],
  ["two instances of a family", { per_family_instance_index: 1 }],
])("%s under one name are kept apart", (_, other) => {
  const report = reportOf(repetition(0, 4), repetition(0, 9, other));
  expect(plain(googleBenchmark, report)).toEqual({
    series: {
      "BM_Sort/8: time": "timed lower ns: 4000",
      "BM_Sort/8: cpu-time": "shown lower ns: 2000",
      "BM_Sort/8 #2: time": "timed lower ns: 9000",
      "BM_Sort/8 #2: cpu-time": "shown lower ns: 4500",
    },
    warnings: ["two benchmarks are called BM_Sort/8; the later one is BM_Sort/8 #2"],
  });
});

test("NaN and Infinity, which are no JSON, are no numbers; in a name they are text", () => {
  const text =
    '{"context":{},"benchmarks":[{"name":"NaN, \\"-NaN","real_time":5,"x": NaN,"y":-Infinity},{"name":"b","real_time":NaN}]}';
  expect(plain(googleBenchmark, text)).toEqual({
    series: { 'NaN, "-NaN: time': "timed lower ns: 5" },
    failed: ["b: it has no time"],
  });
});

test("one odd row leaves the others", () => {
  const report = reportOf(
    repetition(0, 4),
    { name: "odd", real_time: 1, time_unit: "parsec" },
    { name: "none" },
    { name: "back", real_time: -5 },
  );
  expect(plain(googleBenchmark, report)).toEqual({
    series: { "BM_Sort/8: time": "timed lower ns: 4000", "BM_Sort/8: cpu-time": "shown lower ns: 2000" },
    failed: [
      "odd: its time_unit is parsec, which is not a unit of time",
      "none: it has no time",
      "back: its time is -5",
    ],
  });
});

test.each([
  ["no benchmarks", { context: {} }, "`benchmarks` is not a list but missing"],
  ["a row without a name", reportOf({ real_time: 1 }), "`benchmarks[0].name` is not a string but missing"],
  [
    "a time that is a text",
    reportOf({ name: "a" }, { name: "b", real_time: "x" }),
    '`benchmarks[1].real_time` is not a number but "x"',
  ],
  ["a row that is none", { benchmarks: [5] }, "`benchmarks[0].name` is not a string but missing"],
])("%s is refused by its place", (_, document, message) => {
  expect(() => plain(googleBenchmark, document)).toThrow(new ReportError(message));
});
