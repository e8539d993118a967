import type { JsonValue } from "@jessy-actions/reading/json";
import type { ResultFormat } from "../format.ts";
import { jsonOutline } from "../json-outline.ts";
import type { Metric } from "../model.ts";
import { Names } from "../names.ts";
import { parseNonFiniteJson } from "../non-finite-json.ts";
import { ResultsBuilder } from "../results-builder.ts";
import { addSamples } from "../samples.ts";
import { namedMetric, resolveUnit, TIME_METRIC } from "../units.ts";

/**
 * `--benchmark_format=json` of Google Benchmark (docs/tools.md and src/json_reporter.cc), from before `run_type` to
 * schema version 1. A sample is a repetition.
 *
 * Real time is judged: it sees sleeping, I/O and other threads, which CPU time does not. CPU time is shown; judging
 * both would test one change twice.
 */
export const googleBenchmark: ResultFormat = {
  name: "google-benchmark",
  title: "Google Benchmark JSON",
  detect(head) {
    const outline = jsonOutline(head);
    return (
      outline.has("context.library_build_type") ||
      (outline.has("benchmarks[].name") &&
        (outline.has("benchmarks[].real_time") || outline.has("benchmarks[].run_type")))
    );
  },
  parse(files) {
    const builder = new ResultsBuilder("google-benchmark");
    for (const file of files) {
      const groups = groupRows(parseNonFiniteJson(file.bytes).get("benchmarks"));
      const names = new Names(builder);
      for (const group of groups) addGroup(builder, names.unique(group.name), group);
    }
    return builder.finish();
  },
};

/** The rows of one benchmark with its arguments. */
interface Group {
  readonly name: string;
  readonly repetitions: JsonValue[];
  readonly aggregates: JsonValue[];
}

/** Rows by `run_name`; the instance keeps apart benchmarks that were registered twice under one name. */
function groupRows(rows: JsonValue): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const row of rows.items()) {
    const name = (row.get("run_name").isMissing ? row.get("name") : row.get("run_name")).text();
    if (isFit(row)) continue;
    const key = JSON.stringify([name, row.get("family_index").raw, row.get("per_family_instance_index").raw]);
    const group = groups.get(key) ?? { name, repetitions: [], aggregates: [] };
    groups.set(key, group);
    (row.get("run_type").raw === "aggregate" ? group.aggregates : group.repetitions).push(row);
  }
  return groups.values();
}

/** A complexity fit describes a whole family, which has its own measured rows. A coefficient may be NaN. */
function isFit(row: JsonValue): boolean {
  return row.get("cpu_coefficient").raw !== undefined || row.get("rms").raw !== undefined;
}

function addGroup(builder: ResultsBuilder, name: string, { repetitions, aggregates }: Group): void {
  if (repetitions.length > 0) {
    for (const row of repetitions) addRow(builder, name, row);
    return;
  }
  // `--benchmark_report_aggregates_only`
  const typical = aggregateOf(aggregates, "median") ?? aggregateOf(aggregates, "mean");
  if (typical === undefined) builder.fail(name, "it has only aggregates, and none of them is a median or a mean");
  else addRow(builder, name, typical);
}

function aggregateOf(rows: readonly JsonValue[], name: string): JsonValue | undefined {
  return rows.find((row) => row.get("aggregate_name").raw === name);
}

const CPU_TIME: Metric = { name: "cpu-time", unit: "ns", better: "lower", judgement: "shown" };

function addRow(builder: ResultsBuilder, name: string, row: JsonValue): void {
  if (row.get("error_occurred").raw === true) {
    builder.fail(name, textOf(row.get("error_message")) ?? "it reported an error");
    return;
  }
  if (row.get("skipped").raw === true || typeof row.get("skipped").raw === "string") {
    builder.warn(`${name} was skipped: ${textOf(row.get("skip_message")) ?? "it does not say why"}`);
    return;
  }
  const written = row.get("time_unit").isMissing ? "ns" : row.get("time_unit").text();
  const { unit, factor } = resolveUnit(written);
  if (unit !== "ns") {
    builder.fail(name, `its time_unit is ${written}, which is not a unit of time`);
    return;
  }
  const real = row.get("real_time");
  const cpu = row.get("cpu_time");
  addSamples(builder, name, TIME_METRIC, real.isMissing ? [] : [real.number() * factor]);
  if (!cpu.isMissing) builder.add(name, CPU_TIME, cpu.number() * factor);
  addCounters(builder, name, row);
}

function textOf(value: JsonValue): string | undefined {
  return typeof value.raw === "string" && value.raw !== "" ? value.raw : undefined;
}

/** Numbers in a row that are not user counters. */
const OWN_NUMBERS: ReadonlySet<string> = new Set([
  "family_index",
  "per_family_instance_index",
  "repetitions",
  "repetition_index",
  "threads",
  "iterations",
  "real_time",
  "cpu_time",
]);

/** Rates that restate the time, and counters of a MemoryManager and of perf that are the same in every run. */
const KNOWN_COUNTERS: ReadonlyMap<string, Metric> = new Map(
  [
    { name: "bytes_per_second", unit: "B/s", better: "higher", judgement: "shown" } as const,
    { name: "items_per_second", unit: "/s", better: "higher", judgement: "shown" } as const,
    { name: "allocs_per_iter", unit: "allocs", better: "lower", judgement: "exact" } as const,
    { name: "max_bytes_used", unit: "B", better: "lower", judgement: "exact" } as const,
    { name: "total_allocated_bytes", unit: "B", better: "lower", judgement: "exact" } as const,
    { name: "CYCLES", unit: "cycles", better: "lower", judgement: "shown" } as const,
    { name: "INSTRUCTIONS", unit: "instructions", better: "lower", judgement: "exact" } as const,
  ].map((metric) => [metric.name, metric]),
);

/** A user counter has a name and no unit; the name may tell (`p99_ns`). */
function addCounters(builder: ResultsBuilder, name: string, row: JsonValue): void {
  for (const [key, { raw }] of row.entries()) {
    if (typeof raw !== "number" || OWN_NUMBERS.has(key)) continue;
    const { factor, ...metric } = namedMetric(key);
    builder.add(name, KNOWN_COUNTERS.get(key) ?? metric, raw * (KNOWN_COUNTERS.has(key) ? 1 : factor));
  }
}
