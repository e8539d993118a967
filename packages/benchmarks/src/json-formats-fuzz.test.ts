import assert from "node:assert/strict";
import { ReportError } from "@jessy-actions/reading/report-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isTried, MANY, runs } from "../../reading/testing/depth.ts";
import { formatNamed } from "./formats.ts";
import type { FormatName, Results } from "./model.ts";

/** Small valid documents of each JSON format, to damage. */
const SEEDS = {
  hyperfine: {
    results: [
      {
        command: "a",
        mean: 1,
        median: 1,
        times: [1, 2],
        memory_usage_byte: [5, 6],
        exit_codes: [0, 0],
        parameters: { x: "1" },
      },
      { command: "a", mean: 1, median: 1, times: [1, 2], exit_codes: [0, null], parameters: { x: "2" } },
    ],
  },
  "google-benchmark": {
    context: { library_build_type: "release" },
    benchmarks: [
      {
        name: "a",
        run_name: "a",
        run_type: "iteration",
        real_time: 1,
        cpu_time: 2,
        time_unit: "us",
        foo: 3,
        bytes_per_second: 4,
      },
      { name: "b", error_occurred: true, error_message: "x" },
      {
        name: "c_median",
        run_name: "c",
        run_type: "aggregate",
        aggregate_name: "median",
        real_time: 1,
        time_unit: "ns",
      },
      { name: "d", skipped: true, skip_message: "y" },
    ],
  },
  jmh: [
    {
      benchmark: "a",
      mode: "avgt",
      threads: 1,
      params: { n: "1" },
      primaryMetric: {
        score: 1,
        scoreUnit: "us/op",
        rawData: [
          [1, 2],
          [3, "NaN"],
        ],
      },
      secondaryMetrics: { "gc.alloc.rate.norm": { score: 1, scoreUnit: "B/op", rawData: [[1.1]] } },
    },
    {
      benchmark: "a",
      mode: "sample",
      primaryMetric: {
        score: 1,
        scoreUnit: "ms/op",
        rawDataHistogram: [
          [
            [
              [1, 2],
              [3, 4],
            ],
          ],
        ],
      },
    },
  ],
  "pytest-benchmark": {
    machine_info: {},
    commit_info: {},
    benchmarks: [
      { name: "a", fullname: "t::a", stats: { data: [1, 2], median: 1, mean: 1 } },
      { name: "b", fullname: "t::b", stats: { median: 1 } },
    ],
  },
  benchmarkdotnet: {
    HostEnvironmentInfo: { BenchmarkDotNetVersion: "1" },
    Benchmarks: [
      {
        FullName: "a",
        DisplayInfo: "a: Job(Runtime=x)",
        Statistics: { OriginalValues: [1, 2] },
        Memory: { BytesAllocatedPerOperation: 1 },
      },
      { FullName: "a", DisplayInfo: "a: b", Statistics: null },
    ],
  },
  vitest: {
    testResults: [
      {
        name: "/w/a.ts",
        status: "failed",
        message: "",
        assertionResults: [
          { ancestorTitles: ["x"], title: "t", status: "failed", failureMessages: ["boom"], benchmarks: [] },
          {
            status: "passed",
            title: "u",
            benchmarks: [{ name: "u", tasks: [{ name: "b", latency: { samples: [1], mean: 1, p50: 1 } }] }],
          },
        ],
      },
      { name: "/v/a.ts", status: "failed", message: "x", assertionResults: [] },
    ],
    files: [{ groups: [{ fullName: "a", benchmarks: [{ name: "b", samples: [], mean: 1 }] }] }],
  },
  tinybench: [
    { name: "a", result: { latency: { samples: [1, 2], mean: 1, p50: 1 } } },
    { name: "b", result: { hz: 1, mean: 1, error: { message: "x" } } },
    { "Task name": "c", "Latency med (ns)": "1 \u00b1 2", Error: null },
  ],
  mitata: {
    benchmarks: [
      {
        alias: "a",
        runs: [{ name: "a", args: { n: 1 }, stats: { samples: [1, 2], p50: 1, avg: 1, heap: { avg: 1 } } }],
      },
      { alias: "a", runs: [{ name: "a", args: {}, error: { message: "x" } }] },
    ],
  },
  custom: {
    schema: "jessy-benchmarks/v1",
    benchmarks: [
      { name: "a", unit: "ms", values: [1, 2], better: "lower", judge: "timed", metric: "time" },
      { name: "b", unit: "x", value: 1 },
      { name: "c", unit: "s", error: "x" },
    ],
  },
} as const satisfies Partial<Record<FormatName, unknown>>;

/** What stands in a damaged document where something else should. */
const PIECES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  -1e-320,
  "",
  "NaN",
  "__proto__",
  "a|b`</details>\n\u0000\ud800",
  "x".repeat(2000),
  [],
  {},
  [[]],
  { toString: 1, valueOf: null },
  JSON.parse('{"__proto__": {"a": 1}, "constructor": 1}'),
];

/**
 * Only results that everything behind can rely on, or the one error that names what is wrong. Tens of thousands of
 * times: `assert` costs a hundredth of `expect`.
 */
function survives(name: FormatName, bytes: Uint8Array): Results | undefined {
  const format = formatNamed(name);
  format.detect(new TextDecoder().decode(bytes), "results.json");
  try {
    const results = format.parse([{ path: "results.json", bytes }]);
    for (const { benchmark, metric, values } of results.series.values()) {
      assert.ok(values.length > 0);
      assert.ok(values.every((value) => Number.isFinite(value) && value >= 0));
      assert.doesNotMatch(`${benchmark}${metric.name}`, /\0/);
      assert.ok(metric.judgement === "shown" || metric.better !== "none");
    }
    for (const text of [...results.warnings, ...results.failed.map(({ reason }) => reason)])
      assert.doesNotMatch(text, /\n/);
    assert.ok(results.warnings.length <= 21);
    return results;
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    assert.doesNotMatch(error.message, /\n/);
    return undefined;
  }
}

const bytesOf = (document: unknown) => new TextEncoder().encode(JSON.stringify(document));

/** Every place of a document, as the keys that lead to it. */
function placesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  const inner = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return [path, ...inner.flatMap(([key, member]) => placesOf(member, [...path, key]))];
}

/** The document with something else at a place, or with nothing there. */
function replaced(value: unknown, path: readonly string[], piece: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return piece;
  const copy: unknown = Array.isArray(value) ? [...value] : { ...(value as object) };
  (copy as Record<string, unknown>)[key] = replaced((value as Record<string, unknown>)[key], rest, piece);
  return copy;
}

const SEED_LIST = Object.entries(SEEDS) as [keyof typeof SEEDS, unknown][];

describe.each(SEED_LIST)("%s", (name, document) => {
  const bytes = bytesOf(document);

  test("its seed has results", () => {
    expect(formatNamed(name).detect(JSON.stringify(document), "results.json")).toBe(true);
    expect(survives(name, bytes)?.series.size).toBeGreaterThan(0);
  });

  test("anything at any place, or nothing", () => {
    for (const [at, place] of placesOf(document).entries())
      for (const [number, piece] of [undefined, ...PIECES].entries()) {
        if (!isTried(at + number)) continue;
        const damaged = replaced(document, place, piece);
        if (damaged !== undefined) survives(name, bytesOf(damaged));
      }
  });

  test("anything at several places", () => {
    const places = placesOf(document);
    const damage = fc.tuple(fc.constantFrom(...places), fc.oneof(fc.constantFrom(...PIECES), fc.jsonValue()));
    fc.assert(
      fc.property(fc.array(damage, { minLength: 2, maxLength: 4 }), (list) => {
        // The deepest first: what is replaced has no places any more.
        const ordered = [...list].sort(([a], [b]) => b.length - a.length);
        survives(
          name,
          bytesOf(ordered.reduce<unknown>((whole, [place, piece]) => replaced(whole, place, piece), document)),
        );
      }),
      runs(300),
    );
  });

  test("cut off anywhere it is an error that says so", () => {
    for (let end = 0; end < bytes.length; end++) {
      const cut = bytes.subarray(0, end);
      expect(() => formatNamed(name).parse([{ path: "x", bytes: cut }]), `${end}`).toThrow(
        /^ends early, after \d+ bytes/,
      );
    }
  });

  test("any bytes, also in its middle", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(bytes.length), fc.nat(20), (noise, at, length) => {
        survives(name, noise);
        survives(name, Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at + length)]));
      }),
      runs(500),
    );
  });

  test("no file is no result", () => {
    expect(formatNamed(name).parse([]).series.size).toBe(0);
  });

  test("nested a hundred thousand times", () => {
    for (const open of ["[", '{"a":', '{"benchmarks":[', "NaN"]) survives(name, Buffer.from(open.repeat(100_000)));
  });
});

const rows = <Row>(row: (at: number) => Row): Row[] => Array.from({ length: MANY }, (_, at) => row(at));

test.each<[FormatName, () => unknown]>([
  ["hyperfine", () => ({ results: rows((at) => ({ command: `c${at}`, times: [1, 2], exit_codes: [0, 0] })) })],
  ["google-benchmark", () => ({ benchmarks: rows((at) => ({ name: `c${at}`, real_time: 1, cpu_time: 1 })) })],
  ["jmh", () => rows((at) => ({ benchmark: `c${at}`, primaryMetric: { scoreUnit: "ns/op", rawData: [[1, 2]] } }))],
  ["pytest-benchmark", () => ({ benchmarks: rows((at) => ({ fullname: `c${at}`, stats: { data: [1, 2] } })) })],
  ["benchmarkdotnet", () => ({ Benchmarks: rows((at) => ({ FullName: `c${at}`, Statistics: { Median: 1 } })) })],
  [
    "vitest",
    () => ({ files: [{ groups: [{ fullName: "g", benchmarks: rows((at) => ({ name: `c${at}`, mean: 1 })) }] }] }),
  ],
  [
    "vitest",
    () => ({
      testResults: rows((at) => ({
        name: `/w/${at}/a.ts`,
        assertionResults: [{ benchmarks: [{ name: "b", tasks: [{ name: "c", latency: { mean: 1 } }] }] }],
      })),
    }),
  ],
  ["tinybench", () => rows((at) => ({ name: `c${at}`, result: { mean: 1 } }))],
  ["mitata", () => ({ benchmarks: rows((at) => ({ runs: [{ name: `c${at}`, stats: { p50: 1 } }] })) })],
  [
    "custom",
    () => ({ schema: "jessy-benchmarks/v1", benchmarks: rows((at) => ({ name: `c${at}`, unit: "ns", value: 1 })) }),
  ],
  ["custom", () => Object.fromEntries(rows((at) => [`c${at}`, { latency: { value: 1 } }]))],
])(`%s: ${MANY} benchmarks are all there`, (name, document) => {
  const { series } = formatNamed(name).parse([{ path: "x", bytes: bytesOf(document()) }]);
  expect(new Set([...series.values()].map(({ benchmark }) => benchmark)).size).toBe(MANY);
});
