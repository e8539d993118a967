import { realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import { IN_REPOSITORY, type Target, type TargetKind } from "../../targets/target.ts";

/** Where a target is, or the end of a sentence about it. */
export type FoundPath = { readonly path: string; readonly isFile: boolean } | { readonly problem: string };

const NEEDS: Readonly<Partial<Record<TargetKind, "file" | "folder">>> = {
  sbom: "file",
  "image-archive": "file",
  "oci-layout": "folder",
};

/**
 * The real path of a target: Trivy finds nothing behind a link, and says nothing of it. Files of the repository must be
 * in it: a link that a pull request adds must not lead to files of the machine.
 *
 * @param folder the root of the repository, absolute
 */
export function findPath({ kind, location }: Target, folder: string): FoundPath {
  let path: string;
  let root: string;
  try {
    root = realpathSync(folder);
    path = realpathSync(join(root, location));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR")
      return { problem: "does not exist; correct `targets`, or create it in an earlier step" };
    return { problem: `cannot be reached (${code}); give the user of the runner access to it` };
  }
  const inside = relative(root, path);
  if (IN_REPOSITORY.includes(kind) && (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside)))
    return { problem: "leads out of the repository; name a path in it" };
  const status = statSync(path);
  const found = status.isDirectory() ? "folder" : status.isFile() ? "file" : "other";
  if (found === "other") return { problem: "is neither a file nor a folder" };
  const needed = NEEDS[kind];
  if (needed !== undefined && found !== needed) return { problem: `is a ${found}, and \`${kind}\` needs a ${needed}` };
  return { path, isFile: found === "file" };
}
