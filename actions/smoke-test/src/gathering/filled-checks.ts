import type { Check } from "@jessy-actions/deployment/checks/check";
import { fillReferences } from "@jessy-actions/deployment/checks/references";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { runActor } from "@jessy-actions/kit/runner/environment";
import { missingSecrets } from "@jessy-actions/kit/runner/run-secrets";
import { UserErrors } from "@jessy-actions/reading/user-error";

/**
 * The checks with their credentials, which are masked before anything is asked.
 *
 * @throws UserErrors for variables that are empty: a check without its credential would judge the login page.
 */
export function filledChecks(
  checks: readonly Check[],
  { environment, event, log }: Pick<ActionIo, "environment" | "event" | "log">,
): readonly Check[] {
  const { checks: filled, values, missing } = fillReferences(checks, environment);
  for (const value of values) log.mask(value);
  if (missing.length === 0) return filled;
  const why = missingSecrets(event(), runActor(environment));
  throw new UserErrors(
    missing.map(({ problem }) =>
      why === undefined ? `${problem}; set it in \`env\` of the step` : `${problem}: ${why}`,
    ),
  );
}
