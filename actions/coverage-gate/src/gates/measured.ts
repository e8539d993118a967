import type { CoverageReport } from "@jessy-actions/coverage/model";
import { pathFilter } from "@jessy-actions/reading/globs";
import type { Change } from "../facts.ts";
import type { Inputs } from "../inputs.ts";
import type { Gate, Note } from "../result.ts";
import { unjudgedGate } from "./unjudged-gate.ts";

/**
 * `require-measured`: source files that the change adds or edits must be in a report. Catches code that no test run
 * even loads.
 *
 * @returns the gate, the files that are in no report, by path, and a warning for each glob that matches nothing known:
 * a mistyped one would let everything pass.
 */
export function measuredGate(
  report: CoverageReport,
  change: Change,
  { requireMeasured, exclude, onMissingBase }: Pick<Inputs, "requireMeasured" | "exclude" | "onMissingBase">,
): { readonly gate: Gate | undefined; readonly unmeasured: readonly string[]; readonly notes: readonly Note[] } {
  if (requireMeasured.length === 0) return { gate: undefined, unmeasured: [], notes: [] };
  const judged = { kind: "measured", threshold: "0" } as const;
  const notes = idleGlobs(requireMeasured, report, change);
  if (change.state === "none") {
    const sentence = `Changed files: not judged, because ${change.reason}.`;
    const allowance = { input: "on-missing-base", value: onMissingBase } as const;
    const gate: Gate =
      change.cause === "no-change"
        ? { ...judged, verdict: "skipped", sentence }
        : { ...judged, ...unjudgedGate("Changed files", change.reason, "no-base", allowance) };
    return { gate, unmeasured: [], notes };
  }
  const required = pathFilter(requireMeasured);
  const excluded = pathFilter(exclude);
  const asked = change.diff
    .filter((file) => file.status !== "deleted" && file.added.length > 0)
    .map((file) => file.path)
    .filter((path) => required(path) && !excluded(path));
  const unmeasured = asked.filter((path) => !report.files.has(path)).sort();
  const gate = {
    ...judged,
    measured: { covered: asked.length - unmeasured.length, total: asked.length },
  } as const;
  if (unmeasured.length === 0) {
    const sentence = "Changed files: every one that `require-measured` matches is in a report.";
    return { gate: { ...gate, verdict: "pass", sentence }, unmeasured, notes };
  }
  const verb = unmeasured.length === 1 ? "is" : "are";
  const sentence = `Changed files: ${unmeasured.length} of ${asked.length} that \`require-measured\` matches ${verb} in no report, e.g. ${unmeasured[0]}.`;
  return { gate: { ...gate, verdict: "fail", sentence }, unmeasured, notes };
}

function idleGlobs(globs: readonly string[], report: CoverageReport, change: Change): readonly Note[] {
  const known = [...report.files.keys(), ...(change.state === "compared" ? change.diff.map(({ path }) => path) : [])];
  return globs
    .filter((glob) => !known.some(pathFilter([glob])))
    .map((glob) => ({
      level: "warning",
      text: `\`require-measured\`: \`${glob}\` matches no measured file and no changed one; is it spelled right?`,
    }));
}
