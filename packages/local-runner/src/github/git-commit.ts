/** A commit that the emulated GitHub knows. */
export interface GitCommit {
  readonly sha: string;
  /** Of its files; default: the commit's own hash, which no tree has. */
  readonly tree?: string;
  readonly message: string;
  /** ISO 8601. */
  readonly date: string;
  /** First parent first. */
  readonly parents: readonly string[];
  readonly author: string;
  /** Whose GitHub account it is, when it is one's. */
  readonly login?: string;
  /** It has other files in `.github/workflows` than the default branch. */
  readonly changesWorkflows?: boolean;
}

export const SHA = /^[0-9a-f]{40}$/;

/** What is said of a commit that no test has spoken of. */
export function unknownCommit(sha: string): GitCommit {
  return { sha, message: "A commit", date: "2024-01-01T00:00:00Z", parents: [], author: "Alice" };
}
