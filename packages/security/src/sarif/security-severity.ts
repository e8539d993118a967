import type { Severity } from "../findings/severity.ts";

/** How SARIF grades a result. */
export type Level = "error" | "warning" | "note";

const LEVELS: Readonly<Record<Severity, Level>> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
  unknown: "warning",
};

/**
 * The scores that GitHub reads as a severity (docs, "SARIF support for code scanning": over 9.0, 7.0 to 8.9, 4.0 to
 * 6.9, 0.1 to 3.9), and the one of a finding without a score of its own.
 */
const SCORES: Readonly<
  Record<Exclude<Severity, "unknown">, { readonly low: number; readonly high: number; readonly usual: number }>
> = {
  critical: { low: 9.1, high: 10, usual: 9.5 },
  high: { low: 7, high: 8.9, usual: 8 },
  medium: { low: 4, high: 6.9, usual: 5.5 },
  low: { low: 0.1, high: 3.9, usual: 2 },
};

export function levelOf(severity: Severity): Level {
  return LEVELS[severity];
}

/**
 * The score that makes GitHub show our severity: the finding's own where it lies in that range, else the nearest one
 * that does. A vendor's "low" with a CVSS score of 9.8 stays low.
 *
 * @returns nothing for `unknown`: GitHub then shows the level alone.
 */
export function securitySeverity(severity: Severity, score: number | undefined): string | undefined {
  if (severity === "unknown") return undefined;
  const { low, high, usual } = SCORES[severity];
  if (score === undefined) return usual.toFixed(1);
  return Math.min(high, Math.max(low, Math.round(score * 10) / 10)).toFixed(1);
}
