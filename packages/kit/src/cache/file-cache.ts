import type { Log } from "../runner/log.ts";

/** The Actions cache takes at most ten keys in one look-up. */
export const MAX_CACHE_KEYS = 10;

export type CacheLookup =
  | { readonly state: "hit"; readonly key: string }
  | { readonly state: "miss" }
  | { readonly state: "unavailable"; readonly reason: string };

/**
 * Restores one file from the Actions cache.
 *
 * @param path relative to the workspace: the cache's version is made of it, so it must be the same on every machine.
 * @param keys whole keys, best first; a cache never knows a key only in part here.
 */
export async function restoreFromCache(path: string, keys: readonly string[], log: Log): Promise<CacheLookup> {
  // 2.5 MB and 43 ms to load: only runs that have a baseline to look for pay it.
  const cache = await import("@actions/cache");
  if (!cache.isFeatureAvailable()) return { state: "unavailable", reason: "this runner has no Actions cache" };
  try {
    const [first = "", ...rest] = keys.slice(0, MAX_CACHE_KEYS);
    const key = await cache.restoreCache([path], first, rest);
    return key !== undefined && keys.includes(key) ? { state: "hit", key } : { state: "miss" };
  } catch (error) {
    log.debug(`the cache cannot be read: ${String(error)}`);
    return { state: "unavailable", reason: `the Actions cache cannot be read: ${(error as Error).message}` };
  }
}

/**
 * Restores the newest file whose key begins so: for something that grows, since keys are never overwritten.
 *
 * @param prefix must end where no longer name can go on, since the cache takes everything that begins with it.
 */
export async function restoreNewestFromCache(path: string, prefix: string, log: Log): Promise<CacheLookup> {
  const cache = await import("@actions/cache");
  if (!cache.isFeatureAvailable()) return { state: "unavailable", reason: "this runner has no Actions cache" };
  try {
    const key = await cache.restoreCache([path], prefix);
    return key?.startsWith(prefix) === true ? { state: "hit", key } : { state: "miss" };
  } catch (error) {
    log.debug(`the cache cannot be read: ${String(error)}`);
    return { state: "unavailable", reason: `the Actions cache cannot be read: ${(error as Error).message}` };
  }
}

/** Saves one file; keys are never overwritten, so a re-run changes nothing. A cache that cannot be written is a warning. */
export async function saveToCache(path: string, key: string, log: Log): Promise<boolean> {
  const cache = await import("@actions/cache");
  if (!cache.isFeatureAvailable()) return false;
  try {
    return (await cache.saveCache([path], key)) !== -1;
  } catch (error) {
    log.warning(`The Actions cache cannot be written: ${(error as Error).message}`);
    return false;
  }
}
