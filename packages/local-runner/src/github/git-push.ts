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
  pushRefs(folder, refs);
}

/**
 * Makes the emulated GitHub know the tags and branches of a repository on disk.
 *
 * @param folders that hold its branches; where two have one of the same name, the later counts.
 */
export function pushRefs(folder: string, refs: GitRefs, folders: readonly string[] = ["refs/heads/"]): void {
  const format = "--format=%(refname)%00%(objecttype)%00%(objectname)%00%(*objecttype)%00%(contents:subject)";
  const found = localGit(folder, "", "for-each-ref", format, "refs/tags", ...folders)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [ref = "", type = "", sha = "", target = "", message = ""] = line.split("\0");
      return { ref, type, sha, target, message };
    });
  for (const tag of found) if (tag.ref.startsWith(TAGS)) pushTag(folder, refs, tag);
  for (const start of folders)
    for (const { ref, sha } of found)
      if (ref.startsWith(start) && ref !== `${start}HEAD`) refs.setBranch(ref.slice(start.length), sha);
}

const TAGS = "refs/tags/";

interface PushedTag {
  readonly ref: string;
  readonly type: string;
  readonly sha: string;
  /** The type of what an annotated one stands on. */
  readonly target: string;
  readonly message: string;
}

function pushTag(folder: string, refs: GitRefs, { ref, type, sha, target, message }: PushedTag): void {
  const name = ref.slice(TAGS.length);
  if (type === "commit") refs.setTag(name, sha);
  else if (type === "tree" || type === "blob") refs.setTag(name, refs.addObject(type, sha));
  else {
    const peeled = localGit(folder, "", "rev-parse", `${ref}^{}`).trim();
    if (target === "tree" || target === "blob") refs.addObject(target, peeled);
    refs.setTag(name, peeled, message);
  }
}
