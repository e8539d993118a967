import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { Inputs } from "./inputs.ts";
import type { Result } from "./result.ts";
import { afterDelivery } from "./uploading/after-delivery.ts";
import { uploadAnalyses } from "./uploading/upload-analyses.ts";

/** Uploads the SARIF file and waits for it. What was masked is in none of it. */
export async function execute(result: Result, { upload, token }: Inputs, io: ActionIo): Promise<Result> {
  if (upload === "never") return result;
  const hidden = io.log.redaction.redactData(result);
  const { delivery, notes } = await io.log.group("Code scanning", () => uploadAnalyses(hidden, token, io));
  return afterDelivery({ ...result, notes: [...result.notes, ...notes] }, delivery, upload === "required");
}
