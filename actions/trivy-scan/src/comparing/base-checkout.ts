import { cpSync, mkdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { Git } from "@jessy-actions/kit/git/git";

/** Where the base's files are. @param temporary of the action. */
export function baseFolder(temporary: string): string {
  return join(temporary, "base");
}

/**
 * The base's files as git has them, in a folder of their own below `io.temporary`: by no hook, and by none of the
 * programs that the clone names for its files, so that files of Git LFS are their pointers. It is no repository, and
 * nothing of it stays in the clone.
 *
 * A submodule that is at the same commit in both is taken from the workspace, if it is checked out there: otherwise all
 * that is in it would be new.
 *
 * @returns its root, absolute.
 */
export async function checkOutBase(commit: string, io: ActionIo): Promise<string> {
  const folder = baseFolder(io.temporary);
  removeFolder(folder);
  mkdirSync(dirname(folder), { recursive: true });
  const root = await (await io.git()).root();
  const git = await io.git(root);
  await git.addWorktree(folder, commit);
  rmSync(join(folder, ".git"));
  await git.pruneWorktrees();
  await copySubmodules(commit, { git, root, folder, io });
  return folder;
}

/** Whatever is left of it by a run before. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

interface Places {
  readonly git: Git;
  readonly root: string;
  readonly folder: string;
  readonly io: ActionIo;
}

async function copySubmodules(commit: string, { git, root, folder, io }: Places): Promise<void> {
  const submodules = await git.submodules(commit);
  if (submodules.size === 0) return;
  const present = await git.submodules("HEAD");
  for (const [path, id] of submodules) {
    const place = join(root, path);
    if (present.get(path) !== id || (await checkedOut(place, io)) !== id) continue;
    // Links as they are: what they lead to is none of the base's.
    const options = { recursive: true, verbatimSymlinks: true, filter: (file: string) => basename(file) !== ".git" };
    cpSync(place, join(folder, path), options);
  }
}

/** The commit of the submodule itself; a folder without one belongs to the repository around it, which is another. */
async function checkedOut(place: string, io: ActionIo): Promise<string | undefined> {
  try {
    return await (await io.git(place)).resolve("HEAD");
  } catch {
    return undefined;
  }
}
