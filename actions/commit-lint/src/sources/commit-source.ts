import type { MergeSettings, PullFacts, Range } from "../facts.ts";

/** Nobody reads more commits one by one; a hundred requests for a hundred commits each take a minute. */
export const MAX_COMMITS = 10_000;

/** Where titles and commits are read: GitHub's API, falling back to git when the API is unavailable. */
export interface CommitSource {
  readonly kind: "api" | "git";
  /** Undefined when no pull request has this number. */
  pullRequest(number: number, wanted: WantedCommits): Promise<SourcePull | undefined>;
  /** The commits that `head` has and `base` does not have. Undefined when one of the two does not exist. */
  range(base: string, head: string): Promise<Range | undefined>;
  /** Names in the top folder of a commit. */
  rootEntries(commit: string): Promise<readonly string[]>;
  /** Undefined when the commit has no such file. */
  file(commit: string, path: string): Promise<string | undefined>;
  /** Undefined when GitHub does not tell the token. */
  mergeSettings(): Promise<MergeSettings | undefined>;
}

/** `single`: only for a pull request with one commit, since its message may become the title of a squash. */
export type WantedCommits = "all" | "single";

export interface SourcePull extends PullFacts {
  readonly baseSha: string;
  readonly baseRef: string;
  readonly isOpen: boolean;
}

/** A source is unavailable; another one may not be. The message is a sentence without its full stop. */
export class SourceUnavailable extends Error {
  override readonly name = "SourceUnavailable";
}
