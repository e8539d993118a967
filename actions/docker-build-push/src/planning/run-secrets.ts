import type { ActionEvent } from "@jessy-actions/kit/runner/event";
import { UserErrors } from "@jessy-actions/reading/user-error";
import { codeOrigin } from "./code-origin.ts";
import type { EmptyLogin } from "./credentials.ts";

/** Dependabot's runs have Dependabot's secrets: the repository's own are empty texts in them. */
const DEPENDABOT = "dependabot[bot]";

/**
 * Why a run has none of the repository's secrets, as a clause; undefined if it has them.
 *
 * @param actor who started the run first.
 */
export function missingSecrets(
  event: Pick<ActionEvent, "name" | "payload">,
  actor: string | undefined,
): string | undefined {
  if (codeOrigin(event) === "fork") return "the pull request is from a fork, which has no secrets";
  return actor === DEPENDABOT
    ? "the run is Dependabot's, which has only the secrets that Dependabot was given"
    : undefined;
}

/**
 * What becomes of logins that have an empty user name or password.
 *
 * @param missing why the run has no secrets. @returns notes for the report.
 * @throws UserErrors in a run that has them.
 */
export function judgeEmptyLogins(empty: readonly EmptyLogin[], missing: string | undefined): readonly string[] {
  if (missing === undefined && empty.length > 0) throw new UserErrors(empty.map(({ problem }) => problem));
  return empty.map(({ login, found }) => `No login ${login}: ${found}, since ${missing}.`);
}
