import { resolve } from "node:path";
import { UserError } from "@jessy-actions/reading/user-error";
import { readFile } from "../runner/file-content.ts";
import { type GitProcess, gitError } from "./git-process.ts";
import type { Setting } from "./settings.ts";
import type { Transport } from "./transport.ts";

/** Attributes that change what a file holds when it is checked out. */
const CHANGES_CONTENT = /\s-?(?:text|eol|crlf|ident|working-tree-encoding)(?:[\s=]|$)/m;

/**
 * Checks a commit out into a new folder that shares a clone's objects, without hooks and without the programs that the
 * clone names for its files: filters such as Git LFS leave what the commit itself holds.
 *
 * @param folder must not exist.
 */
export async function addWorktree(git: GitProcess, transport: Transport, folder: string, sha: string): Promise<void> {
  await refuseOwnAttributes(git);
  const args = ["worktree", "add", "--quiet", "--detach", "--force", "--", folder, sha];
  // A partial clone fetches the files of the commit only now.
  const result = await transport.runWithMissingFiles(args, await disabledFilters(git));
  if (result.exitCode !== 0) throw gitError("worktree add", result);
}

/** A filter without a process is run by git as one that changes nothing, whatever else it names. */
async function disabledFilters(git: GitProcess): Promise<readonly Setting[]> {
  const { stdout } = await git.run(["config", "--includes", "--name-only", "-z", "--get-regexp", "^filter\\."]);
  const keys = stdout.toString().split("\0");
  const names = new Set(keys.filter((key) => key !== "").map((key) => key.slice(0, key.lastIndexOf("."))));
  return [...names].flatMap((name): Setting[] => [
    [`${name}.process`, ""],
    [`${name}.required`, "false"],
  ]);
}

/** `info/attributes` belongs to the clone, not to a commit, and git has no way to leave it out. */
async function refuseOwnAttributes(git: GitProcess): Promise<void> {
  const { exitCode, stdout } = await git.run(["rev-parse", "--git-path", "info/attributes"]);
  if (exitCode !== 0) return;
  const path = resolve(git.directory, stdout.toString().replace(/\n$/, ""));
  let text: string;
  try {
    text = readFile(path).toString();
  } catch {
    return;
  }
  if (!CHANGES_CONTENT.test(text.replace(/^\s*#.*$/gm, ""))) return;
  throw new UserError(`${path} changes what git checks out, and no commit says so; remove it`);
}
