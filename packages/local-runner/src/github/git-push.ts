import { localGit } from "../checkout/local-git.ts";
import type { GitRefs } from "./git-refs.ts";
import { readLocalCommits } from "./local-commits.ts";

/** Makes the emulated GitHub know every commit, branch and tag of a repository on disk, whatever its rules say. */
export function pushEverything(folder: string, refs: GitRefs, defaultBranch = "main"): void {
  const git = (input: string, ...args: readonly string[]): string => localGit(folder, input, ...args);
  const commits = readLocalCommits(folder, "--all");
  // One process for all: the tree of the workflows of each commit, or "missing".
  const trees = git(
    [defaultBranch, ...commits.map(({ sha }) => sha)].map((name) => `${name}:.github/workflows\n`).join(""),
    "cat-file",
    "--batch-check=%(objectname)",
  ).split("\n");
  const [usual = ""] = trees;
  for (const [at, commit] of commits.entries()) {
    const workflows = trees[at + 1]!;
    refs.addCommit({ ...commit, changesWorkflows: !workflows.endsWith(" missing") && workflows !== usual });
  }
  for (const line of git("", "for-each-ref", "--format=%(refname) %(objecttype) %(objectname)").split("\n")) {
    const [name = "", type, sha = ""] = line.split(" ");
    const [, kind, short = ""] = /^refs\/(heads|tags)\/(.+)$/.exec(name) ?? [];
    if (kind === "heads") refs.setBranch(short, sha);
    else if (kind === "tags" && type === "commit") refs.setTag(short, sha);
    else if (kind === "tags" && (type === "tree" || type === "blob")) refs.setTag(short, refs.addObject(type, sha));
    else if (kind === "tags") {
      const target = git("", "rev-parse", `${name}^{commit}`).trim();
      refs.setTag(short, target, git("", "for-each-ref", "--format=%(contents)", name).trim());
    }
  }
}
