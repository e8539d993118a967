import { createHash } from "node:crypto";

/** Longer names are told apart by a hash: the service takes keys of at most 512 characters. */
const MAX_PART = 100;

/**
 * A key of the Actions cache made of its parts. Each ends with a slash, which no part holds: the service takes every key
 * that begins like the one asked for, and a gate `a` must not get what belongs to a gate `ab`. The first parts alone
 * are a prefix of the whole.
 */
export function cacheKey(...parts: readonly string[]): string {
  return parts.map((part) => `${keyPart(part)}/`).join("");
}

function keyPart(part: string): string {
  const encoded = encodeURIComponent(part);
  return encoded.length <= MAX_PART ? encoded : `sha256-${createHash("sha256").update(part).digest("hex")}`;
}

/** What a part of a key was made of; undefined of one that only its hash is known of, or that is not one of ours. */
export function partOfKey(key: string, index: number): string | undefined {
  const part = key.split("/")[index];
  if (part === undefined || part.startsWith("sha256-")) return undefined;
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** How @actions/cache packs: by zstd where a machine has that program. */
const PACKINGS = ["zstd-without-long", "gzip"] as const;

/**
 * The versions under which @actions/cache may have kept a file: it hashes the path as it was given, and the packing.
 * The path is the same on every machine, Windows included (`enableCrossOsArchive`).
 */
export function cacheVersions(file: string): readonly string[] {
  return PACKINGS.map((packing) => createHash("sha256").update(`${file}|${packing}|1.0`).digest("hex"));
}
