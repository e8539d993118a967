import { findComparison } from "@jessy-actions/kit/git/comparison";
import type { Git } from "@jessy-actions/kit/git/git";
import type { ActionEvent } from "@jessy-actions/kit/runner/event";
import { UserError } from "@jessy-actions/reading/user-error";

/** The two commits that are measured. */
export interface Commits {
  readonly base: string;
  readonly head: string;
  /** Why these two, for people. */
  readonly reason: string;
}

/**
 * Finds the commits to measure: HEAD, and `baseRef` or what the event starts from.
 *
 * @throws UserError when there is nothing to compare with.
 */
export async function findCommits(git: Git, event: ActionEvent, baseRef: string | undefined): Promise<Commits> {
  if (baseRef === undefined) {
    const comparison = await findComparison(git, event);
    if (comparison.state === "compared" && comparison.base !== comparison.head) return comparison;
    // Under `pull_request_target` actions/checkout takes the base: compared with itself it would always pass.
    if (comparison.state === "compared")
      throw new UserError(
        `HEAD, ${comparison.head.slice(0, 10)}, has nothing that its base does not have; check out the head of the pull request with \`ref\` of actions/checkout`,
      );
    throw new UserError(
      `there is nothing to compare with: ${comparison.reason}; name a branch or commit in \`base-ref\``,
    );
  }
  const head = await git.resolve("HEAD");
  const base = (await git.resolve(`refs/remotes/origin/${baseRef}`)) ?? (await git.resolve(baseRef));
  if (head === undefined) throw new UserError("the repository has no commit");
  if (base !== undefined) return { base, head, reason: `HEAD against \`${baseRef}\`` };
  if (/^[0-9a-f]{40,64}$/.test(baseRef) && (await git.fetchCommit(baseRef)))
    return { base: baseRef, head, reason: "HEAD against the commit in `base-ref`" };
  throw new UserError(
    `input \`base-ref\` is \`${baseRef}\`, and this checkout has no such branch, tag or commit; check out with \`fetch-depth: 0\`, or write a whole commit id`,
  );
}
