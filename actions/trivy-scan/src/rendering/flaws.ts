import type { Finding, FindingPlace } from "@jessy-actions/security/findings/finding";
import type { JudgedFinding } from "../result.ts";

/** The same flaw of the same package, wherever it is: what a row of a report is about. */
export interface Flaw {
  /** The first of its findings. */
  readonly finding: Finding & Partial<JudgedFinding>;
  readonly places: readonly FindingPlace[];
}

/** Findings that differ in nothing but their place are one flaw; in the order of the first of each. */
export function flawsOf(findings: readonly (Finding & Partial<JudgedFinding>)[]): readonly Flaw[] {
  const groups = Map.groupBy(
    findings,
    ({ kind, id, severity, title, package: affected, state, fails, place, detail }) =>
      JSON.stringify([
        [kind, id, severity, title, state, fails],
        // A misconfiguration of several resources is several.
        affected === undefined ? [place.target, place.file, place.startLine, detail] : affected,
      ]),
  );
  return [...groups.values()].map((group) => ({ finding: group[0]!, places: group.map(({ place }) => place) }));
}
