import fc from "fast-check";
import { expect, test } from "vitest";
import { DETECTION_CHARACTERS } from "./format.ts";
import { detectFormat, formatNamed, RESULT_FORMATS } from "./formats.ts";
import { FORMATS, type FormatName } from "./model.ts";

/** Heads of every format, as tools write them, and what is near to one and is none. */
const HEADS: readonly (readonly [FormatName | undefined, string, string?])[] = [
  ["go", "goos: linux\ngoarch: amd64\npkg: example.com/m\ncpu: x\nBenchmarkSort-8   \t  1000\t  1234 ns/op\nPASS\n"],
  ["go", "BenchmarkSort-8 1000 1234 ns/op 0 B/op 0 allocs/op\n"],
  [
    "go",
    '{"Time":"2026-01-01T00:00:00Z","Action":"output","Package":"m","Output":"BenchmarkSort-8 \\t 1000\\t 12 ns/op\\n"}\n',
  ],
  [
    "libtest",
    "\nrunning 1 test\ntest bench_sort ... bench:       1,234 ns/iter (+/- 56)\n\ntest result: ok. 0 passed\n",
  ],
  ["libtest", "test sort/8 ... bench: 12.34 ns/iter (+/- 0.56)\n"],
  ["criterion", '{"sampling_mode":"Linear","iters":[1,2],"times":[10,20]}', "target/criterion/sort/new/sample.json"],
  ["criterion", "[[1.0,2.0],[10.0,20.0]]", "criterion/sort/new/sample.json"],
  ["criterion", '{"group_id":"sort","function_id":null,"value_str":null', "/x/criterion/sort/new/benchmark.json"],
  ["criterion", '{"mean":{"confidence_interval":{"confidence_level":0.95', "sort/change/estimates.json"],
  ["criterion", "[-1.5,0.5,2e3,4]", "sort/new/tukey.json"],
  ["criterion", 'Compiling x\n{"reason":"benchmark-complete","id":"sort","iteration_count":[1]'],
  ["libtest", "test f ... \u001b[36mbench\u001b(B\u001b[m:  0.28 ns/iter (+/- 1.51)\n"],
  ["libtest", "Benchmarking 10 20 x\nsort    time:   [1.2 ns 1.3 ns 1.4 ns]\n"],
  ["libtest", "cpu: x\na long name\n        time:   [1.2 \u00b5s 1.3 \u00b5s 1.4 \u00b5s]\r\n"],
  ["go", "--- FAIL: BenchmarkA\n    x_test.go:5: no\nFAIL\n"],
  ["go", "# x\npkg: m\n--- FAIL: BenchmarkA\n"],
  ["go", '# m/c\n{"Action":"start","Package":"m"}\n'],
  ["go", '{"Action":"start"}\n{"Action":"output","Output":"BenchmarkX-8 1 2 ns/op\\n"}\n'],
  ["hyperfine", '{\n  "results": [\n    {\n      "command": "sleep 0",\n      "mean": 0.1,'],
  ["hyperfine", '{"results":[{"command":"{\\"benchmarks\\":[{\\"fullname\\":1}]}","median":1'],
  ["google-benchmark", '{"context": {"date": "x", "num_cpus": 4, "library_build_type": "release"}, "benchmarks": []}'],
  ["google-benchmark", '{"benchmarks":[{"name":"BM","iterations":1,"real_time":1'],
  ["google-benchmark", '{"benchmarks":[{"name":"BM","run_name":"BM","run_type":"iteration"'],
  ["jmh", '[\n    {\n        "jmhVersion" : "1.37",\n        "benchmark" : "x.B.alloc",\n        "mode" : "thrpt",'],
  ["jmh", '[{"benchmark":"x","params":{"name":"a","unit":"b","value":"c"},"primaryMetric":{"score":1'],
  ["pytest-benchmark", '{"machine_info":{"node":"x"},"commit_info":{"id":"x"},"benchmarks":[]}'],
  [
    "pytest-benchmark",
    '{"benchmarks":[{"group":null,"name":"a","fullname":"t.py::a","params":{"real_time":1},"stats":{',
  ],
  [
    "benchmarkdotnet",
    '{"Title":"x","HostEnvironmentInfo":{"BenchmarkDotNetCaption":"x","BenchmarkDotNetVersion":"0.15"',
  ],
  ["benchmarkdotnet", '{"Benchmarks":[{"DisplayInfo":"x","FullName":"y"'],
  ["vitest", '{"numTotalTests":1,"testResults":[{"assertionResults":[{"title":"t","benchmarks":[]'],
  ["vitest", '{"files":[{"filepath":"/a","groups":[{"fullName":"a","benchmarks":[{"name":"x","mean":1'],
  ["tinybench", '[{"name":"a","result":{"state":"completed","latency":{"mean":1'],
  ["tinybench", '[{"name":"bad","result":{"error":{}}},{"name":"a","result":{"totalTime":20,"hz":1'],
  ["tinybench", '{"tasks":[{"name":"a","result":{"latency":{}}}]}'],
  ["tinybench", '{"results":[{"name":"a","result":{"hz":1'],
  ["tinybench", '[{"Task name":"a","Latency avg (ns)":"1 \u00b1 2%"'],
  ["tinybench", '[{"Task Name":"a","ops/sec":"1","Average Time (ns)":1'],
  ["mitata", '{"layout":[],"benchmarks":[{"alias":"a","runs":[{"stats":{"kind":"fn"'],
  ["mitata", '{"benchmarks":[{"kind":"static","runs":[{"error":{"message":"boom"}'],
  ["custom", '{"schema":"jessy-benchmarks/v1","benchmarks":[]}'],
  ["custom", '{ "schema" : "jessy-benchmarks/v2", "benchmarks": [{"name":"a","unit":"s","value":1'],
  ["custom", '[{"name":"a","unit":"ns/iter","value":1,"range":"1","extra":"{\\"benchmark\\":1,\\"mode\\":2}"'],
  ["custom", '{"real_time":{"latency":{"value":1,"lower_value":0}},"b.c[]":{"throughput":{"value":1'],
  ["hyperfine", '{"results":[{"command":"sleep 0","mean":0.1', "results/benchmark.json"],
  ["custom", '[{"name":"a","unit":"ns/iter","value":1', "results/sample.json"],
  ["criterion", '\n { "full_id" : "a"', "a/new/benchmark.json"],
  ["criterion", '{"full_id":"a"', "a/new/benchmark.json"],
  ["criterion", '\n { "iters" : [', "a/new/sample.json"],
  ["criterion", '{"times":[', "a/new/sample.json"],
  ["criterion", "\n [ [ 1.5 , 2", "a/new/sample.json"],
  ["criterion", "[[10]", "a/new/sample.json"],
  ["criterion", '\n { "Median" : { "confidence_interval"', "a/new/estimates.json"],
  ["criterion", '{"median":{"confidence_interval"', "a/new/estimates.json"],
  ["criterion", '{"Slope":{"confidence_interval"', "a/new/estimates.json"],
  ["criterion", "\n [ 1.5e-12 , 2", "a/new/tukey.json"],
  ["criterion", "[-1,", "a/new/tukey.json"],
  ["criterion", "[1E+5,", "a/new/tukey.json"],
  ["criterion", "[2e31,", "a/new/tukey.json"],
  [undefined, 'x {"full_id":"a"', "a/new/benchmark.json"],
  [undefined, 'x {"iters":[', "a/new/sample.json"],
  [undefined, 'x {"mean":{"confidence_interval"', "a/new/estimates.json"],
  [undefined, "x [1,", "a/new/tukey.json"],
  [undefined, "[1e,", "a/new/tukey.json"],
  [undefined, "[1,", "a/new/tukey.json.txt"],
  [undefined, 'x {"reason":"benchmark-complete"'],
  [undefined, '{"a":1}', "target/criterion/sort/new/sample.json"],
  [undefined, "a    time:   [+7.8% +41.9% +88.7%] (p = 0.03 < 0.05)"],
  [undefined, "Benchmarking 10 20 x"],
  [undefined, "Benchmark\n1 2 ns/op"],
  [undefined, "cpu: x"],
  [undefined, ""],
  [undefined, "{}"],
  [undefined, "[]"],
  [undefined, "hello"],
  [undefined, '{"results":[]}'],
  [undefined, '{"benchmarks":[]}'],
  [undefined, '{"benchmarks":[{"name":"a"'],
  [undefined, '{"testResults":[{"assertionResults":[{"title":"of Jest","status":"passed"}]}]}'],
  [undefined, '[{"name":"a","result":"ok"}]'],
  [undefined, '[{"name":"a","value":1}]'],
  [undefined, '{"a":{"b":{"value":1,"c":2}}}'],
  [undefined, '{"a":{"b":{"value":[{}]}}}'],
  [undefined, '{"a":{"b":{"value":{"value":1}}}}'],
  [undefined, '{"data":[{"files":[]}],"type":"llvm.coverage.json.export"}'],
  [undefined, '"schema":"jessy-benchmarks/v1"'],
  [undefined, "<html><body>502</body></html>"],
];

const claims = (text: string, path: string) =>
  RESULT_FORMATS.filter((format) => format.detect(text, path)).map((format) => format.name);

test.each(HEADS.map(([name, text, path = "results.txt"]) => [name, text, path] as const))(
  "%s: %s",
  (expected, text, path) => {
    // No two formats claim the same content: their order must not matter.
    expect(claims(text, path)).toEqual(expected === undefined ? [] : [expected]);
    for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, "utf16le")]) {
      expect(detectFormat(bytes, path)?.name).toBe(expected);
    }
  },
);

test.each(FORMATS)("%s is found by its name", (name) => {
  expect(formatNamed(name).name).toBe(name);
  expect(formatNamed(name).title).not.toBe("");
});

test("every format is listed once", () => {
  expect(RESULT_FORMATS.map(({ name }) => name).sort()).toEqual([...FORMATS].sort());
});

test("what stands behind the first characters is not looked at, and a cut character hides nothing", () => {
  const key = '"library_build_type":1';
  const head = (length: number) => `{"context":{"x":"${"x".repeat(length - 19)}",`;
  expect(detectFormat(Buffer.from(head(DETECTION_CHARACTERS - key.length) + key), "x")?.name).toBe("google-benchmark");
  expect(detectFormat(Buffer.from(head(DETECTION_CHARACTERS) + key), "x")).toBeUndefined();
  const bytes = Buffer.from('{"context":{"library_build_type":"\u2603');
  expect(detectFormat(bytes.subarray(0, bytes.length - 1), "x")?.name).toBe("google-benchmark");
});

test("any text is told by at most one format, and by none without a reason", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(claims(text, "results.json")).toEqual([]);
    }),
  );
});

test("heads made to be slow to look at are looked at", () => {
  for (const head of [
    "{",
    "[",
    '{"a":',
    '[{"name":',
    '"',
    '"\\',
    "\\",
    "a:",
    " ",
    "\n",
    "Benchmark ",
    "Benchmark\n",
    "Benchmark 1 ",
    "Benchmark 1 1",
    '{"Time":"',
    '{"Time":"x"\n',
    '{"Time":"x","Action":"',
    "pkg:",
    "test x ... ",
    "test x ... bench: ",
    "test x ... bench:\n",
    "test ... bench: 1 ",
    "time: [",
    "time: [1 ns ",
    "time:",
    "\u001b[",
    "\u001b[1",
    "\r",
    "\t",
    '{"reason":"',
    "/",
  ])
    expect(claims(head.repeat(DETECTION_CHARACTERS / head.length), "results.json")).toEqual([]);
});
