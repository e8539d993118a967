import type { Ratio } from "@jessy-actions/coverage/model";
import type { Decimal } from "@jessy-actions/reading/decimal";
import type { Gate, Patch } from "../result.ts";
import { judgeRatio } from "./judge-ratio.ts";

export type PatchKind = "patch" | "patch-branch";

/** What the change adds or edits, as far as a report measures it; a reason instead when nothing was compared. */
export type ChangedCode = Pick<Patch, "lines" | "branches" | "reason">;

export interface PatchMinimum {
  /** In percent; undefined = no gate. */
  readonly minimum: Decimal | undefined;
  /** `min-patch-lines`: a change with fewer measured lines is not judged. */
  readonly patchLines: number;
}

const NOUNS: Readonly<Record<PatchKind, string>> = { patch: "Changed lines", "patch-branch": "Changed branches" };

/**
 * `min-patch-coverage`, `min-patch-branch-coverage`, and the same minimum of a component. A change without a measured
 * line is not judged, which is no failure: documentation has no coverage.
 */
export function patchGate(
  kind: PatchKind,
  changed: ChangedCode,
  { minimum, patchLines }: PatchMinimum,
  component?: string,
): Gate | undefined {
  if (minimum === undefined) return undefined;
  const noun = component === undefined ? NOUNS[kind] : `${component}: ${NOUNS[kind].toLowerCase()}`;
  const gate = { kind, ...(component !== undefined && { component }), threshold: minimum.text };
  const { lines, branches } = changed;
  if (lines === undefined || branches === undefined) {
    const reason = changed.reason ?? "nothing was compared";
    return { ...gate, verdict: "skipped", sentence: `${noun}: not judged, because ${reason}.` };
  }
  const measured = kind === "patch" ? lines : branches;
  const reason = whyNotJudged(measured, lines, patchLines);
  if (reason === undefined) return { ...gate, ...judgeRatio(noun, measured, minimum) };
  return { ...gate, verdict: "skipped", measured, sentence: `${noun}: not judged, because ${reason}.` };
}

function whyNotJudged(measured: Ratio, lines: Ratio, patchLines: number): string | undefined {
  if (measured.total === 0) return "no report measures any";
  if (lines.total < patchLines) {
    const verb = lines.total === 1 ? "line is" : "lines are";
    return `${lines.total} measured ${verb} fewer than the ${patchLines} of \`min-patch-lines\``;
  }
  return undefined;
}
