import { getState, saveState as saveCoreState } from "@actions/core";
import { commandFile } from "./command-file.ts";
import { namingPath } from "./file-error.ts";
import { isValueName } from "./outputs.ts";

/** Most bytes of one value: the runner hands it over as an environment variable, of which Linux takes 128 KiB each with its name. */
export const STATE_MAX_BYTES = 128_000;

/**
 * Keeps a value for a later phase of this action in this job. Outside of a runner it does nothing, where core would print the command that
 * `GITHUB_STATE` has replaced.
 *
 * @throws Error for a value over the limit, with which no later phase could start, and for a name that the runner would read as another one.
 */
export function saveState(name: string, value: string): void {
  const file = commandFile("GITHUB_STATE");
  if (file === undefined) return;
  if (!isValueName(name)) throw new Error(`${JSON.stringify(name)} cannot be the name of a state`);
  if (Buffer.byteLength(value) > STATE_MAX_BYTES) {
    throw new Error(`the state ${JSON.stringify(name)} is larger than ${STATE_MAX_BYTES} bytes`);
  }
  namingPath(file, () => saveCoreState(name, value));
}

/** What an earlier phase kept; undefined when it kept nothing, or an empty text, which core does not tell apart. */
export function readState(name: string): string | undefined {
  return getState(name) || undefined;
}
