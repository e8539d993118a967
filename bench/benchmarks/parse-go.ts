/**
 * How fast output of `go test -bench` is read: `node bench/benchmarks/parse-go.ts [lines]`. A reader that is slower than 300,000 lines a second would be
 * felt in a report of a large repository; benchstat's own reader claims millions.
 */
import { go } from "../../packages/benchmarks/src/formats/go.ts";

const LINES = Number(process.argv[2] ?? 300_000);
const SAMPLES = 10;
const ROUNDS = 5;

/** Packages of 100 benchmarks, each run SAMPLES times, as `go test -bench . -benchmem -count 10 ./...` prints them. */
function report(): string {
  const lines: string[] = [];
  for (let results = 0; results < LINES; ) {
    lines.push(
      "goos: linux",
      "goarch: amd64",
      `pkg: example.com/module/package${results}`,
      "cpu: a processor of 2.60GHz",
    );
    for (let name = 0; name < 100; name++)
      for (let sample = 0; sample < SAMPLES && results < LINES; sample++, results++) {
        const time = (1000 + ((results * 7919) % 997) / 10).toFixed(1);
        lines.push(`BenchmarkCodec/size=${name}-8 \t 1000000\t ${time} ns/op\t 64.20 MB/s\t 128 B/op\t 3 allocs/op`);
      }
    lines.push("PASS", "ok  \texample.com/module\t12.345s");
  }
  return `${lines.join("\n")}\n`;
}

/** The same as `go test -json` writes it: a result comes in two events. */
function eventsOf(text: string): string {
  let pkg = "";
  const events: string[] = [];
  const write = (Output: string) =>
    events.push(JSON.stringify({ Time: "2026-01-01T00:00:00.000000000Z", Action: "output", Package: pkg, Output }));
  for (const line of text.split("\n")) {
    if (line.startsWith("pkg: ")) pkg = line.slice(5);
    const name = line.startsWith("Benchmark") ? line.indexOf("\t") + 1 : 0;
    if (name > 0) write(line.slice(0, name));
    write(`${line.slice(name)}\n`);
  }
  return events.join("\n");
}

function measure(title: string, text: string): void {
  const bytes = new TextEncoder().encode(text);
  const seconds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const { series } = go.parse([{ path: "bench.txt", bytes }]);
    seconds.push((performance.now() - start) / 1000);
    const samples = [...series.values()].reduce((sum, { values }) => sum + values.length, 0);
    if (samples !== 4 * LINES) throw new Error(`${samples} samples of ${LINES} lines with 4 numbers each`);
  }
  const median = seconds.sort((a, b) => a - b)[ROUNDS >> 1]!;
  const perSecond = Math.round(LINES / median).toLocaleString("en");
  process.stdout.write(
    `${title}: ${LINES.toLocaleString("en")} result lines (${(bytes.length / 1e6).toFixed(0)} MB) in ${(median * 1000).toFixed(0)} ms: ${perSecond} a second\n`,
  );
}

const text = report();
measure("text", text);
measure("-json", eventsOf(text));
