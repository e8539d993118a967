import { ReportError } from "@jessy-actions/reading/report-error";
import { describe, expect, test } from "vitest";
import { plainResults } from "../../testing/plain-results.ts";
import { criterion } from "./criterion.ts";

/** Files by path; what is no text is written as JSON. */
const filesOf = (files: Readonly<Record<string, unknown>>) =>
  Object.entries(files).map(([path, content]) => ({
    path,
    bytes: new TextEncoder().encode(typeof content === "string" ? content : JSON.stringify(content)),
  }));

const read = (files: Readonly<Record<string, unknown>>) => plainResults(criterion.parse(filesOf(files)));

const benchmark = (full_id: string) => ({
  group_id: full_id,
  function_id: null,
  value_str: null,
  throughput: { Bytes: 1000 },
  full_id,
  directory_name: full_id.replaceAll(/[/?"\\*<>:|^]/g, "_"),
  title: full_id,
});

const sample = (...times: number[]) => ({ sampling_mode: "Linear", iters: times.map((_, at) => at + 1), times });

const ESTIMATES = { mean: { confidence_interval: { confidence_level: 0.95 }, point_estimate: 1 }, slope: null };
const TUKEY = [-1.5, 0.5, 2e3, 4];

/** A folder as Criterion leaves it. */
const measured = (folder: string, name: string, ...times: number[]) => ({
  [`${folder}/benchmark.json`]: benchmark(name),
  [`${folder}/sample.json`]: sample(...times),
  [`${folder}/estimates.json`]: ESTIMATES,
  [`${folder}/tukey.json`]: TUKEY,
});

test("every measurement is a sample: its time by its iterations", () => {
  expect(read(measured("sort/new", "sort", 10, 22, 33))).toEqual({
    series: { "sort: time": "timed lower ns: 10, 11, 11" },
  });
});

test.each<[string, unknown]>([
  ["Linear", { sampling_mode: "Linear", iters: [10, 20], times: [100, 220] }],
  ["Flat", { sampling_mode: "Flat", iters: [10, 10], times: [100, 110] }],
  ["from before 0.3.5, without a mode", { iters: [10, 20], times: [100, 220] }],
  [
    "from before 0.3.4, a pair of lists",
    [
      [10, 20],
      [100, 220],
    ],
  ],
])("a sample that is %s", (_, content) => {
  expect(read({ "a/new/benchmark.json": benchmark("a"), "a/new/sample.json": content })).toEqual({
    series: { "a: time": "timed lower ns: 10, 11" },
  });
});

describe("baselines", () => {
  test("`new` is what the last run wrote; `change` compares", () => {
    const files = {
      ...measured("a/base", "a", 1),
      ...measured("a/main", "a", 2),
      ...measured("a/new", "a", 3),
      "a/change/estimates.json": ESTIMATES,
      "a/report/index.html": "<html>",
      "report/index.html": "<html>",
    };
    expect(read(files)).toEqual({ series: { "a: time": "timed lower ns: 3" } });
  });

  test("the only one, whatever it is called", () => {
    expect(read(measured("a/main", "a", 2))).toEqual({ series: { "a: time": "timed lower ns: 2" } });
    expect(read(measured("a/base", "a", 2))).toEqual({ series: { "a: time": "timed lower ns: 2" } });
  });

  test("several and no `new`: which one is read is said", () => {
    const [base, main] = [measured("a/base", "a", 1), measured("a/main", "a", 2)];
    for (const files of [
      { ...base, ...main },
      { ...main, ...base },
    ])
      expect(read(files)).toEqual({
        series: { "a: time": "timed lower ns: 2" },
        warnings: ["a has the baselines base, main and none called new; main is read"],
      });
  });

  test("benchmarks called new, change and report", () => {
    const files = {
      ...measured("g/new/new", "g/new", 1),
      ...measured("g/change/new", "g/change", 2),
      ...measured("report/new", "report", 3),
    };
    expect(read(files).series).toEqual({
      "g/new: time": "timed lower ns: 1",
      "g/change: time": "timed lower ns: 2",
      "report: time": "timed lower ns: 3",
    });
  });

  test("a group and what is in it", () => {
    expect(read({ ...measured("g/new", "g", 1), ...measured("g/f/10/new", "g/f/10", 2) }).series).toEqual({
      "g: time": "timed lower ns: 1",
      "g/f/10: time": "timed lower ns: 2",
    });
  });
});

test.each([
  "target/criterion/odd_group_ _x_/fn/3/new",
  "/home/runner/work/x/target/criterion/a/new",
  "./a/new",
  "new",
  "a\nb/new",
])("a folder at %j; the name is that of benchmark.json", (folder) => {
  const name = 'odd/group: "x" <y> | \u00b5/fn/3';
  expect(read(measured(folder, name, 5))).toEqual({ series: { [`${name}: time`]: "timed lower ns: 5" } });
});

test.each(["a/new", "new"])("without benchmark.json the folder is the name: %s", (folder) => {
  expect(read({ [`${folder}/sample.json`]: sample(5) })).toEqual({
    series: { [`${folder}: time`]: "timed lower ns: 5" },
  });
});

describe("a benchmark without a usable time has failed", () => {
  test.each<[string, Record<string, unknown>, string]>([
    [
      "a hollow folder",
      { "a/new/benchmark.json": benchmark("g/a") },
      "g/a: a/new holds no sample.json: nothing was measured",
    ],
    [
      "a hollow folder without a name",
      { "a/new/estimates.json": ESTIMATES },
      "a/new: a/new holds no sample.json: nothing was measured",
    ],
    ["no iterations", { "a/new/sample.json": { iters: [0, 0], times: [5, 0] } }, "a/new: its time is NaN"],
    ["no times", { "a/new/sample.json": { iters: [], times: [] } }, "a/new: it has 0 times for 0 counts of iterations"],
    [
      "a list too short",
      { "a/new/sample.json": { iters: [1], times: [1, 2] } },
      "a/new: it has 2 times for 1 counts of iterations",
    ],
    ["half of a pair", { "a/new/sample.json": [[1]] }, "a/new: it has 0 times for 1 counts of iterations"],
    ["a NaN, which became null", { "a/new/sample.json": { iters: [1], times: [null] } }, "a/new: its time is NaN"],
    ["a negative time", { "a/new/sample.json": { iters: [2], times: [-4] } }, "a/new: its time is -2"],
  ])("%s", (_, files, reason) => {
    expect(read(files)).toEqual({ failed: [reason] });
  });

  test("one bad measurement of several is left out, and said", () => {
    expect(read({ "a/new/sample.json": { iters: [0, 2], times: [5, 8] } })).toEqual({
      series: { "a/new: time": "timed lower ns: 4" },
      warnings: ["a/new: time is NaN, which is not a measurement"],
    });
  });
});

describe("messages of cargo-criterion", () => {
  const message = (more: object) =>
    JSON.stringify({
      reason: "benchmark-complete",
      id: "g/a",
      report_directory: "/x",
      iteration_count: [1, 2],
      measured_values: [10, 22],
      unit: "ns",
      throughput: [{ per_iteration: 1000, unit: "bytes" }],
      typical: { estimate: 1, unit: "ns" },
      ...more,
    });

  test("between them what else it prints", () => {
    const text = [
      "Compiling x",
      message({}),
      '{"reason":"group-complete","group_name":"g"}',
      message({ id: "g/b", unit: "us" }),
      "",
    ];
    for (const end of ["\n", "\r\n"])
      expect(read({ "messages.json": text.join(end) })).toEqual({
        series: { "g/a: time": "timed lower ns: 10, 11", "g/b: time": "timed lower ns: 10000, 11000" },
      });
  });

  test("another measurement than time, no unit, no iterations", () => {
    const text = [
      message({ unit: "cycles" }),
      message({ id: "b", unit: undefined }),
      message({ id: "c", iteration_count: [0, 0] }),
    ];
    expect(read({ x: text.join("\n") })).toEqual({
      series: { "g/a: cycles": "timed lower cycles: 10, 11", "b: time": "timed lower ns: 10, 11" },
      failed: ["c: its time is NaN"],
    });
  });

  test("one that is cut off", () => {
    expect(() => read({ x: message({}).slice(0, -9) })).toThrow(/^ends early, after \d+ bytes/);
  });
});

test.each<[string, Record<string, unknown>, string]>([
  [
    "of one file, as the caller names it",
    { "a/new/sample.json": '{"iters":[1' },
    "ends early, after 11 bytes: the report was cut off",
  ],
  [
    "of several, by its path",
    { ...measured("a/new", "a", 1), "b/new/sample.json": "{}" },
    "b/new/sample.json: `iters` is not a list but missing",
  ],
  [
    "a name that is none",
    { "a/new/benchmark.json": {}, "a/new/sample.json": sample(1) },
    "a/new/benchmark.json: `full_id` is not a string but missing",
  ],
  ["a time that is none", { "a/new/sample.json": { iters: [1], times: ["x"] } }, '`times[0]` is not a number but "x"'],
])("what is damaged is refused: %s", (_, files, message) => {
  expect(() => read(files)).toThrow(new ReportError(message));
});

test("its name and its title", () => {
  expect([criterion.name, criterion.title, criterion.parse([]).format]).toEqual([
    "criterion",
    "Criterion.rs",
    "criterion",
  ]);
});

test.each([
  ["a/new/benchmark.json", '\n { "group_id" : 1'],
  ["a/new/benchmark.json", '{"full_id":"a"'],
  ["a/new/sample.json", '\n { "sampling_mode" : "Linear"'],
  ["a/new/sample.json", '{"iters":['],
  ["a/new/sample.json", '{"times":['],
  ["a/new/sample.json", "\n[ [ 12.5 , 2"],
  ["a/new/sample.json", "[[10]"],
  ["a/new/estimates.json", '\n { "Mean" : { "confidence_interval"'],
  ["a/new/estimates.json", '{"mean":{"confidence_interval"'],
  ["a/new/estimates.json", '{"Median":{"confidence_interval"'],
  ["a/new/estimates.json", '{"median":{"confidence_interval"'],
  ["a/new/estimates.json", '{"slope":{"confidence_interval"'],
  ["a/new/estimates.json", '{"Slope":{"confidence_interval"'],
  ["a/new/tukey.json", "\n [ 1.5 , 2"],
  ["a/new/tukey.json", "[-1,"],
  ["a/new/tukey.json", "[1E+5,"],
  ["a/new/tukey.json", "[2e-31,"],
  ["a/new/tukey.json", "[2e31,"],
  ["x", 'Compiling x\n{"reason":"benchmark-complete"'],
  ["x", '{"reason":"group-complete"'],
])("%s is known by %j", (path, head) => {
  expect(criterion.detect(head, path)).toBe(true);
});

test.each([
  ["a/new/benchmark.json", 'x {"full_id":"a"'],
  ["a/new/sample.json", 'x {"iters":['],
  ["a/new/estimates.json", 'x {"mean":{"confidence_interval"'],
  ["a/new/tukey.json", "x [1,"],
  ["a/new/tukey.json", "[1e,"],
  ["a/new/tukey.json", "[1x5,"],
  ["a/new/tukey.json.bak", "[1,"],
  ["x", 'x {"reason":"benchmark-complete"'],
  ["x", '{"reason":"compiler-artifact"'],
])("%s is not known by %j", (path, head) => {
  expect(criterion.detect(head, path)).toBe(false);
});

test("only Criterion's own files are taken for its own", () => {
  const isCriterion = (path: string, content: unknown) => criterion.detect(JSON.stringify(content), path);
  for (const [path, content] of Object.entries(measured("target/criterion/a/new", "a", 1)))
    expect(isCriterion(path, content), path).toBe(true);
  expect(isCriterion("a/new/sample.json", [[1], [2]])).toBe(true);
  expect(isCriterion("a/change/estimates.json", ESTIMATES)).toBe(true);
  expect(isCriterion("results/benchmark.json", { results: [] })).toBe(false);
  expect(isCriterion("results/benchmark.json", [{ name: "a", unit: "ns", value: 1 }])).toBe(false);
  expect(isCriterion("results/sample.json", [{ name: "a", unit: "ns", value: 1 }])).toBe(false);
  expect(isCriterion("sample.json", sample(1))).toBe(false);
  expect(isCriterion("a/new/other.json", sample(1))).toBe(false);
});

test("no files are no result", () => {
  expect(plainResults(criterion.parse([]))).toEqual({});
  expect(read({ "a/report/index.html": "<html>", "a/change/estimates.json": ESTIMATES })).toEqual({});
});
