import fc from "fast-check";
import { expect, test } from "vitest";
import { isMeasurement, metricName, namedMetric, resolveUnit, TIME_METRIC } from "./units.ts";

/** `judgement better unit x factor`. */
function plainUnit(written: string): string {
  const { unit, factor, better, judgement } = resolveUnit(written);
  return `${judgement} ${better} ${unit} x ${factor}`;
}

test.each([
  ["ns/op", "timed lower ns x 1"],
  ["ns/iter", "timed lower ns x 1"],
  ["sec/op", "timed lower ns x 1000000000"],
  ["ps", "timed lower ns x 0.001"],
  ["us", "timed lower ns x 1000"],
  ["\u00b5s", "timed lower ns x 1000"],
  ["\u03bcs", "timed lower ns x 1000"],
  ["ms/Iteration", "timed lower ns x 1000000"],
  [" s ", "timed lower ns x 1000000000"],
  ["MB/s", "timed higher B/s x 1000000"],
  ["MiB/s", "timed higher B/s x 1048576"],
  ["B/ms", "timed higher B/s x 1000"],
  ["req/s", "timed higher /s x 1"],
  ["ops/ms", "timed higher /s x 1000"],
  ["a/b/s", "timed higher /s x 1"],
  ["B/op", "exact lower B x 1"],
  ["KiB", "exact lower B x 1024"],
  ["kB", "exact lower B x 1000"],
  ["allocs/op", "exact lower allocs/op x 1"],
  ["Ir", "exact lower Ir x 1"],
  ["cycles/iter", "timed lower cycles/iter x 1"],
])("%s is known", (written, expected) => {
  expect(plainUnit(written)).toBe(expected);
});

/** `written: judgement better unit x factor`, one a line. */
test.each(
  `
p99-ns: timed lower ns x 1
ns-p99: timed lower ns x 1
p99.9-us/op: timed lower ns x 1000
99%-ns: timed lower ns x 1
min-ns: timed lower ns x 1
p99LatencyNs: timed lower ns x 1
Time (ms): timed lower ns x 1000000
ns/item: timed lower ns x 1
ns/GC: timed lower ns x 1
ns_per_iter: timed lower ns x 1
ms per request: timed lower ns x 1000000
msec: timed lower ns x 1000000
usecs: timed lower ns x 1000
nanos: timed lower ns x 1
Milliseconds: timed lower ns x 1000000
minutes: timed lower ns x 60000000000
Megabytes: exact lower B x 1000000
kilobyte: exact lower B x 1000
mebibytes: exact lower B x 1048576
bytes/msg: exact lower B x 1
wire-bytes: exact lower B x 1
heap-bytes: timed lower B x 1
peak-RSS-MB: timed lower B x 1000000
Mb: exact lower Mb x 1
bits/op: exact lower bit x 1
Mbit/s: timed higher bit/s x 1000000
Mbps: timed higher bit/s x 1000000
MBps: timed higher B/s x 1000000
bytes_per_second: timed higher B/s x 1
sent-bytes/s: timed higher B/s x 1
rps: timed higher /s x 1
kQPS: timed higher /s x 1000
IOPS: timed higher /s x 1
Mops/s: timed higher /s x 1000000
M rows/s: timed higher /s x 1000000
million ops/s: timed higher /s x 1000000
Melem/s: timed higher /s x 1000000
GFLOP/s: timed higher /s x 1000000000
kHz: timed higher /s x 1000
tokens/s: timed higher /s x 1
requests per second: timed higher /s x 1
reqPerSec: timed higher /s x 1
jobs/minute: timed higher /s x 0.016666666666666666
ops/s/core: timed higher ops/s/core x 1
FLOP/cycle: timed higher FLOP/cycle x 1
instructions/cycle: timed higher instructions/cycle x 1
cycles/instruction: timed lower cycles/instruction x 1
compares/op: timed lower compares/op x 1
widgets/op: timed lower widgets/op x 1
hits/op: timed higher hits/op x 1
hit-rate: timed higher hit-rate x 1
hit%: timed higher hit% x 1
accuracy: timed higher accuracy x 1
cpu %: timed lower cpu % x 1
miss-rate: timed lower miss-rate x 1
errors/s: timed lower /s x 1
RSS: timed lower RSS x 1
#allocs: exact lower #allocs x 1
ops/second/thread: timed higher ops/second/thread x 1
latency (ms): timed lower ns x 1000000
throughput (ops/s): timed higher /s x 1
cycles/byte: timed lower cycles/byte x 1
dropped frames/s: timed lower /s x 1
page-faults: timed lower page-faults x 1
GC/op: timed lower GC/op x 1
J/op: timed lower J/op x 1
$/request: timed lower $/request x 1
min: timed lower ns x 60000000000
build min: timed lower ns x 60000000000
min/op: timed lower ns x 60000000000
jobs/min: timed higher /s x 0.016666666666666666
cpu minutes: timed lower ns x 60000000000
min-latency: timed lower min-latency x 1
latency-min: timed lower latency-min x 1
min-bytes: timed lower B x 1
min-ops/s: timed higher /s x 1
MIN MB/s: timed higher B/s x 1000000
IOPS min: timed higher /s x 1
percentile 99 ns: timed lower ns x 1
upper ns: timed lower ns x 1
p99ns: timed lower ns x 1
ns95: timed lower ns x 1
p bytes: timed lower B x 1
p99 bytes: timed lower B x 1
50th bytes: timed lower B x 1
90 bytes: timed lower B x 1
payload bytes: exact lower B x 1
http bytes: exact lower B x 1
us (ms): timed lower us (ms) x 1
MB (bytes): exact lower MB (bytes) x 1
bytes-sent/op: exact lower B x 1
krps (rps): timed higher krps (rps) x 1
Mb/s: timed higher Mb/s x 1
MB/core/s: timed higher MB/core/s x 1
MB/s/thread: timed higher MB/s/thread x 1
req/s/core: timed higher req/s/core x 1
errors/s/core: timed lower errors/s/core x 1
errors/ms: timed lower /s x 1000
lost MB/s: timed lower B/s x 1000000
Mbit/s lost: timed lower bit/s x 1000000
lost MB/core/s: timed lower lost MB/core/s x 1
failed allocs/s: timed lower /s x 1
req/s failed: timed lower /s x 1
req/s error cpu: timed lower /s x 1
dropped fps: timed lower dropped fps x 1
$/hour: timed lower $/hour x 1
$/hour lost: timed lower /s x 0.0002777777777777778
J/cycle: timed lower J/cycle x 1
ns/J: timed lower ns x 1
errors/J: timed lower errors/J x 1
ops/J: timed higher ops/J x 1
hits/J: timed higher hits/J x 1
instructions/J: timed higher instructions/J x 1
GFLOPS/W: timed higher GFLOPS/W x 1
tokens/$: timed higher tokens/$ x 1
bytes/cycle: timed higher bytes/cycle x 1
flops/op: timed lower flops/op x 1
Mops/iter: timed lower Mops/iter x 1
rps/run: timed higher rps/run x 1
ops/thread: timed higher ops/thread x 1
`
    .trim()
    .split("\n")
    .map((line) => line.split(/: (?=timed|exact)/) as [string, string]),
)("%s is known by its words", (written, expected) => {
  expect(plainUnit(written)).toBe(expected);
});

test.each([
  "widgets",
  "%",
  "ratio",
  "x",
  "points",
  "tokens",
  "pages",
  "",
  "/",
  "/op",
  "m",
  "dB",
  "constructor",
  "__proto__",
  "toString/valueOf",
  "ns/s",
  "allocs/s",
  "MB/s alloc",
  "free-bytes",
  "idle-ms",
  "saved MB",
  "bytes sent",
  "hit errors",
  "items/page",
  "min widgets",
  "widgets/operator",
  "widgets/drop",
  "widgets/cycle",
  "cycles/s",
  "cpu/s",
  "MB/s heap",
  "req/s cycles",
  "hit bytes",
])("`%s` says nothing of a direction, so it is shown and not judged", (written) => {
  expect(plainUnit(written)).toBe(`shown none ${written} x 1`);
});

test.each([
  ...[
    "op",
    "ops",
    "operation",
    "operations",
    "iter",
    "iters",
    "iteration",
    "iterations",
    "call",
    "calls",
    "run",
    "runs",
  ],
  ...["invocation", "invocations", "inner op"],
])("what is counted for one %s is a cost", (run) => {
  expect(plainUnit(`widgets/${run}`)).toBe(`timed lower widgets/${run} x 1`);
});

test.each([
  ["%", "cache hit rate", "higher"],
  ["hit %", "wait", "higher"],
  ["MB", "memory free", "none"],
  ["rps", "errors", "lower"],
  ["%", "cpu", "lower"],
  ["", "latency p99", "lower"],
  ["ops/s", "misses", "lower"],
  ["ops/s", "error path throughput", "higher"],
  ["ms", "time to success", "lower"],
  ["%", "share", "none"],
])("%s of %s gets better %s", (written, about, better) => {
  expect(resolveUnit(written, about).better).toBe(better);
});

test("of a peak a size is as noisy as time", () => {
  expect(resolveUnit("B", "peak").judgement).toBe("timed");
  expect(resolveUnit("B", "p99 written").judgement).toBe("exact");
});

test("the metric that every format has is a time in nanoseconds", () => {
  const { factor, ...unit } = resolveUnit("ns/op");
  expect(TIME_METRIC).toEqual({ name: "time", ...unit });
});

test.each<[name: string, metric: ReturnType<typeof namedMetric>]>([
  ["p99_ms", { name: "p99_ms", unit: "ns", better: "lower", judgement: "timed", factor: 1e6 }],
  ["cache_misses", { name: "cache_misses", unit: "", better: "lower", judgement: "timed", factor: 1 }],
  [" score ", { name: " score ", unit: "", better: "none", judgement: "shown", factor: 1 }],
])("of the metric %j the name tells what it can", (name, metric) => {
  expect(namedMetric(name)).toEqual(metric);
});

test.each([
  ["ms/iter", "time"],
  [" ms ", "time"],
  [" p99-ns ", "p99-ns"],
  ["ns-p99", "ns-p99"],
  ["ns/op/thread", "ns/op/thread"],
  ["B/inner op", "B"],
  ["ops/s/core", "ops/s/core"],
  ["widgets/s", "widgets/s"],
  ["/op", "/op"],
  [`${"x".repeat(95)} / s`, `${"x".repeat(95)} / s`],
  ["us", "time"],
  ["p99-ns", "p99-ns"],
  ["ns/item", "ns/item"],
  ["KiB", "B"],
  ["MB/s", "B/s"],
  ["heap-bytes", "heap-bytes"],
  ["ops/sec", "/s"],
  ["req/s", "req/s"],
  ["rps", "rps"],
  ["allocs/op", "allocs/op"],
  ["", "value"],
])("a metric in %s is called %s", (written, name) => {
  expect(metricName(written)).toBe(name);
});

test("families hold for any number, case, prefix and denominator that people write", () => {
  const times = fc.constantFrom("ns", "us", "ms", "s", "nsec", "msec", "sec", "second", "millisecond", "microsecond");
  const sizes = fc.constantFrom("B", "kB", "MB", "GiB", "byte", "megabyte", "kibibyte");
  const works = fc.constantFrom(
    "op",
    "req",
    "request",
    "token",
    "row",
    "msg",
    "event",
    "elem",
    "query",
    "frame",
    "job",
  );
  const items = fc.constantFrom("op", "iter", "item", "key", "request", "msg", "call", "row");
  const qualifiers = fc.constantFrom("", "p50-", "p99-", "p99.9-", "max-", "min-", "avg-", "total-", "mean_", "tail ");
  const plural = fc.constantFrom("", "s");
  const cased = fc.constantFrom(
    (word: string) => word,
    (word: string) => word.toUpperCase(),
    (word: string) => word.charAt(0).toUpperCase() + word.slice(1),
  );
  const isLong = (word: string) => word.length > 3;
  const grown = (word: string, end: string, change: (word: string) => string) =>
    isLong(word) ? change(`${word}${end}`) : word;
  const seconds = fc.constantFrom("s", "sec", "second", "min", "ms");
  fc.assert(
    fc.property(
      fc.record({ times, sizes, works, items, qualifiers, plural, cased, seconds, per: fc.constantFrom("/", " per ") }),
      ({
        times: time,
        sizes: size,
        works: work,
        items: item,
        qualifiers: first,
        plural: end,
        cased: change,
        seconds: second,
        per,
      }) => {
        const better = (written: string) => `${written} ${resolveUnit(written).better}`;
        for (const cost of [grown(time, end, change), grown(size, end, change)]) {
          expect(better(`${first}${cost}`)).toBe(`${first}${cost} lower`);
          expect(better(`${first}${cost}${per}${item}`)).toBe(`${first}${cost}${per}${item} lower`);
        }
        expect(better(`${work}${end}${per}${second}`)).toBe(`${work}${end}${per}${second} higher`);
        expect(better(`${grown(size, end, change)}${per}${second}`)).toMatch(/ higher$/);
      },
    ),
    { numRuns: 500 },
  );
});

test.each([
  ["ns", 0, false],
  ["ns/item", 0, false],
  ["req/s", 0, false],
  ["MB/s", 0, false],
  ["heap-bytes", 0, false],
  ["B/op", 0, true],
  ["allocs/op", 0, true],
  ["errors", 0, true],
  ["errors/s", 0, true],
  ["hit %", 0, true],
  ["widgets", 0, true],
  ["cpu/s/op", 0, true],
  ["ns", 1e-9, true],
  ["ns", -1, false],
  ["widgets", Number.NaN, false],
])("%s of %f can be a measurement: %s", (written, value, is) => {
  expect(isMeasurement({ name: metricName(written), ...resolveUnit(written) }, value)).toBe(is);
});

test("what is only shown may be zero: a program that sleeps uses no CPU", () => {
  expect(isMeasurement({ name: "cpu-time", unit: "ns", better: "lower", judgement: "shown" }, 0)).toBe(true);
});

test("a long name of a metric does not hide its unit", () => {
  expect(resolveUnit("ms", `${"x".repeat(200)} latency`).better).toBe("lower");
  expect(resolveUnit("%", `${"x".repeat(200)} hits`).better).toBe("higher");
});

test.each(["binary-size", "filesize", "Bundle bytes", "images_size"])("%s of 0 is no measurement", (name) => {
  expect(isMeasurement({ name, ...resolveUnit("B") }, 0)).toBe(false);
});

test("what is longer than a unit is none", () => {
  const unit = (length: number) => `${"x".repeat(length - 5)}-ns/s`.slice(-length).replace("-ns/s", " ns/x");
  expect([99, 100, 101].map((length) => resolveUnit(unit(length)).better)).toEqual(["lower", "lower", "none"]);
});

test("whatever the unit, a number of it can be told and is judged only with a direction", () => {
  const units = fc.oneof(
    fc.string({ unit: "binary" }),
    fc
      .array(fc.constantFrom("ns", "MB", "s", "op", "allocs", "/", " ", "-", "\ufeff", "x"), { maxLength: 6 })
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(units, (written) => {
      const { factor, better, judgement } = resolveUnit(written);
      expect(Number.isFinite(factor) && factor > 0).toBe(true);
      expect(judgement === "shown").toBe(better === "none");
    }),
    { numRuns: 2000 },
  );
});

test("a unit of a million characters takes no longer than reading it", () => {
  for (const part of ["/", "/ ", " ", "/op", "/s"]) {
    const written = `${part.repeat(1_000_000)}/x b`;
    expect(resolveUnit(written)).toMatchObject({ better: "none", unit: written.trim() });
  }
});
