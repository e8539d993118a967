import type { FormatName, Ratio } from "@jessy-actions/coverage/model";
import type { ResultContext } from "@jessy-actions/kit/action/context";
import type { LoweredInput } from "@jessy-actions/kit/report/lowered-input";
import type { Verdict } from "@jessy-actions/kit/report/report";

/**
 * The whole decision as plain JSON: what `evaluate` returns, what the result file holds and all that `render` needs.
 * Published as docs/schema/coverage-gate-result.v1.json; a field is never given another meaning under the same version.
 */
export interface Result {
  readonly schema: "jessy-actions/coverage-gate/v1";
  readonly name: string;
  readonly verdict: Verdict;
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
  readonly components: readonly Component[];
  /** Files below `per-file-min`, worst first. */
  readonly filesBelowMinimum: readonly FileBelowMinimum[];
  readonly reports: readonly ReportRead[];
  /** Things a reader has to know, e.g. paths of a report that are not in the repository. Plain text. */
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

/** `skipped` says in its sentence why nothing was judged. */
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
  | "stale";

export interface Gate {
  readonly kind: GateKind;
  /** Only for a component's own minimum. */
  readonly component?: string;
  readonly verdict: GateVerdict;
  /** As written in the workflow, e.g. `80` percent, or percentage points for `decrease`. */
  readonly threshold: string;
  readonly measured?: Ratio;
  /** What was judged and how, one sentence of plain text with the numbers it was judged by. */
  readonly sentence: string;
}

export type Baseline =
  | { readonly state: "exact" | "ancestor"; readonly sha: string; readonly distance: number; readonly reason: string }
  | { readonly state: "file"; readonly file: string }
  | { readonly state: "missing" | "off"; readonly reason: string };

export interface Patch {
  /** Absent when there is no comparison, and then `reason` says why. */
  readonly lines?: Ratio;
  readonly branches?: Ratio;
  readonly reason?: string;
  readonly base?: string;
  /** Files with changed measured lines, most uncovered lines first. */
  readonly files: readonly PatchFile[];
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
}

/** Why the total is another one than the baseline's; the parts add up to the whole difference. */
export interface Movement {
  readonly parts: readonly MovementPart[];
  /** Files with lines that this change did not touch and that are covered otherwise than before. */
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

export interface FileBelowMinimum {
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
