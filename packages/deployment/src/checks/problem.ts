/** What is wrong with one answer. */
export interface Problem {
  readonly kind: ProblemKind;
  /** One sentence without a full stop; names stand between backticks. Holds untrusted text. */
  readonly message: string;
  /** It is shown and does not fail the check. */
  readonly isWarning: boolean;
  /**
   * Whether asking again can help. `never`: the configuration is wrong. `name`: a name that is not known yet may still
   * spread, for a while.
   */
  readonly retry: "later" | "name" | "never";
}

export type ProblemKind =
  | "no-answer"
  | "status"
  | "content-type"
  | "header"
  | "body"
  | "json"
  | "version"
  | "latency"
  | "certificate"
  | "clock";
