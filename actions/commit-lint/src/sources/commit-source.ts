import type { CommitFacts, MergeSettings, PullFacts, Range } from "../facts.ts";

/** More commits are not read one by one by anybody; a hundred requests of a hundred commits take a minute. */
export const MAX_COMMITS = 10_000;

/** Who tells what there is to check: GitHub's API, or git where that cannot be asked. */
export interface CommitSource {
  readonly kind: "api" | "git";
  /** Undefined when there is none of this number. */
  pullRequest(number: number, wanted: WantedCommits): Promise<SourcePull | undefined>;
  /** What `head` has and `base` has not. Undefined when one of them is not there. */
  range(base: string, head: string): Promise<Range | undefined>;
  /** Names in the top folder of a commit. */
  rootEntries(commit: string): Promise<readonly string[]>;
  /** Undefined when the commit has no such file. */
  file(commit: string, path: string): Promise<string | undefined>;
  /** Undefined when the token is not told. */
  mergeSettings(): Promise<MergeSettings | undefined>;
}

/** `single`: only of a pull request that has one, since it may become the title of a squash. */
export type WantedCommits = "all" | "single";

export interface SourcePull extends PullFacts {
  readonly baseSha: string;
  readonly baseRef: string;
  readonly isOpen: boolean;
}

/** A source cannot be asked now; another one may. The message is a sentence without its full stop. */
export class SourceUnavailable extends Error {
  override readonly name = "SourceUnavailable";
}

export function isCounted(declared: number, commits: readonly CommitFacts[]): boolean {
  return new Set(commits.map(({ sha }) => sha)).size === declared && commits.length === declared;
}
