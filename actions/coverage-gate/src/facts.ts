import type { DiffFile } from "@jessy-actions/coverage/diff";
import type { CoverageReport } from "@jessy-actions/coverage/model";
import type { Baseline, Context, Note, ReportRead, Result } from "./result.ts";

/** All that the decision is made of. */
export type Facts = MeasuredFacts | PublishedFacts;

export interface MeasuredFacts {
  readonly kind: "measured";
  readonly context: Context;
  readonly isPullRequest: boolean;
  /** Merged, in repository paths, without what is excluded. */
  readonly report: CoverageReport;
  readonly reports: readonly ReportRead[];
  readonly change: Change;
  readonly baseline: BaselineFacts;
  /** Files in which a report measures lines beyond the end. */
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

export type Change =
  | { readonly state: "compared"; readonly base: string; readonly diff: readonly DiffFile[] }
  | { readonly state: "none"; readonly reason: string };

export interface BaselineFacts {
  readonly about: Baseline;
  readonly report?: CoverageReport;
  /** From the baseline's commit to the head. */
  readonly diff?: readonly DiffFile[];
  /** The gate's inputs as kept with the baseline. */
  readonly gate?: Readonly<Record<string, string>>;
}

export interface StaleFile {
  readonly path: string;
  readonly measuredLine: number;
  readonly lines: number;
}
