import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Whether a file lies in another repository than the one around it: a submodule, or one that was checked out below. Its
 * reports are about its own code, and no run of ours may have made them.
 *
 * @param path absolute. @param root of our repository, absolute.
 */
export function isInOtherRepository(path: string, root: string): boolean {
  for (let folder = dirname(path); folder.length > root.length; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return true;
  }
  return false;
}
