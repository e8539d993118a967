import { titleOf } from "@jessy-actions/benchmarks/comparison";
import { loweredAlerts } from "@jessy-actions/kit/report/lowered-input";
import type { Block, Inline } from "@jessy-actions/kit/report/report";
import type { Result } from "../result.ts";
import { formatChange } from "../wording/change.ts";

/** Metrics that an alert names; the result file has them all. */
const MAX_NAMED = 5;

/** What a reader has to know before the numbers: a weakened gate, an unsteady machine, a failure that does not fail. */
export function alerts(result: Result): Block[] {
  return [...loweredAlerts(result.lowered), ...contaminated(result), ...tolerated(result)];
}

function contaminated({ outcome, control }: Result): Block[] {
  if (outcome !== "contaminated") return [];
  const moved = control.moved
    .slice(0, MAX_NAMED)
    .flatMap((comparison, at): readonly Inline[] => [
      at === 0 ? ": " : ", ",
      { code: titleOf(comparison) },
      ` ${formatChange(comparison.change ?? 0, comparison.margin)}`,
    ]);
  const why =
    moved.length > 0
      ? "the base, run against itself in the same rounds, moved as well"
      : "both sides are byte for byte the same program";
  return [
    {
      kind: "alert",
      level: "warning",
      text: [`The times below say nothing about this change: ${why}`, ...moved, ". Run the job again."],
    },
  ];
}

/** A regression that does not end the step with an error needs its reason beside it. */
function tolerated({ verdict, fails, ignoredBy, rules }: Result): Block[] {
  const important = (text: readonly Inline[]): Block[] => [{ kind: "alert", level: "important", text }];
  if (ignoredBy !== undefined) return important(["The label ", { code: ignoredBy }, " lets the regression pass."]);
  if (verdict !== "fail" || fails) return [];
  return important([
    "This does not fail the step: ",
    { code: "fail-on" },
    " is ",
    { code: rules.failOn.length === 0 ? "never" : rules.failOn.join(", ") },
    ".",
  ]);
}
