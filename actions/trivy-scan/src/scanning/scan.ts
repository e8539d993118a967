import type { Finding } from "@jessy-actions/security/findings/finding";
import type { SuppressedFinding } from "@jessy-actions/security/sarif/sarif-entry";
import type { SbomPackage } from "@jessy-actions/security/sbom/sbom";
import type { Problem } from "../targets/problem.ts";

/** What Trivy said of one target. */
export interface Scan {
  readonly findings: readonly Finding[];
  /** What Trivy itself set aside: by a comment in a scanned file. It counts all the same, unless the base has it too. */
  readonly suppressed: readonly SuppressedFinding[];
  readonly packages: readonly SbomPackage[];
  /** Files and systems that were scanned, by class, e.g. `lang-pkgs`. */
  readonly scanned: Readonly<Record<string, number>>;
  /** Of an image: the digest of what was scanned; of files: null. */
  readonly digest: string | null;
}

/** A scan, or why there is none. */
export type ScanOutcome = { readonly scan: Scan } | { readonly problem: Problem };
