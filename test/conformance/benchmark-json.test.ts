import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { detectFormat } from "../../packages/benchmarks/src/formats.ts";
import { FORMATS, type Results } from "../../packages/benchmarks/src/model.ts";
import { corpus, filesOf } from "./corpora.ts";

const ROOT = resolve(import.meta.dirname, "../..");

function read(bytes: Uint8Array): Results {
  const format = detectFormat(bytes, "results.json");
  if (format === undefined) throw new Error(`in no known format: ${Buffer.from(bytes).toString().slice(0, 200)}`);
  return format.parse([{ path: "results.json", bytes }]);
}

const timesOf = ({ series }: Results) =>
  [...series.values()].filter(({ metric }) => metric.name === "time").map(({ benchmark }) => benchmark);

describe("reports of Google Benchmark's own tests", () => {
  const folder = corpus("bench/google-benchmark");

  test.each(filesOf(folder, ".json"))("%s has a result for each of its benchmarks", (name) => {
    const bytes = readFileSync(join(folder!, name));
    const results = read(bytes);
    expect(results.format).toBe("google-benchmark");
    const rows = JSON.parse(bytes.toString()).benchmarks as Record<string, unknown>[];
    const names = rows
      .filter((row) => row.rms === undefined && row.big_o === undefined)
      .map((row) => row.run_name ?? row.name);
    const found = [...timesOf(results), ...results.failed.map(({ benchmark }) => benchmark)];
    expect(new Set(found)).toEqual(new Set(names));
    expect(results.warnings).toEqual([]);
  });

  test.runIf(folder !== undefined)("the times are those of its compare.py", () => {
    const { series } = read(readFileSync(join(folder!, "test1_run1.json")));
    const time = (benchmark: string) => series.get(`${benchmark}\0time`)?.values;
    expect(time("BM_NotBadTimeUnit")).toEqual([0.4e9]);
    expect(time("BM_100xFaster")).toEqual([10_000]);
  });
});

test("what Vitest's bench writes", () => {
  const folder = mkdtempSync(join(tmpdir(), "jessy-bench-"));
  try {
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, "package.json"), '{"type":"module"}');
    const source = `import { describe, test } from "vitest";
      const short = { time: 1, iterations: 5, warmup: false };
      describe("sort | </details>", () => {
        test("two", async ({ bench }) => {
          await bench.compare(bench("up", () => [1, 2].sort()), bench("down", () => [2, 1].sort()), short);
        });
        test("bad", async ({ bench }) => {
          await bench("boom", () => { throw new Error("boom"); }).run(short);
        });
      });`;
    writeFileSync(join(folder, "a.bench.ts"), source);
    const cli = join(ROOT, "node_modules/vitest/vitest.mjs");
    const args = [cli, "bench", "--run", "--root", folder, "--reporter=json", "--outputFile=results.json"];
    // The failing benchmark makes Vitest fail, too.
    expect(() => execFileSync(process.execPath, args, { cwd: folder, stdio: "pipe" })).toThrow();
    const results = read(readFileSync(join(folder, "results.json")));
    expect(results.format).toBe("vitest");
    expect(timesOf(results).sort()).toEqual([
      "a.bench.ts > sort | </details> > two > down",
      "a.bench.ts > sort | </details> > two > up",
    ]);
    expect(results.failed).toEqual([{ benchmark: "a.bench.ts > sort | </details> > bad", reason: "Error: boom" }]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

describe("what people write of tinybench, which comes with Vitest", () => {
  interface Task {
    readonly name: string;
    readonly result: { readonly latency?: { readonly samples?: readonly number[] } };
  }

  interface TinyBench {
    readonly tasks: readonly Task[];
    add(name: string, run: () => void): TinyBench;
    run(): Promise<unknown>;
    table(): unknown[];
  }

  async function run(retainSamples: boolean): Promise<TinyBench> {
    const path = createRequire(createRequire(import.meta.url).resolve("vitest/package.json")).resolve("tinybench");
    const { Bench } = (await import(path)) as { readonly Bench: new (options: object) => TinyBench };
    const bench = new Bench({ time: 1, iterations: 5, warmup: false, retainSamples });
    bench
      .add("up", () => [1, 2].sort())
      .add("boom", () => {
        throw new Error("boom");
      });
    await bench.run();
    return bench;
  }

  const write = (document: unknown) => Buffer.from(JSON.stringify(document));

  test("tasks, with and without samples", async () => {
    const bench = await run(true);
    const tasks = bench.tasks.map(({ name, result }) => ({ name, result }));
    const results = read(write(tasks));
    expect(results).toMatchObject({
      format: "tinybench",
      failed: [{ benchmark: "boom", reason: "it threw an error" }],
    });
    const samples = bench.tasks[0]!.result.latency!.samples!;
    expect(results.series.get("up\0time")!.values).toEqual(samples.map((milliseconds) => milliseconds * 1e6));
    const { tasks: short } = await run(false);
    expect(
      read(write(short.map(({ name, result }) => ({ name, result })))).series.get("up\0time")!.values,
    ).toHaveLength(1);
  });

  test("the table", async () => {
    const results = read(write((await run(false)).table()));
    expect(results).toMatchObject({ format: "tinybench", failed: [{ benchmark: "boom", reason: "boom" }] });
    expect(results.series.get("up\0time")!.values).toHaveLength(1);
  });
});

describe("the schema of our own format", () => {
  const schema = JSON.parse(readFileSync(join(ROOT, "docs/schema/benchmark-results.v1.json"), "utf8"));
  const isValid = new Ajv({ allErrors: true }).compile(schema);
  const guide = readFileSync(join(ROOT, "docs/benchmark-formats.md"), "utf8");
  const example = /^ {4}\{\n(?: {4}.*\n)+/m.exec(guide)![0];

  test("the guide's example is valid, and read", () => {
    expect(isValid(JSON.parse(example)), JSON.stringify(isValid.errors)).toBe(true);
    const { series, failed, warnings } = read(Buffer.from(example));
    expect(
      [...series.values()].map(({ benchmark, metric }) => `${benchmark} ${metric.name} ${metric.judgement}`),
    ).toEqual([
      "parse/small time timed",
      "parse/small peak memory timed",
      "parse/small requests/s timed",
      "model accuracy exact",
    ]);
    expect(failed).toEqual([{ benchmark: "parse/huge", reason: "exit code 137" }]);
    expect(warnings).toEqual([]);
  });

  const row = { name: "a", unit: "ms", value: 1 };

  test.each<[string, object]>([
    ["another version", { schema: "jessy-benchmarks/v2" }],
    ["no benchmarks", { benchmarks: undefined }],
    ["no name", { benchmarks: [{ ...row, name: undefined }] }],
    ["no unit", { benchmarks: [{ ...row, unit: undefined }] }],
    ["no value", { benchmarks: [{ ...row, value: undefined }] }],
    ["a value that is a text", { benchmarks: [{ ...row, value: "1" }] }],
    ["values that are texts", { benchmarks: [{ ...row, values: ["1"] }] }],
    ["a direction that is none", { benchmarks: [{ ...row, better: "up" }] }],
    ["a judgement that is none", { benchmarks: [{ ...row, judge: "no" }] }],
    ["a metric that is a number", { benchmarks: [{ ...row, metric: 1 }] }],
    ["an error that is a number", { benchmarks: [{ ...row, error: 1 }] }],
  ])("%s is refused by the schema and by us", (_, change) => {
    const document = JSON.parse(JSON.stringify({ schema: "jessy-benchmarks/v1", benchmarks: [row], ...change }));
    expect(isValid(document)).toBe(false);
    expect(() => read(Buffer.from(JSON.stringify(document)))).toThrow();
  });

  test.each([
    ["the whole", { schema: "jessy-benchmarks/v1", benchmarks: [row] }],
    ["no rows", { schema: "jessy-benchmarks/v1", benchmarks: [] }],
    ["fields that nobody knows", { schema: "jessy-benchmarks/v1", benchmarks: [{ ...row, later: 1 }], later: 2 }],
    ["no values", { schema: "jessy-benchmarks/v1", benchmarks: [{ ...row, values: [] }] }],
  ])("%s is taken by both", (_, document) => {
    expect(isValid(document), JSON.stringify(isValid.errors)).toBe(true);
    expect(read(Buffer.from(JSON.stringify(document))).format).toBe("custom");
  });

  test("every format has its row in the guide", () => {
    const listed = [...guide.matchAll(/^\| `([A-Za-z-]+)` \| .*\| .*\| .*\|$/gm)].map(([, name]) => name);
    expect(listed).toEqual([...FORMATS]);
  });
});
