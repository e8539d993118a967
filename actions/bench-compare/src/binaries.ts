import { createHash } from "node:crypto";
import { closeSync, lstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import type { Git } from "@jessy-actions/kit/git";
import { pathFilter } from "@jessy-actions/reading/globs";

/** SHA-256 of each program that a build made, by its path in the checkout. */
export type Binaries = ReadonlyMap<string, string>;

/** ELF, Mach-O in its four forms, PE. */
const EXECUTABLE_STARTS = ["7f454c46", "cafebabe", "feedface", "feedfacf", "cefaedfe", "cffaedfe", "4d5a"];

/** Of a build that leaves more, or larger ones, the first by name are told apart. */
const MAX_FILES = 500;
const MAX_BYTES = 4_000_000_000;

/**
 * What a build left in a checkout: the files that `patterns` name, or everything executable that git does not track.
 *
 * @param git in the checkout.
 */
export async function hashBinaries(root: string, git: Git, patterns: readonly string[]): Promise<Binaries> {
  const isWanted = patterns.length === 0 ? () => true : pathFilter(patterns);
  const binaries = new Map<string, string>();
  let left = MAX_BYTES;
  for (const path of (await git.listUntracked()).filter(isWanted).sort()) {
    const absolute = join(root, path);
    const stat = lstatSync(absolute, { throwIfNoEntry: false });
    if (stat === undefined || !stat.isFile() || stat.size > left || binaries.size === MAX_FILES) continue;
    if (patterns.length === 0 && ((stat.mode & 0o111) === 0 || !isExecutable(absolute))) continue;
    binaries.set(path, hashFile(absolute));
    left -= stat.size;
  }
  return binaries;
}

/** Undefined when there is nothing to tell by. */
export function areEqual(a: Binaries, b: Binaries): boolean | undefined {
  if (a.size === 0 || b.size === 0) return undefined;
  return a.size === b.size && [...a].every(([path, hash]) => b.get(path) === hash);
}

function isExecutable(path: string): boolean {
  const start = Buffer.alloc(4);
  const file = openSync(path, "r");
  try {
    readSync(file, start, 0, 4, 0);
  } finally {
    closeSync(file);
  }
  const hex = start.toString("hex");
  return EXECUTABLE_STARTS.some((known) => hex.startsWith(known));
}

function hashFile(path: string): string {
  const hash = createHash("sha256");
  const buffer = Buffer.allocUnsafe(1 << 20);
  const file = openSync(path, "r");
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer))
      hash.update(buffer.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}
