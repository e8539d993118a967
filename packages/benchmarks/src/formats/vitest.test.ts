import { ReportError } from "@jessy-actions/reading/report-error";
import { describe, expect, test } from "vitest";
import { plain } from "../../testing/plain-results.ts";
import { vitest } from "./vitest.ts";

describe("--reporter=json of Vitest 5", () => {
  const task = (name: string, more: object = {}) => ({
    name,
    latency: { mean: 0.003, p50: 0.002, samplesCount: 9 },
    throughput: { mean: 1 },
    period: 0.003,
    totalTime: 1,
    rank: 1,
    ...more,
  });

  const testCase = (title: string, tasks: object[], more: object = {}) => ({
    ancestorTitles: ["sort"],
    fullName: `sort ${title}`,
    status: "passed",
    title,
    failureMessages: [],
    benchmarks: [{ name: `sort > ${title}`, tasks }],
    ...more,
  });

  const file = (name: string, ...assertionResults: object[]) => ({
    name,
    status: "passed",
    message: "",
    assertionResults,
  });

  const reportOf = (...testResults: object[]) => ({ numTotalTests: 1, success: true, testResults });

  test("a task is called by its file, test and name; retained samples, else the median, in nanoseconds", () => {
    const retained = task("b", { latency: { p50: 1, mean: 1, samples: [0.001, 0.002] } });
    const report = reportOf(file("/home/x/base/src/a.bench.ts", testCase("two", [task("a"), retained])));
    expect(plain(vitest, report)).toEqual({
      series: {
        "a.bench.ts > sort > two > a: time": "timed lower ns: 2000",
        "a.bench.ts > sort > two > b: time": "timed lower ns: 1000, 2000",
      },
    });
  });

  test("files of the same name are told by as much of their path as it takes", () => {
    const cases = testCase("t", [task("a")]);
    const paths = ["/w/x/p/a.bench.ts", "/w/y/p/a.bench.ts", "C:\\w\\b.bench.ts", "a.bench.ts", "/"];
    const report = reportOf(...paths.map((path) => file(path, cases)));
    expect(Object.keys(plain(vitest, report).series ?? {}).map((key) => key.split(" > ")[0])).toEqual([
      "x/p/a.bench.ts",
      "y/p/a.bench.ts",
      "b.bench.ts",
      "a.bench.ts",
      "/",
    ]);
  });

  test("the same test of two projects is two benchmarks", () => {
    const cases = file("/w/a.bench.ts", testCase("t", [task("a")]));
    expect(Object.keys(plain(vitest, reportOf(cases, cases)).series ?? {})).toEqual([
      "a.bench.ts > sort > t > a: time",
      "a.bench.ts > sort > t > a #2: time",
    ]);
  });

  test("a failed test and a file that cannot be run are failures; what a failed test measured stays", () => {
    const failed = { status: "failed", failureMessages: ["Error: boom\n    at x"], benchmarks: [] };
    const report = reportOf(
      file("/w/a.bench.ts", testCase("bad", [], failed), testCase("slow", [task("a")], { status: "failed" })),
      { name: "/w/b.bench.ts", status: "failed", message: "no such module", assertionResults: [] },
      { name: "/w/c.bench.ts", status: "failed", message: "", assertionResults: [] },
    );
    expect(plain(vitest, report)).toEqual({
      series: { "a.bench.ts > sort > slow > a: time": "timed lower ns: 2000" },
      failed: [
        "a.bench.ts > sort > bad: Error: boom",
        "a.bench.ts > sort > slow: the test failed",
        "b.bench.ts: no such module",
        "c.bench.ts: the file failed",
      ],
    });
  });

  test("a task that was read from an earlier run is no measurement of this one", () => {
    const report = reportOf(file("/w/a.bench.ts", testCase("t", [task("a"), task("old", { fromStore: true })])));
    expect(plain(vitest, report)).toEqual({
      series: { "a.bench.ts > sort > t > a: time": "timed lower ns: 2000" },
      warnings: ["a.bench.ts > sort > t > old is of an earlier run; it is left out"],
    });
  });

  test("tests that measure nothing are no benchmarks", () => {
    const report = reportOf(
      file("/w/a.test.ts", testCase("t", [], { benchmarks: [] }), {
        status: "passed",
        title: "old",
        ancestorTitles: [],
      }),
    );
    expect(plain(vitest, report)).toEqual({});
  });

  test.each([
    ["no test results", {}, "`files` is not a list but missing"],
    ["a file without a name", reportOf({}), "`testResults[0].name` is not a string but missing"],
    [
      "a task without a name",
      reportOf(file("a", testCase("t", [{}]))),
      "`testResults[0].assertionResults[0].benchmarks[0].tasks[0].name` is not a string but missing",
    ],
  ])("%s is refused by its place", (_, document, message) => {
    expect(() => plain(vitest, document)).toThrow(new ReportError(message));
  });
});

describe("--outputJson of earlier ones", () => {
  const reportOf = (...benchmarks: object[]) => ({
    files: [{ filepath: "/w/src/a.bench.ts", groups: [{ fullName: "src/a.bench.ts > sort", benchmarks }] }],
  });

  test("samples, else the median, else the mean, in nanoseconds", () => {
    const report = reportOf(
      { name: "a", rank: 1, samples: [0.001, 0.002], mean: 1, hz: 1 },
      { name: "b", samples: [], median: 0.004, mean: 1 },
      { name: "c", samples: [], mean: 0.005 },
    );
    expect(plain(vitest, report)).toEqual({
      series: {
        "src/a.bench.ts > sort > a: time": "timed lower ns: 1000, 2000",
        "src/a.bench.ts > sort > b: time": "timed lower ns: 4000",
        "src/a.bench.ts > sort > c: time": "timed lower ns: 5000",
      },
    });
  });

  test("one that threw has only a name and a rank", () => {
    expect(plain(vitest, reportOf({ name: "bad", rank: 2, rme: 0, samples: [] }))).toEqual({
      failed: ["src/a.bench.ts > sort > bad: it has no time"],
    });
  });
});
