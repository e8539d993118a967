import type { FormatName, Ratio } from "@jessy-actions/coverage/model";
import type { ResultContext } from "@jessy-actions/kit/action/context";
import type { Unjudged } from "@jessy-actions/kit/action/unjudged";
import type { LoweredInput } from "@jessy-actions/kit/report/lowered-input";
import type { Verdict } from "@jessy-actions/kit/report/report";
import type { ScopeInput } from "./scope.ts";

/**
 * The whole decision as plain JSON: what `evaluate` returns, what the result file holds and all that `render` needs.
 * Published as docs/schema/coverage-gate-result.v1.json; a field is never given another meaning under the same version.
 */
export interface Result {
  readonly schema: "jessy-actions/coverage-gate/v1";
  readonly name: string;
  readonly verdict: Verdict;
  /** Whether the step ends with exit code 1: the verdict is not `pass`, and the rules do not say `fail-on: never`. */
  readonly fails: boolean;
  /** The verdict in words, plain text. */
  readonly headline: string;
  readonly context: Context;
  readonly gates: readonly Gate[];
  readonly total: Totals;
  /** Totals of the commit compared with; absent without a baseline. */
  readonly base?: Totals;
  readonly baseline: Baseline;
  readonly patch: Patch;
  readonly movement?: Movement;
  /** Absent without a baseline. */
  readonly fileChanges?: FileChanges;
  readonly components: readonly Component[];
  /** Files below `per-file-min`, worst first. */
  readonly filesBelowMinimum: readonly FileLines[];
  /** The files of the whole repository with most uncovered lines, at most 15: where the next test pays most. */
  readonly mostUncovered?: readonly FileLines[];
  readonly reports: readonly ReportRead[];
  /** Things a reader has to know, e.g. that a report names files outside the repository. Plain text. */
  readonly notes: readonly Note[];
  /** The pull request asks for less than the default branch does: the stricter value was used. */
  readonly loweredGates: readonly LoweredInput[];
}

export type Context = ResultContext;

export interface Totals {
  readonly lines: Ratio;
  readonly branches: Ratio;
  readonly functions: Ratio;
}

/** `skipped` says in its sentence why nothing was judged; a gate that could not be judged fails, unless that is allowed. */
export type GateVerdict = "pass" | "fail" | "skipped";

export type GateKind =
  | "line"
  | "branch"
  | "function"
  | "patch"
  | "patch-branch"
  | "decrease"
  | "per-file"
  | "measured"
  | "stale"
  | "rules";

/** What a gate was asked to judge by, and had not. */
export type UnjudgedCause =
  | "no-base"
  | "no-baseline"
  | "baseline-unavailable"
  | "baseline-unreadable"
  | "nothing-measured"
  | "scope-unusable";

/** The inputs that can allow it. */
export type AllowingInput = "on-missing-base" | "on-missing-baseline" | "on-unreadable-baseline" | "on-changed-scope";

/** The default branch's scope, which a gate does not hold by. */
export interface GateScope {
  /** The inputs that the change sets otherwise. */
  readonly inputs: readonly ScopeInput[];
  /** Whether `on-changed-scope` is `warn`: then the gate is skipped. */
  readonly allowed: boolean;
}

export interface Gate {
  readonly kind: GateKind;
  /** Only for a component's own minimum. */
  readonly component?: string;
  /** Only where the gate was judged by what counts on the default branch; it stands here only if it does not hold. */
  readonly scope?: GateScope;
  readonly verdict: GateVerdict;
  /** As written in the workflow, e.g. `80` percent, or percentage points for `decrease`. */
  readonly threshold: string;
  /**
   * What was held against the threshold; of `per-file`, `measured` and `stale` the files that are as they should be, of
   * all.
   */
  readonly measured?: Ratio;
  /**
   * Only for `decrease`: what `measured` was compared with, which is the baseline or, where that passes, the baseline
   * without removed lines.
   */
  readonly base?: Ratio;
  /** Only where the gate had nothing to be judged by. It fails, or is skipped where the workflow allows that. */
  readonly unjudged?: Unjudged<UnjudgedCause, AllowingInput>;
  /** What was judged and how, one sentence of plain text with the numbers it was judged by. */
  readonly sentence: string;
}

export type Baseline =
  | { readonly state: "exact" | "ancestor"; readonly sha: string; readonly distance: number; readonly reason: string }
  | { readonly state: "file"; readonly file: string }
  /** `missing`: there is none. `unavailable`: nobody knows. `unreadable`: there is one that cannot be used. */
  | { readonly state: "missing" | "off" | "unavailable" | "unreadable"; readonly reason: string };

export interface Patch {
  /** Absent when there is no comparison, and then `reason` says why, and `cause` whether there is a change at all. */
  readonly lines?: Ratio;
  readonly branches?: Ratio;
  readonly reason?: string;
  readonly cause?: "no-change" | "no-base";
  readonly base?: string;
  /** Files with changed measured lines, most uncovered lines first. */
  readonly files: readonly PatchFile[];
  /** Those that count on the default branch alone, where a gate on changed lines does not hold by its scope. */
  readonly filesByDefault?: readonly PatchFile[];
  /** Changed source files that no report measured although it measured others of their kind. */
  readonly unmeasured: readonly string[];
}

/** First and last line, both inclusive. */
export type LineRange = readonly [first: number, last: number];

export interface PatchFile {
  readonly path: string;
  readonly lines: Ratio;
  readonly branches: Ratio;
  readonly missing: readonly LineRange[];
  /** Covered changed lines of which a branch was never taken. */
  readonly partial: readonly LineRange[];
  /** The functions that these ranges start in, where the reports name functions with their lines. */
  readonly functions?: readonly EnclosingFunction[];
}

export interface EnclosingFunction {
  readonly name: string;
  /** Where it starts. */
  readonly line: number;
  readonly ranges: readonly LineRange[];
}

/** Files whose line coverage is another one than in the baseline, most additional uncovered lines first. */
export interface FileChanges {
  readonly count: number;
  /** The first 1,000 of them. */
  readonly files: readonly FileChange[];
}

export interface FileChange {
  readonly path: string;
  /** Absent for a file that the baseline does not measure. */
  readonly before?: Ratio;
  /** Absent for a file that the reports do not measure any more. */
  readonly now?: Ratio;
}

/** Why the total differs from the baseline's; the parts add up to the whole difference. */
export interface Movement {
  readonly parts: readonly MovementPart[];
  /** Files with lines that this change did not touch, but whose coverage changed. */
  readonly indirect: readonly IndirectChange[];
}

export interface MovementPart {
  readonly cause: "added" | "removed" | "newly-covered" | "no-longer-covered" | "joined" | "left" | "remeasured";
  /** What it adds to covered and total lines; negative when it takes away. */
  readonly covered: number;
  readonly total: number;
  readonly files: number;
}

export interface IndirectChange {
  readonly path: string;
  readonly newlyCovered: number;
  readonly noLongerCovered: readonly LineRange[];
}

export interface Component {
  readonly name: string;
  readonly total: Totals;
  readonly base?: Totals;
  readonly patch?: Ratio;
}

export interface FileLines {
  readonly path: string;
  readonly lines: Ratio;
}

export interface ReportRead {
  readonly file: string;
  readonly format: FormatName;
  readonly bytes: number;
  readonly files: number;
  readonly lines: Ratio;
}

export interface Note {
  readonly level: "note" | "warning";
  readonly text: string;
}
