import { ReportError } from "@jessy-actions/reading/report-error";
import { describe, expect, test } from "vitest";
import { plain } from "../../testing/plain-results.ts";
import { recognises } from "../../testing/recognition.ts";
import { custom, customBiggerIsBetter, customSmallerIsBetter } from "./custom.ts";

recognises(
  custom,
  { name: "custom", title: "custom JSON" },
  {
    own: [
      '{"schema":"jessy-benchmarks/v1","benchmarks":[]}',
      '{ "schema"  :  "jessy-benchmarks/v2"',
      '[{"name":"a","unit":"ns","value":1}]',
      '{"bench::a":{"latency":{"value":1,"lower_value":1,"upper_value":2}}}',
      '{"bench":{"size":{"value":1}},"other":{}}',
    ],
    foreign: [
      '{"schema":"other/v1","benchmarks":[]}',
      '{"a":{"schema":"jessy-benchmarks/v1"}}',
      '[{"unit":"ns","value":1}]',
      '[{"name":"a","value":1}]',
      '[{"name":"a","unit":"ns"}]',
      "{}",
      '{"bench":{"size":1}}',
      '{"bench":[{"size":{"value":1}}]}',
      '{"bench":{"size":{"value":{"value":1}}}}',
      '{"bench":{"size":{"value":1,"mean":2}}}',
    ],
  },
);

describe("our own", () => {
  const reportOf = (...benchmarks: object[]) => ({ schema: "jessy-benchmarks/v1", benchmarks });

  test.each([
    ["a time", { unit: "ms", values: [1, 1.5] }, "time", "timed lower ns: 1000000, 1500000"],
    ["one value", { unit: "s", value: 2 }, "time", "timed lower ns: 2000000000"],
    ["a rate", { unit: "MB/s", value: 2 }, "B/s", "timed higher B/s: 2000000"],
    ["a size", { unit: "KiB", value: 2 }, "B", "exact lower B: 2048"],
    ["allocations", { unit: "allocs/op", value: 2 }, "allocs/op", "exact lower allocs/op: 2"],
    ["a unit that nobody knows", { unit: "frobs", value: 2 }, "frobs", "shown none frobs: 2"],
    ["its direction", { unit: "frobs", value: 2, better: "higher" }, "frobs", "timed higher frobs: 2"],
    ["its judgement", { unit: "frobs", value: 2, better: "lower", judge: "exact" }, "frobs", "exact lower frobs: 2"],
    ["no direction", { unit: "ms", value: 2, better: "none" }, "time", "shown none ns: 2000000"],
    ["a size that varies", { unit: "B", value: 2, judge: "timed" }, "B", "timed lower B: 2"],
    ["a time that is only shown", { unit: "ns", value: 2, judge: "shown" }, "time", "shown lower ns: 2"],
    [
      "what is only shown needs no direction",
      { unit: "frobs", value: 2, judge: "shown" },
      "frobs",
      "shown none frobs: 2",
    ],
    ["a metric's name", { unit: "ns", value: 2, metric: "p99" }, "p99", "timed lower ns: 2"],
    ["no unit", { unit: "", value: 2, better: "lower" }, "value", "timed lower : 2"],
  ])("%s", (_, row, metric, expected) => {
    expect(plain(custom, reportOf({ name: "a", ...row }))).toEqual({ series: { [`a: ${metric}`]: expected } });
  });

  test("rows of the same name and metric are samples of one; another unit for it is said", () => {
    const report = reportOf(
      { name: "a", unit: "ms", value: 1 },
      { name: "a", unit: "us", value: 5 },
      { name: "a", unit: "B", value: 3 },
      { name: "a", unit: "B", value: 3, metric: "time" },
    );
    expect(plain(custom, report)).toEqual({
      series: { "a: time": "timed lower ns: 1000000, 5000", "a: B": "exact lower B: 3" },
      warnings: ["a: time is in ns and in B; the second is left out"],
    });
  });

  test("a benchmark that failed, and one without values", () => {
    const report = reportOf({ name: "a", unit: "s", error: "exit code 3" }, { name: "b", unit: "s", values: [] });
    expect(plain(custom, report)).toEqual({ failed: ["a: exit code 3", "b: it has no time"] });
  });

  test("a name may be anything", () => {
    const names = ["__proto__", "constructor", "a|b", "`c`", "</details>", "@user", "[x](y)"];
    const report = JSON.stringify(reportOf(...names.map((name) => ({ name, unit: "ns", value: 1 }))));
    expect(Object.keys(plain(custom, report).series ?? {})).toEqual(names.map((name) => `${name}: time`));
    expect(plain(custom, reportOf({ name: "a\nb\u0000", unit: "ns", value: 1 })).series).toHaveProperty(["a b: time"]);
    expect(plain(custom, reportOf({ name: "", unit: "ns", value: 1 })).series).toHaveProperty(["(unnamed): time"]);
  });

  test("a unit that JavaScript's objects know is one that nobody knows", () => {
    expect(
      plain(custom, reportOf({ name: "a", unit: "constructor", value: 1 }, { name: "a", unit: "x/toString", value: 1 }))
        .series,
    ).toEqual({
      "a: constructor": "shown none constructor: 1",
      "a: x/toString": "shown none x/toString: 1",
    });
  });

  test.each([
    [
      "another version",
      { schema: "jessy-benchmarks/v2" },
      '`schema` is not "jessy-benchmarks/v1" but "jessy-benchmarks/v2"',
    ],
    ["no version", { benchmarks: [] }, '`schema` is not "jessy-benchmarks/v1" but missing'],
    ["no benchmarks", { schema: "jessy-benchmarks/v1" }, "`benchmarks` is not a list but missing"],
    ["no name", reportOf({ unit: "s" }), "`benchmarks[0].name` is not a string but missing"],
    ["no unit", reportOf({ name: "a", value: 1 }), "`benchmarks[0].unit` is not a string but missing"],
    ["no value", reportOf({ name: "a", unit: "s" }), "`benchmarks[0].value` is not a number but missing"],
    [
      "a value that is a text",
      reportOf({ name: "a", unit: "s", value: "1" }),
      '`benchmarks[0].value` is not a number but "1"',
    ],
    [
      "values that are texts",
      reportOf({ name: "a", unit: "s", values: ["1"] }),
      '`benchmarks[0].values[0]` is not a number but "1"',
    ],
    [
      "a direction",
      reportOf({ name: "a", unit: "s", value: 1, better: "up" }),
      '`benchmarks[0].better` is not one of lower, higher, none but "up"',
    ],
    [
      "a judgement",
      reportOf({ name: "a", unit: "s", value: 1, judge: "no" }),
      '`benchmarks[0].judge` is not one of timed, exact, shown but "no"',
    ],
    [
      "a judgement without a direction",
      reportOf({ name: "a", unit: "frobs", value: 1, judge: "timed" }),
      "a: `judge` is timed, but nothing says which way frobs gets better; add `better`",
    ],
  ])("%s is refused by its place", (_, document, message) => {
    expect(() => plain(custom, document)).toThrow(new ReportError(message));
  });
});

describe("the list of github-action-benchmark", () => {
  test("of a share the name of the benchmark tells the direction; two units of one name are two metrics", () => {
    const report = [
      { name: "cache hit rate", unit: "%", value: 5 },
      { name: "padded hit rate", unit: " % ", value: 5 },
      { name: "hit rate in words", unit: "percent", value: 5 },
      { name: "bare hit rate", unit: "", value: 5 },
      { name: "errors of the parser", unit: "ops/s", value: 5 },
      { name: "serve", unit: "p50-ns", value: 5 },
      { name: "serve", unit: "p99-ns", value: 9 },
      { name: "serve", unit: "req/s", value: 5 },
      { name: "serve", unit: "tokens/s", value: 9 },
    ];
    expect(plain(custom, report)).toEqual({
      series: {
        "cache hit rate: %": "timed higher %: 5",
        "padded hit rate: %": "timed higher %: 5",
        "hit rate in words: percent": "timed higher percent: 5",
        "bare hit rate: value": "timed higher : 5",
        "errors of the parser: /s": "timed higher /s: 5",
        "serve: p50-ns": "timed lower ns: 5",
        "serve: p99-ns": "timed lower ns: 9",
        "serve: req/s": "timed higher /s: 5",
        "serve: tokens/s": "timed higher /s: 9",
      },
    });
  });

  test("the unit tells the direction; one that nobody knows is shown", () => {
    const report = [
      { name: "a", unit: "ns/iter", value: 5, range: "\u00b1 3", extra: "x" },
      { name: "b", unit: "ops/sec", value: 5 },
      { name: "c", unit: "Percent", value: 50 },
      { name: "d", unit: "ms", value: null },
    ];
    expect(plain(custom, report)).toEqual({
      series: { "a: time": "timed lower ns: 5", "b: /s": "timed higher /s: 5", "c: Percent": "shown none Percent: 50" },
      failed: ["d: it has no time"],
    });
  });

  test.each([
    ["no unit", [{ name: "a", value: 1 }], "`[0].unit` is not a string but missing"],
    ["a value that is a text", [{ name: "a", unit: "s", value: "1" }], '`[0].value` is not a number but "1"'],
  ])("%s is refused by its place", (_, document, message) => {
    expect(() => plain(custom, document)).toThrow(new ReportError(message));
  });
});

describe("the same list under the name of its tool", () => {
  const report = [
    { name: "a", unit: "widgets", value: 5 },
    { name: "b", unit: "ms", value: 5 },
    { name: "c", unit: "ops/sec", value: 5 },
    { name: "d", unit: "B", value: 5 },
  ];

  test("the name tells the direction of all, and what the unit says otherwise is warned of", () => {
    expect(plain(customSmallerIsBetter, report)).toEqual({
      series: {
        "a: widgets": "timed lower widgets: 5",
        "b: time": "timed lower ns: 5000000",
        "c: /s": "timed lower /s: 5",
        "d: B": "exact lower B: 5",
      },
      warnings: ["c: ops/sec usually gets better when it is higher, and format says lower"],
    });
    expect(plain(customBiggerIsBetter, report).series).toMatchObject({
      "a: widgets": "timed higher widgets: 5",
      "c: /s": "timed higher /s: 5",
    });
  });

  test("it is never told by its content", () => {
    const text = JSON.stringify(report);
    expect([customSmallerIsBetter, customBiggerIsBetter].map((format) => format.detect(text, "x"))).toEqual([
      false,
      false,
    ]);
  });
});

describe("Bencher Metric Format", () => {
  test("its built-in measures have a direction, of others the name tells what it can", () => {
    const report = {
      "bench::a": { latency: { value: 5, lower_value: 4, upper_value: 6 }, throughput: { value: 7 } },
      b: {
        "build-time": { value: 2 },
        "file-size": { value: 9 },
        instructions: { value: 3 },
        frobs: { value: 1 },
        p99_ns: { value: 1 },
      },
    };
    expect(plain(custom, report).series).toEqual({
      "bench::a: time": "timed lower ns: 5",
      "bench::a: throughput": "timed higher /s: 7",
      "b: build-time": "timed lower ns: 2000000000",
      "b: file-size": "exact lower B: 9",
      "b: instructions": "exact lower instructions: 3",
      "b: frobs": "shown none : 1",
      "b: p99_ns": "timed lower ns: 1",
    });
  });

  test("no benchmarks", () => {
    expect(plain(custom, {})).toEqual({});
  });

  test.each([
    ["a measure without a value", { a: { latency: {} } }, '`["a"]["latency"].value` is not a number but missing'],
    ["a benchmark that is a number", { a: 1 }, '`["a"]` is not an object but 1'],
    ["a text", '"x"', 'its content is not an object but "x"'],
  ])("%s is refused by its place", (_, document, message) => {
    expect(() => plain(custom, document)).toThrow(new ReportError(message));
  });
});
