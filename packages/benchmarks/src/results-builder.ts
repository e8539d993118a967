import { createHash } from "node:crypto";
import type { FailedBenchmark, FormatName, Metric, Results, Series } from "./model.ts";
import { seriesKey } from "./model.ts";
import { isMeasurement } from "./units.ts";

/** A report may hold millions of wrong lines; the warnings about them must not be endless. */
const MAX_WARNINGS = 20;

/**
 * Longer names are cut. A digest of the whole replaces the rest, so that two long names with the same beginning stay
 * distinct.
 */
const MAX_NAME_CHARACTERS = 500;

/** Collects what a report says, in its order. One per parse. */
export class ResultsBuilder {
  readonly #format: FormatName;
  readonly #series = new Map<
    string,
    { readonly benchmark: string; readonly metric: Metric; readonly values: number[] }
  >();
  readonly #failed: FailedBenchmark[] = [];
  readonly #warnings: string[] = [];
  #suppressed = 0;

  constructor(format: FormatName) {
    this.#format = format;
  }

  /**
   * One sample, in the metric's unit. A number that cannot be one (NaN, infinite, negative, no time at all) is left out,
   * with a warning.
   */
  add(benchmark: string, metric: Metric, value: number): void {
    this.addAll(benchmark, metric, [value]);
  }

  /** The samples of one metric, in their order; as `add`, in a fraction of the time. */
  addAll(benchmark: string, measured: Metric, values: Iterable<number>): void {
    const name = cleanName(benchmark);
    const metric = cleanMetric(measured);
    const key = seriesKey(name, metric.name);
    let known = this.#series.get(key);
    for (const value of values) {
      if (!isMeasurement(metric, value)) {
        this.warn(`${name}: ${metric.name} is ${value}, which is not a measurement`);
      } else if (known === undefined) {
        known = { benchmark: name, metric, values: [value] };
        this.#series.set(key, known);
      } else if (known.metric.unit === metric.unit) known.values.push(value);
      else
        this.warn(`${name}: ${metric.name} is in ${known.metric.unit} and in ${metric.unit}; the second is left out`);
    }
  }

  /** A benchmark that ran but has no usable number. */
  fail(benchmark: string, reason: string): void {
    this.#failed.push({ benchmark: cleanName(benchmark), reason: reason.replace(/\s+/g, " ").trim().slice(0, 300) });
  }

  warn(text: string): void {
    if (this.#warnings.length < MAX_WARNINGS) this.#warnings.push(text.replace(/\s+/g, " ").slice(0, 300));
    else this.#suppressed++;
  }

  /** @param suffix what all names end with, if it may not be a part of them. */
  finish(suffix = ""): Results {
    const more = this.#suppressed === 0 ? [] : [`and ${this.#suppressed} more of the kind`];
    const series: ReadonlyMap<string, Series> = this.#series;
    return {
      format: this.#format,
      series,
      failed: this.#failed,
      ...(suffix !== "" && { suffix }),
      warnings: [...this.#warnings, ...more],
    };
  }
}

/** A metric's name and unit come from reports, too. */
function cleanMetric(metric: Metric): Metric {
  const name = cleanName(metric.name);
  const unit = metric.unit === "" ? "" : cleanName(metric.unit);
  return name === metric.name && unit === metric.unit ? metric : { ...metric, name, unit };
}

/** One line without control characters; the rest is unique enough to match between two runs. */
function cleanName(name: string): string {
  const line = name.replace(/[\u0000-\u001f\u007f]+/g, " ").trim();
  if (line === "") return "(unnamed)";
  if (line.length <= MAX_NAME_CHARACTERS) return line;
  const digest = createHash("sha256").update(line).digest("hex").slice(0, 8);
  return `${line.slice(0, MAX_NAME_CHARACTERS)}... ${digest}`;
}
