import { Measurements, type Round } from "@jessy-actions/benchmarks/measurements";
import {
  type FailedBenchmark,
  type Metric,
  type Results,
  type Series,
  seriesKey,
} from "@jessy-actions/benchmarks/model";
import { resolveUnit, TIME_METRIC } from "@jessy-actions/benchmarks/units";
import { InputReader } from "@jessy-actions/kit/runner/inputs";
import type { MeasuredFacts, MeasuredGroup } from "../src/facts.ts";
import { type Inputs, readInputs } from "../src/inputs.ts";
import type { RunFacts } from "../src/result.ts";

/** The inputs that a workflow writes so; without any, a command. @throws UserErrors as the action does. */
export function inputsOf(written: Readonly<Record<string, string>> = {}): Inputs {
  const reader = readerOf({ command: "./bench", ...written });
  const inputs = readInputs(reader);
  reader.finish();
  return inputs;
}

export function readerOf(written: Readonly<Record<string, string>>): InputReader {
  return new InputReader(
    Object.fromEntries(Object.entries(written).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  );
}

/** One number of a benchmark on each side and of the base once more, before noise; undefined where there is none. */
export interface Level {
  readonly base?: number;
  readonly head?: number;
  readonly twin?: number;
  /** As a report writes it; default ns. */
  readonly unit?: string;
  /** Half of the scatter, as a fraction; default 1 %. */
  readonly noise?: number;
}

/** A scatter that is the same everywhere: no two of these lie in a row, and they favour nobody. */
const SCATTER = [0.1, -0.8, 0.5, -0.3, 0.9, -0.6, 0.3, -0.1, 0.7, -0.5, 0.2, -0.9];

export function metricOf(unit = "ns"): Metric {
  if (unit === "ns") return TIME_METRIC;
  const { factor: _, ...resolved } = resolveUnit(unit);
  return { name: unit, ...resolved };
}

/** What `rounds` rounds of two processes an arm measured of benchmarks by name; a name may have a metric behind a colon. */
export function groupOf(levels: Readonly<Record<string, Level>>, rounds = 12): MeasuredGroup {
  const measurements = new Measurements();
  for (let round = 0; round < rounds; round++) measurements.add(roundOf(levels, round));
  return { series: measurements.series(), processes: measurements.processes, looks: [rounds], ended: true };
}

function roundOf(levels: Readonly<Record<string, Level>>, round: number): Round {
  const of = (arm: "base" | "head" | "twin", at: number): Results =>
    resultsOf(
      Object.entries(levels).flatMap(([benchmark, level]) => {
        const value = arm === "twin" ? (level.twin ?? level.base) : level[arm];
        if (value === undefined) return [];
        const shift = { base: 0, head: 5, twin: 7 }[arm];
        const scatter = SCATTER[(round * 2 + at + shift) % SCATTER.length]! * (level.noise ?? 0.01);
        const metric = metricOf(level.unit);
        return [{ benchmark, metric, values: [metric.judgement === "exact" ? value : value * (1 + scatter)] }];
      }),
    );
  return {
    base: [of("base", 0), of("base", 1)],
    head: [of("head", 0), of("head", 1)],
    twin: [of("twin", 0), of("twin", 1)],
  };
}

/** What one process measured. */
export function resultsOf(series: readonly Series[], failed: readonly FailedBenchmark[] = []): Results {
  return {
    format: "custom",
    series: new Map(series.map((each) => [seriesKey(each.benchmark, each.metric.name), each])),
    failed,
    warnings: [],
  };
}

export const BASE = "b".repeat(40);
export const HEAD = "c".repeat(40);

export const RUN: RunFacts = {
  commands: ["./bench"],
  rounds: 12,
  minRounds: 6,
  maxRounds: 12,
  nullControl: true,
  schedule: { design: "shuffled", orders: ["bhhbtt", "thbtbh"] },
  identical: undefined,
  time: { build: 4200, measuring: 61_000, inBenchmarks: 60_000 },
  ranOutOfTime: false,
  withheld: [],
};

export function factsOf({
  levels = {},
  ...rest
}: { readonly levels?: Readonly<Record<string, Level>> } & Partial<MeasuredFacts>): MeasuredFacts {
  return {
    kind: "measured",
    context: {
      serverUrl: "https://github.com",
      repository: "org/demo",
      pullRequest: 7,
      base: BASE,
      head: HEAD,
      pushed: HEAD,
      reason: "HEAD against the merge base with the base `main`",
    },
    machine: { cpu: "AMD EPYC 7763 64-Core Processor", cores: 4, system: "Linux 6.11.0", load: 0.5 },
    labels: [],
    problem: undefined,
    groups: Object.keys(levels).length === 0 ? [] : [groupOf(levels)],
    failed: [],
    run: RUN,
    files: undefined,
    trend: [],
    warnings: [],
    ...rest,
  };
}
