import { existsSync, statSync } from "node:fs";
import { summary } from "@actions/core";
import { renderMarkdown } from "../report/markdown.ts";
import type { Block } from "../report/report.ts";
import { named } from "./file-error.ts";

/** Above this size the runner shows nothing of a step's summary but an error (CreateStepSummaryCommand, FileCommandManager.cs). */
export const SUMMARY_MAX_BYTES = 1_048_576;

/** Appends a report to the step's job summary, cut to what is left of the limit. Outside of a runner it does nothing, where core would throw. */
export async function writeSummary(blocks: readonly Block[]): Promise<void> {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (!file) return;
  const taken = existsSync(file) ? statSync(file).size : 0;
  const { text } = renderMarkdown(blocks, { maxBytes: SUMMARY_MAX_BYTES - taken - 1 });
  if (text === "") return;
  try {
    await summary.addRaw(`${text}\n`).write();
  } catch (error) {
    throw named(error, file);
  }
}
