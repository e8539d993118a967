import { describe, expect, test } from "vitest";
import { plain, plainResults } from "../../testing/plain-results.ts";
import { recognises } from "../../testing/recognition.ts";
import { libtest } from "./libtest.ts";

recognises(
  libtest,
  { name: "libtest", title: "libtest, Criterion's output" },
  {
    own: ["running 1 test\ntest a ... bench: 1 ns/iter (+/- 0)", "x\na    time:   [1 ns 2 ns 3 ns]"],
    foreign: [
      "test a ... ok",
      "test a ... bench: x (+/- 0)",
      "test a ... bench: 1 ns/iter +/- 0",
      "test a ... bench:1 ns/iter",
      "a    time:   1 ns 2 ns 3 ns",
      "a    time:   [1 ns 2 ns 3 ns] or so",
      "a    time:   about [1 ns 2 ns 3 ns]",
      "a    time:   [1 ns 2 ns 3 ns]x",
      "test a ... bench: about 1 ns/iter (+/- 0)",
      "abcd   [1 ns 2 ns 3 ns]",
    ],
  },
);

const lines = (...list: string[]) => `${list.join("\n")}\n`;

test("what libtest writes: names are padded, what is no benchmark is passed over, what fails is named", () => {
  const text = lines(
    "",
    "running 7 tests",
    "test t ... ignored",
    "test boom  ... FAILED",
    "test fast  ... bench:           0.28 ns/iter (+/- 4.28)",
    "test ign   ... ignored",
    "test slow  ... bench:   2,155,925.55 ns/iter (+/- 2,403,349.59) = 12 MB/s",
    "test sp    - should panic ... bench:           3 ns/iter (+/- 0)",
    "test sq    - should panic ... FAILED",
    "test unit ... ok",
    "",
    "failures:",
    "    boom",
    "",
    "test result: FAILED. 0 passed; 1 failed; 2 ignored; 4 measured; 0 filtered out; finished in 3.36s",
  );
  expect(plain(libtest, text)).toEqual({
    series: {
      "fast: time": "timed lower ns: 0.28",
      "slow: time": "timed lower ns: 2155925.55",
      "sp: time": "timed lower ns: 3",
    },
    failed: ["boom: it failed", "sq: it failed"],
  });
});

test.each([
  ["1,234", "ns/iter", "time: timed lower ns: 1234"],
  ["1", "us/iter", "time: timed lower ns: 1000"],
  ["1", "\u00b5s/iter", "time: timed lower ns: 1000"],
  ["1", "\u03bcs/iter", "time: timed lower ns: 1000"],
  ["1.5", "ms/iter", "time: timed lower ns: 1500000"],
  ["1,000,000", "cycles/iter", "cycles/iter: timed lower cycles/iter: 1000000"],
  ["7", "widgets/iter", "widgets/iter: timed lower widgets/iter: 7"],
])("%s %s", (number, unit, expected) => {
  const [metric, rest] = [expected.slice(0, expected.indexOf(":")), expected.slice(expected.indexOf(":") + 2)];
  expect(plain(libtest, `test a ... bench:  ${number} ${unit} (+/- 1)\r\n`)).toEqual({
    series: { [`a: ${metric}`]: rest },
  });
});

test.each([
  ["a sample a run", "a", ["test a ... bench: 1 ns/iter (+/- 0)", "test a ... bench: 2 ns/iter (+/- 0)"], "1, 2"],
  ["dots in the name", "a ... b", ["test a ... b ... bench: 1 ns/iter (+/- 0)"], "1"],
  ["spaces in the name", "fib 10", ["test fib 10 ... bench:         1 ns/iter (+/- 0)"], "1"],
  ["a test that should panic", "a", ["test a - should panic ... bench: 1 ns/iter (+/- 0)"], "1"],
  ["a name that says so itself", "a - should panic b", ["test a - should panic b ... bench: 1 ns/iter (+/- 0)"], "1"],
  ["blanks before the deviation", "a", ["test a ... bench: 1 ns/iter   (+/- 0)"], "1"],
  ["blanks at the end", "a", ["test a ... bench: 1 ns/iter  "], "1"],
  ["no deviation", "a", ["test a ... bench: 1 ns/iter"], "1"],
  ["dots behind the result", "a", ["test a ... bench: 1 ns/iter (+/- 0) ... done"], "1"],
])("%s", (_, name, list, values) => {
  expect(plain(libtest, lines(...list)).series).toEqual({ [`${name}: time`]: `timed lower ns: ${values}` });
});

test.each(["NaN", "inf", "-1", "1.2.3", ",", "1e5", "0x10"])("%s is no time: the benchmark has failed", (number) => {
  expect(plain(libtest, `test a ... bench: ${number} ns/iter (+/- NaN)`)).toEqual({
    failed: [`a: its time is ${number} ns/iter`],
  });
  expect(plain(libtest, `a  time:   [1 ns ${number} ns 2 ns]`)).toEqual({ failed: [`a: its time is ${number} ns`] });
});

test("what a benchmark of Criterion prints stands before its result", () => {
  const text = lines("test a ... hello", "hello", "bench:         121 ns/iter (+/- 5)", "bench: 1 ns/iter (+/- 5)");
  expect(plain(libtest, text)).toEqual({ series: { "a: time": "timed lower ns: 121" } });
});

test.each(["it is ok", "not FAILED yet"])("a benchmark that prints `%s` has begun", (printed) => {
  const text = lines(`test a ... ${printed}`, "took: 5 ns/iter (+/- 0)", "bench: 121 ns/iter (+/- 5)");
  expect(plain(libtest, text)).toEqual({ series: { "a: time": "timed lower ns: 121" } });
});

test("an estimate without a name is read all the same", () => {
  expect(plain(libtest, "    time:   [1 ns 2 ns 3 ns]").series).toEqual({ "(unnamed): time": "timed lower ns: 2" });
});

test("a benchmark that began and has no result is said", () => {
  expect(plain(libtest, "test a ... hello\ntest b ... bench: 1 ns/iter (+/- 0)\ntest c ... ")).toEqual({
    series: { "b: time": "timed lower ns: 1" },
    warnings: [
      "test a has no result: it printed something, or was ended",
      "test c has no result: it printed something, or was ended",
    ],
  });
});

describe("what Criterion prints", () => {
  const TEXT = lines(
    "Benchmarking fib 10: Analyzing",
    "fib 10                  time:   [256.67 ns 303.52 ns 354.46 ns]",
    "                        change: [\u221230.987% +20.260% +103.36%] (p = 0.59 > 0.05)",
    "                        No change in performance detected.",
    "Found 5 outliers among 100 measurements (5.00%)",
    "  4 (4.00%) high mild",
    "",
    "a very long name of a benchmark that does not fit",
    "                        time:   [21.760 ps 57.813 ps 113.15 ps]",
    "",
    'odd/group: "x" <y> | \u00b5/fn/3',
    "                        time:   [7.9130 \u00b5s 9.8552 \u00b5s 11.869 \u03bcs]",
    "                        thrpt:  [78.470 GiB/s 94.500 GiB/s 117.70 GiB/s]",
    "                 change:",
    "                        time:   [+7.8289% +41.939% +88.706%] (p = 0.03 < 0.05)",
    "                        thrpt:  [\u221247.007% \u221229.547% \u22127.2605%]",
    "                        Performance has regressed.",
    "time: to parse          time:   [1.2 s 1.3 s 1.4 s]",
  );
  const RESULTS = {
    series: {
      "fib 10: time": "timed lower ns: 303.52",
      "a very long name of a benchmark that does not fit: time": "timed lower ns: 0.057813",
      'odd/group: "x" <y> | \u00b5/fn/3: time': "timed lower ns: 9855.2",
      "time: to parse: time": "timed lower ns: 1300000000",
    },
  };

  test("the middle estimate, not its change and not its throughput", () => {
    expect(plain(libtest, TEXT)).toEqual(RESULTS);
  });

  test("with lines of Windows, in UTF-16", () => {
    const bytes = Buffer.from(`\ufeff${TEXT.replaceAll("\n", "\r\n")}`, "utf16le");
    expect(plainResults(libtest.parse([{ path: "x", bytes }]))).toEqual(RESULTS);
  });

  test("in colours", () => {
    const coloured = TEXT.replaceAll(/\d+\.\d+ \S+/g, "\u001b[1m\u001b[31m$&\u001b[0m").replace(
      /^fib 10/m,
      "\u001b[32m$&\u001b[39m",
    );
    expect(coloured).not.toBe(TEXT);
    expect(plain(libtest, coloured)).toEqual(RESULTS);
  });

  test("on a terminal, where it overwrites its progress", () => {
    const text = "Benchmarking a\rBenchmarking a: Analyzing\r\u001b[Ka    time:   [1 ns 2 ns 3 ns]\n";
    expect(plain(libtest, text)).toEqual({ series: { "a: time": "timed lower ns: 2" } });
  });

  test("a measurement of something else", () => {
    expect(plain(libtest, "a    time:   [1.0 cycles 2.0 cycles 3.0 cycles]")).toEqual({
      series: { "a: cycles": "timed lower cycles: 2" },
    });
  });
});

test("libtest's own colours", () => {
  const text = lines(
    "test t ... \u001b[33mignored\u001b(B\u001b[m",
    "test boom  ... \u001b[31mFAILED\u001b(B\u001b[m",
    "test fast  ... \u001b[36mbench\u001b(B\u001b[m:           0.28 ns/iter (+/- 1.51)",
  );
  expect(libtest.detect(text, "x")).toBe(true);
  expect(plain(libtest, text)).toEqual({
    series: { "fast: time": "timed lower ns: 0.28" },
    failed: ["boom: it failed"],
  });
});

test.each([
  "",
  "test",
  "test ",
  "test  ... bench: 1 ns/iter",
  "test a ... ok",
  "test result: ok. 0 passed",
  "bench: 1 ns/iter (+/- 0)",
  "time: [1 ns 2 ns 3 ns",
  "time: [1 ns]",
  "real time: 3 s",
  "  test a ... bench: 1 ns/iter (+/- 0)",
])("%j is no result", (line) => {
  expect(libtest.detect(line, "x")).toBe(false);
  expect(plain(libtest, line)).toEqual({});
});

test("neither blanks at its end nor a mention of a good one hide a bad end", () => {
  const text = lines("error: could not compile `x`  ", "note: no test result: ok");
  expect(plain(libtest, text).failed).toEqual(["cargo bench: it ended with `error: could not compile `x``"]);
});

test.each([
  ["error: bench failed, to rerun pass `--bench x`", true],
  ["error: could not compile `x` (bench) due to 1 previous error", true],
  ["error: 1 target failed:", true],
  ["error: 12 targets failed:", true],
  ["  error: bench failed", false],
  ["test result: FAILED. 0 passed; 1 failed", true],
  ["thread 'main' panicked at benches/x.rs:3:5:", true],
  ["thread 'main' (123) panicked at benches/x.rs:3:5:", true],
  ["thread 'main' panicked at benches/x.rs:3:5:\ntest result: ok. 0 passed", false],
  ["error: nothing of cargo's", false],
])("results that end with %j are not whole: %s", (end, isBad) => {
  const { failed = [] } = plain(libtest, `test a ... bench: 5 ns/iter (+/- 1)\n${end}\n`);
  expect(failed).toEqual(isBad ? [`cargo bench: it ended with \`${end}\``] : []);
});
