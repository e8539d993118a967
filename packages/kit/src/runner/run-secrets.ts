import { UserErrors } from "@jessy-actions/reading/user-error";
import { codeOrigin } from "./code-origin.ts";
import type { ActionEvent } from "./event.ts";

/** A login that has an empty user name or password. Secrets are empty in runs that may not have them. */
export interface EmptyLogin {
  /** The whole problem, for a run that has secrets. */
  readonly problem: string;
  /** What tells which login it is, after "No login": "by `username`", "to `ghcr.io`". */
  readonly login: string;
  /** "`password` is empty". */
  readonly found: string;
}

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
