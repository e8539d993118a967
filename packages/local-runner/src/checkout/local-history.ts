import type { GitRefs } from "../github/git-refs.ts";
import { readLocalCommits } from "../github/local-commits.ts";
import type { RepositoryFiles, RootEntry } from "../github/repository-files.ts";
import { localGit, localGitBytes } from "./local-git.ts";

/** Makes the commits of a local change known to the emulated GitHub, with the one before them. */
export function registerCommits(refs: GitRefs, root: string, base: string, head: string): void {
  const [start] = readLocalCommits(root, "--max-count=1", base, "--");
  if (start === undefined) return;
  const commits = [start, ...readLocalCommits(root, `${base}..${head}`, "--")];
  const shas = new Set(commits.map(({ sha }) => sha));
  for (const commit of commits) {
    // What lies before the base is not asked for, also where a branch that was merged since had started earlier.
    refs.addCommit({ ...commit, parents: commit === start ? [] : commit.parents.filter((parent) => shas.has(parent)) });
  }
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
