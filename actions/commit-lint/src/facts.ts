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
  /** Undefined where the token is not told, or nobody asked. */
  readonly settings: MergeSettings | undefined;
  readonly rules: RulesFacts;
  readonly source: "api" | "git";
  readonly notes: readonly Note[];
}

/** Where the commits outside of pull requests come from. */
export type Origin = "none" | "push" | "new-branch" | "revisions" | "merge-group";

/** Nobody could say what there is to check. */
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
  /** The GitHub account of its author. Anybody can write another's address into a commit. */
  readonly author?: string;
}

/** Commits as a list, and how many there are said to be. */
export interface Range {
  readonly declared: number;
  readonly commits: readonly CommitFacts[];
}

export interface PullFacts {
  readonly number: number;
  readonly title: string;
  readonly author: string;
  readonly labels: readonly string[];
  /** How many commits it has. */
  readonly declared: number;
  /** Undefined when nobody asked for them: only the title is checked. */
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
  /** Leave alone what git and GitHub write. */
  readonly defaultIgnores: boolean;
  /** Where they come from, e.g. `` `.commitlintrc.yml` of the base ``. */
  readonly source: string;
  /** The commit or branch of the file, when they come from one. */
  readonly revision?: string;
}
