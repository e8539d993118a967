import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";

/** GitHub's limit of one output (docs, "Passing information between jobs"). */
export const OUTPUT_MAX_BYTES = 1_048_576;

/**
 * One value for GITHUB_OUTPUT, GITHUB_STATE or GITHUB_ENV, always in the heredoc form: a value cannot end it, whatever it holds
 * (FileCommandManager.cs).
 */
export function formatFileCommand(name: string, value: string, delimiter = `ghadelimiter_${randomUUID()}`): string {
  if (name.includes(delimiter) || value.includes(delimiter)) {
    throw new Error(`the value of ${JSON.stringify(name)} holds its own delimiter`);
  }
  if (/[\r\n=]|<</.test(name)) throw new Error(`${JSON.stringify(name)} is no name for an output`);
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

/** Appends values to a file command's file; outside of a runner (no file) it does nothing. */
export function writeFileCommands(file: string | undefined, values: Readonly<Record<string, string>>): void {
  if (file === undefined || file === "") return;
  let text = "";
  for (const [name, value] of Object.entries(values)) {
    if (Buffer.byteLength(value) > OUTPUT_MAX_BYTES) {
      throw new Error(`the output ${JSON.stringify(name)} is larger than GitHub's limit of ${OUTPUT_MAX_BYTES} bytes`);
    }
    text += formatFileCommand(name, value);
  }
  appendFileSync(file, text);
}
