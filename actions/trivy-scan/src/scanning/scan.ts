import type { Finding } from "@jessy-actions/security/findings/finding";
import type { SuppressedFinding } from "@jessy-actions/security/sarif/sarif-entry";
import type { SbomPackage } from "@jessy-actions/security/sbom/sbom";
import type { Scanner } from "../inputs.ts";
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
  /** Scanners that were asked for and know nothing of what is there: that they found nothing says nothing. */
  readonly idle?: readonly Scanner[];
}

/** A scan, or why there is none. `partial`: what the rest gave where a part of the target could not be read. */
export type ScanOutcome = { readonly scan: Scan } | { readonly problem: Problem; readonly partial?: Scan };
