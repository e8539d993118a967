import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { signedRank } from "../../bench/benchmarks/rules/signed-rank.ts";
import { go } from "../../packages/benchmarks/src/formats/go.ts";
import { geometricMean } from "../../packages/benchmarks/src/geomean.ts";
import { holm } from "../../packages/benchmarks/src/holm.ts";
import { settleNames } from "../../packages/benchmarks/src/processor-suffix.ts";
import { medianInterval } from "../../packages/benchmarks/src/quantile-interval.ts";
import { RankSumTest, type Stratum } from "../../packages/benchmarks/src/rank-sum.ts";
import { corpus } from "./corpora.ts";

const RECORDED = join(import.meta.dirname, "fixtures/statistics.jsonl");
const SAMPLES = 10_000;

type Vector =
  | { test: "mann-whitney"; base: number[]; head: number[]; greater: number; less: number }
  | { test: "rounds"; rounds: Stratum[]; greater: number; less: number }
  | { test: "signed-rank"; differences: number[]; greater: number; less: number }
  | { test: "holm"; p: number[]; rejected: boolean[] }
  | { test: "median-interval"; size: number; confidence: number; width: number };

/** Fresh ones from SciPy where Python has it, else the recorded ones (`statistics-oracle.py 300 1`). */
function vectors(): { readonly from: string; readonly all: readonly Vector[] } {
  const oracle = join(import.meta.dirname, "statistics-oracle.py");
  const run = spawnSync("python3", [oracle, String(SAMPLES), "2"], { encoding: "utf8", maxBuffer: 2 ** 27 });
  const isThere = run.status === 0;
  if (!isThere) process.stderr.write("SciPy is not there: the recorded samples are used, a few of many\n");
  const lines = isThere ? run.stdout : readFileSync(RECORDED, "utf8");
  const all = lines
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Vector);
  return { from: isThere ? "SciPy" : "recorded samples", all };
}

const { from, all } = vectors();
const of = <T extends Vector["test"]>(name: T) =>
  all.filter((vector): vector is Extract<Vector, { test: T }> => vector.test === name);

describe(`against ${from}`, () => {
  test("there are samples of everything", () => {
    expect(all.length).toBe(from === "SciPy" ? SAMPLES : 300);
    for (const name of ["mann-whitney", "rounds", "signed-rank", "holm", "median-interval"] as const)
      expect(of(name).length).toBeGreaterThan(all.length / 6);
  });

  test("Mann and Whitney's test, exact with ties, on either side", () => {
    for (const { base, head, greater, less } of of("mann-whitney")) {
      const ours = new RankSumTest([{ base, head }]).test(0);
      // All values equal: nothing to choose from.
      expect(Math.abs(ours.greater - greater), JSON.stringify({ base, head })).toBeLessThan(1e-9);
      expect(Math.abs(ours.less - less), JSON.stringify({ base, head })).toBeLessThan(1e-9);
    }
  });

  test("the test in rounds, over every order that can be drawn, on either side", () => {
    for (const { rounds, greater, less } of of("rounds")) {
      const ours = new RankSumTest(rounds).test(0);
      expect(Math.abs(ours.greater - greater), JSON.stringify(rounds)).toBeLessThan(1e-9);
      expect(Math.abs(ours.less - less), JSON.stringify(rounds)).toBeLessThan(1e-9);
    }
  });

  test("Wilcoxon's signed-rank test, exact with ties, on either side", () => {
    for (const { differences, greater, less } of of("signed-rank")) {
      const ours = signedRank(differences);
      expect(Math.abs(ours.greater - greater), JSON.stringify(differences)).toBeLessThan(1e-9);
      expect(Math.abs(ours.less - less), JSON.stringify(differences)).toBeLessThan(1e-9);
    }
  });

  test("Holm's procedure", () => {
    for (const { p, rejected } of of("holm")) expect(holm(p, 0.05).map((each) => each.rejected)).toEqual(rejected);
  });

  test("intervals of the median are the narrowest that hold their confidence", () => {
    for (const { size, confidence, width } of of("median-interval")) {
      const { low, high } = medianInterval(
        Array.from({ length: size }, (_, at) => at + 1),
        confidence,
      );
      expect(Math.min(high, size + 1) - Math.max(low, 0), `${size} at ${confidence}`).toBe(width);
    }
  });
});

/** What the recorded samples were made for: they stay those of the script. */
test.runIf(from === "SciPy")("the recorded samples are what the script says", () => {
  const oracle = join(import.meta.dirname, "statistics-oracle.py");
  const { stdout } = spawnSync("python3", [oracle, "300", "1"], { encoding: "utf8" });
  const recorded = readFileSync(RECORDED, "utf8").trimEnd().split("\n");
  for (const [at, line] of stdout.trimEnd().split("\n").entries())
    expect(rounded(JSON.parse(line))).toEqual(rounded(JSON.parse(recorded[at]!)));
});

/** The last digits depend on the machine. */
function rounded(vector: Record<string, unknown>): unknown {
  return JSON.parse(JSON.stringify(vector), (_, value) => (typeof value === "number" ? value.toPrecision(9) : value));
}

const goldens = corpus("bench/benchstat");

/** The values of each benchmark, by name without the package that ours has before it, in the unit that they are judged in. */
function read(text: string, metric = "time"): ReadonlyMap<string, readonly number[]> {
  const results = go.parse([{ path: "bench.txt", bytes: new TextEncoder().encode(text) }]);
  const { series } = settleNames([results], [results]).head(results);
  return new Map(
    [...series.values()]
      .filter((each) => each.metric.name === metric)
      .map(({ benchmark, values }) => [benchmark.replace(/^[a-z]\w*\./, ""), values]),
  );
}

/** As benchstat prints it: the wider side of the interval, in percents of the median. */
function reach(values: readonly number[]): string {
  const { low, median, high } = medianInterval(values, 0.95);
  if (!Number.isFinite(low)) return "∞";
  return `${Math.round(100 * Math.max(high / median - 1, 1 - low / median))}%`;
}

function pValue(base: readonly number[], head: readonly number[]): number {
  const { greater, less } = new RankSumTest([{ base, head }]).test(0);
  return Math.min(1, 2 * Math.min(greater, less));
}

describe.skipIf(goldens === undefined)("benchstat's own golden files", () => {
  const text = (name: string) => readFileSync(join(goldens!, name), "utf8");
  /** One file holds both sides, after a line `note: before` and another `note: after`. */
  const sides = (name: string) => {
    const [head = "", before = "", after = ""] = text(name).split(/^note: (?:before|after)$/m);
    return [read(head + before), read(head + after)] as const;
  };

  test("CSV: medians and geometric means to the last digits, intervals, changes, p", () => {
    const rows = text("csvOldNew.stdout")
      .split("\n")
      .map((line) => line.split(","));
    const [base, head] = [read(text("old.txt")), read(text("new.txt"))];
    const pairs: [number, number][] = [];
    for (const [name, values] of base) {
      const row = rows.find(([first]) => withoutProcs(first!) === name)!;
      const others = head.get(name)!;
      const [before, after] = [medianInterval(values, 0.95).median, medianInterval(others, 0.95).median];
      pairs.push([before, after]);
      expect(before / 1e9 / Number(row[1])).toBeCloseTo(1, 12);
      expect(after / 1e9 / Number(row[3])).toBeCloseTo(1, 12);
      expect([reach(values), reach(others)]).toEqual([row[2], row[4]]);
      const p = pValue(values, others);
      expect(p > 0.05 ? "~" : percent(after / before - 1)).toBe(row[5]);
      expect(`p=${p.toFixed(3)} n=${values.length}`).toBe(row[6]);
    }
    expect(pairs).toHaveLength(2);
    const means = rows.find(([first]) => first === "geomean")!;
    expect(geometricMean(pairs.map(([before]) => [1, before / 1e9]))! / Number(means[1])).toBeCloseTo(1, 12);
    expect(geometricMean(pairs.map(([, after]) => [1, after / 1e9]))! / Number(means[3])).toBeCloseTo(1, 12);
    expect(percent(geometricMean(pairs)! - 1)).toBe(means[5]);
  });

  test("a whole suite, CRC32: medians, intervals, changes, p", () => {
    const [base, head] = [read(text("crc-old.txt")), read(text("crc-new.txt"))];
    // The other table is the same in MB/s.
    const [times] = text("crcIgnore.stdout").split("B/s") as [string];
    const lines = times
      .split("\n")
      .map((line) => line.match(/^(\S+) +(\S+) ± (\S+) +(\S+) ± (\S+) +(\S+) \((.*)\)$/))
      .filter((match) => match !== null);
    expect(lines).toHaveLength(36);
    for (const [, printed, before, reachBefore, after, reachAfter, delta, rest] of lines) {
      const name = withoutProcs(printed!);
      const [values, others] = [base.get(name)!, head.get(name)!];
      const [old, now] = [medianInterval(values, 0.95).median, medianInterval(others, 0.95).median];
      expect(Math.abs(old / nanoseconds(before!) - 1)).toBeLessThan(0.002);
      expect(Math.abs(now / nanoseconds(after!) - 1)).toBeLessThan(0.002);
      expect([name, reach(values), reach(others)]).toEqual([name, reachBefore, reachAfter]);
      const p = pValue(values, others);
      expect([name, `p=${p.toFixed(3)} n=10`]).toEqual([name, rest]);
      expect([name, p > 0.05 ? "~" : percent(now / old - 1)]).toEqual([name, delta]);
    }
    const mean = times.match(/^geomean .* (\S+%)$/m)![1];
    const pairs = lines.map(
      ([, name]) =>
        [base, head].map((side) => medianInterval(side.get(withoutProcs(name!))!, 0.95).median) as [number, number],
    );
    expect(percent(geometricMean(pairs)! - 1)).toBe(mean);
  });

  test("few samples: no interval, and ties of equal counts", () => {
    const [base, head] = sides("issue19634.txt");
    const [[name, values]] = [...base] as [[string, readonly number[]]];
    const others = head.get(name)!;
    expect([reach(values), reach(others)]).toEqual(["∞", "∞"]);
    expect(pValue(values, others).toFixed(3)).toBe("0.008");
    expect(percent(medianInterval(others, 0.95).median / medianInterval(values, 0.95).median - 1)).toBe("-31.48%");
    const [small, later] = sides("smallSample.txt");
    expect(pValue([...small.values()][0]!, [...later.values()][0]!)).toBe(1);
  });

  test("all samples equal", () => {
    const [base, head] = sides("issue19565.txt");
    const name = [...base.keys()].find((each) => head.has(each))!;
    expect([reach(base.get(name)!), reach(head.get(name)!)]).toEqual(["0%", "0%"]);
    expect(pValue(base.get(name)!, head.get(name)!)).toBe(1);
  });

  test("units of its own and zeros", () => {
    const [head = "", before = "", after = ""] = text("zero.txt").split(/^note: (?:before|after)$/m);
    for (const [unit, mean] of [
      ["x", 1],
      ["y", undefined],
    ] as const) {
      const [base, later] = [read(head + before, unit), read(head + after, unit)];
      expect(base.size).toBeGreaterThan(0);
      const pairs = [...base].map(([name, values]) => [values[0]!, later.get(name)![0]!] as const);
      expect(geometricMean(pairs)).toBe(mean);
    }
  });
});

/**
 * With ties and unequal counts benchstat doubles the tail of a distribution that is not symmetric. What golang.org/x/perf of 2026-06-10
 * printed for these two files, either way round:
 *
 *     X   100.0n ± 1%   100.0n ± 0%  0.00% (n=9+10)
 *     X   100.0n ± 0%   100.0n ± 1%  ~ (p=0.421 n=10+9)
 *
 * A p of just 0 is not printed. And for {2, 1, 3, 5} against {1, 1, 1, 1, 1}: `-60.00% (n=4+5)`, as certain as can be.
 */
test("where benchstat's p is 0, ours is that of all arrangements, either way round", () => {
  const scattered = [...new Array(7).fill(100), 101, 102];
  const equal = new Array(10).fill(100);
  expect(pValue(scattered, equal)).toBeCloseTo(2 * (36 / 171), 12);
  expect(pValue(equal, scattered)).toBeCloseTo(0.4211, 4);
  expect(pValue([2, 1, 3, 5], [1, 1, 1, 1, 1])).toBeCloseTo(2 * (6 / 126), 12);
});

/** benchstat shows GOMAXPROCS in each name, we where it tells two apart. */
function withoutProcs(name: string): string {
  return name.replace(/-\d+$/, "");
}

function percent(change: number): string {
  return `${change < 0 ? "" : "+"}${(100 * change).toFixed(2)}%`;
}

function nanoseconds(printed: string): number {
  const scale = { n: 1, µ: 1e3, m: 1e6 }[printed.at(-1)!];
  return Number(printed.slice(0, -1)) * scale!;
}
