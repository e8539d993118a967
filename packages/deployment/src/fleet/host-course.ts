/** What happened to one host, as far as it says what the host serves. Releases: an empty text is none. */
export interface HostCourse {
  /** What it served before anything was done. */
  readonly before: string;
  /** What it was to go back to, if a rollback said so: after a killed run that is older than `before`. */
  readonly restored: string | undefined;
  /** Asked from the host at the very end; undefined: it did not answer. */
  readonly serving: string | undefined;
  /** A switch was begun there. */
  readonly isSwitched: boolean;
  /** A step failed there, or one that concerns it. */
  readonly hasFailed: boolean;
  readonly rollback: "none" | "done" | "failed";
}

export type HostState =
  | "deployed"
  | "unchanged"
  | "rolled-back"
  | "not-touched"
  /** It serves something else than before and than asked for, or something that nobody vouches for. */
  | "failed"
  | "unreachable";

/** What the host is to be called, by what it serves and not by what was done. */
export function hostState(course: HostCourse, release: string): HostState {
  const { before, restored, serving, isSwitched, hasFailed, rollback } = course;
  if (serving === undefined) return "unreachable";
  if (!isSwitched) return stateOfUntouched(course, release);
  if (rollback === "failed") return "failed";
  // A host that still serves what failed did not go back, whatever its rollback says.
  if (rollback === "done") return serving !== release && serving === (restored ?? before) ? "rolled-back" : "failed";
  if (hasFailed || serving !== release) return "failed";
  return before === release ? "unchanged" : "deployed";
}

/** What others do to a host meanwhile, such as whoever holds its lock, is none of ours: it was not touched. */
function stateOfUntouched({ before, serving, hasFailed }: HostCourse, release: string): HostState {
  if (before !== release || serving !== release) return "not-touched";
  return hasFailed ? "failed" : "unchanged";
}
