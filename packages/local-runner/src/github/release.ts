/** A release as GitHub's database has it. */
export interface Release {
  readonly id: number;
  readonly tagName: string;
  readonly targetCommitish: string;
  readonly name: string | null;
  readonly body: string | null;
  readonly draft: boolean;
  readonly prerelease: boolean;
  readonly immutable: boolean;
  /** Of a published one the date of its commit, not of itself. */
  readonly createdAt: string;
  readonly publishedAt: string | null;
  readonly updatedAt: string;
  readonly author: string;
  readonly discussion: string | null;
  /** What stands in a draft's addresses instead of its tag. */
  readonly untagged: string;
}

export type MakeLatest = "true" | "false" | "legacy";

/** What a request says of a release; what it does not name stays as it is. */
export interface ReleaseFields {
  readonly tagName?: string;
  readonly targetCommitish?: string;
  readonly name?: string | null;
  readonly body?: string | null;
  readonly draft?: boolean;
  readonly prerelease?: boolean;
  readonly makeLatest?: MakeLatest;
  readonly discussion?: string;
  readonly generateNotes?: boolean;
}
