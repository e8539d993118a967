import { createHash } from "node:crypto";
import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { Git } from "@jessy-actions/kit/git/git";
import { withFile } from "@jessy-actions/kit/runner/file-content";
import { pathFilter } from "@jessy-actions/reading/globs";

/** SHA-256 of each program that a build produced, by its path in the checkout. */
export type Binaries = ReadonlyMap<string, string>;

/** The first bytes of ELF, of the four forms of Mach-O, and of PE. */
const EXECUTABLE_STARTS = ["7f454c46", "cafebabe", "feedface", "feedfacf", "cefaedfe", "cffaedfe", "4d5a"];

/** A build that leaves more than this is not compared: a part may be equal although the whole is not. */
const MAX_FILES = 500;
const MAX_BYTES = 4_000_000_000;

/**
 * Hashes what a build left in a checkout: the files that `patterns` match, or every executable that git does not track.
 *
 * @param git in that checkout.
 * @returns nothing when there is too much to hash.
 */
export async function hashBinaries(root: string, git: Git, patterns: readonly string[]): Promise<Binaries> {
  const isWanted = patterns.length === 0 ? () => true : pathFilter(patterns);
  const binaries = new Map<string, string>();
  let left = MAX_BYTES;
  for (const path of (await git.listUntracked()).filter(isWanted).sort()) {
    const absolute = join(root, path);
    const stat = lstatSync(absolute, { throwIfNoEntry: false });
    if (stat === undefined || !stat.isFile()) continue;
    if (patterns.length === 0 && ((stat.mode & 0o111) === 0 || !isExecutable(absolute))) continue;
    if (stat.size > left || binaries.size === MAX_FILES) return new Map();
    binaries.set(path, hashFile(absolute));
    left -= stat.size;
  }
  return binaries;
}

/** Sources that only a compiler reads: if the program stays the same, a change of them has no effect. */
const COMPILED = /\.(?:rs|go|c|h|cc|cpp|cxx|hh|hpp|hxx|m|mm|swift|zig|d|f90|f|s|asm|adb|ads|pas|nim)$/i;

export interface BuiltSides {
  readonly base: Binaries;
  readonly head: Binaries;
  /** Paths that differ between the two commits. */
  readonly changed: readonly string[];
  /** Whether the workflow named the files to compare. */
  readonly isNamed: boolean;
  /** The programs that the commands start. */
  readonly programs: readonly string[];
  readonly workingDirectory: string;
}

/**
 * Whether both sides are the same program; undefined when that is not known. Equal files alone do not show it: dependencies, and tools beside the
 * benchmark, are equal on both sides of every change. So either the workflow named the files, or the commands start them and nothing changed that
 * they could read when they run.
 */
export function tellIdentity({
  base,
  head,
  changed,
  isNamed,
  programs,
  workingDirectory,
}: BuiltSides): boolean | undefined {
  if (changed.length === 0) return true;
  const isEqual = areEqual(base, head);
  if (isEqual !== true || isNamed) return isEqual;
  const started = programs.map((program) => join(workingDirectory, program));
  const isCovered = programs.every((program, at) => program.includes("/") && base.has(started[at]!));
  return isCovered && changed.every((path) => COMPILED.test(path)) ? true : undefined;
}

/** Undefined when there is nothing to compare. */
function areEqual(a: Binaries, b: Binaries): boolean | undefined {
  if (a.size === 0 || b.size === 0) return undefined;
  return a.size === b.size && [...a].every(([path, hash]) => b.get(path) === hash);
}

function isExecutable(path: string): boolean {
  const hex = withFile(path, (file) => Buffer.from(file.head(4)).toString("hex"));
  return EXECUTABLE_STARTS.some((known) => hex.startsWith(known));
}

function hashFile(path: string): string {
  const hash = createHash("sha256");
  withFile(path, (file) => {
    for (const chunk of file.chunks()) hash.update(chunk);
  });
  return hash.digest("hex");
}
