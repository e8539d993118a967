import { reportTotals } from "@jessy-actions/coverage/totals";
import type { LoweredInput } from "@jessy-actions/kit/report/lowered-input";
import { UserError } from "@jessy-actions/reading/user-error";
import type { BaselineFacts, Facts, MeasuredFacts } from "./facts.ts";
import { judgeDefaultScope } from "./gates/default-scope.ts";
import { enforceBaseline } from "./gates/enforce.ts";
import { headlineOf, verdictOf } from "./gates/headline.ts";
import { judgeScope } from "./gates/judge-scope.ts";
import { rulesGate } from "./gates/rules.ts";
import { staleGate } from "./gates/stale.ts";
import type { Inputs } from "./inputs.ts";
import { fileChanges } from "./numbers/file-changes.ts";
import { mostUncovered } from "./numbers/most-uncovered.ts";
import { judgePublished } from "./published/judge-published.ts";
import type { Gate, Note, Result } from "./result.ts";

/** The whole decision. Pure. @throws UserError when there is nothing that could be judged. */
export function evaluate(inputs: Inputs, facts: Facts): Result {
  return facts.kind === "published" ? judgePublished(facts.result, inputs) : judgeMeasured(inputs, facts);
}

function judgeMeasured(inputs: Inputs, facts: MeasuredFacts): Result {
  const { report, baseline, stale } = facts;
  if (reportTotals(report, inputs.totals).lines.total === 0) {
    throw new UserError(
      "the reports do not measure a single line, so there is no coverage to judge; was the test run instrumented, or does `exclude` remove every file?",
    );
  }
  const rules = enforceBaseline(inputs, facts.isProposal ? (baseline.gate ?? {}) : {});
  const fresh = staleGate(stale, report.files.keys(), rules.onStaleReport);
  const own = judgeScope({ scope: inputs, report, baseReport: baseline.report }, facts, rules);
  const byDefault = judgeDefaultScope(facts.byDefault, facts, { rules, own });
  const gates = [
    fresh.gate,
    rulesGate(baseline.about, facts.isProposal, rules),
    ...own.gates,
    ...byDefault.gates,
  ].filter((gate): gate is Gate => gate !== undefined);

  const { total, base, patch } = own;
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
    patch: { ...patch, ...(byDefault.patchFiles.length > 0 && { filesByDefault: byDefault.patchFiles }) },
    ...(own.movement !== undefined && { movement: own.movement }),
    ...(baseline.report !== undefined && {
      fileChanges: fileChanges(baseline.report, report, baseline.diff ?? [], inputs.totals),
    }),
    components: own.components,
    filesBelowMinimum: own.filesBelowMinimum,
    mostUncovered: mostUncovered(report, inputs.totals),
    reports: facts.reports,
    notes: [
      ...byDefault.notes,
      ...rules.changed.map(changedInputNote),
      ...baselineNotes(inputs.name, baseline),
      ...facts.notes,
      ...fresh.notes,
      ...own.notes,
    ],
    loweredGates: [...insteadOfAuto(baseline), ...rules.lowered],
  };
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
