import type { Block, Report } from "@jessy-actions/kit/report/report";
import { annotations } from "./outputs/annotations.ts";
import { stepOutputs } from "./outputs/step-outputs.ts";
import { failures } from "./rendering/failures.ts";
import { downtimeLine, fleetAlert, rerunLine } from "./rendering/fleet-state.ts";
import { hostTable, phaseTable } from "./rendering/host-table.ts";
import { plan } from "./rendering/plan.ts";
import { provenance, releaseLine, warningList } from "./rendering/provenance.ts";
import type { Result } from "./result.ts";

/** From the result alone. Pure. */
export function render(result: Result): Report {
  return {
    title: titleOf(result),
    comment: [...blocks(result, "comment"), ...warningList(result), { kind: "paragraph", text: releaseLine(result) }],
    summary: [...blocks(result, "summary"), ...phaseTable(result), ...provenance(result)],
    annotations: annotations(result),
    outputs: stepOutputs(result),
    files: [{ name: "result.json", content: `${JSON.stringify(result)}\n`, output: "result-file" }],
  };
}

/** What the fleet serves, and why it is not what was asked for; then what can wait. */
function blocks(result: Result, extent: "comment" | "summary"): Block[] {
  return [
    ...fleetAlert(result),
    ...failures(result, extent),
    ...hostTable(result),
    ...plan(result),
    ...downtimeLine(result),
    ...rerunLine(result),
  ];
}

function titleOf({ name, environment, settings }: Result): string {
  const subject = name === undefined || name === "" ? environment : name;
  return `Deployment${subject === "" ? "" : `: ${subject}`}${settings.dryRun ? " (dry run)" : ""}`;
}
