import { posix } from "node:path";
import type { Target } from "../targets/target.ts";

/** A target of one file, as its name tells: its folder is the one that the file is in. */
const FILE = /(?:^(?:Dockerfile|Containerfile)|\.(?:lock|lockfile|mod|sum|json|toml|ya?ml|xml|txt|gradle|tf|hcl))$/;

/**
 * The folders of the repository that are targets, by their names; `.` is its root, and what no target holds is there. An
 * SBOM names files of elsewhere.
 */
export function targetFolders(targets: readonly Target[]): ReadonlyMap<string, string> {
  const folders = targets
    .filter(({ kind }) => kind === "fs" || kind === "config")
    .map(({ name, location }): [string, string] => [name, folderOf(location)]);
  return new Map([[".", "."], ...folders]);
}

function folderOf(location: string): string {
  const path = posix.normalize(location);
  return FILE.test(posix.basename(path)) ? posix.dirname(path) : path;
}
