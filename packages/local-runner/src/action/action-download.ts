import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { type ActionFile, actionFilePath, readActionFile } from "./action-file.ts";
import { slugOf, type Uses } from "./uses.ts";

const MAX_ARCHIVE_BYTES = 512 * 1024 * 1024;

/**
 * Downloads the action that `uses` names, as the runner does before the first step: the whole tree at the ref, as
 * `git archive` gives it, below `_actions/owner/repository/ref`; then reads the action.yml of its folder.
 *
 * @param from a git repository (a path or an address), or a folder that is the tree itself, whatever the ref.
 * @param actions the `_actions` folder; a tree that is there already is used again, as on a runner.
 * @throws Error in one line when the repository, the ref, the action or one of its scripts is missing.
 */
export function downloadAction(uses: Uses, from: string, actions: string): ActionFile {
  const tree = downloadedTree(uses, actions);
  if (!existsSync(tree)) {
    if (isFolderOfFiles(from)) cpSync(from, tree, { recursive: true });
    else downloadTree(from, uses.ref, tree);
  }
  return readDownloadedAction(tree, uses);
}

/** Where the tree of an action lies once it is downloaded. @param actions the `_actions` folder. */
export function downloadedTree({ owner, repository, ref }: Uses, actions: string): string {
  return join(actions, owner, repository, ref);
}

function readDownloadedAction(tree: string, uses: Uses): ActionFile {
  const folder = join(tree, uses.path);
  if (actionFilePath(folder) === undefined)
    throw new Error(`${slugOf(uses)} has no action.yml in ${uses.path === "" ? "its root" : `\`${uses.path}\``}`);
  const action = readActionFile(folder);
  if (action.runs.kind === "composite") return action;
  for (const script of [action.runs.pre, action.runs.main, action.runs.post]) {
    if (script === undefined) continue;
    const file = resolve(folder, script);
    if (relative(tree, file).startsWith("..") || !existsSync(file))
      throw new Error(`${slugOf(uses)} runs \`${script}\`, which its tree does not have`);
  }
  return action;
}

/** The folder is not a repository itself; git would find the repository around it. */
function isFolderOfFiles(from: string): boolean {
  return existsSync(from) && !existsSync(join(from, ".git")) && !existsSync(join(from, "objects"));
}

function downloadTree(from: string, ref: string, tree: string): void {
  const clone = mkdtempSync(join(tmpdir(), "jessy-action-"));
  try {
    const git = (...args: readonly string[]) =>
      execFileSync("git", args, { cwd: clone, stdio: ["ignore", "pipe", "pipe"], maxBuffer: MAX_ARCHIVE_BYTES });
    git("init", "--quiet", "--bare");
    const address = existsSync(from) ? resolve(from) : from;
    git("fetch", "--quiet", "--depth=1", "--end-of-options", address, resolveRef(git, address, ref));
    const archive = git("archive", "--format=tar", "FETCH_HEAD");
    mkdirSync(tree, { recursive: true });
    execFileSync("tar", ["-xf", "-", "-C", tree], { input: archive, stdio: ["pipe", "ignore", "pipe"] });
  } catch (error) {
    rmSync(tree, { recursive: true, force: true });
    const { stderr, message } = error as Error & { stderr?: Buffer };
    const said = (stderr?.toString().trim() || message).split("\n")[0];
    throw new Error(`${from} cannot be downloaded at \`${ref}\`: ${said}`);
  } finally {
    rmSync(clone, { recursive: true });
  }
}

/** A commit is itself; a name is a tag before it is a branch. */
function resolveRef(git: (...args: readonly string[]) => Buffer, address: string, ref: string): string {
  if (/^[0-9a-f]{40}$/.test(ref)) return ref;
  const names = [`refs/tags/${ref}`, `refs/heads/${ref}`];
  const listed = git("ls-remote", "--end-of-options", address, ...names).toString();
  const found = names.find((name) => listed.includes(`\t${name}\n`));
  if (found === undefined) throw new Error("it has no tag or branch of that name");
  return found;
}
