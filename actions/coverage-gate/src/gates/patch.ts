import type { Ratio } from "@jessy-actions/coverage/model";
import type { Decimal } from "@jessy-actions/reading/decimal";
import type { Inputs } from "../inputs.ts";
import type { Gate, Patch } from "../result.ts";
import { judgeRatio } from "./judge-ratio.ts";
import { unjudgedGate } from "./unjudged-gate.ts";

export type PatchKind = "patch" | "patch-branch";

/** What the change adds or edits, as far as a report measures it; a reason instead when nothing was compared. */
export type ChangedCode = Pick<Patch, "lines" | "branches" | "reason" | "cause">;

export interface PatchRules extends Pick<Inputs, "onMissingBase"> {
  /** In percent; undefined = no gate. */
  readonly minimum: Decimal | undefined;
  /** `min-patch-lines`: a change with fewer measured lines is not judged. */
  readonly patchLines: number;
  /** Whether any report measures branches at all; only of changed branches. Default true. */
  readonly measuresBranches?: boolean;
}

const NOUNS: Readonly<Record<PatchKind, string>> = { patch: "Changed lines", "patch-branch": "Changed branches" };

/**
 * `min-patch-coverage`, `min-patch-branch-coverage`, and the same minimum of a component. A change without a measured
 * line is not judged, which is no failure: documentation has no coverage. Without a base nobody knows whether there is
 * one, and without reports that measure branches no changed branch could be seen.
 */
export function patchGate(
  kind: PatchKind,
  changed: ChangedCode,
  { minimum, patchLines, onMissingBase, measuresBranches = true }: PatchRules,
  component?: string,
): Gate | undefined {
  if (minimum === undefined) return undefined;
  const noun = component === undefined ? NOUNS[kind] : `${component}: ${NOUNS[kind].toLowerCase()}`;
  const gate = { kind, ...(component !== undefined && { component }), threshold: minimum.text };
  const { lines, branches, reason = "nothing was compared" } = changed;
  if (lines === undefined || branches === undefined) {
    if (changed.cause === "no-change")
      return { ...gate, verdict: "skipped", sentence: `${noun}: not judged, because ${reason}.` };
    const allowance = { input: "on-missing-base", value: onMissingBase } as const;
    return { ...gate, ...unjudgedGate(noun, reason, "no-base", allowance) };
  }
  const measured = kind === "patch" ? lines : branches;
  if (kind === "patch-branch" && !measuresBranches && lines.total > 0)
    return { ...gate, measured, ...unjudgedGate(noun, "no report measures branches", "nothing-measured") };
  const why = whyNotJudged(measured, lines, patchLines);
  if (why === undefined) return { ...gate, ...judgeRatio(noun, measured, minimum) };
  return { ...gate, verdict: "skipped", measured, sentence: `${noun}: not judged, because ${why}.` };
}

function whyNotJudged(measured: Ratio, lines: Ratio, patchLines: number): string | undefined {
  if (measured.total === 0) return "no report measures any";
  if (lines.total < patchLines) {
    const verb = lines.total === 1 ? "line is" : "lines are";
    return `${lines.total} measured ${verb} fewer than the ${patchLines} of \`min-patch-lines\``;
  }
  return undefined;
}
