/** A pull request as a test opens it. */
export interface SeededPullRequest {
  readonly headOwner: string;
  readonly headRef: string;
  readonly headSha: string;
  readonly baseRef: string;
  readonly baseSha: string;
  /** Default "A change". */
  readonly title?: string;
  readonly body?: string;
  /** Its author; default the owner of its head. */
  readonly author?: string;
  /** The repository of its head was deleted. */
  readonly headGone?: boolean;
  /** How many commits it says that it has; default as many as there are. */
  readonly commits?: number;
}
