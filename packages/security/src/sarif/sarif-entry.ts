import type { Finding } from "../findings/finding.ts";
import { SEVERITIES, type Severity } from "../findings/severity.ts";

/** A finding that an ignore file, an inline comment or a VEX document set aside. */
export interface SuppressedFinding {
  readonly finding: Finding;
  /** `inSource`: a comment in the scanned file; `external`: a file of its own. */
  readonly kind: "inSource" | "external";
  /** Why, in the words of whoever did it; untrusted. */
  readonly justification?: string;
}

/** A result before it is written. */
export interface SarifEntry {
  /** Never empty, at most 255 UTF-16 units: what its rule is called, but for the severity. */
  readonly ruleId: string;
  readonly finding: Finding;
  /** What it counts as for the gate. */
  readonly severity: Severity;
  readonly uri: string;
  readonly suppressed?: SuppressedFinding;
}

const RANK: Readonly<Record<Severity, number>> = Object.fromEntries(
  SEVERITIES.map((severity, rank) => [severity, rank]),
) as Record<Severity, number>;

/** Worst first, what is suppressed last; the same order for the same findings, whatever theirs was. */
export function compareEntries(a: SarifEntry, b: SarifEntry): number {
  const [of, than] = [a.finding, b.finding];
  return (
    Number(a.suppressed !== undefined) - Number(b.suppressed !== undefined) ||
    RANK[a.severity] - RANK[b.severity] ||
    (scoreOf(b) ?? 0) - (scoreOf(a) ?? 0) ||
    compareTexts(of.id, than.id) ||
    compareTexts(a.uri, b.uri) ||
    compareTexts(of.package?.name, than.package?.name) ||
    compareTexts(of.package?.version, than.package?.version) ||
    (of.place.startLine ?? 0) - (than.place.startLine ?? 0) ||
    compareTexts(of.detail, than.detail) ||
    compareTexts(of.title, than.title)
  );
}

/** A CVSS score; anything else is none. */
export function scoreOf({ finding: { score } }: SarifEntry): number | undefined {
  return score !== undefined && score >= 0 && score <= 10 ? score : undefined;
}

function compareTexts(a = "", b = ""): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
