import { appendFileSync, existsSync, statSync } from "node:fs";
import { renderMarkdown } from "../report/markdown.ts";
import type { Block } from "../report/report.ts";

/** Above this size the runner shows nothing of a step's summary but an error (CreateStepSummaryCommand, FileCommandManager.cs). */
export const SUMMARY_MAX_BYTES = 1_048_576;

/** Appends a report to the step's job summary, cut to what is left of the limit. Outside of a runner it does nothing. */
export function writeSummary(file: string | undefined, blocks: readonly Block[]): void {
  if (file === undefined || file === "") return;
  const taken = existsSync(file) ? statSync(file).size : 0;
  const { text } = renderMarkdown(blocks, { maxBytes: SUMMARY_MAX_BYTES - taken - 1 });
  if (text !== "") appendFileSync(file, `${text}\n`);
}
