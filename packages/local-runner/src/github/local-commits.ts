import { localGit } from "../checkout/local-git.ts";
import type { GitCommit } from "./git-commit.ts";

/** Commits of a repository on disk, as `git log` lists them with these arguments. */
export function readLocalCommits(
  folder: string,
  ...args: readonly string[]
): Pick<GitCommit, "sha" | "parents" | "date" | "author" | "message">[] {
  const log = ["log", "-z", "--date=iso-strict", "--format=%H%n%P%n%cI%n%an%n%B", ...args];
  return localGit(folder, "", ...log)
    .split("\0")
    .filter((record) => record !== "")
    .map((record) => {
      const [sha = "", parents = "", date = "", author = "", ...message] = record.split("\n");
      const known = parents.split(" ").filter((parent) => parent !== "");
      return { sha, parents: known, date, author, message: message.join("\n").trimEnd() };
    });
}
