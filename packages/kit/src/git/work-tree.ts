import { realpathSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { readFile } from "../runner/file-content.ts";

/** Whether a folder holds the repository, or a file that leads to it, as in worktrees and submodules. */
export function isWorkTreeOf(root: string, gitDirectory: string): boolean {
  const place = join(root, ".git");
  const stat = statSync(place, { throwIfNoEntry: false });
  if (stat === undefined) return false;
  const target = stat.isDirectory() ? place : /^gitdir: (.+)$/m.exec(readFile(place).toString())?.[1];
  try {
    return target !== undefined && realpathSync(resolve(root, target)) === realpathSync(gitDirectory);
  } catch {
    return false;
  }
}
