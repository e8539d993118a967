/**
 * Where the baseline of a gate lies in the workspace while it goes to or comes from the cache. Relative: the cache's
 * version is made of the path, so it must be the same on every machine.
 *
 * @param name of the gate; empty for the only one.
 */
export function cachePath(name: string): string {
  return `.jessy/coverage-baseline${name === "" ? "" : `-${encodeURIComponent(name)}`}.json`;
}

/** One entry for each commit. A key is never reused, and only pushes to the default branch write any. */
export function cacheKey(name: string, sha: string): string {
  return `jessy-coverage-v1-${encodeURIComponent(name)}-${sha}`;
}
