import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../runner/environment.ts";
import { writeFile } from "../runner/file-content.ts";
import { describeFileError } from "../runner/file-error.ts";
import type { Log } from "../runner/log.ts";
import { fileInArchive } from "./archive.ts";
import { cacheVersions } from "./cache-key.ts";
import { ArchiveMissing, CacheService, CacheUnavailable, type ServiceOptions } from "./cache-service.ts";
import { inFolder } from "./working-folder.ts";

/**
 * What a look-up came to. Three of these have nothing to show, and are not the same: `miss` says that there is nothing,
 * `unavailable` that nobody knows, `unreadable` that there is something which cannot be used.
 */
export type CacheLookup =
  | { readonly state: "hit"; readonly key: string; readonly content: Buffer }
  | { readonly state: "miss" }
  /** `reason` is half a sentence. */
  | { readonly state: "unavailable" | "unreadable"; readonly reason: string };

export interface CachedFile {
  /** How the file is called in its archive: the same on every machine, as the cache's version is made of it. */
  readonly file: string;
  /** What its content may have, and its archive. */
  readonly maxBytes: number;
}

export interface CacheIo extends Pick<ServiceOptions, "sleep" | "timeout"> {
  readonly environment: Environment;
  readonly log: Pick<Log, "debug">;
}

/**
 * Reads one file from the Actions cache, into memory.
 *
 * @param keys best first; each also finds the newest key that begins with it (`cacheKey` gives keys and prefixes).
 */
export async function readFromCache(
  { file, maxBytes }: CachedFile,
  keys: readonly string[],
  io: CacheIo,
): Promise<CacheLookup> {
  const service = new CacheService(io);
  if (!service.exists) return { state: "miss" };
  try {
    for (const version of cacheVersions(file)) {
      const entry = await service.find(keys, version);
      if (entry === undefined) continue;
      if (!keys.some((key) => entry.key.startsWith(key))) throw new CacheUnavailable("its answer names another entry");
      const archive = await service.download(entry, maxBytes);
      try {
        return { state: "hit", key: entry.key, content: fileInArchive(archive, maxBytes) };
      } catch (error) {
        return {
          state: "unreadable",
          reason: `the cache entry \`${entry.key}\` is damaged: ${(error as Error).message}`,
        };
      }
    }
    return { state: "miss" };
  } catch (error) {
    if (error instanceof ArchiveMissing)
      return { state: "unreadable", reason: `the cache entry is damaged: ${error.message}` };
    if (!(error instanceof CacheUnavailable)) throw error;
    io.log.debug(`the cache cannot be read: ${error.message}`);
    return { state: "unavailable", reason: `the Actions cache cannot be read: ${error.message}` };
  }
}

/**
 * Saves one file. A key is never overwritten, so a re-run changes nothing; a cache that cannot be written is a warning.
 *
 * @param folder where the file and its archive may lie meanwhile: outside of the workspace, where a pull request's files
 * could stand in the way.
 */
export async function saveToCache(
  { file }: Pick<CachedFile, "file">,
  key: string,
  content: Iterable<string | Uint8Array>,
  { folder, log }: { readonly folder: string; readonly log: Log },
): Promise<boolean> {
  // Half a megabyte to load: only runs that save something pay it.
  const cache = await import("@actions/cache");
  if (!cache.isFeatureAvailable()) return false;
  const path = join(folder, file);
  try {
    // Not below, where the removal of what is not there would be told instead.
    mkdirSync(folder, { recursive: true });
    try {
      writeFile(path, content);
      // The same version on Windows as elsewhere: the file is text, and read without a file system.
      return (await inFolder(folder, () => cache.saveCache([file], key, undefined, true))) !== -1;
    } finally {
      rmSync(path, { force: true });
    }
  } catch (error) {
    log.warning(`The Actions cache cannot be written: ${describeFileError(error) ?? (error as Error).message}`);
    return false;
  }
}
