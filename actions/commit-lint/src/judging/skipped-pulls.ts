import type { PullFacts } from "../facts.ts";
import type { Inputs } from "../inputs.ts";
import type { SkippedPull } from "../result.ts";

/** Why a pull request is left alone; undefined when it is checked. GitHub knows its author, whatever its commits say. Pure. */
export function skippedPull(
  { number, labels, author }: Pick<PullFacts, "number" | "labels" | "author">,
  { ignoreAuthors, ignoreLabels }: Pick<Inputs, "ignoreAuthors" | "ignoreLabels">,
): SkippedPull | undefined {
  const label = labels.find((each) => ignoreLabels.includes(each));
  if (label !== undefined) return { pullRequest: number, reason: `has the label \`${label}\`` };
  if (ignoreAuthors.includes(author.toLowerCase())) return { pullRequest: number, reason: `is by \`${author}\`` };
  return undefined;
}
