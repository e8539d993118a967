import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { type ActionFile, readActionFile } from "./action-file.ts";
import type { Uses } from "./uses.ts";

const MAX_ARCHIVE_BYTES = 512 * 1024 * 1024;

/**
 * Downloads the action that `uses` names, as the runner does before the first step: the whole tree at the ref, as `git archive` gives it,
 * below `_actions/owner/repository/ref`; then reads the action.yml of its folder.
 *
 * @param from a git repository (a path or an address), or a folder that is the tree itself, whatever the ref.
 * @param actions the `_actions` folder; a tree that is there already is used again, as on a runner.
 * @throws Error in one line when there is no such repository, ref or action, or one whose scripts are missing.
 */
export function downloadAction(uses: Uses, from: string, actions: string): ActionFile {
  const tree = join(actions, uses.owner, uses.repository, uses.ref);
  if (!existsSync(tree)) {
    if (isFolderOfFiles(from)) cpSync(from, tree, { recursive: true });
    else downloadTree(from, uses.ref, tree);
  }
  return readDownloadedAction(tree, uses);
}

function readDownloadedAction(tree: string, { owner, repository, path, ref }: Uses): ActionFile {
  const slug = `${owner}/${repository}${path === "" ? "" : `/${path}`}@${ref}`;
  const folder = join(tree, path);
  if (!["action.yml", "action.yaml"].some((name) => existsSync(join(folder, name))))
    throw new Error(`${slug} has no action.yml in ${path === "" ? "its root" : `\`${path}\``}`);
  const action = readActionFile(folder);
  for (const script of [action.pre, action.main, action.post]) {
    if (script === undefined) continue;
    const file = resolve(folder, script);
    if (relative(tree, file).startsWith("..") || !existsSync(file))
      throw new Error(`${slug} runs \`${script}\`, which its tree does not have`);
  }
  return action;
}

/** Not a repository itself; git would take one of its parents for it. */
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
