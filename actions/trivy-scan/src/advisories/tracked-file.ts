import { lstatSync, realpathSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { revealInvisible } from "@jessy-actions/kit/report/escape";
import { readFile } from "@jessy-actions/kit/runner/file-content";
import { describeFileError } from "@jessy-actions/kit/runner/file-error";

/** What a tracked file holds, or why that is not known: a sentence without its subject. */
export type TrackedFile =
  | {
      readonly bytes: Uint8Array;
      /** Where it is after links, relative to the root with forward slashes. */
      readonly path: string;
    }
  | { readonly problem: string };

/**
 * Reads a file that git tracks. A link is followed to another tracked file alone: it must not make a report show what
 * lies elsewhere on the machine.
 *
 * @param root of the repository, absolute. @param path relative to it, with forward slashes.
 */
export function readTrackedFile(
  root: string,
  path: string,
  isTracked: (path: string) => boolean,
  maxBytes: number,
): TrackedFile {
  try {
    const real = realpathSync(join(root, path));
    const inside = relative(realpathSync(root), real).split(sep).join("/");
    if (inside.startsWith("../") || inside === ".." || isAbsolute(inside))
      return { problem: "is behind a link that leads out of the repository" };
    if (inside !== path && !isTracked(inside))
      return { problem: `is a link to \`${revealInvisible(inside)}\`, which git does not track` };
    const stat = lstatSync(real);
    if (!stat.isFile()) return { problem: "is not a file" };
    if (stat.size > maxBytes) return { problem: `is larger than ${maxBytes / 1_000_000} MB` };
    return { bytes: readFile(real), path: inside };
  } catch (error) {
    return { problem: refusalOf(error as NodeJS.ErrnoException, join(root, path)) };
  }
}

/**
 * Whether a folder is in the repository, or has something of it: a change could then take out of it what speaks against
 * that change.
 *
 * @param folder as the input has it, relative to the workspace or absolute. @param files tracked in the workspace.
 */
export function isTrackedFolder(folder: string, workspace: string, files: readonly string[]): boolean {
  const inside = relative(workspace, resolve(workspace, folder)).split(sep).join("/");
  return files.some((file) => inside === "" || file === inside || file.startsWith(`${inside}/`));
}

function refusalOf(error: NodeJS.ErrnoException, place: string): string {
  if (error.code !== "ENOENT") return `cannot be read: ${describeFileError(error) ?? error.message}`;
  if (lstatSync(place, { throwIfNoEntry: false }) !== undefined) return "is a link that leads nowhere";
  return "is tracked, and not in the work tree: check it out before this step";
}
