import type { MeasuredSeries } from "@jessy-actions/benchmarks/measurements";
import type { FailedBenchmark } from "@jessy-actions/benchmarks/model";
import type { Arm } from "@jessy-actions/benchmarks/schedule";
import type { TrendPoint } from "./history.ts";
import type { Machine } from "./machine.ts";
import type { Result } from "./result.ts";

export type Facts = MeasuredFacts | PublishedFacts;

/** What another run decided. */
export interface PublishedFacts {
  readonly kind: "published";
  readonly result: Result;
}

/** Everything that was learnt before the decision. */
export interface MeasuredFacts {
  readonly kind: "measured";
  readonly context: Context;
  readonly machine: Machine;
  /** Labels of the pull request. */
  readonly labels: readonly string[];
  /** What ended the work early; the series are those until then. */
  readonly problem: Problem | undefined;
  /** One a command; one alone for result files. */
  readonly groups: readonly MeasuredGroup[];
  readonly failed: readonly (FailedBenchmark & { readonly arm: Arm })[];
  /** Undefined for result files. */
  readonly run: RunFacts | undefined;
  /** Undefined for a run. */
  readonly files: FilesFacts | undefined;
  readonly trend: readonly TrendPoint[];
  readonly warnings: readonly string[];
}

export interface Context {
  readonly serverUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly pullRequest?: number;
  /** Undefined for result files that no commit is known for. */
  readonly base?: string;
  readonly head: string;
  /** The commit that people pushed: on a pull request `head` may be GitHub's merge of it. */
  readonly pushed: string;
  /** Why these two. */
  readonly reason: string;
}

/** What one command measured. */
export interface MeasuredGroup {
  readonly series: readonly MeasuredSeries[];
  readonly processes: Readonly<Record<Arm, number>>;
  /** Counts of rounds at which it was looked at, ascending. */
  readonly looks: readonly number[];
  /** Whether rounds or time ran out: a look that only ended it because everything was decided may not spend the rest of alpha. */
  readonly ended: boolean;
}

export type ProblemKind =
  | "no-benchmarks"
  | "base-missing"
  | "base-build-failed"
  | "head-build-failed"
  | "base-crashed"
  | "head-crashed"
  | "base-hung"
  | "head-hung"
  | "base-unreadable"
  | "head-unreadable"
  | "out-of-time";

export interface Problem {
  readonly kind: ProblemKind;
  /** One sentence. */
  readonly sentence: string;
  /** The end of what the program wrote; untrusted. */
  readonly output?: string;
}

export interface RunFacts {
  readonly commands: readonly string[];
  readonly rounds: number;
  readonly minRounds: number;
  readonly maxRounds: number;
  readonly nullControl: boolean;
  /** Whether both sides are the same program, as far as anybody can tell. */
  readonly identical: boolean | undefined;
  /** Milliseconds. */
  readonly time: { readonly build: number; readonly measuring: number; readonly inBenchmarks: number };
  /** Whether `max-minutes` ended it. */
  readonly ranOutOfTime: boolean;
  readonly withheld: readonly string[];
}

export interface FilesFacts {
  readonly base: SideFiles;
  readonly head: SideFiles;
}

export interface SideFiles {
  readonly files: number;
  /** Process runs: files, or Criterion folders. */
  readonly runs: number;
}
