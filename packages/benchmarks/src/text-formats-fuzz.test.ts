import assert from "node:assert/strict";
import { ReportError } from "@jessy-actions/reading/report-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDeep, isTried, MANY, runs } from "../../reading/testing/depth.ts";
import { formatNamed } from "./formats.ts";
import type { FormatName, ResultFile, Results } from "./model.ts";

const event = (Package: string, Output: string) =>
  `${JSON.stringify({ Time: "2026-01-01T00:00:00Z", Action: "output", Package, Output })}\n`;

/** A small valid report of each text format, to damage, and the path it stands at. */
const SEEDS: readonly (readonly [string, FormatName, string, string])[] = [
  [
    "go",
    "go",
    "bench.txt",
    `goos: linux
pkg: example.com/m/sort
Unit score better=higher assume=nothing
BenchmarkInts-8   \t     100\t      12.50 ns/op\t 640.00 MB/s\t      16 B/op\t       1 allocs/op
BenchmarkInts-8   \t     100\t      13.50 ns/op\t 640.00 MB/s\t      16 B/op\t       1 allocs/op
BenchmarkPrint-8   \thello
     100\t      12.50 ns/op
BenchmarkFail-8 \t--- FAIL: BenchmarkFail-8
--- FAIL: BenchmarkA/\u00b5
pkg: example.com/x/sort
BenchmarkScore-8\u00a01\u20032 score
FAIL\texample.com/m/sort\t1.2s
`,
  ],
  [
    "go -json",
    "go",
    "bench.json",
    [
      event("m/a", "pkg: m/a\n"),
      event("m/b", "BenchmarkX-8  \t"),
      event("m/a", "BenchmarkX-8  \t 1\t 2 ns/op\n"),
      event("m/b", " 1\t 5 ns/op\n"),
      "BenchmarkY-8 1 2 ns/op\n",
      event("m/b", "--- FAIL: BenchmarkY-8\n"),
    ].join(""),
  ],
  [
    "libtest",
    "libtest",
    "bench.txt",
    `test a  ... bench:  1,234.56 ns/iter (+/- 7) = 12 MB/s\r
test b - should panic ... bench: 3 cycles/iter (+/- 0)
test c ... \u001b[31mFAILED\u001b(B\u001b[m
test d ... hello
bench: 12 ns/iter (+/- 5)
fib 10                  time:   [256.67 ns 303.52 ns 354.46 ns]
                        change: [-30.987% +20.260% +103.36%] (p = 0.59 > 0.05)
a long name \u00b5
                        time:   [7.9130 \u00b5s 9.8552 \u00b5s 11.869 \u03bcs]
                 change:
                        time:   [+7.8289% +41.939% +88.706%] (p = 0.03 < 0.05)
`,
  ],
  [
    "criterion messages",
    "criterion",
    "messages.json",
    `Compiling x
{"reason":"benchmark-complete","id":"a","iteration_count":[1,2],"measured_values":[10,22],"unit":"us"}
{"reason":"group-complete","group_name":"g"}
{"reason":"benchmark-complete","id":"b","iteration_count":[1,0],"measured_values":[10,22],"unit":"cycles"}
`,
  ],
  [
    "criterion sample",
    "criterion",
    "a/new/sample.json",
    '{"sampling_mode":"Linear","iters":[1.0,2.0,0.0],"times":[10.5,2e1,3.0]}',
  ],
  ["criterion pair", "criterion", "a/new/sample.json", "[[1.0,2.0],[10.5,2e1]]"],
];

/** What stands in a damaged report where something else should. */
const PIECES = [
  "",
  "\0",
  "\n",
  "\r",
  "\t",
  "\u2003",
  "\u001b[",
  "\ud800",
  "__proto__",
  "NaN",
  "-Inf",
  "1e999",
  "-1",
  "0x10",
  "9".repeat(400),
  "Benchmark",
  "--- FAIL: Benchmark",
  "pkg: ",
  "Unit ",
  "=",
  "test ",
  " ... ",
  " ... bench: ",
  "time: [",
  "{",
  "null",
  '"',
  '{"Action":"output","Output":1,"Package":2}\n',
  "|`</details>@user",
] as const;

/**
 * Only results that everything behind can rely on, or the one error that names what is wrong. Tens of thousands of
 * times: `assert` costs a hundredth of `expect`.
 */
function survives(name: FormatName, files: readonly ResultFile[]): Results | undefined {
  const format = formatNamed(name);
  for (const { bytes, path } of files) format.detect(new TextDecoder().decode(bytes), path);
  try {
    const results = format.parse(files);
    for (const { benchmark, metric, values } of results.series.values()) {
      assert.ok(values.length > 0);
      assert.ok(values.every((value) => Number.isFinite(value) && value >= 0));
      assert.doesNotMatch(`${benchmark}${metric.name}${metric.unit}`, /[\0\n\r]/);
      assert.ok(metric.judgement === "shown" || metric.better !== "none");
    }
    for (const text of [...results.warnings, ...results.failed.map(({ benchmark, reason }) => benchmark + reason)])
      assert.doesNotMatch(text, /\n/);
    assert.ok(results.warnings.length <= 21);
    return results;
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    assert.doesNotMatch(error.message, /\n/);
    return undefined;
  }
}

const fileOf = (text: string | Uint8Array, path: string): ResultFile => ({
  path,
  bytes: typeof text === "string" ? new TextEncoder().encode(text) : text,
});

describe.each(SEEDS)("%s", (_, name, path, text) => {
  test("its seed has results", () => {
    expect(formatNamed(name).detect(text, path)).toBe(true);
    expect(survives(name, [fileOf(text, path)])?.series.size).toBeGreaterThan(0);
  });

  test("anything at any place", () => {
    for (let at = 0; at <= text.length; at++)
      for (const [number, piece] of PIECES.entries())
        if (isTried(at + number)) survives(name, [fileOf(text.slice(0, at) + piece + text.slice(at), path)]);
  });

  test("cut off anywhere, at its beginning and at its end", () => {
    for (let at = 0; at <= text.length; at++) {
      survives(name, [fileOf(text.slice(at), path)]);
      survives(name, [fileOf(text.slice(0, at), path)]);
    }
  });

  test("parts of it and of what it is not, in any order", () => {
    const words = [...text.matchAll(/\S+|\s+/g)].map(([word]) => word);
    const piece = fc.oneof(fc.constantFrom(...words), fc.constantFrom(...PIECES), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        survives(name, [fileOf(pieces.join(""), path)]);
      }),
      runs(500),
    );
  });

  test("any bytes, also in its middle", () => {
    const bytes = new TextEncoder().encode(text);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(bytes.length), fc.nat(20), (noise, at, length) => {
        survives(name, [fileOf(noise, path)]);
        survives(name, [fileOf(Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at + length)]), path)]);
      }),
      runs(500),
    );
  });

  test("in UTF-16 it says the same", () => {
    const results = survives(name, [fileOf(text, path)]);
    expect(survives(name, [fileOf(Buffer.from(`\ufeff${text}`, "utf16le"), path)])).toEqual(results);
  });
});

test("a line is read the same wherever it stands, and lines that are none add nothing", () => {
  const noise = fc.stringMatching(/^[^BUFp{\-\s\d][ -~]{0,30}$/);
  const value = fc.integer({ min: 1, max: 1e9 }).map((number) => number / 100);
  fc.assert(
    fc.property(fc.array(fc.tuple(noise, value), { minLength: 1 }), (rows) => {
      const text = rows.map(([line, number]) => `${line}\nBenchmarkA-8 \t 10\t ${number} ns/op\n`).join("");
      const results = survives("go", [fileOf(text, "x")])!;
      expect(results.series.get("A-8\0time")!.values).toEqual(rows.map(([, number]) => number));
      expect(results).toMatchObject({ failed: [], warnings: [] });
      expect(results.series.size).toBe(1);
    }),
  );
});

test("any paths of Criterion's files", () => {
  const part = fc.constantFrom("new", "base", "change", "a", "..", "", "criterion", "a\nb", "__proto__");
  const kind = fc.constantFrom("sample.json", "benchmark.json", "estimates.json", "tukey.json", "x.json");
  const content = fc.constantFrom("", "{}", '{"full_id":"a"}', '{"iters":[1],"times":[2]}', "[[1],[2]]", "[1,2]");
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.array(part, { maxLength: 4 }), kind, content), { maxLength: 8 }), (list) => {
      survives(
        "criterion",
        list.map(([parts, file, text]) => fileOf(text, [...parts, file].join("/"))),
      );
    }),
  );
});

/** A reader that looks at a line again for each of its characters needs minutes for one of these, and the test's time runs out. */
test.each<FormatName>(["go", "libtest", "criterion"])(
  "%s reads lines made to be slow to look at",
  (name) => {
    const LENGTH = isDeep ? 1 << 18 : 1 << 16;
    for (const start of [
      "",
      "Benchmark",
      "BenchmarkA 1 1 ",
      "Unit a ",
      "pkg: ",
      "test ",
      "--- FAIL: Benchmark",
      " ",
      "\u001b[",
      "{",
    ])
      for (const piece of [
        " ",
        "\t",
        "1",
        "1 ",
        "x",
        "=",
        "-",
        "/",
        "\u2003",
        "\u00b5 ",
        "test ",
        " ... bench: ",
        "... ",
        "time: [",
        "[1 ns ",
        "\u001b[",
        "\r",
        "Benchmark ",
        "Benchmark 1 x\n",
        "a=1 ",
        '{"Action":"',
        '{"reason":"',
        "- should panic",
      ])
        survives(name, [fileOf(start + piece.repeat(LENGTH / piece.length) + (start === "" ? "" : "!"), "x.txt")]);
  },
  60_000,
);

test.each<[string, FormatName, (at: number) => string]>([
  ["benchmarks of Go", "go", (at) => `BenchmarkA${at}-8 1 2 ns/op 3 B/op`],
  ["packages of Go", "go", (at) => `pkg: m/p${at}\nBenchmarkA-8 1 2 ns/op`],
  ["packages of Go of one name", "go", (at) => `pkg: m${at}/p\nBenchmarkA-8 1 2 ns/op`],
  ["events of Go", "go", (at) => event("m/p", `BenchmarkA${at}-8 1 2 ns/op\n`).trim()],
  ["benchmarks of libtest", "libtest", (at) => `test a${at} ... bench: 1 ns/iter (+/- 0)`],
  ["benchmarks of Criterion's words", "libtest", (at) => `a${at}\n   time:   [1 ns 2 ns 3 ns]`],
  [
    "messages of cargo-criterion",
    "criterion",
    (at) => `{"reason":"benchmark-complete","id":"a${at}","iteration_count":[1],"measured_values":[2]}`,
  ],
])(`${MANY} %s are all there`, (_, name, row) => {
  const text = Array.from({ length: MANY }, (_, at) => row(at)).join("\n");
  const { series } = formatNamed(name).parse([fileOf(text, "x.txt")]);
  expect(new Set([...series.values()].map(({ benchmark }) => benchmark)).size).toBe(MANY);
});

test(`${MANY} failed benchmarks and units are all there`, () => {
  const lines = Array.from({ length: MANY }, (_, at) => `--- FAIL: BenchmarkA${at}`).join("\n");
  expect(formatNamed("go").parse([fileOf(lines, "x")]).failed).toHaveLength(MANY);
  const line = `BenchmarkA 1 ${Array.from({ length: MANY }, (_, at) => `1 u${at}`).join(" ")}`;
  expect(formatNamed("go").parse([fileOf(`${line}\n${line}`, "x")]).series.size).toBe(MANY);
});
