import { ReportError } from "@jessy-actions/reading/report-error";
import { expect, test } from "vitest";
import { plain } from "../../testing/plain-results.ts";
import { recognises } from "../../testing/recognition.ts";
import { jmh } from "./jmh.ts";

recognises(
  jmh,
  { name: "jmh", title: "JMH JSON" },
  {
    own: ['[{"jmhVersion":"1.37","benchmark":"x.B.run","mode":"thrpt"', '[{"benchmark":"x.B.run","primaryMetric":{'],
    foreign: ['[{"benchmark":"x.B.run","score":1', '[{"mode":"avgt"', '[{"primaryMetric":{'],
  },
);

function row(primaryMetric: object, more: object = {}): object {
  return {
    jmhVersion: "1.37",
    benchmark: "org.acme.Sort.run",
    mode: "avgt",
    threads: 1,
    forks: 2,
    primaryMetric: { score: 1, scoreError: "NaN", scoreUnit: "us/op", ...primaryMetric },
    secondaryMetrics: {},
    ...more,
  };
}

const NAME = "org.acme.Sort.run";

test.each([
  ["one fork's iterations are samples", { rawData: [[1, 2, 4]] }, "1000, 2000, 4000"],
  [
    "of several forks each is a sample, the mean of its iterations",
    {
      rawData: [
        [1, 3],
        [5, 9],
      ],
    },
    "2000, 7000",
  ],
  ["a fork without iterations is none", { rawData: [[], [5, 9]] }, "5000, 9000"],
  [
    "sample mode has histograms",
    {
      rawDataHistogram: [
        [
          [
            [1, 3],
            [5, 1],
          ],
          [[2, 10]],
        ],
      ],
    },
    "2000, 2000",
  ],
  ["sample mode with forks", { rawDataHistogram: [[[[1, 1]], [[3, 7]]], [[[4, 2]]]] }, "2000, 4000"],
  ["without raw data the score is the only one", { score: 8 }, "8000"],
])("%s", (_, metric, values) => {
  expect(plain(jmh, [row(metric)])).toEqual({ series: { [`${NAME}: time`]: `timed lower ns: ${values}` } });
});

test.each([
  ["ops/s", "thrpt", "throughput", "timed higher /s: 5"],
  ["ops/us", "thrpt", "throughput", "timed higher /s: 5000000"],
  ["s/op", "thrpt", "time", "timed lower ns: 5000000000"],
  ["ms/op", "ss", "time", "timed lower ns: 5000000"],
  ["frobs", "avgt", "score", "shown none frobs: 5"],
])("the unit %s of mode %s tells the direction", (scoreUnit, mode, metric, expected) => {
  expect(plain(jmh, [row({ rawData: [[5]], scoreUnit }, { mode })]).series).toEqual({
    [`${NAME}: ${metric}`]: expected,
  });
});

test("parameters are part of the name; mode and threads where they tell benchmarks apart", () => {
  const report = [
    row({ rawData: [[1]] }, { params: { size: "10", kind: "a" } }),
    row({ rawData: [[2]], scoreUnit: "ops/s" }, { params: { size: "10", kind: "a" }, mode: "thrpt" }),
    row({ rawData: [[3]] }, { benchmark: "T", threads: 1 }),
    row({ rawData: [[4]] }, { benchmark: "T", threads: 8 }),
    row({ rawData: [[5]] }, { params: { size: "9", kind: "a" } }),
  ];
  expect(Object.keys(plain(jmh, report).series ?? {})).toEqual([
    `${NAME} (size=10, kind=a) [avgt]: time`,
    `${NAME} (size=10, kind=a) [thrpt]: throughput`,
    "T [1 threads]: time",
    "T [8 threads]: time",
    `${NAME} (size=9, kind=a): time`,
  ]);
});

test("what an operation allocates is exact, in whole bytes; other metrics are shown, percentiles left out", () => {
  const secondaryMetrics = {
    "gc.alloc.rate": { score: 1, scoreUnit: "MB/sec", rawData: [[2, 4], [6]] },
    "\u00b7gc.alloc.rate.norm": { score: 1, scoreUnit: "B/op", rawData: [[24.0015, 24.0005], [24.0012]] },
    "gc.count": { score: 1, scoreUnit: "counts", rawData: [[0, 1], [0]] },
    "gc.time": { score: "NaN", scoreUnit: "ms" },
    "p0.99": { score: 1, scoreUnit: "us/op", rawData: [[1]] },
    "run\u00b7p1.00": { score: 1, scoreUnit: "us/op", rawData: [[1]] },
  };
  expect(plain(jmh, [row({ rawData: [[1, 3], [5]] }, { secondaryMetrics })])).toEqual({
    series: {
      [`${NAME}: time`]: "timed lower ns: 2000, 5000",
      [`${NAME}: gc.alloc.rate`]: "shown lower B/s: 3000000, 6000000",
      [`${NAME}: allocated`]: "exact lower B: 24, 24",
      [`${NAME}: gc.count`]: "shown lower counts: 0.5, 0",
    },
  });
});

test.each([
  ["gc.alloc.rate.norm", "B/op", "allocated", "exact lower B: 24"],
  ["gc.alloc.rate.norm", "KB/op", "allocated", "exact lower B: 24000"],
  ["gc.alloc.rate.norm", "#", "gc.alloc.rate.norm", "shown lower #: 24"],
  ["gc.alloc.rate.norms", "B/op", "gc.alloc.rate.norms", "shown lower B: 24"],
  ["my.gc.alloc.rate.norm", "B/op", "my.gc.alloc.rate.norm", "exact lower B: 24"],
  ["heap", "B/op", "heap", "timed lower B: 24"],
  ["\u00b7stack", "---", "stack", "shown lower ---: 24"],
  ["full.stack", "ops/s", "full.stack", "timed higher /s: 24"],
  ["a\u00b7b", "ops/s", "a\u00b7b", "timed higher /s: 24"],
  ["p0.5 and more", "us/op", "p0.5 and more", "timed lower ns: 24000"],
])("beside the score, %s in %s is %s: %s", (key, scoreUnit, metric, expected) => {
  const secondaryMetrics = { [key]: { score: 24, scoreUnit } };
  expect(plain(jmh, [row({ rawData: [[1]] }, { secondaryMetrics })]).series).toEqual({
    [`${NAME}: time`]: "timed lower ns: 1000",
    [`${NAME}: ${metric}`]: expected,
  });
});

test("nothing stands beside the score", () => {
  expect(plain(jmh, [row({ rawData: [[1]] }, { secondaryMetrics: undefined })])).toEqual({
    series: { [`${NAME}: time`]: "timed lower ns: 1000" },
  });
});

test("a user's own counters are judged by their unit and name", () => {
  const secondaryMetrics = {
    misses: { score: 3, scoreUnit: "ops/s" },
    requests: { score: 3, scoreUnit: "ops/s" },
    depth: { score: 3, scoreUnit: "#" },
  };
  expect(plain(jmh, [row({ rawData: [[1]] }, { secondaryMetrics })]).series).toMatchObject({
    [`${NAME}: misses`]: "timed lower /s: 3",
    [`${NAME}: requests`]: "timed higher /s: 3",
    [`${NAME}: depth`]: "shown none #: 3",
  });
});

test.each([
  ["NaN", { rawData: [["NaN"]] }, "its time is NaN"],
  ["infinite", { rawData: [["+INF"]] }, "its time is Infinity"],
  ["minus infinite", { rawData: [["-INF", "NaN"]] }, "its time is -Infinity"],
  ["an empty histogram", { rawDataHistogram: [[[]]] }, "its time is NaN"],
  ["missing", { score: null }, "it has no time"],
])("a score that is %s is a failed benchmark", (_, metric, reason) => {
  expect(plain(jmh, [row(metric)])).toEqual({ failed: [`${NAME}: ${reason}`] });
});

test("one sample that is no number is left out and said", () => {
  expect(plain(jmh, [row({ rawData: [[1, "NaN", 2]] })])).toEqual({
    series: { [`${NAME}: time`]: "timed lower ns: 1000, 2000" },
    warnings: [`${NAME}: time is NaN, which is not a measurement`],
  });
});

test("a parameter that is an object, and one benchmark twice", () => {
  const report = [
    row({ rawData: [[1]] }, { params: { a: { toString: 1 } } }),
    row({ rawData: [[1]] }, { params: { a: { toString: 1 } } }),
  ];
  expect(Object.keys(plain(jmh, report).series ?? {})).toEqual([
    `${NAME} (a={"toString":1}): time`,
    `${NAME} (a={"toString":1}) #2: time`,
  ]);
});

test.each([
  ["an object", {}, "its content is not a list but {}"],
  ["no benchmark", [{}], "`[0].benchmark` is not a string but missing"],
  ["no unit", [{ benchmark: "x", primaryMetric: {} }], "`[0].primaryMetric.scoreUnit` is not a string but missing"],
  [
    "a score that is a text",
    [row({ rawData: [[1, "x"]] })],
    '`[0].primaryMetric.rawData[0][1]` is not a number but "x"',
  ],
  [
    "an empty bar",
    [row({ rawDataHistogram: [[[[]]]] })],
    "`[0].primaryMetric.rawDataHistogram[0][0][0]` is not [value, count] but []",
  ],
  [
    "half a bar",
    [row({ rawDataHistogram: [[[[1]]]] })],
    "`[0].primaryMetric.rawDataHistogram[0][0][0]` is not [value, count] but [1]",
  ],
])("%s is refused by its place", (_, document, message) => {
  expect(() => plain(jmh, document)).toThrow(new ReportError(message));
});

test("a row without a score is a failed benchmark", () => {
  expect(plain(jmh, [{ benchmark: "x", mode: "avgt" }])).toEqual({ failed: ["x: it has no primaryMetric"] });
});
