import type { ActionEvent } from "../runner/event.ts";
import type { Git } from "./git.ts";

/** The questions to git that finding them takes. */
export type History = Pick<
  Git,
  "resolve" | "parents" | "mergeBases" | "isCutOff" | "fetchCommit" | "fetchBranch" | "deepenUntil"
>;

/** The two commits that a run compares, or why it compares none. */
export type Comparison =
  | { readonly state: "compared"; readonly base: string; readonly head: string; readonly reason: string }
  /** `no-change`: the run is about no change. `no-base`: it may be about one, and what it starts from is not known. */
  | { readonly state: "none"; readonly cause: "no-change" | "no-base"; readonly reason: string };

/**
 * The change that a run is about, always in terms of what is checked out:
 * - GitHub's merge commit of a pull request: against its first parent, so that line numbers fit (codecov/feedback#961);
 * - another checkout of a pull request: against the merge base of its base and HEAD;
 * - push: against the commit before it; merge queue: against the group's base;
 * - anything else on another branch than the default, and a push that made it or replaced what was there: against the
 *   merge base with the default branch.
 *
 * Fetches the missing history of a shallow clone, only as far as needed.
 */
export async function findComparison(git: History, event: ActionEvent): Promise<Comparison> {
  const head = await git.resolve("HEAD");
  if (head === undefined) return noBase("the repository has no commit");
  const { pullRequest } = event;
  if (pullRequest !== undefined) {
    const parents = await git.deepenUntil(
      () => git.parents(head),
      (found) => found.length > 0,
    );
    if (parents.length === 2 && parents[1] === pullRequest.headSha && parents[0] !== undefined) {
      return {
        state: "compared",
        base: parents[0],
        head,
        reason: "the merge commit of the pull request against its base",
      };
    }
    return againstMergeBase(git, pullRequest.baseSha, head, `the base \`${pullRequest.baseRef}\``);
  }
  const isPush = event.name === "push" || event.name === "merge_group";
  if (isPush && event.before !== undefined && (await git.fetchCommit(event.before))) {
    const reason = event.name === "push" ? "the push" : "the merge group against its base";
    return { state: "compared", base: event.before, head, reason };
  }
  const { defaultBranch } = event;
  if (isPush && (defaultBranch === undefined || isBranch(event, defaultBranch) || event.name === "merge_group")) {
    // On the default branch only its first push has nothing before it.
    if (event.before === undefined) return noChange("this push made the branch, so there is nothing before it");
    const before = event.before.slice(0, 10);
    return noBase(`the commit before this push, ${before}, is not available (was it a force push?)`);
  }
  if (defaultBranch === undefined) return noBase(`a run by ${event.name} names no branch to compare with`);
  if (isBranch(event, defaultBranch))
    return noChange(`a run by ${event.name} on the default branch has no change to look at`);
  const base = await git.fetchBranch(defaultBranch);
  if (base === undefined) return noBase(`the default branch \`${defaultBranch}\` cannot be fetched`);
  return againstMergeBase(git, base, head, `the default branch \`${defaultBranch}\``);
}

function isBranch({ ref }: ActionEvent, branch: string): boolean {
  return ref === `refs/heads/${branch}`;
}

function noChange(reason: string): Comparison {
  return { state: "none", cause: "no-change", reason };
}

function noBase(reason: string): Comparison {
  return { state: "none", cause: "no-base", reason };
}

async function againstMergeBase(git: History, base: string, head: string, what: string): Promise<Comparison> {
  if (!(await git.fetchCommit(base))) {
    return noBase(`the commit ${base.slice(0, 10)} of ${what} cannot be fetched; check out with \`fetch-depth: 0\``);
  }
  // Of a history that is cut off, an older common ancestor may be all that is seen.
  const found = await git.deepenUntil(
    async () => {
      const bases = await git.mergeBases(base, head);
      return { bases, isCut: await git.isCutOff([base, head], bases) };
    },
    ({ bases, isCut }) => bases.length > 0 && !isCut,
  );
  if (found.isCut)
    return noBase(
      `the history of HEAD and ${what} cannot be fetched as far as needed; check out with \`fetch-depth: 0\``,
    );
  const [mergeBase, ...others] = found.bases;
  if (mergeBase === undefined) return noBase(`HEAD and ${what} have no common history`);
  const reason =
    others.length === 0
      ? `HEAD against the merge base with ${what}`
      : `HEAD against the first of ${others.length + 1} merge bases with ${what}`;
  return { state: "compared", base: mergeBase, head, reason };
}
