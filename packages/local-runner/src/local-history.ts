import { execFileSync } from "node:child_process";
import type { GitRefs } from "./github/git-refs.ts";
import type { RepositoryFiles, RootEntry } from "./github/repository-files.ts";

/** Makes the commits of a local change known to the emulated GitHub, with the one before them. */
export function registerCommits(refs: GitRefs, root: string, base: string, head: string): void {
  const output = git(root, "log", "-z", "--format=%H%n%P%n%an%n%cI%n%B", `${base}..${head}`, "--");
  const only = git(root, "log", "-z", "--max-count=1", "--format=%H%n%P%n%an%n%cI%n%B", base, "--");
  for (const entry of `${only}\0${output}`.split("\0")) {
    const [sha = "", parents = "", author = "", date = "", ...message] = entry.split("\n");
    if (sha === "") continue;
    // What lies before the base is not asked for.
    const known = sha === base ? [] : parents.split(" ").filter((parent) => parent !== "");
    refs.addCommit({ sha, parents: known, author, date, message: message.join("\n").trimEnd() });
  }
}

/** The first line of a commit's message. */
export function subjectOf(root: string, sha: string): string {
  return git(root, "log", "--max-count=1", "--format=%s", sha, "--").trim();
}

/** The files of a local repository's commits. */
export class LocalFiles implements RepositoryFiles {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  rootEntries(sha: string): readonly RootEntry[] {
    return git(this.#root, "ls-tree", "-z", sha)
      .split("\0")
      .filter((line) => line !== "")
      .map((line) => ({
        name: line.slice(line.indexOf("\t") + 1),
        type: line.split(" ")[1] === "tree" ? "tree" : "blob",
      }));
  }

  read(sha: string, path: string): Buffer | undefined {
    try {
      return execFileSync("git", ["cat-file", "blob", `${sha}:${path}`], {
        cwd: this.#root,
        stdio: ["ignore", "pipe", "ignore"],
        maxBuffer: MAX_BUFFER,
      });
    } catch {
      return undefined;
    }
  }
}

const MAX_BUFFER = 1 << 30;

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync("git", args, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    maxBuffer: MAX_BUFFER,
  });
}
