/**
 * What `make ci` and CI compare between base and head: our own parsers and statistics on made-up input. Prints the custom format of
 * bench-compare (docs/benchmark-formats.md). Needs nothing but node_modules/@jessy-actions.
 */

import { go as goBenchmarks } from "@jessy-actions/benchmarks/formats/go";
import { judgeTimed } from "@jessy-actions/benchmarks/timed";
import { cobertura } from "@jessy-actions/coverage/formats/cobertura";
import { go as goCoverage } from "@jessy-actions/coverage/formats/go";
import { lcov } from "@jessy-actions/coverage/formats/lcov";

/** As many calls of each as take some tens of milliseconds; the median counts. */
const SAMPLES = 3;

const encoder = new TextEncoder();
const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join("");

const tracefile = encoder.encode(
  lines(
    200,
    (file) => `SF:src/file${file}.rs\n${lines(300, (at) => `DA:${at + 1},${(at * 7 + file) % 5}\n`)}end_of_record\n`,
  ),
);
const xml = encoder.encode(
  `<?xml version="1.0"?><coverage><packages><package><classes>${lines(
    60,
    (file) =>
      `<class filename="src/file${file}.py"><lines>${lines(200, (at) => `<line number="${at + 1}" hits="${at % 3}"/>`)}</lines></class>`,
  )}</classes></package></packages></coverage>`,
);
const profile = encoder.encode(
  `mode: set\n${lines(10_000, (at) => `example.com/m/file${at % 200}.go:${at + 1}.2,${at + 2}.9 ${at % 4} ${at % 2}\n`)}`,
);
const results = encoder.encode(
  `pkg: example.com/m\n${lines(8_000, (at) => `BenchmarkParse/size=${at % 500}-8 \t ${1000 + at} \t ${1234.5 + at} ns/op \t ${at % 64} B/op \t ${at % 7} allocs/op\n`)}`,
);
const family = Array.from({ length: 12 }, (_, benchmark) => ({
  benchmark: `b${benchmark}`,
  metric: { name: "time", unit: "ns", better: "lower", judgement: "timed" } as const,
  rounds: Array.from({ length: 20 }, (_, round) => ({
    base: [1000 + ((benchmark * 31 + round * 17) % 50), 1000 + ((benchmark * 13 + round * 29) % 50)],
    head: [1000 + ((benchmark * 7 + round * 41) % 50), 1000 + ((benchmark * 3 + round * 37) % 50)],
  })),
  looks: [6, 9, 14, 20],
  ended: true,
}));

const BENCHMARKS: Readonly<Record<string, () => unknown>> = {
  "coverage/lcov": () => lcov.parse([tracefile]),
  "coverage/cobertura": () => cobertura.parse([xml]),
  "coverage/go": () => goCoverage.parse([profile]),
  "benchmarks/go": () => goBenchmarks.parse([{ path: "bench.txt", bytes: results }]),
  "benchmarks/statistics": () => judgeTimed(family, { alpha: 0.05, margin: () => ({ relative: 0.05, absolute: 1 }) }),
};

const measured = Object.entries(BENCHMARKS).map(([name, run]) => {
  run();
  const values = Array.from({ length: SAMPLES }, () => {
    const start = process.hrtime.bigint();
    run();
    return Number(process.hrtime.bigint() - start);
  });
  return { name, unit: "ns", values };
});
process.stdout.write(`${JSON.stringify({ schema: "jessy-benchmarks/v1", benchmarks: measured })}\n`);
