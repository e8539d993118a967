import { unjudged } from "@jessy-actions/kit/action/unjudged";
import type { PublishedFacts } from "../facts.ts";
import { decide } from "../gates/decision.ts";
import type { Inputs } from "../inputs.ts";
import { ignoringLabel } from "../judging/ignoring-label.ts";
import type { Result } from "../result.ts";
import { inOwnWords } from "./own-words.ts";

/**
 * Another run's result, judged by this run. The file may come from anybody's pull request, so verdict, outcome, headline
 * and exit code are never what it says they are, and no sentence of it is shown as ours. What lets something pass is what
 * this run's own inputs and the pull request's labels say.
 */
export function judgePublished(
  { result, labels }: Omit<PublishedFacts, "kind">,
  {
    failOn,
    onMissingBase,
    onTooFewRuns,
    onUnreadableHistory,
    ignoreLabel,
  }: Pick<Inputs, "failOn" | "onMissingBase" | "onTooFewRuns" | "onUnreadableHistory" | "ignoreLabel">,
): Result {
  const { unjudged: rule, ...told } = inOwnWords(result);
  const judged = [...(told.suite === undefined ? [] : [told.suite]), ...told.comparisons];
  const ignoredBy = ignoringLabel(labels, ignoreLabel, judged);
  const published = {
    ...told,
    rules: { ...told.rules, failOn, onMissingBase, onTooFewRuns },
    ...(rule !== undefined && {
      unjudged: unjudged(rule.cause, { input: "on-unreadable-history", value: onUnreadableHistory }),
    }),
    ...(ignoredBy !== undefined && { ignoredBy }),
  };
  return { ...published, ...decide(published) };
}
