import { ReportError } from "@jessy-actions/reading/report-error";
import { expect, test } from "vitest";
import { plain } from "../../testing/plain-results.ts";
import { hyperfine } from "./hyperfine.ts";

const reportOf = (...results: object[]) => ({ results });

const ROW = {
  command: "sleep 0",
  mean: 0.0012,
  stddev: 0.0002,
  median: 0.0011,
  user: 0.0004,
  system: 0.0005,
  min: 0.001,
  max: 0.0015,
  times: [0.001, 0.0011, 0.0015],
  exit_codes: [0, 0, 0],
};

test("every run is a sample, in nanoseconds; user and system are not judged again", () => {
  expect(plain(hyperfine, reportOf(ROW))).toEqual({
    series: { "sleep 0: time": "timed lower ns: 1000000, 1100000, 1500000" },
  });
});

test.each([
  ["median", { ...ROW, times: undefined }, "timed lower ns: 1100000"],
  ["mean, of a report without a median", { ...ROW, times: undefined, median: undefined }, "timed lower ns: 1200000"],
  ["median, of no times", { ...ROW, times: [] }, "timed lower ns: 1100000"],
])("without times the %s is the only sample", (_, row, expected) => {
  expect(plain(hyperfine, reportOf(row))).toEqual({ series: { "sleep 0: time": expected } });
});

test("the memory of each run", () => {
  expect(plain(hyperfine, reportOf({ ...ROW, memory_usage_byte: [1000, 2000, 1500] })).series).toEqual({
    "sleep 0: time": "timed lower ns: 1000000, 1100000, 1500000",
    "sleep 0: memory": "timed lower B: 1000, 2000, 1500",
  });
});

test("a command that is there twice is told by its parameters; the same with the same ones is run more often", () => {
  const report = reportOf(
    { ...ROW, times: [1], parameters: { threads: "1", kind: "a" } },
    { ...ROW, times: [2], parameters: { threads: "2", kind: "a" } },
    { ...ROW, times: [3], parameters: { threads: "2", kind: "a" } },
    { ...ROW, command: "true", times: [4], parameters: { threads: "1" } },
  );
  expect(plain(hyperfine, report).series).toEqual({
    "sleep 0 (threads=1, kind=a): time": "timed lower ns: 1000000000",
    "sleep 0 (threads=2, kind=a): time": "timed lower ns: 2000000000, 3000000000",
    "true: time": "timed lower ns: 4000000000",
  });
});

test.each([
  ["one exit code", [0, 2, 0], "it ended with exit code 2 in 1 of 3 runs"],
  ["all the same, under --ignore-failure", [1, 1, 1], "it ended with exit code 1 in 3 of 3 runs"],
  ["a signal", [0, null, null], "a signal ended it in 2 of 3 runs"],
])("how long a failing command takes is no measurement: %s", (_, exit_codes, reason) => {
  expect(plain(hyperfine, reportOf({ ...ROW, exit_codes }))).toEqual({ failed: [`sleep 0: ${reason}`] });
});

test("no runs at all", () => {
  expect(plain(hyperfine, reportOf())).toEqual({});
  expect(plain(hyperfine, reportOf({ command: "x", mean: null, exit_codes: [] }))).toEqual({
    failed: ["x: it has no time"],
  });
});

test.each([
  ["no results", {}, "`results` is not a list but missing"],
  ["no command", reportOf({ mean: 1 }), "`results[0].command` is not a string but missing"],
  ["a time that is a text", reportOf({ ...ROW, times: [1, "x"] }), '`results[0].times[1]` is not a number but "x"'],
  [
    "exit codes that are none",
    reportOf({ ...ROW, exit_codes: ["x"] }),
    '`results[0].exit_codes[0]` is not a number but "x"',
  ],
])("%s is refused by its place", (_, document, message) => {
  expect(() => plain(hyperfine, document)).toThrow(new ReportError(message));
});
