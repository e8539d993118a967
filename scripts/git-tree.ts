/** Folders as git's trees, by plumbing alone: no checkout, index or branch of the repository is touched. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface GitOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** Runs git and returns what it prints. @throws Error with git's own words in one line. */
export function git(repository: string, args: readonly string[], { env = {}, input }: GitOptions = {}): string {
  return gitBytes(repository, args, { env, ...(input !== undefined && { input }) })
    .toString()
    .trim();
}

/** As `git`, for output that is no text. */
export function gitBytes(repository: string, args: readonly string[], { env = {}, input }: GitOptions = {}): Buffer {
  try {
    return execFileSync("git", args, {
      cwd: repository,
      env: { ...process.env, ...env },
      stdio: ["pipe", "pipe", "pipe"],
      maxBuffer: 256 * 1024 * 1024,
      ...(input !== undefined && { input }),
    });
  } catch (error) {
    const said = String((error as { stderr?: Buffer }).stderr ?? error)
      .trim()
      .split("\n");
    throw new Error(`git ${args[0]}: ${said.join(" | ")}`);
  }
}

/** As `git`, where failing is an answer. */
export function tryGit(repository: string, args: readonly string[]): string | undefined {
  try {
    return git(repository, args);
  } catch {
    return undefined;
  }
}

/** Writes a folder into the repository's objects, every file as it is. @returns the tree's id, which depends on the bytes alone. */
export function writeTree(repository: string, folder: string): string {
  const temporary = mkdtempSync(join(tmpdir(), "jessy-index-"));
  const env = {
    GIT_DIR: git(repository, ["rev-parse", "--absolute-git-dir"]),
    GIT_WORK_TREE: folder,
    GIT_INDEX_FILE: join(temporary, "index"),
  };
  try {
    // --force: what a machine's own ignore file names is published all the same.
    const exact = ["-c", "core.autocrlf=false", "-c", "core.fileMode=false"];
    git(folder, [...exact, "add", "--force", "--all", "."], { env });
    return git(folder, ["write-tree"], { env });
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

/** The bytes that a runner downloads of a tree or commit. */
export function archive(repository: string, treeish: string, prefix: string): Buffer {
  return gitBytes(repository, ["archive", "--format=tar.gz", `--prefix=${prefix}/`, treeish]);
}
