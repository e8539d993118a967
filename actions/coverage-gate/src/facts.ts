import type { DiffFile } from "@jessy-actions/coverage/diff";
import type { CoverageReport } from "@jessy-actions/coverage/model";
import type { Baseline, Context, Note, ReportRead, Result } from "./result.ts";
import type { Scope, ScopeInput } from "./scope.ts";

/** Everything that the decision is made of. */
export type Facts = MeasuredFacts | PublishedFacts;

export interface MeasuredFacts {
  readonly kind: "measured";
  readonly context: Context;
  /** Whether this run judges what is not on the default branch yet. */
  readonly isProposal: boolean;
  /** Merged, in repository paths, without what is excluded. */
  readonly report: CoverageReport;
  readonly reports: readonly ReportRead[];
  readonly change: Change;
  readonly baseline: BaselineFacts;
  /** Only where the default branch counts otherwise than this change. */
  readonly byDefault?: DefaultScopeFacts;
  /** Files that a report does not fit. */
  readonly stale: readonly StaleFile[];
  readonly notes: readonly Note[];
  /** Seconds since 1970. */
  readonly measuredAt: number;
}

/** Another run's validated result, to be published. */
export interface PublishedFacts {
  readonly kind: "published";
  readonly result: Result;
}

/** The reports as the default branch would count them, or why they cannot be counted so. */
export type DefaultScopeFacts = ScopedReports | { readonly inputs: readonly ScopeInput[]; readonly problem: string };

export interface ScopedReports {
  /** Those that the change sets otherwise. */
  readonly inputs: readonly ScopeInput[];
  readonly scope: Scope;
  readonly report: CoverageReport;
  readonly baseReport?: CoverageReport;
}

/** What the run is about: the lines that differ from a base, or why there is nothing to compare. */
export type Change =
  | { readonly state: "compared"; readonly base: string; readonly diff: readonly DiffFile[] }
  /** `no-change`: there is none to look at. `no-base`: there may be one, and what it starts from is not available. */
  | { readonly state: "none"; readonly cause: "no-change" | "no-base"; readonly reason: string };

/** The baseline, and what is known of its run. */
export interface BaselineFacts {
  readonly about: Baseline;
  readonly report?: CoverageReport;
  /** The same with the files that this run excludes, and not those that it excluded itself. */
  readonly whole?: CoverageReport;
  /** From the baseline's commit to the head. */
  readonly diff?: readonly DiffFile[];
  /** The gate's inputs, as they were kept with the baseline. */
  readonly gate?: Readonly<Record<string, string>>;
  /** What the change's input `baseline` says instead of the `auto` that the default branch has; it does not count. */
  readonly instead?: string;
  /** Why nobody knows by which rules the default branch was judged. */
  readonly rulesUnknown?: string;
  /** A gate of the default branch; it has none of this gate's own name. */
  readonly otherName?: string;
}

/** A file that a report measures where it has no code: beyond its end, or in a blank line. */
export interface StaleFile {
  readonly path: string;
  /** The last line that a report measures, or the first that is blank. */
  readonly measuredLine: number;
  /** How many lines the file has. */
  readonly lines: number;
  /** Whether the line is there and blank, and would not be at the base. */
  readonly blank?: boolean;
}
