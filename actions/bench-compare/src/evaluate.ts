import type { Comparison } from "@jessy-actions/benchmarks/comparison";
import { unjudged } from "@jessy-actions/kit/action/unjudged";
import type { Facts, MeasuredFacts } from "./facts.ts";
import { decide } from "./gates/decision.ts";
import { trendWith } from "./history/trend.ts";
import type { Inputs } from "./inputs.ts";
import { NO_CONTROL, readControl } from "./judging/control.ts";
import { enforceRules } from "./judging/enforce.ts";
import { addFailed } from "./judging/failed.ts";
import { sortByHarm } from "./judging/harm.ts";
import { ignoringLabel } from "./judging/ignoring-label.ts";
import { judgeControl, judgeGroups } from "./judging/judge.ts";
import { missingBase } from "./judging/missing-base.ts";
import { notesOf } from "./judging/notes.ts";
import type { Rules } from "./judging/rules.ts";
import { judgePublished } from "./published/judge-published.ts";
import type { Control, Result, Suite } from "./result.ts";

/**
 * The whole decision, and the result file. Pure. Of a result that another run published the numbers alone are taken.
 */
export function evaluate(
  inputs: Pick<
    Inputs,
    "name" | "rules" | "failOn" | "onMissingBase" | "onTooFewRuns" | "onUnreadableHistory" | "ignoreLabel" | "gate"
  >,
  facts: Facts,
): Result {
  if (facts.kind === "published") return judgePublished(facts, inputs);
  const { rules, failOn, onMissingBase, onTooFewRuns, ignoreLabel, lowered, changed } = enforceRules(
    inputs,
    facts.gate,
  );
  const { comparisons, suite, control } = compareAll(facts, rules);
  const problem = facts.problem ?? missingBase(comparisons);
  const ignoredBy = ignoringLabel(facts.labels, ignoreLabel, [...(suite === undefined ? [] : [suite]), ...comparisons]);
  const trend = trendWith(facts.trend, facts.context.head, comparisons);
  const judged = {
    rules: {
      margin: rules.margin,
      exactMargin: rules.exactMargin,
      floor: rules.floor,
      alpha: rules.alpha,
      failOn,
      onMissingBase,
      onTooFewRuns,
    },
    comparisons,
    ...(suite !== undefined && { suite }),
    control,
    ...(facts.run !== undefined && { run: facts.run }),
    ...(problem !== undefined && { problem }),
    ...(facts.rulesUnknown !== undefined && {
      unjudged: unjudged(`history-${facts.rulesUnknown.state}` as const, {
        input: "on-unreadable-history",
        value: inputs.onUnreadableHistory,
      }),
    }),
    ...(ignoredBy !== undefined && { ignoredBy }),
  };
  return {
    schema: "jessy-actions/bench-compare/v1",
    name: inputs.name,
    ...decide(judged),
    context: facts.context,
    machine: facts.machine,
    ...judged,
    ...(facts.files !== undefined && { files: facts.files }),
    ...(trend.length > 0 && { trend }),
    lowered,
    notes: notesOf(facts, changed),
  };
}

/** Where measuring ended early, what there is of it is half a truth: nothing of it is judged. */
function compareAll(
  facts: MeasuredFacts,
  rules: Rules,
): {
  readonly comparisons: readonly Comparison[];
  readonly suite: Suite | undefined;
  readonly control: Control;
} {
  if (facts.problem !== undefined) return { comparisons: [], suite: undefined, control: NO_CONTROL };
  const { comparisons, suite } = judgeGroups(facts.groups, rules);
  return {
    comparisons: sortByHarm(addFailed(comparisons, facts.failed, rules)),
    suite,
    control: readControl(judgeControl(facts.groups, rules)),
  };
}
