import { pushRefs } from "../github/git-push.ts";
import type { GitRefs } from "../github/git-refs.ts";
import { readLocalCommits } from "../github/local-commits.ts";
import type { RepositoryFiles, RootEntry } from "../github/repository-files.ts";
import { askLocalGit, localGit, localGitBytes } from "./local-git.ts";

/**
 * Makes the commits of a local change known to the emulated GitHub, with the one before them. A merge keeps its parents: where a branch started
 * before the base, its start is known too, as an ancestor of the base, which it is.
 */
export function registerCommits(refs: GitRefs, root: string, base: string, head: string): void {
  const [start] = readLocalCommits(root, "--max-count=1", base, "--");
  if (start === undefined) return;
  const commits = readLocalCommits(root, `${base}..${head}`, "--");
  const known = new Set([start.sha, ...commits.map(({ sha }) => sha)]);
  const earlier = new Set(commits.flatMap(({ parents }) => parents).filter((parent) => !known.has(parent)));
  if (earlier.size > 0) {
    for (const commit of readLocalCommits(root, "--no-walk", ...earlier, "--"))
      refs.addCommit({ ...commit, parents: [] });
  }
  for (const commit of [{ ...start, parents: [...earlier] }, ...commits]) refs.addCommit(commit);
}

/** More commits on the default branch are not looked through for the one that is checked out. */
const MAX_AHEAD = 1000;

/**
 * Makes the tags and branches of the clone known, as if all of them were pushed, and how the default branch goes on from the commit that is
 * checked out.
 */
export function registerRefs(refs: GitRefs, root: string, defaultBranch: string, head: string): void {
  pushRefs(root, refs, ["refs/remotes/origin/", "refs/heads/"]);
  const tip = refs.target(defaultBranch);
  if (tip === undefined || askLocalGit(root, "cat-file", "-e", tip) === undefined) return;
  for (const commit of readLocalCommits(root, `--max-count=${MAX_AHEAD}`, `${head}..${tip}`, "--"))
    refs.addCommit(commit);
}

/** The first line of a commit's message. */
export function subjectOf(root: string, sha: string): string {
  return localGit(root, "", "log", "--max-count=1", "--format=%s", sha, "--").trim();
}

/** The files of a local repository's commits. */
export class LocalFiles implements RepositoryFiles {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  rootEntries(sha: string): readonly RootEntry[] {
    return localGit(this.#root, "", "ls-tree", "-z", sha)
      .split("\0")
      .filter((line) => line !== "")
      .map((line) => ({
        name: line.slice(line.indexOf("\t") + 1),
        type: line.split(" ")[1] === "tree" ? "tree" : "blob",
      }));
  }

  read(sha: string, path: string): Buffer | undefined {
    try {
      return localGitBytes(this.#root, "", "cat-file", "blob", `${sha}:${path}`);
    } catch {
      return undefined;
    }
  }
}
