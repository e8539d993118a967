import type { ResultFile } from "@jessy-actions/kit/report/report";
import type { Finding } from "@jessy-actions/security/findings/finding";
import type { Result } from "../result.ts";

/**
 * The result as JSON, without packages, which the SBOM has, and without the lines of secrets: Trivy takes out the value
 * that it knows, and the same line may hold another.
 */
export function resultFile({ packages: _, ...result }: Result): ResultFile {
  const published = {
    ...result,
    findings: result.findings.map(withoutLine),
    fixed: result.fixed.map(withoutLine),
    suppressed: result.suppressed.map((one) => ({ ...one, finding: withoutLine(one.finding) })),
  };
  return { name: "result.json", content: `${JSON.stringify(published)}\n`, output: "result-file" };
}

function withoutLine<Of extends Finding>(finding: Of): Of {
  if (finding.kind !== "secret" || finding.detail === undefined) return finding;
  const { detail: _, ...rest } = finding;
  return rest as Of;
}
