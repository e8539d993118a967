import type { CoverageReport } from "@jessy-actions/coverage/model";
import { patchCoverage } from "@jessy-actions/coverage/patch";
import { fileTotals, sumTotals, type TotalsMode } from "@jessy-actions/coverage/totals";
import { pathFilter } from "@jessy-actions/reading/globs";
import { UserError } from "@jessy-actions/reading/user-error";
import type { Change } from "../facts.ts";
import type { Component, Gate, Totals } from "../result.ts";
import type { ComponentMinimums } from "../scope.ts";
import { type ChangedCode, type PatchRules, patchGate } from "./patch.ts";
import { totalGate } from "./total.ts";

export interface ComponentFacts {
  readonly report: CoverageReport;
  readonly baseReport: CoverageReport | undefined;
  readonly change: Change;
}

/**
 * `components`: the files that a component's globs match, judged by its own minimums.
 *
 * @param rules `min-patch-lines` and `on-missing-base`, which count for components, too.
 * @throws UserError when no measured file matches: a gate on nothing must not be green.
 */
export function judgeComponent(
  { name, globs, minimums }: ComponentMinimums,
  { report, baseReport, change }: ComponentFacts,
  rules: { readonly mode: TotalsMode } & Pick<PatchRules, "patchLines" | "onMissingBase">,
): { readonly component: Component; readonly gates: readonly (Gate | undefined)[] } {
  const { mode } = rules;
  const belongs = pathFilter(globs);
  const totalOf = ({ files }: CoverageReport): Totals =>
    sumTotals([...files.values()].filter((file) => belongs(file.path)).map((file) => fileTotals(file, mode)));
  const total = totalOf(report);
  if (total.lines.total === 0) {
    const paths = globs.map((glob) => `\`${glob}\``).join(", ");
    throw new UserError(`component \`${name}\` matches no measured file; its paths are ${paths}`);
  }
  const changed: ChangedCode =
    change.state === "none"
      ? change
      : patchCoverage(
          report,
          change.diff.filter((file) => belongs(file.path)),
        );
  return {
    component: {
      name,
      total,
      ...(baseReport !== undefined && { base: totalOf(baseReport) }),
      ...(changed.lines !== undefined && { patch: changed.lines }),
    },
    gates: [
      totalGate("line", total.lines, minimums.line, name),
      totalGate("branch", total.branches, minimums.branch, name),
      totalGate("function", total.functions, minimums.function, name),
      patchGate("patch", changed, { ...rules, minimum: minimums.patch }, name),
    ],
  };
}
