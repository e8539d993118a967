import { count } from "@jessy-actions/kit/report/quantity";
import type { Finding } from "@jessy-actions/security/findings/finding";
import { SEVERITIES, type Severity } from "@jessy-actions/security/findings/severity";
import type { SeverityCounts } from "../result.ts";

/** How many there are of each severity. */
export function severityCounts(findings: readonly Pick<Finding, "severity">[]): SeverityCounts {
  const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>;
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** `1 critical, 2 high`; empty for none. */
export function severityText(counts: SeverityCounts): string {
  return SEVERITIES.filter((severity) => counts[severity] > 0)
    .map((severity) => `${count(counts[severity])} ${severity}`)
    .join(", ");
}
