import { UserError } from "@jessy-actions/reading/user-error";

/** Events whose runs hold secrets or a token with write access, while the code they check out may be anyone's. */
export const PRIVILEGED_EVENTS = [
  "pull_request_target",
  "workflow_run",
  "issue_comment",
  "issues",
  "discussion",
] as const;

/**
 * Refuses to run benchmarks in a privileged run: in May 2026 a benchmark job under `pull_request_target` led to 84 malicious releases of
 * TanStack.
 *
 * @param allowed events that the workflow permits by name.
 * @throws UserError
 */
export function refusePrivilegedEvent(event: string, allowed: readonly string[]): void {
  if (!(PRIVILEGED_EVENTS as readonly string[]).includes(event) || allowed.includes(event)) return;
  throw new UserError(
    `benchmarks run the code of the pull request, and a run started by \`${event}\` holds this repository's secrets; use \`on: pull_request\`, or write \`allow-events: ${event}\` if only trusted people's code gets here`,
  );
}
