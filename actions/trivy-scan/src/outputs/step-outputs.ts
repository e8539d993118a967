import { SEVERITIES } from "@jessy-actions/security/findings/severity";
import { severityCounts } from "../rendering/severity-text.ts";
import type { Result } from "../result.ts";

/** The outputs that are numbers and words; files add theirs. */
export function stepOutputs({ verdict, findings, counts, databases }: Result): Record<string, string> {
  const reported = severityCounts(findings);
  const added = SEVERITIES.reduce((sum, severity) => sum + counts.new[severity], 0);
  return {
    verdict,
    ...Object.fromEntries(SEVERITIES.map((severity) => [severity, String(reported[severity])])),
    new: String(added),
    failing: String(findings.filter(({ fails }) => fails).length),
    "database-date": databases.find(({ name }) => name === "trivy-db")?.updatedAt ?? "",
  };
}
