import { mkdirSync } from "node:fs";
import { basename, dirname } from "node:path";
import { describeFileError } from "../runner/file-error.ts";
import { inFolder } from "./working-folder.ts";

/**
 * Folders of any size in the Actions cache, by the toolkit alone. It tells a miss from an outage only in its own log, so
 * this is for what costs time when it is missing, and never for what a verdict depends on (`file-cache.ts`).
 */

/**
 * @param folder absolute, below RUNNER_TEMP; only its last part is part of the cache's version, so the same on every machine.
 * @param keys best first: the first is also looked for as it is, all as the beginning of a key.
 * @returns the key of what is in the folder now; undefined when there is none.
 * @throws Error in half a sentence when it cannot be read.
 */
export async function restoreFolder(folder: string, [key, ...others]: readonly string[]): Promise<string | undefined> {
  const cache = await import("@actions/cache");
  if (key === undefined || !cache.isFeatureAvailable()) return undefined;
  return naming("read", folder, () => cache.restoreCache([basename(folder)], key, others));
}

/**
 * Saves a folder under a key, which is never overwritten.
 *
 * @returns whether it was saved. @throws Error in half a sentence when it cannot be written.
 */
export async function saveFolder(folder: string, key: string): Promise<boolean> {
  const cache = await import("@actions/cache");
  if (!cache.isFeatureAvailable()) return false;
  return naming("written", folder, async () => (await cache.saveCache([basename(folder)], key)) !== -1);
}

async function naming<T>(verb: string, folder: string, work: () => Promise<T>): Promise<T> {
  try {
    mkdirSync(dirname(folder), { recursive: true });
    return await inFolder(dirname(folder), work);
  } catch (error) {
    const reason = describeFileError(error) ?? (error as Error).message;
    throw new Error(`the Actions cache cannot be ${verb}: ${reason}`, { cause: error });
  }
}
