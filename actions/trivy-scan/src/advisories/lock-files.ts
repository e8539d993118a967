import { compileGlob } from "@jessy-actions/reading/glob";
import type { LockPlace } from "@jessy-actions/security/rustsec/advisory-match";
import type { Inputs } from "../inputs.ts";

/** What of a repository is scanned, as the inputs say. */
export type Scope = Pick<Inputs, "targets" | "skipFolders" | "skipFiles">;

const LOCK = "Cargo.lock";

/**
 * The locks of a repository, sorted: every tracked file of exactly this name, in whichever folder, `vendor/` too. Only
 * what `skip-dirs` and `skip-files` leave out is left out, by the same rules as in Trivy: globs, relative to the target.
 * Pure.
 */
export function lockFiles(files: readonly string[], scope: Scope): string[] {
  const isSkipped = skipping(scope);
  return files.filter((file) => nameOf(file) === LOCK && !isSkipped(placeInTarget(file, scope.targets).file)).sort();
}

/**
 * Where Trivy reports a file of the repository: in the target that contains it, the innermost of several, by its path
 * from there. What no target contains belongs to the whole repository. Pure.
 */
export function placeInTarget(file: string, targets: Inputs["targets"]): LockPlace {
  let place: LockPlace = { target: ".", file };
  let longest = -1;
  for (const { kind, location, name } of targets) {
    const folder = plainPath(location);
    if (kind !== "fs" || folder.length <= longest) continue;
    const inside = folder === file ? nameOf(file) : pathBelow(file, folder);
    if (inside === undefined) continue;
    place = { target: name, file: inside };
    longest = folder.length;
  }
  return place;
}

function pathBelow(file: string, folder: string): string | undefined {
  if (folder === "") return file;
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : undefined;
}

/** `./services/api/` is `services/api`, and `.` is empty. */
function plainPath(path: string): string {
  return path
    .split("/")
    .filter((part) => part !== "" && part !== ".")
    .join("/");
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}

function skipping({ skipFolders, skipFiles }: Scope): (file: string) => boolean {
  const folders = skipFolders.map((pattern) => compileGlob(plainPath(pattern)));
  const files = skipFiles.map((pattern) => compileGlob(plainPath(pattern)));
  return (file) =>
    files.some((matches) => matches(file)) ||
    foldersAbove(file).some((folder) => folders.some((matches) => matches(folder)));
}

/** `a` and `a/b` of `a/b/Cargo.lock`. */
function foldersAbove(file: string): string[] {
  const parts = file.split("/").slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}
