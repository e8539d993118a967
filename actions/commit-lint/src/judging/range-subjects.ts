import type { CommitFacts, GatheredFacts } from "../facts.ts";
import type { Inputs } from "../inputs.ts";
import { withoutPullRequestNumber } from "../merge-queue.ts";
import type { SkippedPull, Subject } from "../result.ts";
import { ignoredCommit, judgeCommit } from "./subject.ts";

/**
 * Commits outside of pull requests. Of a merge group those are the commits that the queue itself made, since they will be on the branch. Pure.
 *
 * @param skipped pull requests that are left alone; so is the commit that brings one.
 */
export function judgeRange(
  { ignoreAuthors }: Pick<Inputs, "ignoreAuthors">,
  { pulls, range, origin, rules }: Pick<GatheredFacts, "pulls" | "range" | "origin" | "rules">,
  skipped: readonly SkippedPull[],
): Subject[] {
  const isGroup = origin === "merge-group";
  const numbers = new Set(isGroup ? pulls.map(({ number }) => number) : []);
  const messages = new Set(pulls.flatMap(({ commits = [] }) => commits).map(({ message }) => message.trimEnd()));
  return range.commits.flatMap((commit): Subject[] => {
    // The pull request's own commit, or a copy that a rebase made.
    if (isGroup && messages.has(commit.message.trimEnd())) return [];
    if (skipped.some(({ pullRequest }) => isSquashOf(commit, pullRequest)))
      return [ignoredCommit(commit, "of an ignored pull request")];
    if (!isGroup && commit.author !== undefined && ignoreAuthors.includes(commit.author.toLowerCase()))
      return [ignoredCommit(commit, `by ${commit.author}`)];
    const message = withoutPullRequestNumber(commit.message, numbers);
    return [judgeCommit(commit, message, rules, { required: true })];
  });
}

function isSquashOf({ message }: CommitFacts, number: number): boolean {
  return withoutPullRequestNumber(message, new Set([number])) !== message;
}
