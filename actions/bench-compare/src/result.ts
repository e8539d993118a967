import type { Comparison } from "@jessy-actions/benchmarks/comparison";
import type { Unjudged } from "@jessy-actions/kit/action/unjudged";
import type { LoweredInput } from "@jessy-actions/kit/report/lowered-input";
import type { Verdict } from "@jessy-actions/kit/report/report";
import type { IndexPoint } from "./history/trend.ts";
import type { Failure } from "./judging/rules.ts";
import type { Machine } from "./measuring/machine.ts";

/** What happened, in a word. */
export type Outcome =
  | "compared"
  | "identical"
  | "contaminated"
  | "nothing-compared"
  | "broken-benchmarks"
  | "too-few-runs"
  | ProblemKind;

/** The whole decision, as the result file holds it (docs/schema/bench-compare-result.v1.json). Infinite numbers are null there. */
export interface Result {
  readonly schema: "jessy-actions/bench-compare/v1";
  readonly name: string;
  readonly verdict: Verdict;
  /** Whether the step ends with exit code 1. */
  readonly fails: boolean;
  readonly outcome: Outcome;
  readonly headline: string;
  readonly context: Context;
  readonly machine: Machine;
  readonly rules: {
    readonly margin: number;
    readonly exactMargin: number;
    readonly floor: number;
    readonly alpha: number;
    readonly failOn: readonly Failure[];
    readonly onMissingBase: "fail" | "warn";
    /** Missing in results of older versions: `fail`. */
    readonly onTooFewRuns?: "fail" | "warn";
  };
  readonly counts: Counts;
  /** The most harmful first. */
  readonly comparisons: readonly Comparison[];
  /** All noisy metrics judged as one; undefined for fewer than two. */
  readonly suite?: Suite;
  readonly control: Control;
  readonly run?: RunFacts;
  readonly files?: FilesFacts;
  readonly problem?: Problem;
  /** The default branch's stricter rules may be missing: nobody knows them. */
  readonly unjudged?: Unjudged<"history-unavailable" | "history-unreadable", "on-unreadable-history">;
  /** The default branch's times, oldest first, and this head behind them; undefined when there are too few commits to draw. */
  readonly trend?: readonly IndexPoint[];
  /** What the change asked for and did not get, because the default branch is stricter. */
  readonly lowered: readonly LoweredInput[];
  /** The label that lets a regression pass. */
  readonly ignoredBy?: string;
  readonly notes: readonly string[];
}

/** The geometric mean of all changes for the worse (of rates, their inverse), judged like a benchmark. */
export interface Suite
  extends Pick<
    Comparison,
    "verdict" | "change" | "low" | "high" | "margin" | "detectable" | "samples" | "needed" | "secondDraw" | "reason"
  > {
  /** How many metrics it is made of. */
  readonly metrics: number;
}

export type Counts = Readonly<Record<Comparison["verdict"], number>>;

/** What the base against itself says about the machine. */
export interface Control {
  readonly state: "off" | "steady" | "moved";
  /** Metrics that seem to have changed although nothing did. */
  readonly moved: readonly Comparison[];
  /** Half of the widest interval, as a fraction: a smaller difference drowns in this machine's noise. */
  readonly noise?: number;
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
  /** How the order of runs was drawn; missing in results of older versions, whose rounds were mirrored. */
  readonly schedule?: Schedule;
  /** Whether both sides are the same program, as far as anybody can tell. */
  readonly identical: boolean | undefined;
  /** Milliseconds. */
  readonly time: { readonly build: number; readonly measuring: number; readonly inBenchmarks: number };
  /** Whether `max-minutes` ended it. */
  readonly ranOutOfTime: boolean;
  readonly withheld: readonly string[];
}

export interface Schedule {
  /** Within a round every order of the runs was as likely. The draws follow from both commits and the name of the comparison. */
  readonly design: "shuffled";
  /** What was drawn, a letter for each run and a word for each round: `b` base, `h` head, `t` the control. */
  readonly orders: readonly string[];
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
