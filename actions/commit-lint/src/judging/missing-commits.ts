import { isCounted, type PullFacts, type Range } from "../facts.ts";

/** Which commits could not be read, to stand after "Not every commit was checked: "; undefined when all of them were. Pure. */
export function missingCommits(pulls: readonly PullFacts[], range: Range): string | undefined {
  for (const { number, declared, commits } of pulls) {
    if (commits !== undefined && !isCounted(declared, commits))
      return `of the ${declared} commits of #${number} ${commits.length} could be read`;
    if (commits?.length === 0) return `#${number} has no commit that could be read`;
  }
  if (isCounted(range.declared, range.commits)) return undefined;
  return `of ${range.declared} commits ${range.commits.length} could be read`;
}
