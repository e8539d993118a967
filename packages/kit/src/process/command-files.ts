import { chmodSync, closeSync, lstatSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Environment } from "../runner/environment.ts";
import { readFile as readContent, writeWhole } from "../runner/file-content.ts";
import { namingPath } from "../runner/file-error.ts";
import type { Log } from "../runner/log.ts";
import { whileCancellable } from "./cancel.ts";

/** The files that the runner reads after each step. What stands in them changes the steps that follow. */
const COMMAND_FILES = ["GITHUB_ENV", "GITHUB_PATH", "GITHUB_OUTPUT", "GITHUB_STATE", "GITHUB_STEP_SUMMARY"];

/** A step writes far less before it starts anything, and a larger file is not ours. */
const MAX_BYTES = 16_000_000;

interface Kept {
  readonly bytes: Buffer;
  readonly mode: number;
}

/**
 * Runs code that others wrote while the runner's command files are kept: afterwards, and when the run is cancelled, they
 * are as they were before. It is told which of them were changed, since that is an attack or a mistake. A process that
 * outlives its group and waits can still write later: for that, only another job is a boundary.
 */
export async function keepingCommandFiles<T>(
  environment: Environment,
  log: Pick<Log, "warning">,
  work: () => Promise<T>,
): Promise<T> {
  const files = new CommandFiles(environment);
  const restore = () => {
    for (const change of files.restore())
      log.warning(`${change} while code of this change ran. It was put back: nothing of it reaches later steps.`);
  };
  return whileCancellable(async () => {
    try {
      return await work();
    } finally {
      restore();
    }
  }, restore);
}

/** The runner's command files as they are now, and whatever lies beside them. */
export class CommandFiles {
  /** By path; undefined where nothing was. */
  readonly #kept = new Map<string, Kept | undefined>();
  readonly #variables = new Map<string, string>();
  readonly #left = new Set<string>();
  readonly #folders: readonly string[];

  constructor(environment: Environment) {
    for (const variable of COMMAND_FILES) {
      const path = environment[variable];
      if (path) this.#variables.set(path, variable);
    }
    this.#folders = [...new Set([...this.#variables.keys()].map((path) => dirname(path)))];
    const beside = this.#ownFolders().flatMap((folder) => readNames(folder).map((name) => join(folder, name)));
    for (const path of [...this.#variables.keys(), ...beside]) {
      const kept = readFile(path);
      const isAbsent = lstatSync(path, { throwIfNoEntry: false }) === undefined;
      // A pipe or a device, as in a harness: nothing can be put back.
      if (kept !== undefined || isAbsent) this.#kept.set(path, kept);
      else this.#left.add(path);
    }
  }

  /** Puts everything back. @returns what had been changed, each as the beginning of a sentence. Can be repeated. */
  restore(): readonly string[] {
    const changes: string[] = [];
    for (const folder of this.#folders) {
      if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) continue;
      rmSync(folder, { force: true });
      mkdirSync(folder, { recursive: true });
      changes.push(`The folder of the runner's command files, \`${folder}\`, was removed or replaced`);
    }
    for (const [path, kept] of this.#kept) {
      const how = putBack(path, kept);
      if (how !== undefined) changes.push(`\`${this.#variables.get(path) ?? path}\` was ${how}`);
    }
    for (const folder of this.#ownFolders())
      for (const name of readNames(folder)) {
        if (this.#kept.has(join(folder, name)) || this.#left.has(join(folder, name))) continue;
        rmSync(join(folder, name), { recursive: true, force: true });
        changes.push(`\`${join(folder, name)}\` was added to the runner's command files`);
      }
    return changes;
  }

  /** The runner's folder has only such files; any other folder is not ours to look through. */
  #ownFolders(): readonly string[] {
    return this.#folders.filter((folder) => folder.endsWith("_runner_file_commands"));
  }
}

/** @returns what had happened to the file; undefined when nothing had. */
function putBack(path: string, kept: Kept | undefined): string | undefined {
  const now = lstatSync(path, { throwIfNoEntry: false });
  if (kept === undefined) {
    if (now === undefined) return undefined;
    rmSync(path, { recursive: true, force: true });
    return "made";
  }
  const found = readFile(path);
  if (found?.bytes.equals(kept.bytes) === true && found.mode === kept.mode && now?.nlink === 1) return undefined;
  if (now !== undefined && !now.isFile()) rmSync(path, { recursive: true, force: true });
  // A new file: whoever still has the old one open, or another name of it, writes to nothing.
  const next = `${path}.jessy`;
  rmSync(next, { recursive: true, force: true });
  const descriptor = openSync(next, "wx", 0o600);
  try {
    namingPath(next, () => writeWhole(descriptor, kept.bytes));
  } finally {
    closeSync(descriptor);
  }
  chmodSync(next, kept.mode);
  renameSync(next, path);
  if (now === undefined) return "removed";
  if (now.isSymbolicLink()) return "replaced by a link";
  if (!now.isFile()) return "replaced by something else";
  if (found === undefined) return `filled with ${now.size} bytes`;
  if (!found.bytes.equals(kept.bytes))
    return found.bytes.length < kept.bytes.length
      ? "cut"
      : `changed (${found.bytes.length - kept.bytes.length} bytes more)`;
  return now.nlink === 1 ? "given other permissions" : "given a second name";
}

function readFile(path: string): Kept | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile() || stat.size > MAX_BYTES) return undefined;
  try {
    return { bytes: readContent(path), mode: stat.mode & 0o777 };
  } catch {
    return undefined;
  }
}

function readNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
