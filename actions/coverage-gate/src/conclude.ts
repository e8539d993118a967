import type { ActionIo } from "@jessy-actions/kit/action/io";
import { publishFiles } from "@jessy-actions/kit/action/publish";
import { saveBaseline } from "./baseline/save-baseline.ts";
import type { Facts } from "./facts.ts";
import type { Inputs } from "./inputs.ts";
import { mergedReports } from "./outputs/merged-reports.ts";

/** What other steps and later runs need of the merged report: files in two formats, and the baseline. */
export async function conclude(inputs: Inputs, facts: Facts, io: ActionIo): Promise<void> {
  if (facts.kind !== "measured") return;
  publishFiles(mergedReports(facts), io);
  await saveBaseline(inputs, facts.report, io);
}
