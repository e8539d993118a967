/**
 * Why something has nothing to be judged by: each is a named failure, told apart from findings. Published in the result
 * file; a word never changes its meaning.
 */
export type ProblemCause =
  /** The path or the image does not exist, or is of another kind. */
  | "no-target"
  /** Trivy ran and looked at nothing that it knows. */
  | "nothing-scanned"
  | "tool-failed"
  | "timeout"
  | "out-of-memory"
  | "disk-full"
  /** Trivy wrote no report, or one that is cut off, old, or of something else. */
  | "unreadable-report"
  | "unreadable-lock"
  /** A Dockerfile or Terraform file that Trivy cannot parse: its misconfigurations would be missing. */
  | "unreadable-config"
  | "unreadable-database"
  | "unreadable-policy";

export interface Problem {
  readonly cause: ProblemCause;
  /** One sentence, plain text: what was found, and what to do. */
  readonly message: string;
  /** The target that it is about; absent where it is about all of them. */
  readonly target?: string;
}
