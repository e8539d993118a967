import { type Environment, mayRequestIdentity } from "@jessy-actions/kit/runner/environment";
import type { ActionEvent } from "@jessy-actions/kit/runner/event";
import type { Inputs } from "../inputs.ts";

/** Where the README shows the two jobs. */
const TWO_JOBS = "https://github.com/org/jessy-actions/tree/main/actions/bench-compare#quick-start";

/**
 * Warns of rights that the measured code could take. It runs as the same user as this action, who may read this
 * process's memory and environment in /proc, so hiding the token is no boundary; only a job without rights is.
 *
 * GitHub tells nobody what a job's token may do: `permissions` of a repository is about users, and the scopes of an
 * installation's token are told once, to whoever asked for it. So what counts is what the workflow wants of the token: to
 * write a comment. A pull request from a fork has a token that can only read. `id-token: write` shows in the
 * environment.
 */
export function rightsWarnings(
  { comment, token }: Pick<Inputs, "comment" | "token">,
  { pullRequest }: ActionEvent,
  environment: Environment,
): string[] {
  const warnings: string[] = [];
  if (comment && token !== "" && pullRequest !== undefined && !pullRequest.fork)
    warnings.push(
      `This job runs the pull request's code with a token that may write the comment, and that code can find it in this process's memory. Measure in a job with \`permissions: contents: read\` and \`comment: false\`, and comment in a second one with \`publish-result\`: ${TWO_JOBS}`,
    );
  if (mayRequestIdentity(environment))
    warnings.push(
      "This job has `id-token: write`, so the code that it measures can sign in elsewhere in the repository's name. Remove that permission from the job.",
    );
  return warnings;
}
