import { cacheKey, partOfKey } from "@jessy-actions/kit/cache/cache-key";
import type { CachedFile } from "@jessy-actions/kit/cache/file-cache";

/** What a kept baseline is called in its archive, and how large it may be: one of 12 million lines has 60 MB. */
export const BASELINE_FILE: CachedFile = { file: "jessy-coverage-baseline.json", maxBytes: 300_000_000 };

const KIND = "jessy-coverage-v2";

/** One entry for each commit and gate. A key is never reused, and only pushes to the default branch write any. */
export function baselineKey(sha: string, name: string): string {
  return cacheKey(KIND, sha, name);
}

/** What the keys of all gates begin with that kept a baseline of a commit. */
export function anyGateKey(sha: string): string {
  return cacheKey(KIND, sha);
}

/** The gate that a key belongs to; undefined where the name is too long to stand in it. */
export function gateOfKey(key: string): string | undefined {
  return partOfKey(key, 2);
}
