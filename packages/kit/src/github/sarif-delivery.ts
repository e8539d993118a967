import type { GitHubError } from "./error.ts";

/** Why GitHub did not take a file, in a word that a report can explain. */
export type RefusalReason =
  /** Neither GitHub Code Security nor Advanced Security is on: a private repository without a licence, or a setting. */
  | "code-security-off"
  /** The token may not: no `security-events: write`, a fork, Dependabot. */
  | "not-accessible"
  /** No such repository for this token, or GitHub does not know the commit or the ref (yet). */
  | "not-found"
  /** Larger than 10 MB, compressed. */
  | "too-large"
  /** GitHub does not understand the request. */
  | "invalid"
  /** GitHub does not answer, or with an error of its own. */
  | "unavailable";

/** Why GitHub did not process a file that it took. */
export type RejectionReason =
  | "limits"
  /** Two runs of one tool and category. */
  | "duplicate-category"
  /** The default setup of CodeQL is on, which refuses other analyses of that tool. */
  | "default-setup"
  | "invalid";

/** Why a file is not even sent. */
export type SkipReason =
  /** Its token may only read. */
  | "fork"
  /** GitHub deletes the branch of a merge queue before the analysis is of use to anybody (codeql-action#1572). */
  | "merge-queue"
  /** What was scanned is not the commit of the event: its alerts would be shown on another branch. */
  | "other-commit"
  /** No analysis is whole: a partial one would close alerts that still stand. */
  | "incomplete";

/** What became of an upload. Everything that a repository's settings can lead to is an answer, never an error. */
export type SarifDelivery =
  | { readonly outcome: "processed"; readonly id: string }
  /** GitHub took the file, and then could not process it, or not all of it. */
  | {
      readonly outcome: "rejected";
      readonly id: string;
      readonly reason: RejectionReason;
      /** In GitHub's words, untrusted. */
      readonly errors: readonly string[];
    }
  /** GitHub took the file; whether it processed it is not known. */
  | { readonly outcome: "unconfirmed"; readonly id: string; readonly message: string }
  | { readonly outcome: "refused"; readonly reason: RefusalReason; readonly message: string }
  /** Nothing was sent. */
  | { readonly outcome: "skipped"; readonly reason: SkipReason };

/**
 * GitHub says "Code Security must be enabled …", "Advanced Security must be enabled …", "Code Scanning is not enabled"
 * and, of old, "repository not enabled for code scanning".
 */
const OFF = /security must be enabled|code scanning is not enabled|not enabled for code scanning/i;

export function refusalReason({ status, message }: Pick<GitHubError, "status" | "message">): RefusalReason {
  if (status === 403) return OFF.test(message) ? "code-security-off" : "not-accessible";
  if (status === 401) return "not-accessible";
  if (status === 404) return "not-found";
  if (status === 413) return "too-large";
  return status >= 400 && status < 500 && status !== 429 ? "invalid" : "unavailable";
}

export function rejectionReason(errors: readonly string[]): RejectionReason {
  const say = (pattern: RegExp) => errors.some((error) => pattern.test(error));
  if (say(/default setup is enabled/i)) return "default-setup";
  if (say(/multiple runs with the same category/i)) return "duplicate-category";
  return say(/^rejecting SARIF, as there are more /i) ? "limits" : "invalid";
}
