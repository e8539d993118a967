import type { CoverageReport } from "@jessy-actions/coverage/model";
import { type Movement, movement } from "@jessy-actions/coverage/movement";
import { patchCoverage } from "@jessy-actions/coverage/patch";
import { reportTotals } from "@jessy-actions/coverage/totals";
import type { Change, MeasuredFacts } from "../facts.ts";
import { patchFiles } from "../numbers/patch-files.ts";
import type { Component, FileLines, Gate, Note, Patch, Totals } from "../result.ts";
import type { Scope } from "../scope.ts";
import { judgeComponent } from "./component.ts";
import { decreaseGate } from "./decrease.ts";
import type { EnforcedRules } from "./enforce.ts";
import { measuredGate } from "./measured.ts";
import { patchGate } from "./patch.ts";
import { perFileGate } from "./per-file.ts";
import { totalGate } from "./total.ts";

/** What counts, and the reports that were counted so. */
export interface Counted {
  readonly scope: Pick<Scope, "components" | "exclude" | "requireMeasured" | "totals">;
  readonly report: CoverageReport;
  /** The baseline's; undefined without one. */
  readonly baseReport: CoverageReport | undefined;
}

/** The numbers of one scope and the gates on them. */
export interface JudgedScope {
  readonly total: Totals;
  readonly base: Totals | undefined;
  readonly patch: Patch;
  readonly movement: Movement | undefined;
  readonly components: readonly Component[];
  readonly filesBelowMinimum: readonly FileLines[];
  readonly gates: readonly Gate[];
  readonly notes: readonly Note[];
}

/** Every gate that depends on what counts. @throws UserError when a component matches no measured file. */
export function judgeScope(
  { scope, report, baseReport }: Counted,
  { change, baseline }: Pick<MeasuredFacts, "change" | "baseline">,
  rules: EnforcedRules,
): JudgedScope {
  const { minimums, onMissingBase } = rules;
  const mode = scope.totals;
  const total = reportTotals(report, mode);
  const base = baseReport && reportTotals(baseReport, mode);
  // What a report merely declares has no lines whose fate could be told.
  const moved =
    baseReport !== undefined && baseline.diff !== undefined && mode !== "declared"
      ? movement(baseReport, report, baseline.diff)
      : undefined;
  const patch = patchOf(report, change);
  const ofPatch = { patchLines: minimums.patchLines, onMissingBase };
  const measured = measuredGate(report, change, { ...scope, onMissingBase });
  const perFile = perFileGate(report, mode, minimums.perFile);
  const components = scope.components.map((component) =>
    judgeComponent(component, { report, baseReport, change }, { mode, ...ofPatch }),
  );
  const gates = [
    totalGate("line", total.lines, minimums.line),
    totalGate("branch", total.branches, minimums.branch),
    totalGate("function", total.functions, minimums.function),
    patchGate("patch", patch, { ...ofPatch, minimum: minimums.patch }),
    patchGate("patch-branch", patch, {
      ...ofPatch,
      minimum: minimums.patchBranch,
      measuresBranches: total.branches.total > 0,
    }),
    decreaseGate(
      {
        now: total.lines,
        before: base?.lines,
        about: baseline.about,
        change: change.state === "none" ? change : undefined,
        movement: moved,
      },
      { ...rules, allowed: minimums.maxDecrease },
    ),
    measured.gate,
    perFile.gate,
    ...components.flatMap((component) => component.gates),
  ].filter((gate): gate is Gate => gate !== undefined);
  return {
    total,
    base,
    patch: { ...patch, unmeasured: measured.unmeasured },
    movement: moved,
    components: components.map(({ component }) => component),
    filesBelowMinimum: perFile.below,
    gates,
    notes: measured.notes,
  };
}

function patchOf(report: CoverageReport, change: Change): Omit<Patch, "unmeasured"> {
  if (change.state === "none") return { reason: change.reason, cause: change.cause, files: [] };
  const { lines, branches, files } = patchCoverage(report, change.diff);
  return { lines, branches, base: change.base, files: patchFiles(report, files) };
}
