import type { Finding } from "@jessy-actions/security/findings/finding";
import type { Database } from "../database/database.ts";
import type { Problem } from "../targets/problem.ts";

/** What RustSec and govulncheck say of one side. */
export interface Audit {
  readonly findings: readonly Finding[];
  readonly locks: readonly AuditedLock[];
  readonly problems: readonly Problem[];
}

export interface AuditedLock {
  /** Relative to the repository's root, with forward slashes. */
  readonly file: string;
  /** Packages of crates.io. */
  readonly judged: number;
  readonly notJudged: number;
}

export interface Advisories {
  /** None where the repository has no Cargo.lock and no govulncheck file is given. */
  readonly databases: readonly Database[];
  /**
   * Audits one side.
   *
   * @param folder the repository's root, absolute. @param files tracked there, with forward slashes. @param side
   * govulncheck looked at the head alone: what it would have found at the base is told by the base's go.mod.
   * @returns of a base whose lock cannot be read nothing is known, so all of it is new: a change may mend that lock.
   */
  audit(folder: string, files: readonly string[], side: "head" | "base"): Promise<Audit>;
}
