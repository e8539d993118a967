import { chmodSync, lstatSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** What a gate makes below its temporary folder, and removes again. */
export interface Folders {
  /** For the checkouts of base and head. */
  readonly checkouts: string;
  /** For what benchmarks leave outside of the checkouts. */
  readonly scratch: string;
  /** For the temporary files of builds and benchmarks, instead of the runner's folder. */
  readonly temporary: string;
}

export function foldersIn(temporary: string): Folders {
  return {
    checkouts: join(temporary, "checkouts"),
    scratch: join(temporary, "scratch"),
    temporary: join(temporary, "tmp"),
  };
}

/** Removes a folder with everything in it. */
export function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 2 });
  } catch {
    // The folders of Go's module cache are read-only, and only root can delete from those.
    makeFoldersWritable(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 2 });
  }
}

function makeFoldersWritable(folder: string): void {
  // A link would lead the change of permissions elsewhere.
  if (!lstatSync(folder).isDirectory()) return;
  chmodSync(folder, 0o700);
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) makeFoldersWritable(join(folder, entry.name));
}
