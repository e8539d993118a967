/** Every format that can be read; the input `format` takes these names. The last two are github-action-benchmark's. */
export const FORMATS = [
  "go",
  "criterion",
  "libtest",
  "hyperfine",
  "google-benchmark",
  "jmh",
  "pytest-benchmark",
  "benchmarkdotnet",
  "vitest",
  "tinybench",
  "mitata",
  "custom",
  "customSmallerIsBetter",
  "customBiggerIsBetter",
] as const;

export type FormatName = (typeof FORMATS)[number];

/** Which way a metric gets better; `none`: unknown, so it is shown and never judged. */
export type Direction = "lower" | "higher" | "none";

/**
 * How a metric is judged:
 * - `timed`: it is noisy; repeated runs are compared by a test with a margin;
 * - `exact`: the same program gives the same number (allocations, bytes, instructions, sizes); compared directly;
 * - `shown`: of no known direction, or only another form of a metric that is judged (Go's MB/s beside ns/op); never
 *   judged.
 */
export type Judgement = "timed" | "exact" | "shown";

/** What one number of a benchmark measures. */
export interface Metric {
  /** Unique within a benchmark, e.g. `time`, `B/op`, `allocs/op`, `throughput`. */
  readonly name: string;
  /** Canonical: `ns` for every time, `B` and `B/s` for sizes and rates of bytes, `/s` for rates, else as written. */
  readonly unit: string;
  readonly better: Direction;
  readonly judgement: Judgement;
}

/**
 * The samples of one metric of one benchmark, in the order of the report and in the metric's unit. Finite, at least
 * one.
 */
export interface Series {
  /** The name that people know it by; unique in a run together with the metric's name. */
  readonly benchmark: string;
  readonly metric: Metric;
  readonly values: readonly number[];
}

/** A benchmark that ran and failed, or gave no usable number. */
export interface FailedBenchmark {
  readonly benchmark: string;
  /** One line. */
  readonly reason: string;
}

/** What one process (or one report file) measured. */
export interface Results {
  readonly format: FormatName;
  /** By `seriesKey`, in the order of the report. */
  readonly series: ReadonlyMap<string, Series>;
  readonly failed: readonly FailedBenchmark[];
  /** `-8` if all names end so and it may be Go's GOMAXPROCS; `settleNames` decides when both sides are known. */
  readonly suffix?: string;
  /** What was left out and why, one line each; untrusted text in it is quoted, not escaped. */
  readonly warnings: readonly string[];
}

/** No benchmark's name holds a NUL: names are cleaned when they are read. */
export function seriesKey(benchmark: string, metric: string): string {
  return `${benchmark}\0${metric}`;
}

/** One file of a report, whole. Bytes are not kept. */
export interface ResultFile {
  /** With forward slashes, relative to the folder that was read; Criterion's files are told by it. */
  readonly path: string;
  readonly bytes: Uint8Array;
}
