import type { Check } from "@jessy-actions/deployment/checks/check";
import type { CheckDefaults } from "@jessy-actions/deployment/checks/grammar/check-fields";

/**
 * A bound for certificates beside addresses that have none would judge nothing. @returns the end of a sentence about the
 * input `tls-days`.
 */
export function certificateProblem(checks: readonly Check[], { expect }: CheckDefaults): string | undefined {
  if (expect?.tlsDays === undefined) return undefined;
  if (checks.some(({ url, optional }) => url.startsWith("https:") && !optional)) return undefined;
  return "is set, and no check that counts asks over https: no certificate would be judged; write `https://`, or leave it out";
}
