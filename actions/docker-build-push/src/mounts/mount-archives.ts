import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { restoreFolder, saveFolder } from "@jessy-actions/kit/cache/folder-cache";
import { copyFile } from "@jessy-actions/kit/runner/file-content";
import type { MountsPlanning } from "../planning/plan-mounts.ts";

/** Brings the nearest archives. @returns the name that they were found under. @throws Error when they cannot be read. */
export async function fetchArchives(plan: MountsPlanning): Promise<string | undefined> {
  const { store, folders, key, restoreKeys, branchFolders } = plan;
  rmSync(folders.archives, { recursive: true, force: true });
  if (store.kind === "gha") return restoreFolder(folders.archives, [key, ...restoreKeys]);
  const found = branchFolders.from.find((name) => existsSync(join(store.folder, name)));
  if (found !== undefined) copyArchives(join(store.folder, found), folders.archives);
  return found;
}

/** @throws Error when they cannot be written. */
export async function keepArchives({ store, folders, key, branchFolders }: MountsPlanning): Promise<void> {
  if (store.kind === "gha") {
    // The toolkit writes the reason into the log and nowhere else.
    if (!(await saveFolder(folders.archives, key)))
      throw new Error("the Actions cache did not take them; the log says why");
    return;
  }
  const kept = join(store.folder, branchFolders.own);
  const fresh = `${kept}.fresh`;
  rmSync(fresh, { recursive: true, force: true });
  copyArchives(folders.archives, fresh);
  rmSync(kept, { recursive: true, force: true });
  renameSync(fresh, kept);
}

/** Bytes of all archives, those left out that were not packed whole. */
export function sizeOfArchives(folder: string): number {
  let bytes = 0;
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const { size } = statSync(join(folder, name));
    if (size === 0) rmSync(join(folder, name));
    bytes += size;
  }
  return bytes;
}

/** Not by links: the folder may be on another disk. */
function copyArchives(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) copyFile(join(from, name), join(to, name));
}
