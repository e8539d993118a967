import { type JsonValue, parseJson } from "@jessy-actions/reading/json";
import type { ResultFormat } from "../format.ts";
import { jsonOutline } from "../json-outline.ts";
import type { Metric } from "../model.ts";
import { Names, parametersOf, writtenAs } from "../names.ts";
import { ResultsBuilder } from "../results-builder.ts";
import { addSamples } from "../samples.ts";
import { resolveUnit, TIME_METRIC } from "../units.ts";

/**
 * JMH's `-rf json` (JSONResultFormat). What repeats independently is the fork, a process: with several of them a sample
 * is the mean of a fork's iterations, as JMH's own score is their mean; with one, a sample is an iteration.
 *
 * The unit, never the mode, says which way a score gets better: other tools write `thrpt` with `s/op`.
 */
export const jmh: ResultFormat = {
  name: "jmh",
  title: "JMH JSON",
  detect(head) {
    const outline = jsonOutline(head);
    return outline.has("[].benchmark") && (outline.has("[].mode") || outline.has("[].primaryMetric"));
  },
  parse(files) {
    const builder = new ResultsBuilder("jmh");
    for (const file of files) {
      const rows = [...parseJson([file.bytes]).items()];
      const names = new Names(builder);
      const variants = variantsOf(rows);
      for (const row of rows) addRow(builder, names.unique(nameOf(row, variants)), row);
    }
    return builder.finish();
  },
};

/** The modes and numbers of threads in which a benchmark with its parameters was run. */
interface Variants {
  readonly modes: Set<string>;
  readonly threads: Set<string>;
}

function variantsOf(rows: readonly JsonValue[]): ReadonlyMap<string, Variants> {
  const all = new Map<string, Variants>();
  for (const row of rows) {
    const name = benchmarkOf(row);
    const variants = all.get(name) ?? { modes: new Set(), threads: new Set() };
    all.set(name, variants);
    variants.modes.add(writtenAs(row.get("mode").raw));
    variants.threads.add(writtenAs(row.get("threads").raw));
  }
  return all;
}

function nameOf(row: JsonValue, all: ReadonlyMap<string, Variants>): string {
  const name = benchmarkOf(row);
  const { modes, threads } = all.get(name)!;
  const mode = modes.size > 1 ? ` [${writtenAs(row.get("mode").raw)}]` : "";
  return `${name}${mode}${threads.size > 1 ? ` [${writtenAs(row.get("threads").raw)} threads]` : ""}`;
}

function benchmarkOf(row: JsonValue): string {
  return `${row.get("benchmark").text()}${parametersOf(row.get("params"))}`;
}

function addRow(builder: ResultsBuilder, name: string, row: JsonValue): void {
  const score = row.get("primaryMetric");
  if (score.isMissing) {
    builder.fail(name, "it has no primaryMetric");
    return;
  }
  const { unit, factor, better, judgement } = resolveUnit(score.get("scoreUnit").text());
  const metric =
    unit === "ns" ? TIME_METRIC : { name: unit === "/s" ? "throughput" : "score", unit, better, judgement };
  addSamples(
    builder,
    name,
    metric,
    samplesOf(score).map((value) => value * factor),
  );
  if (row.get("secondaryMetrics").isMissing) return;
  for (const [key, secondary] of row.get("secondaryMetrics").entries()) {
    if (!PERCENTILE.test(key)) addSecondary(builder, name, key, secondary);
  }
}

/** What one operation allocates, of the profiler `gc`. */
const ALLOCATED: Metric = { name: "allocated", unit: "B", better: "lower", judgement: "exact" };

/** Percentiles of sample mode: the score in another form. */
const PERCENTILE = /(?:^|\u00b7)p[01]\.\d+$/;

/** Up to JMH 1.36 a profiler's metrics begin with a middle dot. */
const ALLOCATION_RATE = /^\u00b7?gc\.alloc\.rate\.norm$/;

/** What a profiler adds says where the time of the score went: it explains the score and is not judged beside it. */
const PROFILER = /^(?:\u00b7|gc\.|stack|safepoints|mempool|cl\.|compiler\.|class\.|threads\.|rt\.|async|jfr|perf|norm)/;

/** A user's `@AuxCounters`, or what a profiler says. */
function addSecondary(builder: ResultsBuilder, name: string, key: string, secondary: JsonValue): void {
  const label = key.replace(/^\u00b7/, "");
  const { factor, ...told } = resolveUnit(secondary.get("scoreUnit").text(), label);
  const isAllocation = ALLOCATION_RATE.test(key) && told.unit === "B";
  const metric: Metric = isAllocation
    ? ALLOCATED
    : PROFILER.test(key)
      ? { name: label, unit: told.unit, better: "lower", judgement: "shown" }
      : { name: label, ...told };
  for (const value of samplesOf(secondary)) {
    // A profiler gives no number if nothing happened, such as the time of zero collections.
    if (Number.isNaN(value)) continue;
    // An operation allocates whole bytes; what follows the point is the warm-up's, spread over all of them.
    builder.add(name, metric, isAllocation ? Math.round(value * factor) : value * factor);
  }
}

function samplesOf(metric: JsonValue): number[] {
  const forks = iterationsOf(metric);
  if (forks.length === 0) return metric.get("score").isMissing ? [] : [numberOf(metric.get("score"))];
  return forks.length === 1 ? forks[0]! : forks.map(mean);
}

/** The iterations of every fork that has any. */
function iterationsOf(metric: JsonValue): number[][] {
  const histograms = metric.get("rawDataHistogram");
  const forks = histograms.isMissing
    ? lists(metric.get("rawData")).map((fork) => lists(fork).map(numberOf))
    : lists(histograms).map((fork) => lists(fork).map(histogramMean));
  return forks.filter((fork) => fork.length > 0);
}

function lists(value: JsonValue): JsonValue[] {
  return value.isMissing ? [] : [...value.items()];
}

/** Of `[[value, count], ...]`. */
function histogramMean(histogram: JsonValue): number {
  let sum = 0;
  let total = 0;
  for (const bar of histogram.items()) {
    const [value, count] = [...bar.items()];
    if (count === undefined) throw bar.not("[value, count]");
    sum += numberOf(value!) * count.number();
    total += count.number();
  }
  return sum / total;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** JSON has no NaN: JMH writes `"NaN"`, `"+INF"` and `"-INF"`. */
function numberOf(value: JsonValue): number {
  if (value.raw === "NaN") return Number.NaN;
  if (value.raw === "+INF") return Number.POSITIVE_INFINITY;
  if (value.raw === "-INF") return Number.NEGATIVE_INFINITY;
  return value.number();
}
