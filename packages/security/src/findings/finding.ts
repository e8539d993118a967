import type { Reach } from "./reach.ts";
import type { Severity } from "./severity.ts";

/**
 * What a scan can find. `unmaintained`, `unsound`, `notice` and `yanked` are RustSec's; `end-of-life` is an operating
 * system that gets no more fixes.
 */
export type FindingKind =
  | "vulnerability"
  | "misconfiguration"
  | "secret"
  | "license"
  | "unmaintained"
  | "unsound"
  | "notice"
  | "yanked"
  | "end-of-life";

export type FindingSource = "trivy" | "rustsec" | "govulncheck";

/** One flaw in one place, whoever found it. Plain JSON. */
export interface Finding {
  readonly kind: FindingKind;
  /** `CVE-2026-1`, `RUSTSEC-2026-0001`, `DS-0002`, `github-pat`, `GPL-3.0-only`. */
  readonly id: string;
  /** Other names of the same flaw, without `id`, sorted. */
  readonly aliases: readonly string[];
  readonly severity: Severity;
  /** CVSS base score of the highest version at hand, 0 to 10. */
  readonly score?: number;
  /** One line, untrusted; never the secret itself. */
  readonly title: string;
  /** Where it is explained, `https:` only. */
  readonly url?: string;
  readonly place: FindingPlace;
  /** What is affected; not of secrets and misconfigurations. */
  readonly package?: AffectedPackage;
  /**
   * Of a misconfiguration: the resource, e.g. `aws_s3_bucket.logs`; of a secret: its line with the value left out; of a
   * vulnerability: what it is limited to, e.g. `only on windows`. One line, untrusted.
   */
  readonly detail?: string;
  /**
   * Of a secret: the same for equal lines within one run, by a key that nobody keeps, since the value is not known. It is
   * only for comparing, which takes it away.
   */
  readonly mark?: string;
  /** How near the program comes to the flaw, where a tool has looked. */
  readonly reach?: Reach;
  /** Everyone who found it, sorted: the same flaw is one finding. */
  readonly sources: readonly FindingSource[];
}

export interface FindingPlace {
  /** Of the list of targets: `.`, or the name of an image without tag and digest. */
  readonly target: string;
  /** Path in the target with forward slashes: the lock file, the scanned file, or the layer's file. */
  readonly file: string;
  /** 1-based; in `file`. */
  readonly startLine?: number;
  readonly endLine?: number;
}

export interface AffectedPackage {
  /** As its registry names it. */
  readonly name: string;
  /** `cargo`, `golang`, `debian`, `npm` and so on: the type of its purl. */
  readonly ecosystem: string;
  readonly version: string;
  /** As the tool writes it, with the distribution and the architecture of a system's package; untrusted. */
  readonly purl?: string;
  /** Versions that have the fix, lowest first; empty where there is none yet. */
  readonly fixedVersions: readonly string[];
}
