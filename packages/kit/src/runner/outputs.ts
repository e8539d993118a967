import { setOutput } from "@actions/core";
import { commandFile } from "./command-file.ts";
import { namingPath } from "./file-error.ts";

/** GitHub's limit of one output (docs, "Passing information between jobs"). */
export const OUTPUT_MAX_BYTES = 1_048_576;

/**
 * Sets outputs of the step: all of them, or none when one cannot be set. Outside of a runner it does nothing, where core would print the
 * command that `GITHUB_OUTPUT` has replaced.
 *
 * @throws Error for a value over the limit, which the runner would drop, and for a name that core would write but the runner would read as
 * another one.
 */
export function setOutputs(values: Readonly<Record<string, string>>): void {
  const file = commandFile("GITHUB_OUTPUT");
  if (file === undefined) return;
  for (const [name, value] of Object.entries(values)) {
    if (!isValueName(name)) throw new Error(`${JSON.stringify(name)} cannot be the name of an output`);
    if (Buffer.byteLength(value) > OUTPUT_MAX_BYTES) {
      throw new Error(`the output ${JSON.stringify(name)} is larger than GitHub's limit of ${OUTPUT_MAX_BYTES} bytes`);
    }
  }
  for (const [name, value] of Object.entries(values)) namingPath(file, () => setOutput(name, value));
}

/** Whether the runner reads a name back from a file command's `name<<delimiter` as it was written (FileCommandManager.cs). */
export function isValueName(name: string): boolean {
  return name !== "" && !/[\r\n=]|<</.test(name);
}
