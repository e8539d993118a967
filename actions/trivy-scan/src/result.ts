import type { SarifDelivery } from "@jessy-actions/kit/github/sarif-delivery";
import type { Verdict } from "@jessy-actions/kit/report/report";
import type { Finding } from "@jessy-actions/security/findings/finding";
import type { Severity } from "@jessy-actions/security/findings/severity";
import type { SbomPackage } from "@jessy-actions/security/sbom/sbom";
import type { Problem } from "./targets/problem.ts";
import type { TargetKind } from "./targets/target.ts";

export const RESULT_SCHEMA = "jessy-actions/trivy-scan/v1";

export type SeverityCounts = Readonly<Record<Severity, number>>;

/**
 * The whole decision as plain JSON: what the result file holds (but for `packages`) and all that `render` needs. Published as
 * docs/schema/trivy-scan-result.v1.json; a field never gets another meaning within a version.
 */
export interface Result {
  readonly schema: typeof RESULT_SCHEMA;
  /** `broken` when something was not scanned, whatever was found elsewhere. */
  readonly verdict: Verdict;
  readonly fails: boolean;
  readonly headline: string;
  /** Of this scan, of several in a job; absent or empty for the only one. */
  readonly name?: string;
  readonly commit: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly repository: { readonly owner: string; readonly name: string };
  /** Where links to files lead; absent: github.com. */
  readonly serverUrl?: string;
  readonly ref: string;
  readonly fork: boolean;
  readonly comparison:
    | { readonly state: "compared"; readonly base: string; readonly reason: string }
    | { readonly state: "none"; readonly cause: "no-change" | "no-base" | "not-asked"; readonly reason: string };
  readonly tool: { readonly version: string; readonly origin: string; readonly sha256: string };
  readonly network: "namespace" | "proxy";
  readonly databases: readonly DatabaseResult[];
  readonly targets: readonly TargetResult[];
  /** What is reported: those that fail first, then new ones, then the worst, then the likeliest to be attacked. */
  readonly findings: readonly JudgedFinding[];
  /** Of the base. */
  readonly fixed: readonly Finding[];
  readonly suppressed: readonly SuppressedResult[];
  /** What is reported, by severity; an unknown one counts as what `unknown-severity` says only for the verdict. */
  readonly counts: { readonly new: SeverityCounts; readonly known: SeverityCounts; readonly fixed: SeverityCounts };
  readonly ignoreFiles: {
    readonly from: string;
    /** Entries that a change adds or prolongs, which do not count for itself. */
    readonly proposed: readonly IgnoreEntryResult[];
    readonly unused: readonly IgnoreEntryResult[];
    readonly expired: readonly IgnoreEntryResult[];
    readonly expiring: readonly IgnoreEntryResult[];
    readonly proposals: readonly string[];
  };
  /** The locks that were matched against RustSec. */
  readonly locks: readonly { readonly file: string; readonly judged: number; readonly notJudged: number }[];
  readonly problems: readonly Problem[];
  /** What a reader should know, a sentence each. */
  readonly notes: readonly string[];
  readonly warnings: readonly string[];
  /** What became of the SARIF file; null when none was to be sent. */
  readonly upload: SarifDelivery | null;
  /** For the SBOM; not in the result file. */
  readonly packages: readonly { readonly target: string; readonly packages: readonly SbomPackage[] }[];
  readonly settings: {
    readonly sbom: "none" | "cyclonedx" | "spdx";
    readonly category: string;
    readonly unknownSeverity: Severity;
    /** What is reported even if it does not fail; absent: everything. */
    readonly severities?: readonly Severity[];
  };
}

export interface DatabaseResult {
  readonly name: string;
  readonly version: string | null;
  /** RFC 3339; null where nobody knows. */
  readonly updatedAt: string | null;
  readonly origin: string;
}

export interface TargetResult {
  readonly name: string;
  readonly kind: TargetKind;
  /** Of files: the folder in the repository that their paths are below; absent: the name. */
  readonly location?: string;
  readonly state: "scanned" | "failed";
  /** `unchanged`: nothing of it differs from the base, so it was scanned once. */
  readonly base: "scanned" | "unchanged" | "failed" | "none";
  readonly scanned: Readonly<Record<string, number>>;
  readonly digest: string | null;
}

export interface JudgedFinding extends Finding {
  /** Everything is `new` where there is no base. */
  readonly state: "new" | "known";
  readonly fails: boolean;
  /** In CISA's catalogue of known exploited vulnerabilities. */
  readonly exploited?: boolean;
  /** FIRST's EPSS, 0 to 1. */
  readonly probability?: number;
  /** As argv: what fixes it. */
  readonly fix?: readonly string[];
  /** The fix is of another major version: the requirement in the manifest has to change before the command works. */
  readonly breaking?: true;
}

export interface IgnoreEntryResult {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly expires?: string;
}

export interface SuppressedResult {
  readonly finding: Finding;
  /** The entry that did it; null for what Trivy set aside by a comment in the scanned file. */
  readonly entry: IgnoreEntryResult | null;
  /** Why, in the words of whoever did it; untrusted. */
  readonly statement?: string;
}
