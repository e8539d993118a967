import { describe, expect, test } from "vitest";
import { parseText, plain, plainResults } from "../../testing/plain-results.ts";
import { recognises } from "../../testing/recognition.ts";
import { go } from "./go.ts";

recognises(
  go,
  { name: "go", title: "go test -bench" },
  {
    own: [
      "BenchmarkA 1 2 ns/op",
      "Benchmark 10  2.5\tns/op",
      "x\nBenchmarkSort/n=10-8   \t  1000\t  1234.5 ns/op",
      "BenchmarkBenchmarking x 1 2 ns/op\nBenchmarkingA 1 2 ns/op",
      "goos: linux",
      "x\ngoarch: amd64",
      "pkg: example.com/m",
      "--- FAIL: BenchmarkA",
      '{"Action":"start"}',
      '{"Time":"2026-01-01T00:00:00Z","Action":"run","Package":"m"',
    ],
    foreign: [
      "x BenchmarkA 1 2 ns/op",
      "Benchmarking 1 2 ns/op",
      "Benchmarking x 1 2 ns/op",
      "BenchmarkA x 2 ns/op",
      "BenchmarkA 1 x ns/op",
      "BenchmarkA 1 2 ",
      "BenchmarkA\n1 2 ns/op",
      "BenchmarkA 1\n2 ns/op",
      "BenchmarkA 1 2\nns/op",
      "x goos: linux",
      "goos: \n",
      "x --- FAIL: BenchmarkA",
      "--- FAIL: TestA",
      'x {"Action":"start"}',
      '{"Action":"paused"}',
      '{"Action":"start"',
    ],
  },
);

const HEADER = "goos: linux\ngoarch: amd64\npkg: example.com/m/sort\ncpu: x\n";

const lines = (...list: string[]) => `${list.join("\n")}\n`;

/** The names of all benchmarks that have a result. */
const namesOf = (text: string) => [
  ...new Set([...parseText(go, text).series.values()].map(({ benchmark }) => benchmark)),
];

test("every line is a sample; MB/s says what ns/op says, allocations are exact", () => {
  const text = `${HEADER}BenchmarkInts-8   \t     100\t      12.50 ns/op\t 640.00 MB/s\t      16 B/op\t       1 allocs/op
BenchmarkInts-8   \t     100\t      13 ns/op\t 630.00 MB/s\t      16 B/op\t       1 allocs/op
PASS
ok  \texample.com/m/sort\t1.234s
`;
  expect(plain(go, text)).toEqual({
    series: {
      "sort.Ints: time": "timed lower ns: 12.5, 13",
      "sort.Ints: MB/s": "shown higher B/s: 640000000, 630000000",
      "sort.Ints: B/op": "exact lower B: 16, 16",
      "sort.Ints: allocs/op": "exact lower allocs/op: 1, 1",
    },
  });
});

test("b.ReportMetric: what is known is judged, also MB/s without a time; what is not is shown", () => {
  const text = lines("BenchmarkA 10 3 req/s 7 p99-ns/op 2 widgets 1.5 instructions/op", "BenchmarkB 10 64 MB/s");
  expect(plain(go, text)).toEqual({
    series: {
      "A: req/s": "timed higher /s: 3",
      "A: p99-ns/op": "timed lower ns: 7",
      "A: widgets": "shown none widgets: 2",
      "A: instructions/op": "exact lower instructions/op: 1.5",
      "B: MB/s": "timed higher B/s: 64000000",
    },
  });
});

test("units in another order, and lines that lack one", () => {
  const text = lines("BenchmarkA 1 1 ns/op 2 B/op", "BenchmarkA 1 4 B/op 3 ns/op", "BenchmarkA 1 5 ns/op");
  expect(plain(go, text).series).toEqual({
    "A: time": "timed lower ns: 1, 3, 5",
    "A: B/op": "exact lower B: 2, 4",
  });
});

describe("names", () => {
  test.each<[string, string[], string[]]>([
    ["GOMAXPROCS, the same for all, goes", ["BenchmarkA-8", "BenchmarkB/n=1-8"], ["A", "B/n=1"]],
    ["one processor writes none", ["BenchmarkA", "BenchmarkB"], ["A", "B"]],
    ["-cpu 1,2,4 keeps it", ["BenchmarkA", "BenchmarkA-2", "BenchmarkA-4"], ["A", "A-2", "A-4"]],
    ["a name that ends so itself", ["BenchmarkHash-16-8", "BenchmarkSort-8"], ["Hash-16", "Sort"]],
    ["names that end so on one processor", ["BenchmarkHash-16", "BenchmarkHash-32"], ["Hash-16", "Hash-32"]],
    ["a hyphen without a number is part of the name", ["BenchmarkA-", "BenchmarkB-x"], ["A-", "B-x"]],
    ["the second of one name", ["BenchmarkA/n-8", "BenchmarkA/n#01-8"], ["A/n", "A/n#01"]],
    ["`Benchmark` alone", ["Benchmark-8", "Benchmark/x-8"], ["Benchmark", "/x"]],
    ["`Benchmark` alone on one processor", ["Benchmark"], ["Benchmark"]],
    ["a name of digits", ["Benchmark16"], ["16"]],
    ["one name that ends with a hyphen", ["BenchmarkA-"], ["A-"]],
    ["control characters are no spaces", ["BenchmarkA\u0007B\u001bC-8"], ["A B C"]],
    ["letters of every alphabet", ["Benchmark\u00dcber/\u03bc-8", "Benchmark\u4e16-8"], ["\u00dcber/\u03bc", "\u4e16"]],
    ["names of objects", ["Benchmark__proto__", "Benchmarkconstructor"], ["__proto__", "constructor"]],
  ])("%s", (_, written, expected) => {
    expect(namesOf(lines(...written.map((name) => `${name} 1 2 ns/op`)))).toEqual(expected);
  });

  test.each<[string, string[], string[]]>([
    ["the last part of the package", ["example.com/m/sort"], ["sort.A"]],
    ["of two packages, too", ["m/sort", "m/hash"], ["sort.A", "hash.A"]],
    [
      "whole paths only where the last parts are one",
      ["m/a/hash", "m/b/hash", "m/c"],
      ["m/a/hash.A", "m/b/hash.A", "c.A"],
    ],
    ["a major version is no name", ["example.com/codec/v2"], ["codec.A"]],
    [
      "two major versions are two",
      ["example.com/codec", "example.com/codec/v2"],
      ["example.com/codec.A", "example.com/codec/v2.A"],
    ],
    ["a major version of two digits", ["example.com/codec/v10"], ["codec.A"]],
    ["what only looks like a version", ["m/rev2", "m/v2x"], ["rev2.A", "v2x.A"]],
    ["a package of one part", ["v2"], ["v2.A"]],
    ["an empty value is no package", ["m/sort", ""], ["sort.A", "A"]],
  ])("%s", (_, packages, expected) => {
    expect(namesOf(lines(...packages.flatMap((pkg) => [`pkg: ${pkg}`.trim(), "BenchmarkA-8 1 2 ns/op"])))).toEqual(
      expected,
    );
  });

  test.each(["pkg:m/b", "  pkg: m/b", "Pkg: m/b", "pkg : m/b"])("%j is no package", (line) => {
    expect(namesOf(lines("pkg: m/a", line, "BenchmarkA 1 2 ns/op"))).toEqual(["a.A"]);
  });

  test("the package of one file is not that of the next", () => {
    const files = [`${HEADER}BenchmarkA 1 2 ns/op\n`, "BenchmarkA 1 3 ns/op\n"].map((text, at) => ({
      path: `${at}.txt`,
      bytes: Buffer.from(text),
    }));
    expect(plainResults(go.parse(files)).series).toEqual({
      "sort.A: time": "timed lower ns: 2",
      "A: time": "timed lower ns: 3",
    });
  });
});

test("of two files each begins without a package, also its failures", () => {
  const files = ["pkg: m/a\nBenchmarkA 1 2 ns/op\n", "--- FAIL: BenchmarkB\npkg: m/b\n"].map((text, at) => ({
    path: `${at}.txt`,
    bytes: Buffer.from(text),
  }));
  expect(plainResults(go.parse(files)).failed).toEqual(["b.B: it failed"]);
});

test.each([
  ["tabs and spaces", "BenchmarkA \t 1 \t 2 ns/op \t"],
  ["spaces of Unicode", "BenchmarkA\u00a01\u20032\u3000ns/op\u0085\u1680"],
  ["no line end", "BenchmarkA 1 2 ns/op"],
  ["CRLF", "BenchmarkA 1 2 ns/op\r\n\r\nBenchmark"],
  ["a point without digits behind it", "BenchmarkA 1 2. ns/op"],
  ["a plus and an exponent", "BenchmarkA 1 +0.2e1 ns/op"],
])("written with %s", (_, text) => {
  expect(plain(go, text)).toEqual({ series: { "A: time": "timed lower ns: 2" } });
});

test.each([
  ["UTF-8 with BOM", Buffer.from("\ufeffBenchmark\u00b5 1 2 ns/op\n")],
  ["what PowerShell writes", Buffer.from("\ufeffBenchmark\u00b5 1 2 ns/op\r\n", "utf16le")],
])("in %s", (_, bytes) => {
  expect(plainResults(go.parse([{ path: "x", bytes }]))).toEqual({ series: { "\u00b5: time": "timed lower ns: 2" } });
});

test.each([
  ["0.1", 0.1],
  ["123456789.12345", 123_456_789.12345],
  ["0.000000000000001", 1e-15],
  ["99999999999999.9", 99_999_999_999_999.9],
  ["18014398509481984", 2 ** 54],
  ["1e-3", 0.001],
  [".5", 0.5],
  [".25", 0.25],
  ["0.125000000000000000", 0.125],
])("%s is read to the last digit", (written, value) => {
  expect(parseText(go, `BenchmarkA 1 ${written} ns/op`).series.get("A\0time")?.values).toEqual([value]);
});

test.each([
  "BenchmarkA",
  "BenchmarkA-8",
  "Benchmark",
  "Benchmarking x: 3 of 4",
  "Benchmark took 3 seconds",
  "benchmarkA 1 2 ns/op",
  " BenchmarkA 1 2 ns/op",
  "=== RUN   BenchmarkA",
  "BenchmarkA done in 3 s",
  "--- BENCH: BenchmarkA-8",
  "--- SKIP: BenchmarkA",
  "BenchmarkA-8  \t--- SKIP: BenchmarkA-8",
  "--- FAIL: TestA (0.00s)",
  "Unit",
  "Unity 3",
  "  Unit ns/op better=higher",
  "Bazel 1 2 ns/op",
  "    log: --- FAIL: BenchmarkZ",
  "ok  \tm\t1s",
  "cpu: x",
])("%j is passed over", (line) => {
  expect(plain(go, lines(line, "BenchmarkB 1 2 ns/op"))).toEqual({ series: { "B: time": "timed lower ns: 2" } });
});

test.each([
  ["BenchmarkA 1", "a line is cut off: BenchmarkA 1"],
  ["BenchmarkA 1 2", "a line is cut off: BenchmarkA 1 2"],
  ["BenchmarkA 1 2 ns/op 3", "a line is cut off: BenchmarkA 1 2 ns/op 3"],
  ["BenchmarkA 1 x ns/op", "BenchmarkA: `x` is not a number"],
  ["BenchmarkA 1 2 ns/op 0x10 B/op", "BenchmarkA: `0x10` is not a number"],
  ["BenchmarkA 1 1,5 ns/op", "BenchmarkA: `1,5` is not a number"],
  ["BenchmarkA 1 . ns/op", "BenchmarkA: `.` is not a number"],
  ["BenchmarkA 1 1.2.3 ns/op", "BenchmarkA: `1.2.3` is not a number"],
  ["BenchmarkA 1 info ns/op", "BenchmarkA: `info` is not a number"],
  ["BenchmarkA 1 0inf ns/op", "BenchmarkA: `0inf` is not a number"],
  ["BenchmarkA 1 nano ns/op", "BenchmarkA: `nano` is not a number"],
  ["BenchmarkA 1 0nan ns/op", "BenchmarkA: `0nan` is not a number"],
  ["Benchmarking 100 users now", "Benchmarking: `users` is not a number"],
])("%j is said, and spoils no name", (line, warning) => {
  expect(plain(go, lines("BenchmarkB-8 1 2 ns/op", line))).toEqual({
    series: { "B: time": "timed lower ns: 2" },
    warnings: [warning],
  });
});

describe("a benchmark without a usable number has failed", () => {
  test.each([
    ["NaN", "NaN"],
    ["+Inf", "Infinity"],
    ["infinity", "Infinity"],
    ["-inf", "-Infinity"],
    ["-1", "-1"],
    ["0", "0"],
    ["1e999", "Infinity"],
  ])("%s ns/op", (written, said) => {
    expect(plain(go, `BenchmarkA 1 ${written} ns/op 8 B/op`)).toEqual({
      series: { "A: B/op": "exact lower B: 8" },
      failed: [`A: its ns/op is ${said}`],
      warnings: [`A: time is ${said}, which is not a measurement`],
    });
  });

  test("nor has one that has nothing but what is shown", () => {
    expect(plain(go, "BenchmarkA 1 NaN widgets").failed).toEqual(["A: its widgets is NaN"]);
  });

  test("one bad sample of several is left out, and said", () => {
    expect(plain(go, lines("BenchmarkA 1 NaN ns/op", "BenchmarkA 1 2 ns/op"))).toEqual({
      series: { "A: time": "timed lower ns: 2" },
      warnings: ["A: time is NaN, which is not a measurement"],
    });
  });

  test.each([
    ["at once", "--- FAIL: BenchmarkA"],
    ["later, under -v", "--- FAIL: BenchmarkA-8"],
    ["later", "BenchmarkA-8   \t--- FAIL: BenchmarkA-8"],
    ["in old versions of Go", "    --- FAIL: BenchmarkA"],
    ["twice, under -count 2", "--- FAIL: BenchmarkA\n    x_test.go:5: no\n--- FAIL: BenchmarkA"],
  ])("it failed %s", (_, line) => {
    expect(plain(go, lines("pkg: m/p", "BenchmarkB-8 1 2 ns/op", line, "    x_test.go:5: no"))).toEqual({
      series: { "p.B: time": "timed lower ns: 2" },
      failed: ["p.A: it failed"],
    });
  });

  test("what fails before the first result stands before its package's name, and behind the end of another", () => {
    const text = lines(
      "--- FAIL: BenchmarkA",
      "goos: linux",
      "pkg: m/a",
      "BenchmarkX-8 1 2 ns/op",
      "FAIL",
      "exit status 1",
      "FAIL\tm/a\t0.1s",
      "--- FAIL: BenchmarkB",
      "pkg: m/b",
      "BenchmarkX-8 1 2 ns/op",
      "PASS",
      "ok  \tm/b\t0.1s",
      "--- FAIL: BenchmarkC",
      "FAIL",
      "FAIL\tm/c\t0.1s",
      "--- FAIL: BenchmarkD",
    );
    expect(plain(go, text).failed).toEqual(["a.A: it failed", "b.B: it failed", "c.C: it failed", "D: it failed"]);
  });

  test("what fails behind a result without a package has none, whatever comes next", () => {
    const text = lines("BenchmarkX 1 2 ns/op", "--- FAIL: BenchmarkA", "pkg: m/b", "BenchmarkX 1 2 ns/op");
    expect(plain(go, text).failed).toEqual(["A: it failed"]);
  });

  test("of a part that fails the whole is not named", () => {
    const text = lines("pkg: m/p", "--- FAIL: BenchmarkA/x/y", "--- FAIL: BenchmarkA/x", "--- FAIL: BenchmarkA");
    expect(plain(go, text)).toEqual({ failed: ["p.A/x/y: it failed"] });
  });

  test.each([
    ["it panics", "BenchmarkA-8   \tpanic: boom\n\ngoroutine 1 [running]:\n"],
    ["the process is ended", "BenchmarkA-8   \t"],
    ["another begins", "BenchmarkA-8   \thello\nBenchmarkB-8   \t1\t2 ns/op\n      20\t       462.2 ns/op\n"],
    ["its package ends", "BenchmarkA-8   \thello\nok  \tm\t1s\n      20\t       462.2 ns/op\n"],
    ["another package begins", "BenchmarkA-8   \thello\npkg: m\n      20\t       462.2 ns/op\n"],
  ])("it began, and %s", (_, text) => {
    expect(plain(go, text).failed).toEqual([
      expect.stringMatching(/^A(?:-8)?: it printed something and no result after it$/),
    ]);
  });
});

test("one that began and then says that it failed has failed once", () => {
  for (const indent of ["", "    "]) {
    const text = `BenchmarkA-8   \thello\n${indent}--- FAIL: BenchmarkA-8\n`;
    expect(plain(go, text).failed).toEqual(["A-8: it failed"]);
  }
});

test.each([
  ["one number", "      20\t"],
  ["a number without its unit", "      20\t       3"],
  ["a pair that lacks its unit", "      20\t       3 ns/op\t 8"],
  ["a word for the count", " twenty\t       3 ns/op"],
  ["a word for the time", "      20\t     fast ns/op"],
])("%s is not the rest of a line", (_, line) => {
  const text = lines("BenchmarkA-2   \thello", line, "900000000\t         5.2 ns/op");
  expect(plain(go, text)).toEqual({ series: { "A: time": "timed lower ns: 5.2" } });
});

test("a unit that begins like the one before it is another", () => {
  expect(plain(go, lines("BenchmarkA 9 1 MB", "BenchmarkA 9 2 MB/s")).series).toEqual({
    "A: MB": "exact lower B: 1000000",
    "A: MB/s": "timed higher B/s: 2000000",
  });
});

test("what a benchmark prints stands between its name and its numbers", () => {
  const text = lines(
    "hello from 1",
    "BenchmarkPrint-2                   \thello from 20",
    " 7 of 20",
    "20 2 ns/op",
    "      20\t       419.9 ns/op\t 8 B/op",
    "BenchmarkPrint-2                   \thello from 1",
    "100000000\t         5.2 ns/op\t 8 B/op",
    "      20\t       1 ns/op",
  );
  expect(plain(go, text)).toEqual({
    series: { "Print: time": "timed lower ns: 419.9, 5.2", "Print: B/op": "exact lower B: 8, 8" },
  });
});

test.each([
  ["better=higher", "Unit score better=higher", "3 score", "score: timed higher score"],
  ["better=lower", "Unit score better=lower", "3 score", "score: timed lower score"],
  ["assume=exact", "Unit score better=lower assume=exact", "3 score", "score: exact lower score"],
  ["assume=exact without a direction", "Unit score assume=exact", "3 score", "score: shown none score"],
  ["assume=exact of a time", "Unit ns/op assume=exact", "3 ns/op", "time: exact lower ns"],
  ["a base unit", "Unit sec/op assume=exact", "3 ns/op", "time: exact lower ns"],
  ["assume=nothing", "Unit allocs/op assume=nothing", "3 allocs/op", "allocs/op: timed lower allocs/op"],
  ["what nobody knows", "Unit score better=worse foo=bar x", "3 score", "score: shown none score"],
  ["another unit", "Unit B/op better=higher", "3 score", "score: shown none score"],
])("a Unit line: %s", (_, unit, measured, expected) => {
  // It holds for lines before it, too.
  expect(plain(go, lines(`BenchmarkA 1 ${measured}`, unit)).series).toEqual({
    [`A: ${expected.split(": ")[0]}`]: `${expected.split(": ")[1]}: 3`,
  });
});

test("a Unit line makes even a rate beside a time exact", () => {
  expect(plain(go, lines("BenchmarkA 1 3 ns/op 4 MB/s", "Unit  B/s  assume=exact")).series).toEqual({
    "A: time": "timed lower ns: 3",
    "A: MB/s": "exact higher B/s: 4000000",
  });
});

test("of two Unit lines the first holds, as in benchstat", () => {
  const text = lines(
    "Unit score better=lower",
    "Unit score better=lower",
    "Unit score better=higher",
    "BenchmarkA 1 3 score",
  );
  expect(plain(go, text)).toEqual({
    series: { "A: score": "timed lower score: 3" },
    warnings: ["better of unit score is lower and higher; the first holds"],
  });
});

describe("-json", () => {
  const output = (Package: string, Output: string, Test?: string) =>
    JSON.stringify({ Time: "2026-01-01T00:00:00Z", Action: "output", Package, Test, Output });

  const EVENTS = [
    '{"Time":"2026-01-01T00:00:00Z","Action":"start","Package":"m/a"}',
    output("m/a", "pkg: m/a\n"),
    output("m/b", "pkg: m/b\n"),
    '{"Time":"2026-01-01T00:00:00Z","Action":"run","Package":"m/a","Test":"BenchmarkX"}',
    output("m/a", "=== RUN   BenchmarkX\n", "BenchmarkX"),
    output("m/a", "BenchmarkX\n", "BenchmarkX"),
    output("m/a", "BenchmarkX-8  \t 1\t 2 ns/op\n", "BenchmarkX"),
    output("m/a", "BenchmarkX-8  \t"),
    output("m/b", "BenchmarkX-8  \t"),
    output("m/b", " 1\t 5 ns/op\n"),
    output("m/a", " 1\t 3 ns"),
    output("m/a", "/op\n"),
    output("m/b", "--- FAIL: BenchmarkY-8\n", "BenchmarkY-8"),
    '{"Time":"2026-01-01T00:00:00Z","Action":"pass","Package":"m/a","Elapsed":1}',
  ];

  test("packages at once, one line in several events, in the order of the report", () => {
    expect(plain(go, lines(...EVENTS))).toEqual({
      series: { "a.X: time": "timed lower ns: 2, 3", "b.X: time": "timed lower ns: 5" },
      failed: ["b.Y: it failed"],
    });
  });

  test("without `pkg:`, which -json leaves out of a package without a header", () => {
    expect(plain(go, lines(output("m/a", "BenchmarkX-8 1 2 ns/op\n")))).toEqual({
      series: { "a.X: time": "timed lower ns: 2" },
    });
  });

  test("of go tool test2json, which knows no package", () => {
    expect(plain(go, '{"Action":"start"}\n{"Action":"output","Output":"BenchmarkX-8 1 2 ns/op\\n"}\n')).toEqual({
      series: { "X: time": "timed lower ns: 2" },
    });
  });

  test("what only looks like an event is none", () => {
    const text = lines(
      '{"Action":"start"}',
      '{"Action":"output","Output":5}',
      '{"ImportPath":"m/q","Action":"build-output","Output":"panic: of the compiler\\n"}',
      output("", "BenchmarkX-8 1 2 ns/op\n"),
      '{"Action":"fail","Package":"m/a","Test":"TestX"}',
      '{"Action":"fail"}',
    );
    expect(plain(go, text)).toEqual({ series: { "X: time": "timed lower ns: 2" } });
  });

  test.each<[string, string[], string]>([
    ["of a panic, which says more", ["panic: boom\n", "FAIL\tm/p\t0.1s\n"], "panic: boom"],
    ["of nothing else", [], "FAIL m/p"],
  ])("the end of a package %s", (_, printed, line) => {
    const text = lines(
      output("m/p", "BenchmarkA-8 1 2 ns/op\n"),
      ...printed.map((each) => output("m/p", each)),
      '{"Time":"x","Action":"fail","Package":"m/p","Elapsed":0.1}',
    );
    expect(plain(go, text).failed).toEqual([`go test m/p: it ended with \`${line}\``]);
  });

  test("what is no event is read, too: neither hides the other", () => {
    const text = lines("# m/c", "{", "x".repeat(5000), ...EVENTS, "pkg: m/c", "BenchmarkZ-8 1 7 ns/op");
    expect(plain(go, text).series).toMatchObject({
      "a.X: time": "timed lower ns: 2, 3",
      "c.Z: time": "timed lower ns: 7",
    });
  });

  test("cut off", () => {
    const text = lines(...EVENTS);
    for (let end = 0; end < text.length; end++) parseText(go, text.slice(0, end));
  });
});

test("nothing in it is no result", () => {
  expect(plain(go, "")).toEqual({});
  expect(plain(go, HEADER)).toEqual({});
});

describe("results that do not end well are not whole", () => {
  const done = "BenchmarkA-8 1 2 ns/op";
  test.each<[string, string[], string[]]>([
    [
      "a panic",
      [done, "panic: boom", "", "goroutine 1 [running]:", "exit status 2", "FAIL\tm/p\t0.1s", "FAIL"],
      ["panic: boom"],
    ],
    ["a panic of a test program alone", [done, "panic: boom [recovered]"], ["panic: boom [recovered]"]],
    [
      "a fatal error",
      [done, "fatal error: all goroutines are asleep", "FAIL\tm/p\t1s"],
      ["fatal error: all goroutines are asleep"],
    ],
    [
      "a time limit",
      [done, "panic: test timed out after 10m0s", "FAIL\tm/p\t600s"],
      ["panic: test timed out after 10m0s"],
    ],
    [
      "being killed",
      [done, "*** Test killed with quit: ran too long (11m0s).", "FAIL\tm/p\t660s"],
      ["*** Test killed with quit: ran too long (11m0s)."],
    ],
    [
      "a test that failed",
      [done, "--- FAIL: TestX (0.00s)", "FAIL", "exit status 1", "FAIL\tm/p\t0.1s", "FAIL"],
      ["FAIL m/p 0.1s"],
    ],
    ["a build that failed", [done, "ok  \tm/p\t1s", "FAIL\tm/q [build failed]", "FAIL"], ["FAIL m/q [build failed]"]],
    ["nothing but FAIL", [done, "FAIL"], ["FAIL"]],
    [
      "a benchmark that failed says it itself",
      [done, "--- FAIL: BenchmarkB", "FAIL", "FAIL\tm/p\t1s", "FAIL"],
      ["it failed"],
    ],
    [
      "a panic is no failed benchmark",
      [done, "--- FAIL: BenchmarkB", "panic: boom", "FAIL\tm/p\t1s"],
      ["it failed", "panic: boom"],
    ],
    ["the whole run alone", [done, "ok  \tm/p\t1s", "FAIL"], ["FAIL"]],
    ["a line that only looks like it", ["panic: printed by a benchmark", done, "PASS", "ok  \tm/p\t1s"], []],
    ["such a line in a test program alone", ["panic: printed by a benchmark", done, "PASS"], []],
    ["another line that does", ["panicking: no", done, "FAILURE", "FAIL: nothing"], []],
    ["an indented line", [done, "  panic: no", "  FAIL\tm/q\t1s"], []],
  ])("%s", (_, list, reasons) => {
    const { series, failed = [] } = plain(go, lines("pkg: m/p", ...list));
    expect(series).toEqual({ "p.A: time": "timed lower ns: 2" });
    expect(failed.map((line) => /`(.*)`$/.exec(line)?.[1] ?? line.replace(/^\S+: /, ""))).toEqual(reasons);
  });

  test("without a package it is `go test` that ended so", () => {
    expect(plain(go, lines(done, "FAIL")).failed).toEqual(["go test: it ended with `FAIL`"]);
  });

  test("the package is named, and a package of -json that has no output", () => {
    const event = (fields: object) => `${JSON.stringify({ Time: "x", ...fields })}\n`;
    const text =
      event({ Action: "output", Package: "m/p", Output: "BenchmarkA-8 1 2 ns/op\n" }) +
      event({ Action: "output", Package: "m/p", Output: "PASS\n" }) +
      event({ Action: "pass", Package: "m/p" }) +
      event({ Action: "fail", Package: "m/q", Elapsed: 0, FailedBuild: "m/q" });
    expect(plain(go, text)).toEqual({
      series: { "p.A: time": "timed lower ns: 2" },
      failed: ["go test m/q: it ended with `FAIL m/q [build failed]`"],
    });
  });
});

test("a metric that would be judged and has no usable number is a failure: 0 requests a second are no measurement", () => {
  expect(plain(go, "BenchmarkA 1 5 ns/op 0 req/s 0 allocs/op 0 misses/op")).toEqual({
    series: {
      "A: time": "timed lower ns: 5",
      "A: allocs/op": "exact lower allocs/op: 0",
      "A: misses/op": "timed lower misses/op: 0",
    },
    failed: ["A: its req/s is 0"],
    warnings: ["A: req/s is 0, which is not a measurement"],
  });
});
