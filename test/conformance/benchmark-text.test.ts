import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { detectFormat } from "../../packages/benchmarks/src/formats.ts";
import type { Results } from "../../packages/benchmarks/src/model.ts";
import { settleNames } from "../../packages/benchmarks/src/processor-suffix.ts";
import { corpus, filesOf } from "./corpora.ts";

function read(bytes: Uint8Array): Results {
  const format = detectFormat(bytes, "bench.txt");
  if (format === undefined) throw new Error(`in no known format: ${Buffer.from(bytes).toString().slice(0, 200)}`);
  return format.parse([{ path: "bench.txt", bytes }]);
}

describe("results of benchstat's own tests", () => {
  const folder = corpus("bench/benchstat");

  test.each(filesOf(folder, ".txt"))("every number of %s is there", (name) => {
    const bytes = readFileSync(join(folder!, name));
    const results = read(bytes);
    expect(results).toMatchObject({ format: "go", failed: [], warnings: [] });
    // The whole grammar of these files in one line each: what a reader of another kind finds in them.
    const rows = bytes
      .toString()
      .split("\n")
      .filter((line) => line.startsWith("Benchmark"))
      .map((line) => line.trim().split(/\s+/));
    const numbersOf = (unit: string) =>
      rows.flatMap((row) => row.flatMap((field, at) => (field === unit ? [Number(row[at - 1])] : [])));
    const written = new Set(rows.flatMap((row) => row.filter((_, at) => at > 1 && at % 2 === 1)));
    for (const unit of written) {
      const found = [...results.series.values()].filter(({ metric }) =>
        unit === "ns/op" ? metric.name === "time" : metric.name === unit,
      );
      const factor = unit === "MB/s" ? 1e6 : 1;
      const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
      expect(sorted(found.flatMap(({ values }) => values))).toEqual(
        sorted(numbersOf(unit).map((number) => number * factor)),
      );
    }
    const names = new Set(rows.map(([field]) => field));
    expect(new Set([...results.series.values()].map(({ benchmark }) => benchmark)).size).toBe(names.size);
  });

  test.runIf(folder !== undefined)(
    "they are called as Go calls them, without the machine's number of processors",
    () => {
      const results = read(readFileSync(join(folder!, "crc-new.txt")));
      const { series } = settleNames([results], [results]).head(results);
      const time = series.get("crc32.CRC32/poly=IEEE/size=15/align=0\0time");
      expect(time?.values.slice(0, 3)).toEqual([43.6, 45.4, 43.4]);
      expect(time?.metric).toEqual({ name: "time", unit: "ns", better: "lower", judgement: "timed" });
    },
  );
});

const HAS_GO = spawnSync("go", ["version"]).status === 0;
if (!HAS_GO) process.stderr.write("skipped: go is not there\n");

describe.runIf(HAS_GO)("what go test -bench writes", { timeout: 120_000 }, () => {
  const FILES = {
    "go.mod": "module example.com/m\n\ngo 1.20\n",
    "sort/sort_test.go": `package sort
      import ("fmt"; "testing")
      var sink []byte
      func BenchmarkBytes(b *testing.B) { b.SetBytes(100); b.ReportAllocs(); for i := 0; i < b.N; i++ { sink = make([]byte, 128) } }
      func BenchmarkPart(b *testing.B) { for i := 0; i < 2; i++ { b.Run("n", func(b *testing.B) {}) } }
      func BenchmarkPrint(b *testing.B) { fmt.Println("hello", b.N) }
      func BenchmarkLog(b *testing.B) { b.Log("Benchmark 5 things done"); b.ReportMetric(3, "widgets"); b.ReportMetric(2, "req/s") }
      func BenchmarkSkipped(b *testing.B) { b.Skip("no") }`,
    "hash/hash_test.go": `package hash
      import "testing"
      func BenchmarkSum(b *testing.B) { for i := 0; i < b.N; i++ {} }`,
    "broken/broken_test.go": `package broken
      import "testing"
      func BenchmarkNow(b *testing.B) { b.Run("x y", func(b *testing.B) { b.Fatal("no") }) }
      func BenchmarkLater(b *testing.B) { if b.N > 1 { b.Fatal("no") } }`,
  };

  function run(...flags: readonly string[]): Results {
    const folder = mkdtempSync(join(tmpdir(), "jessy-go-"));
    try {
      for (const [path, text] of Object.entries(FILES)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      const args = ["test", "-run", "^$", "-bench", ".", "-benchtime", "20x", "-count", "2", ...flags, "./..."];
      const env = { ...process.env, GOFLAGS: "", GOWORK: "off", GOMAXPROCS: "2" };
      return read(spawnSync("go", args, { cwd: folder, env, maxBuffer: 1 << 26 }).stdout);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  test.each([[[]], [["-v"]], [["-json"]]])("with %j", (flags) => {
    const written = run(...flags);
    // What the suffix of the names is, GOMAXPROCS or not, both sides decide.
    const results = settleNames([written], [written]).head(written);
    const rows = [...results.series.values()].map(
      ({ benchmark, metric, values }) => `${benchmark} ${metric.name} ${metric.judgement} ${values.length}`,
    );
    expect(rows.sort()).toEqual([
      "hash.Sum time timed 2",
      "sort.Bytes B/op exact 2",
      "sort.Bytes MB/s shown 2",
      "sort.Bytes allocs/op exact 2",
      "sort.Bytes time timed 2",
      "sort.Log req/s timed 2",
      "sort.Log time timed 2",
      "sort.Log widgets shown 2",
      "sort.Part/n time timed 2",
      "sort.Part/n#01 time timed 2",
      "sort.Print time timed 2",
    ]);
    // Of so few runs what the runtime allocates beside them counts.
    for (const value of results.series.get("sort.Bytes\0B/op")!.values) expect(value).toBeGreaterThanOrEqual(128);
    expect(results.failed.map(({ benchmark }) => benchmark).sort()).toEqual(["broken.Later", "broken.Now/x_y"]);
    // The benchmarks that failed explain the FAIL of their package.
    expect(results.warnings).toEqual([]);
  });

  test("with -cpu 1,2 names keep their number of processors", () => {
    const { series } = run("-cpu", "1,2");
    expect(
      [...series.values()].filter(({ benchmark }) => benchmark.startsWith("hash.")).map(({ benchmark }) => benchmark),
    ).toEqual(["hash.Sum", "hash.Sum-2"]);
  });
});
