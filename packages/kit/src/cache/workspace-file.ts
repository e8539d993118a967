import { rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Removes a file that had to lie in the workspace on its way to or from the cache, and its folder when nothing else is
 * in it. Can be run again.
 *
 * @param path relative to the workspace.
 */
export function removeWorkspaceFile(workspace: string, path: string): void {
  const absolute = join(workspace, path);
  rmSync(absolute, { force: true });
  try {
    rmdirSync(dirname(absolute));
  } catch {
    // Another gate's file is in it, or it is gone.
  }
}
