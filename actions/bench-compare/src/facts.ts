import type { MeasuredSeries } from "@jessy-actions/benchmarks/measurements";
import type { FailedBenchmark } from "@jessy-actions/benchmarks/model";
import type { Arm } from "@jessy-actions/benchmarks/schedule";
import type { TrendPoint } from "./history/trend.ts";
import type { Machine } from "./measuring/machine.ts";
import type { Context, FilesFacts, Problem, Result, RunFacts } from "./result.ts";

export type Facts = MeasuredFacts | PublishedFacts;

/** The result of another run. */
export interface PublishedFacts {
  readonly kind: "published";
  readonly result: Result;
}

/** Everything that is known before the decision. */
export interface MeasuredFacts {
  readonly kind: "measured";
  readonly context: Context;
  readonly machine: Machine;
  /** Labels of the pull request. */
  readonly labels: readonly string[];
  /** What ended measuring early; the series are those measured until then. */
  readonly problem: Problem | undefined;
  /** One for each command; a single one for result files. */
  readonly groups: readonly MeasuredGroup[];
  readonly failed: readonly (FailedBenchmark & { readonly arm: Arm })[];
  /** Undefined for result files. */
  readonly run: RunFacts | undefined;
  /** Undefined for a run. */
  readonly files: FilesFacts | undefined;
  readonly trend: readonly TrendPoint[];
  readonly warnings: readonly string[];
}

/** What one command measured. */
export interface MeasuredGroup {
  readonly series: readonly MeasuredSeries[];
  readonly processes: Readonly<Record<Arm, number>>;
  /** Numbers of rounds after which it was looked at, ascending. */
  readonly looks: readonly number[];
  /**
   * Whether the last look was bound to be the last, whatever had been measured: then it may spend the rest of alpha. It was not where everything
   * was decided, or where benchmarks that were decided had made the rounds shorter.
   */
  readonly ended: boolean;
  /** Rounds before the first look; undefined for result files. */
  readonly minRounds?: number;
}
