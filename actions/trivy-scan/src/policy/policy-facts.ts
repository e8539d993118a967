import type { IgnoreEntry } from "@jessy-actions/security/policy/ignore-file";
import type { Problem } from "../targets/problem.ts";

/** What the repository says of what does not count. */
export interface PolicyFacts {
  /** What counts: of the base, or of the commit itself where there is no base and the run is not about a change. */
  readonly ignored: readonly IgnoreEntry[];
  /** Where that was read: `the base 1234567890`, `this commit`. */
  readonly from: string;
  /**
   * Whether the run is about a change, which must not silence its own findings; false: what was scanned is no proposal.
   * Absent: nobody knows, so it is one.
   */
  readonly isChange?: boolean;
  /** Of the head, where `ignored` is of the base: what a change adds or prolongs is shown, and does not count. */
  readonly headIgnored: readonly IgnoreEntry[];
  /** Other things that a change does to its own scan, a sentence each: a new `trivy.yaml`, an inline ignore. */
  readonly proposals: readonly string[];
  readonly problems: readonly Problem[];
}
