import type { CommitRules } from "@jessy-actions/versioning/commit-rules";
import type { Context, Note } from "./result.ts";

/** All that the decision is made of. */
export type Facts = GatheredFacts | UnreachableFacts;

export interface GatheredFacts {
  readonly kind: "gathered";
  readonly context: Context;
  readonly pulls: readonly PullFacts[];
  /** Commits outside of pull requests: of a push, of two revisions, or what a merge queue made. */
  readonly range: Range;
  readonly origin: Origin;
  /** Undefined when GitHub does not tell the token, or nothing depends on it. */
  readonly settings: MergeSettings | undefined;
  readonly rules: RulesFacts;
  readonly source: "api" | "git";
  readonly notes: readonly Note[];
}

/** Where the commits outside of pull requests come from. */
export type Origin = "none" | "push" | "new-branch" | "revisions" | "merge-group";

/** What there is to check could not be found out. */
export interface UnreachableFacts {
  readonly kind: "unreachable";
  readonly context: Context;
  /** To stand after "Nothing was checked: ". */
  readonly reason: string;
}

export interface CommitFacts {
  readonly sha: string;
  readonly message: string;
  readonly parents: number;
  /** The GitHub account that the author's address belongs to. Anybody can write somebody else's address into a commit. */
  readonly author?: string;
}

/** Commits, and how many there should be. */
export interface Range {
  readonly declared: number;
  readonly commits: readonly CommitFacts[];
}

/** Whether every commit was read, each of them once. */
export function isCounted(declared: number, commits: readonly CommitFacts[]): boolean {
  return commits.length === declared && new Set(commits.map(({ sha }) => sha)).size === declared;
}

export interface PullFacts {
  readonly number: number;
  readonly title: string;
  readonly author: string;
  readonly labels: readonly string[];
  /** How many commits it has. */
  readonly declared: number;
  /** Undefined when they were not read, since only the title is checked. */
  readonly commits: readonly CommitFacts[] | undefined;
}

/** How pull requests of the repository are merged. */
export interface MergeSettings {
  readonly allowsMerge: boolean;
  readonly allowsSquash: boolean;
  readonly allowsRebase: boolean;
  readonly squashTitle: "PR_TITLE" | "COMMIT_OR_PR_TITLE";
  readonly mergeTitle: "PR_TITLE" | "MERGE_MESSAGE";
}

export interface RulesFacts {
  readonly rules: CommitRules;
  /** Whether commits that git and GitHub write are left alone. */
  readonly defaultIgnores: boolean;
  /** Where they come from, e.g. `` `.commitlintrc.yml` of the base ``. */
  readonly source: string;
  /** The commit or branch of the file, when they come from one. */
  readonly revision?: string;
}
