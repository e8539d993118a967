import { isDeepStrictEqual } from "node:util";
import type { CoverageReport } from "@jessy-actions/coverage/model";
import { fileTotals } from "@jessy-actions/coverage/totals";
import { counted } from "@jessy-actions/kit/report/quantity";
import { pathFilter } from "@jessy-actions/reading/globs";
import type { DefaultScopeFacts, MeasuredFacts, ScopedReports } from "../facts.ts";
import type { Gate, GateScope, Note, PatchFile } from "../result.ts";
import type { ComponentMinimums } from "../scope.ts";
import type { EnforcedRules } from "./enforce.ts";
import { type JudgedScope, judgeScope } from "./judge-scope.ts";
import { scopeWords } from "./scope-words.ts";
import { unjudgedGate } from "./unjudged-gate.ts";

interface ByDefaultScope {
  readonly gates: readonly Gate[];
  /** Changed files that only count there, where a gate on changed lines does not hold. */
  readonly patchFiles: readonly PatchFile[];
  readonly notes: readonly Note[];
}

/**
 * `on-changed-scope`: a change that counts otherwise than the default branch does must hold by that, too. There is no
 * order of such settings of which the stricter could be taken.
 *
 * @param own what the change's own scope says.
 * @returns the gates that do not hold by the default branch's, unless they fail in the same way by the change's own.
 */
export function judgeDefaultScope(
  byDefault: DefaultScopeFacts | undefined,
  facts: Pick<MeasuredFacts, "change" | "baseline">,
  { rules, own }: { readonly rules: EnforcedRules; readonly own: Pick<JudgedScope, "gates" | "patch"> },
): ByDefaultScope {
  if (byDefault === undefined) return { gates: [], patchFiles: [], notes: [] };
  const { inputs } = byDefault;
  const scope: GateScope = { inputs, allowed: rules.onChangedScope === "warn" };
  const problems: string[] = [];
  const gates: Gate[] = [];
  let patchFiles: readonly PatchFile[] = [];
  if ("problem" in byDefault) problems.push(byDefault.problem);
  else {
    const { measured, unmeasured } = partComponents(byDefault, facts);
    problems.push(...unmeasured.map(({ name }) => `the component \`${name}\` matches no measured file`));
    const { report, baseReport } = byDefault;
    const counted = { scope: { ...byDefault.scope, components: measured }, report, baseReport };
    const judged = judgeScope(counted, facts, rules);
    const amiss = judged.gates.filter(({ verdict, unjudged }) => verdict === "fail" || unjudged !== undefined);
    gates.push(...amiss.filter((gate) => !own.gates.some((each) => isDeepStrictEqual(each, gate))));
    const known = new Set(own.patch.files.map(({ path }) => path));
    if (gates.some(({ kind }) => kind === "patch" || kind === "patch-branch"))
      patchFiles = judged.patch.files.filter(({ path }) => !known.has(path));
  }
  const scoped = gates.map((gate) => underScope(gate, scope));
  if (problems.length > 0) scoped.unshift(unusableGate(problems.join("; "), scope));
  return { gates: scoped, patchFiles, notes: [changedNote(scope, scoped.length)] };
}

/** A gate that was judged by the default branch's scope. Where it fails, `on-changed-scope` decides. */
export function underScope(gate: Gate, scope: GateScope): Gate {
  const { component, verdict, sentence } = gate;
  const isAllowed = verdict === "fail" && scope.allowed;
  const afterNoun = sentence.indexOf(":", component === undefined ? 0 : component.length + 1);
  const allowance = isAllowed ? "; `on-changed-scope: warn` allows it." : ".";
  return {
    ...gate,
    scope,
    verdict: isAllowed ? "skipped" : verdict,
    sentence: `${sentence.slice(0, afterNoun)} ${scopeWords(scope, "`")}${sentence.slice(afterNoun).replace(/\.$/, "")}${allowance}`,
  };
}

/** The default branch's scope cannot be used for this change, so nobody knows whether it holds by that. */
export function unusableGate(reason: string, scope: GateScope): Gate {
  const allowance = { input: "on-changed-scope", value: scope.allowed ? "warn" : "fail" } as const;
  const noun = `The gates ${scopeWords(scope, "`")}`;
  return { kind: "rules", threshold: "0", scope, ...unjudgedGate(noun, reason, "scope-unusable", allowance) };
}

/**
 * The default branch's components that can be judged, and those that match nothing that is measured. One whose files
 * the change deletes is neither: nothing is left that it could ask for.
 */
function partComponents(
  { scope, report, baseReport }: ScopedReports,
  { baseline }: Pick<MeasuredFacts, "baseline">,
): { readonly measured: readonly ComponentMinimums[]; readonly unmeasured: readonly ComponentMinimums[] } {
  const deleted = new Set(baseline.diff?.filter(({ status }) => status === "deleted").map(({ path }) => path));
  const pathsOf = (component: ComponentMinimums, of: CoverageReport | undefined) =>
    [...(of?.files.values() ?? [])]
      .filter((file) => fileTotals(file, scope.totals).lines.total > 0)
      .map(({ path }) => path)
      .filter(pathFilter(component.globs));
  const measured = scope.components.filter((component) => pathsOf(component, report).length > 0);
  const unmeasured = scope.components.filter((component) => {
    if (measured.includes(component)) return false;
    const before = pathsOf(component, baseReport);
    return before.length === 0 || before.some((path) => !deleted.has(path));
  });
  return { measured, unmeasured };
}

function changedNote({ inputs, allowed }: GateScope, failed: number): Note {
  const setting = inputs.map((input) => `\`${input}\``).join(", ");
  const start = `This change sets ${setting} to something else than the default branch does, and is judged by both`;
  if (failed === 0) return { level: "warning", text: `${start}.` };
  const fails = `${counted(failed, "gate")} ${failed === 1 ? "does" : "do"} not hold by the default branch's`;
  const way = allowed
    ? ", which `on-changed-scope: warn` allows."
    : ". Change the setting first, in a pull request of its own, or set `on-changed-scope: warn` on the default branch.";
  return { level: "warning", text: `${start}: ${fails}${way}` };
}
