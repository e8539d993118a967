import fc from "fast-check";
import { expect, test } from "vitest";
import { isMeasurement, metricName, resolveUnit } from "./units.ts";

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
])("`%s` says nothing of a direction, so it is shown and not judged", (written) => {
  expect(plainUnit(written)).toBe(`shown none ${written} x 1`);
});

test.each([
  ["%", "cache hit rate", "higher"],
  ["%", "cpu", "lower"],
  ["", "latency p99", "lower"],
  ["ops/s", "misses", "lower"],
  ["ops/s", "error path throughput", "higher"],
  ["ms", "time to success", "lower"],
  ["%", "share", "none"],
])("%s of %s gets better %s", (written, about, better) => {
  expect(resolveUnit(written, about).better).toBe(better);
});

test.each([
  ["ms/iter", "time"],
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
  const qualifiers = fc.constantFrom("", "p50-", "p99-", "p99.9-", "max-", "avg-", "total-", "mean_", "tail ");
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

test("an empty program is no measurement", () => {
  expect(isMeasurement({ name: "binary-size", ...resolveUnit("B") }, 0)).toBe(false);
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
