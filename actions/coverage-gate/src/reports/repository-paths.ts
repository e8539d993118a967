import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { RepositoryPaths } from "@jessy-actions/coverage/paths";
import type { Git } from "@jessy-actions/kit/git/git";
import { readFile } from "@jessy-actions/kit/runner/file-content";

/**
 * What a report's paths are matched to: the files that git tracks here and in submodules, the repository's root
 * (absolute), and the paths of its Go modules.
 */
export async function readRepositoryPaths(git: Git, root: string): Promise<RepositoryPaths> {
  const files = await git.listFilesWithSubmodules();
  const goModules = new Map<string, string>();
  for (const file of files) {
    if (file !== "go.mod" && !file.endsWith("/go.mod")) continue;
    try {
      const module = /^\s*module\s+"?([^\s"]+)"?/m.exec(readFile(join(root, file)).toString())?.[1];
      if (module !== undefined) goModules.set(module, file === "go.mod" ? "" : dirname(file));
    } catch {
      // Tracked, but not in the work tree (sparse checkout): its paths are then matched by their tails.
    }
  }
  // The longest module path first: nested modules lie inside others.
  return {
    files,
    root,
    goModules: new Map([...goModules].sort(([a], [b]) => b.length - a.length)),
    exists: (path) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true,
  };
}
