import { ReportError } from "@jessy-actions/reading/report-error";
import { expect, test } from "vitest";
import { plain } from "../../testing/plain-results.ts";
import { tinybench } from "./tinybench.ts";

const V6 = {
  name: "a",
  result: { state: "completed", latency: { mean: 0.003, p50: 0.002, samplesCount: 2 }, throughput: { mean: 1 } },
};
const V3 = { name: "a", result: { hz: 1, mean: 9, samples: [9], latency: { mean: 9, samples: [0.001, 0.002] } } };
const V2 = { name: "a", result: { totalTime: 20, hz: 1, mean: 0.004, samples: [0.004, 0.005] } };

test.each([
  ["6, without samples", [V6], "2000"],
  ["3 to 5", [V3], "1000, 2000"],
  ["2", [V2], "4000, 5000"],
  ["2 without samples", [{ name: "a", result: { hz: 1, mean: 0.004 } }], "4000"],
  ["a statistic of Vitest's kind", [{ name: "a", result: { median: 0.001, mean: 0.004 } }], "1000"],
  ["below `tasks`", { tasks: [V6] }, "2000"],
  ["below `results`", { results: [V6] }, "2000"],
])("tasks of tinybench %s, in nanoseconds", (_, document, values) => {
  expect(plain(tinybench, document)).toEqual({ series: { "a: time": `timed lower ns: ${values}` } });
});

test.each([
  ["6", { "Task name": "a", "Latency avg (ns)": "43.21 \u00b1 2.09%", "Latency med (ns)": "39.00 \u00b1 2.00" }, "39"],
  ["3.0", { "Task name": "a", "Latency average (ns)": "1,243.21 \u00b1 2.09%" }, "1243.21"],
  [
    "2",
    { "Task Name": "a", "ops/sec": "22,370,714", "Average Time (ns)": 44.7, Margin: "\u00b11.70%", Samples: 9 },
    "44.7",
  ],
])("the table of tinybench %s", (_, row, value) => {
  expect(plain(tinybench, [row])).toEqual({ series: { "a: time": `timed lower ns: ${value}` } });
});

test.each([
  ["an error that JSON lost", { name: "a", result: { error: {} } }, "it threw an error"],
  ["an error with a message", { name: "a", result: { error: { message: "boom" }, latency: { mean: 1 } } }, "boom"],
  ["an error as text", { name: "a", result: { error: "boom" } }, "boom"],
  ["aborted", { name: "a", result: { state: "aborted" } }, "it was not measured: aborted"],
  ["never run", { name: "a" }, "it has no result"],
  ["a row of the table", { "Task name": "a", Error: "boom", Stack: "Error: boom" }, "boom"],
  ["a row without a time", { "Task name": "a", Remarks: "skipped" }, "it has no time"],
  ["a cell that is no number", { "Task name": "a", "Latency med (ns)": "N/A" }, "its time is NaN"],
  ["an empty cell", { "Task name": "a", "Latency med (ns)": "" }, "its time is NaN"],
])("%s is a failed benchmark", (_, row, reason) => {
  expect(plain(tinybench, [row, { ...V6, name: "b" }])).toEqual({
    series: { "b: time": "timed lower ns: 2000" },
    failed: [`a: ${reason}`],
  });
});

test("aborted with statistics has been measured", () => {
  const row = { name: "a", result: { ...V6.result, state: "aborted-with-statistics" } };
  expect(plain(tinybench, [row]).series).toEqual({ "a: time": "timed lower ns: 2000" });
});

test.each([
  ["nothing of it", {}, "`results` is not a list but missing"],
  ["tasks of 6, whose fields are private", [{}], "`[0].name` is not a string but missing"],
  [
    "samples that are texts",
    [{ name: "a", result: { samples: ["1"] } }],
    '`[0].result.samples[0]` is not a number but "1"',
  ],
  [
    "a cell that is a list",
    [{ "Task name": "a", "Latency med (ns)": [] }],
    "`[0].Latency med (ns)` is not a string but []",
  ],
])("%s is refused by its place", (_, document, message) => {
  expect(() => plain(tinybench, document)).toThrow(new ReportError(message));
});
