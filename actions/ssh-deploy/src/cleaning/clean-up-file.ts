import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readFile, writePrivateFile } from "@jessy-actions/kit/runner/file-content";
import type { CleanUp, Journal, JournalEntry } from "./journal.ts";

/** Below the private folder of a gate. The first holds variables of the user, so both are for their owner alone. */
const PLAN = "clean-up.json";
const ENTRY = "progress.json";

const UNTOUCHED: JournalEntry = { locked: [], switched: [], isCommitted: false };

/** Keeps what a run has to clean up, so that `post` can do it when this process is killed. @param folder absolute. */
export function openJournal(folder: string, plan: CleanUp): Journal {
  rmSync(join(folder, ENTRY), { force: true });
  write(join(folder, PLAN), plan);
  return {
    write: (entry) => write(join(folder, ENTRY), entry),
    remove: () => removeJournal(folder),
  };
}

/** @returns undefined when there is nothing to clean up. @throws Error for files that are not ours. */
export function readJournal(folder: string): { readonly plan: CleanUp; readonly entry: JournalEntry } | undefined {
  if (!existsSync(join(folder, PLAN))) return undefined;
  const plan = read<CleanUp>(join(folder, PLAN));
  const entry = existsSync(join(folder, ENTRY)) ? read<JournalEntry>(join(folder, ENTRY)) : UNTOUCHED;
  if (!Array.isArray(plan.hosts) || !Array.isArray(entry.locked) || !Array.isArray(entry.switched))
    throw new Error(`what the deployment kept in ${folder} is not as it writes it; its hosts may still be locked`);
  return { plan, entry };
}

export function removeJournal(folder: string): void {
  for (const name of [PLAN, ENTRY]) rmSync(join(folder, name), { force: true });
}

/** Whole or not at all: the process may be killed at any time. */
function write(path: string, value: unknown): void {
  writePrivateFile(`${path}.new`, JSON.stringify(value));
  renameSync(`${path}.new`, path);
}

/** Only this process and its `post` write there. */
function read<Value>(path: string): Value {
  const value: unknown = JSON.parse(readFile(path).toString());
  if (typeof value !== "object" || value === null) throw new Error(`${path} holds no object`);
  return value as Value;
}
