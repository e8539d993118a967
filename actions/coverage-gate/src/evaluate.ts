import type { CoverageReport } from "@jessy-actions/coverage/model";
import { movement } from "@jessy-actions/coverage/movement";
import { patchCoverage } from "@jessy-actions/coverage/patch";
import { reportTotals, type TotalsMode } from "@jessy-actions/coverage/totals";
import type { LoweredInput } from "@jessy-actions/kit/report/lowered-input";
import { UserError } from "@jessy-actions/reading/user-error";
import type { BaselineFacts, Change, Facts, MeasuredFacts } from "./facts.ts";
import { judgeComponent } from "./gates/component.ts";
import { decreaseGate } from "./gates/decrease.ts";
import { enforceBaseline } from "./gates/enforce.ts";
import { headlineOf, verdictOf } from "./gates/headline.ts";
import { measuredGate } from "./gates/measured.ts";
import { patchGate } from "./gates/patch.ts";
import { perFileGate } from "./gates/per-file.ts";
import { rulesGate } from "./gates/rules.ts";
import { staleGate } from "./gates/stale.ts";
import { totalGate } from "./gates/total.ts";
import type { Inputs } from "./inputs.ts";
import { fileChanges } from "./numbers/file-changes.ts";
import { mostUncovered } from "./numbers/most-uncovered.ts";
import { patchFiles } from "./numbers/patch-files.ts";
import { judgePublished } from "./published/judge-published.ts";
import type { Gate, Note, Patch, Result } from "./result.ts";

/** The whole decision. Pure. @throws UserError when there is nothing that could be judged. */
export function evaluate(inputs: Inputs, facts: Facts): Result {
  return facts.kind === "published" ? judgePublished(facts.result, inputs) : judgeMeasured(inputs, facts);
}

function judgeMeasured(inputs: Inputs, facts: MeasuredFacts): Result {
  const { report, change, baseline, stale } = facts;
  const mode = inputs.totals;
  const total = reportTotals(report, mode);
  if (total.lines.total === 0) {
    throw new UserError(
      "the reports do not measure a single line, so there is no coverage to judge; was the test run instrumented, or does `exclude` remove every file?",
    );
  }
  const base = baseline.report === undefined ? undefined : reportTotals(baseline.report, mode);
  const moved = comparedWithBaseline(report, baseline, mode);
  const patch = patchOf(report, change);
  const rules = enforceBaseline(inputs, facts.isProposal ? (baseline.gate ?? {}) : {});
  const { minimums } = rules;
  const ofPatch = { patchLines: minimums.patchLines, onMissingBase: rules.onMissingBase };

  const fresh = staleGate(stale, report.files.size, rules.onStaleReport);
  const measured = measuredGate(report, change, { ...inputs, onMissingBase: rules.onMissingBase });
  const perFile = perFileGate(report, mode, minimums.perFile);
  const components = inputs.components.map((component) =>
    judgeComponent(component, { report, baseReport: baseline.report, change }, { mode, ...ofPatch }),
  );
  const gates = [
    fresh.gate,
    rulesGate(baseline.about, facts.isProposal, rules),
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
        movement: moved.movement,
      },
      { ...rules, allowed: minimums.maxDecrease },
    ),
    measured.gate,
    perFile.gate,
    ...components.flatMap((component) => component.gates),
  ].filter((gate): gate is Gate => gate !== undefined);

  const verdict = verdictOf(gates);
  return {
    schema: "jessy-actions/coverage-gate/v1",
    name: inputs.name,
    verdict,
    fails: verdict !== "pass" && rules.failOn === "gate",
    headline: headlineOf({ verdict, gates, total, patch }),
    context: facts.context,
    gates,
    total,
    ...(base !== undefined && { base }),
    baseline: baseline.about,
    patch: { ...patch, unmeasured: measured.unmeasured },
    ...moved,
    components: components.map(({ component }) => component),
    filesBelowMinimum: perFile.below,
    mostUncovered: mostUncovered(report, mode),
    reports: facts.reports,
    notes: [
      ...rules.changed.map(changedInputNote),
      ...baselineNotes(inputs.name, baseline),
      ...facts.notes,
      ...fresh.notes,
      ...measured.notes,
    ],
    loweredGates: [...insteadOfAuto(baseline), ...rules.lowered],
  };
}

/**
 * What became of the baseline's lines and files. What a report merely declares has no lines whose fate could be told.
 */
function comparedWithBaseline(
  report: CoverageReport,
  baseline: BaselineFacts,
  mode: TotalsMode,
): Pick<Result, "movement" | "fileChanges"> {
  if (baseline.report === undefined) return {};
  return {
    ...(baseline.diff !== undefined &&
      mode !== "declared" && { movement: movement(baseline.report, report, baseline.diff) }),
    fileChanges: fileChanges(baseline.report, report, baseline.diff ?? [], mode),
  };
}

function patchOf(report: CoverageReport, change: Change): Omit<Patch, "unmeasured"> {
  if (change.state === "none") return { reason: change.reason, cause: change.cause, files: [] };
  const { lines, branches, files } = patchCoverage(report, change.diff);
  return { lines, branches, base: change.base, files: patchFiles(report, files) };
}

/** A change that asks for another baseline than the default branch keeps is compared with that one all the same. */
function insteadOfAuto({ instead }: BaselineFacts): LoweredInput[] {
  return instead === undefined ? [] : [{ input: "baseline", asked: instead, enforced: "auto" }];
}

/** What this run does not know of the default branch's rules, where no gate says it. */
function baselineNotes(name: string, { rulesUnknown, otherName }: BaselineFacts): Note[] {
  const notes: string[] = [];
  if (rulesUnknown !== undefined) notes.push(`The default branch's rules are not known: ${rulesUnknown}.`);
  if (otherName !== undefined) {
    const [own, other] = [name, otherName].map((each) => (each === "" ? "without a name" : `called \`${each}\``));
    notes.push(
      `The default branch has no gate ${own}, but one ${other}. This gate starts anew: that one's minimums and baseline do not count here.`,
    );
  }
  return notes.map((text) => ({ level: "warning", text }));
}

function changedInputNote(input: string): Note {
  const text = `This change sets the gate's input \`${input}\` to something else than the default branch does.`;
  return { level: "warning", text };
}
