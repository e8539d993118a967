import type { CoverageReport } from "@jessy-actions/coverage/model";
import { pathFilter } from "@jessy-actions/reading/globs";
import type { Change } from "../facts.ts";
import type { Inputs } from "../inputs.ts";
import type { Gate } from "../result.ts";

/**
 * `require-measured`: source files that the change adds or edits must be in a report. Catches code that no test run
 * even loads.
 *
 * @returns the gate and the files that are in no report, by path.
 */
export function measuredGate(
  report: CoverageReport,
  change: Change,
  { requireMeasured, exclude }: Pick<Inputs, "requireMeasured" | "exclude">,
): { readonly gate: Gate | undefined; readonly unmeasured: readonly string[] } {
  if (requireMeasured.length === 0 || change.state === "none") return { gate: undefined, unmeasured: [] };
  const required = pathFilter(requireMeasured);
  const excluded = pathFilter(exclude);
  const asked = change.diff
    .filter((file) => file.status !== "deleted" && file.added.length > 0)
    .map((file) => file.path)
    .filter((path) => required(path) && !excluded(path));
  const unmeasured = asked.filter((path) => !report.files.has(path)).sort();
  const gate = {
    kind: "measured",
    threshold: "0",
    measured: { covered: asked.length - unmeasured.length, total: asked.length },
  } as const;
  if (unmeasured.length === 0) {
    const sentence = "Changed files: every one that `require-measured` matches is in a report.";
    return { gate: { ...gate, verdict: "pass", sentence }, unmeasured };
  }
  const verb = unmeasured.length === 1 ? "is" : "are";
  const sentence = `Changed files: ${unmeasured.length} of ${asked.length} that \`require-measured\` matches ${verb} in no report, e.g. ${unmeasured[0]}.`;
  return { gate: { ...gate, verdict: "fail", sentence }, unmeasured };
}
