import type { ResultContext } from "@jessy-actions/kit/action/context";
import type { Verdict } from "@jessy-actions/kit/report/report";

export const RESULT_SCHEMA = "jessy-actions/commit-lint/v1";

/**
 * The whole decision as plain JSON: what `evaluate` returns, what the result file holds and all that `render` needs.
 * Published as docs/schema/commit-lint-result.v1.json; a field never gets another meaning within a version.
 */
export interface Result {
  readonly schema: typeof RESULT_SCHEMA;
  readonly name: string;
  readonly verdict: Verdict;
  /** Whether the step ends with exit code 1. */
  readonly fails: boolean;
  /** The level of problems that makes the verdict `fail`. `never`: errors do, but the step does not end with exit code 1. */
  readonly failOn: "error" | "warning" | "never";
  /** Address of the team's own guide. */
  readonly helpUrl?: string;
  /** The verdict in words, plain text. */
  readonly headline: string;
  readonly context: Context;
  readonly counts: Counts;
  /** What the title of the only pull request says; absent without one, or when it is not a Conventional Commit. */
  readonly title?: TitleParts;
  /** Titles first, then commits, oldest first. */
  readonly subjects: readonly Subject[];
  readonly skipped: readonly SkippedPull[];
  readonly rules: RulesSource;
  /** Where the commits were read. */
  readonly source: "api" | "git";
  readonly notes: readonly Note[];
}

export type Context = ResultContext;

export interface Counts {
  /** Titles and commits that were held against the rules. */
  readonly checked: number;
  readonly titles: number;
  readonly commits: number;
  /** Titles and commits that git or GitHub wrote, or that an ignored author wrote. */
  readonly ignored: number;
  readonly errors: number;
  readonly warnings: number;
}

export interface TitleParts {
  readonly type: string;
  readonly scope?: string;
  readonly breaking: boolean;
}

/** A title or a commit. */
export interface Subject {
  readonly kind: "title" | "commit";
  readonly pullRequest?: number;
  readonly sha?: string;
  /** The first line, cut. Untrusted. */
  readonly header: string;
  /** False when it will not be on the default branch, so that its errors are only warnings. */
  readonly required: boolean;
  readonly ignoredAs?: string;
  /** Errors first, then by place; only the first ones. */
  readonly problems: readonly Problem[];
  /** How many there are, also of those that are not listed. */
  readonly errors: number;
  readonly warnings: number;
  /** A first line that would pass, made of the same words. Untrusted. */
  readonly correction?: string;
}

export interface Problem {
  readonly level: "error" | "warning";
  readonly rule: string;
  /** Lines and columns count from 1, columns in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** A sentence without its full stop. What it quotes is untrusted. */
  readonly message: string;
  readonly excerpt: Excerpt;
}

/** A part of a line, and where in it the problem is, counted from 0. */
export interface Excerpt {
  readonly text: string;
  readonly at: number;
}

export interface SkippedPull {
  readonly pullRequest: number;
  /** E.g. `has the label skip`. */
  readonly reason: string;
}

/** Where the rules come from, and from which commit or branch. */
export interface RulesSource {
  /** In words; empty when no rules were read. */
  readonly source: string;
  readonly revision?: string;
  /** The types that are allowed; absent when any is. */
  readonly types?: readonly string[];
}

export interface Note {
  readonly level: "note" | "warning";
  /** Plain text; names stand between backticks. */
  readonly text: string;
}
