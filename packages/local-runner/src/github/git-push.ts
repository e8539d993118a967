import { execFileSync } from "node:child_process";
import type { GitRefs } from "./git-refs.ts";

/** Makes the emulated GitHub know every commit, branch and tag of a repository on disk, whatever its rules say. */
export function pushEverything(folder: string, refs: GitRefs, defaultBranch = "main"): void {
  const git = (input: string, ...args: readonly string[]): string =>
    execFileSync("git", ["-C", folder, ...args], { input, encoding: "utf8", maxBuffer: 2 ** 30 });
  const records = git("", "log", "--all", "-z", "--date=iso-strict", "--format=%H%n%P%n%cI%n%an%n%B").split("\0");
  const commits = records.filter((record) => record !== "").map((record) => record.split("\n"));
  const shas = commits.map(([sha]) => sha!);
  // One process for all: the tree of the workflows of each commit, or "missing".
  const trees = git(
    [defaultBranch, ...shas].map((name) => `${name}:.github/workflows\n`).join(""),
    "cat-file",
    "--batch-check=%(objectname)",
  ).split("\n");
  const [usual = ""] = trees;
  for (const [at, [sha, parents, date, author, ...message]] of commits.entries()) {
    const workflows = trees[at + 1]!;
    refs.addCommit({
      sha: sha!,
      parents: parents!.split(" ").filter((parent) => parent !== ""),
      date: date!,
      author: author!,
      message: message.join("\n").trimEnd(),
      changesWorkflows: !workflows.endsWith(" missing") && workflows !== usual,
    });
  }
  for (const line of git("", "for-each-ref", "--format=%(refname) %(objecttype) %(objectname)").split("\n")) {
    const [name = "", type, sha = ""] = line.split(" ");
    const [, kind, short = ""] = /^refs\/(heads|tags)\/(.+)$/.exec(name) ?? [];
    if (kind === "heads") refs.setBranch(short, sha);
    else if (kind === "tags" && type === "commit") refs.setTag(short, sha);
    else if (kind === "tags") {
      const target = git("", "rev-parse", `${name}^{commit}`).trim();
      refs.setTag(short, target, git("", "for-each-ref", "--format=%(contents)", name).trim());
    }
  }
}
