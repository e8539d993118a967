import { UserError } from "@jessy-actions/reading/user-error";
import { type GitOptions, GitProcess, lastLine } from "./git-process.ts";
import { type CommitRecord, parseRecord, parseRemoteRefs, RECORD_FORMAT, type RemoteRefs } from "./listing.ts";

export type { GitOptions } from "./git-process.ts";
export type { CommitRecord, RemoteRefs } from "./listing.ts";

/** How a shallow clone is deepened, step by step, before its whole history is fetched. */
const DEEPEN_STEPS = [50, 200, 1000];

/** Listing refs is one round trip. */
const LIST_TIMEOUT = 60_000;

/** Git in one directory. Every revision follows `--end-of-options`, every path follows `--`. */
export class Git {
  readonly #process: GitProcess;

  constructor(directory: string, options: GitOptions) {
    this.#process = new GitProcess(directory, options);
  }

  /** The top folder of the work tree. @throws UserError outside a repository. */
  async root(): Promise<string> {
    const { exitCode, stdout, stderr } = await this.#process.run(["rev-parse", "--show-toplevel"]);
    if (exitCode === 0) return stdout.toString().replace(/\n$/, "");
    throw new UserError(
      `${this.#process.directory} is not in a git repository (${lastLine(stderr)}); put actions/checkout before this step`,
    );
  }

  /** Every tracked file, relative to the top folder; no submodules. */
  async listFiles(): Promise<string[]> {
    const output = await this.#process.output(["ls-files", "--stage", "-z", "--full-name", "--", ":/"]);
    return output
      .toString()
      .split("\0")
      .filter((entry) => entry !== "" && !entry.startsWith("160000 "))
      .map((entry) => entry.slice(entry.indexOf("\t") + 1));
  }

  /**
   * Every tracked file, those of submodules that are checked out included, relative to the top folder. Git before 2.14,
   * or a submodule that is damaged, gives those of the repository alone.
   */
  async listFilesWithSubmodules(): Promise<string[]> {
    const args = ["ls-files", "--cached", "--recurse-submodules", "-z", "--full-name", "--", ":/"];
    const { exitCode, stdout } = await this.#process.run(args);
    if (exitCode !== 0) return this.listFiles();
    return stdout
      .toString()
      .split("\0")
      .filter((entry) => entry !== "");
  }

  /** The commit that a revision names; undefined if this clone has none. */
  async resolve(revision: string): Promise<string | undefined> {
    const { exitCode, stdout } = await this.#process.run([
      "rev-parse",
      "--verify",
      "--quiet",
      "--end-of-options",
      `${revision}^{commit}`,
    ]);
    return exitCode === 0 ? stdout.toString().trim() : undefined;
  }

  async parents(revision: string): Promise<string[]> {
    const output = await this.#process.output([
      "rev-list",
      "--no-walk",
      "--parents",
      "--end-of-options",
      revision,
      "--",
    ]);
    return output.toString().trim().split(" ").slice(1);
  }

  /** The commit itself and its ancestors along first parents, newest first, as far as this clone has the history. */
  async firstParents(revision: string, count: number): Promise<string[]> {
    const output = await this.#process.output([
      "rev-list",
      "--first-parent",
      `--max-count=${count}`,
      "--end-of-options",
      revision,
      "--",
    ]);
    return output
      .toString()
      .trim()
      .split("\n")
      .filter((sha) => sha !== "");
  }

  /** Whether a commit is the other one or one of its ancestors; undefined if this clone cannot tell. */
  async isAncestor(ancestor: string, descendant: string): Promise<boolean | undefined> {
    const { exitCode } = await this.#process.run([
      "merge-base",
      "--is-ancestor",
      "--end-of-options",
      ancestor,
      descendant,
    ]);
    if (exitCode === 0) return true;
    // Beyond the border of a shallow clone there may be more.
    return exitCode === 1 && !(await this.isShallow()) ? false : undefined;
  }

  /** Every tag in this clone, with the commit that it leads to. */
  async tags(): Promise<Map<string, string>> {
    const format = "%(refname:strip=2)%00%(objectname)%00%(*objectname)";
    const lines = (await this.#process.output(["for-each-ref", `--format=${format}`, "refs/tags"])).toString();
    const tags = new Map<string, string>();
    for (const line of lines.split("\n")) {
      const [name = "", object = "", peeled = ""] = line.split("\0");
      if (name !== "") tags.set(name, peeled || object);
    }
    return tags;
  }

  /** Branches and tags of a remote; undefined if it does not answer. @param remote its name or address. */
  async remoteRefs(remote: string): Promise<RemoteRefs | undefined> {
    const args = ["ls-remote", "--heads", "--tags", "--quiet", "--end-of-options", remote];
    const { exitCode, stdout } = await this.#process.runRemote(args, LIST_TIMEOUT);
    return exitCode === 0 ? parseRemoteRefs(stdout.toString()) : undefined;
  }

  async hasRemote(name: string): Promise<boolean> {
    return (await this.#process.run(["config", "--get", `remote.${name}.url`])).exitCode === 0;
  }

  /** Branches of a remote as this clone last saw them, or the clone's own branches if there are none. */
  async remoteBranches(remote: string): Promise<Map<string, string>> {
    for (const folder of [`refs/remotes/${remote}`, "refs/heads"]) {
      const depth = folder.split("/").length;
      const format = `--format=%(refname:strip=${depth})%00%(objectname)`;
      const lines = (await this.#process.output(["for-each-ref", format, folder])).toString().split("\n");
      const named = lines.filter((line) => line !== "").map((line) => line.split("\0") as [string, string]);
      // `origin/HEAD` is another name of the default branch.
      const branches = named.filter(([name]) => name !== "HEAD");
      if (branches.length > 0) return new Map(branches);
    }
    return new Map();
  }

  /** Fetches refs with their history, but no files. @param refspecs e.g. `refs/heads/main:refs/remotes/origin/main`. */
  async fetchRefs(remote: string, refspecs: readonly string[]): Promise<boolean> {
    return this.#fetch(["--filter=blob:none", "--end-of-options", remote, ...refspecs]);
  }

  /**
   * Commits in `head` but not in `base` (undefined: all of them), newest first, as far as this clone has them.
   *
   * @param paths only those that touch one of them, as literal paths; empty: all.
   */
  async log(base: string | undefined, head: string, paths: readonly string[] = []): Promise<CommitRecord[]> {
    return this.#log([], head, [
      ...(base === undefined ? [] : [`^${base}`]),
      "--",
      ...paths.map((path) => `:(top,literal)${path}`),
    ]);
  }

  async #log(order: readonly string[], head: string, rest: readonly string[]): Promise<CommitRecord[]> {
    const format = ["-z", "--no-color", "--no-notes", "--no-show-signature", "--encoding=UTF-8", RECORD_FORMAT];
    const args = ["log", ...format, ...order, "--end-of-options", head, ...rest];
    return (await this.#process.output(rest.includes("--") ? args : [...args, "--"]))
      .toString()
      .split("\0")
      .filter((record) => record !== "")
      .map(parseRecord);
  }

  /** Commits in `head` but not in `base`, parents before children, as far as this clone has the history. */
  async commitsBetween(base: string, head: string): Promise<CommitRecord[]> {
    return this.#log(["--reverse", "--topo-order"], head, [`^${base}`]);
  }

  /** The names in the top folder of a commit. */
  async rootEntries(sha: string): Promise<string[]> {
    const output = await this.#process.output(["ls-tree", "-z", "--name-only", "--full-tree", "--end-of-options", sha]);
    return output
      .toString()
      .split("\0")
      .filter((name) => name !== "");
  }

  /** A file of a commit; undefined if the commit has no file at this path. */
  async fileAt(sha: string, path: string): Promise<Buffer | undefined> {
    const { exitCode, stdout } = await this.#process.run(["cat-file", "blob", "--end-of-options", `${sha}:${path}`]);
    return exitCode === 0 ? stdout : undefined;
  }

  /** All best common ancestors: more than one after criss-cross merges, none for unrelated histories. */
  async mergeBases(a: string, b: string): Promise<string[]> {
    const { exitCode, stdout, stderr } = await this.#process.run(["merge-base", "--all", "--end-of-options", a, b]);
    if (exitCode > 1) throw new Error(`git merge-base failed: ${lastLine(stderr)}`);
    return stdout
      .toString()
      .trim()
      .split("\n")
      .filter((sha) => sha !== "");
  }

  /**
   * The raw bytes of the diff between two commits, without context lines and with renames detected. Every file is
   * diffed as text: otherwise a pull request could hide its lines with its own `.gitattributes`.
   */
  async diff(base: string, head: string): Promise<Buffer> {
    return this.#process.output([
      "diff",
      "--unified=0",
      "--text",
      "--no-color",
      "--no-ext-diff",
      "--no-textconv",
      "--find-renames",
      "--ignore-submodules=all",
      "--src-prefix=a/",
      "--dst-prefix=b/",
      "--end-of-options",
      base,
      head,
      "--",
    ]);
  }

  /** Paths that differ between two commits, relative to the top folder; a renamed file counts as two. */
  async changedPaths(base: string, head: string): Promise<string[]> {
    const output = await this.#process.output([
      "diff",
      "--name-only",
      "--no-renames",
      "-z",
      "--end-of-options",
      base,
      head,
      "--",
    ]);
    return output
      .toString()
      .split("\0")
      .filter((path) => path !== "");
  }

  /** Whether something tracked differs from a commit, in the index or in the work tree. */
  async isClean(): Promise<boolean> {
    return (await this.#process.output(["status", "--porcelain", "--untracked-files=no"])).length === 0;
  }

  /** Checks a commit out into a new folder that shares this repository's objects. The folder must not exist. */
  async addWorktree(folder: string, sha: string): Promise<void> {
    // A partial clone fetches the files of the commit only now.
    const args = ["worktree", "add", "--quiet", "--detach", "--force", "--", folder, sha];
    const result = await this.#process.runRemote(args);
    if (result.exitCode !== 0)
      throw new Error(`git worktree add failed with exit code ${result.exitCode}: ${lastLine(result.stderr)}`);
  }

  /** Forgets the worktrees whose folders are gone. */
  async pruneWorktrees(): Promise<void> {
    await this.#process.run(["worktree", "prune", "--expire=now"]);
  }

  /** Files below the work tree that git does not track, ignored ones included, relative to the directory. */
  async listUntracked(): Promise<string[]> {
    const output = await this.#process.output(["ls-files", "--others", "-z"]);
    return output
      .toString()
      .split("\0")
      .filter((entry) => entry !== "");
  }

  /**
   * Whether the checkout left credentials in its configuration, where every process in the repository can read them.
   */
  async hasStoredCredentials(): Promise<boolean> {
    const { exitCode } = await this.#process.run(["config", "--get-regexp", "^http\\..*\\.extraheader$"]);
    return exitCode === 0;
  }

  async isShallow(): Promise<boolean> {
    return (await this.#process.output(["rev-parse", "--is-shallow-repository"])).toString().trim() === "true";
  }

  /** Fetches one commit, with its tree but without its history. @returns whether this clone has it now. */
  async fetchCommit(sha: string): Promise<boolean> {
    if ((await this.resolve(sha)) !== undefined) return true;
    await this.#fetch(["--depth=1", "--filter=blob:none", "--end-of-options", "origin", sha]);
    return (await this.resolve(sha)) !== undefined;
  }

  /**
   * Fetches older history of a shallow clone, going further each time, until `look` has found enough or there is no
   * more.
   *
   * @returns what `look` found last.
   */
  async deepenUntil<Found>(look: () => Promise<Found>, isEnough: (found: Found) => boolean): Promise<Found> {
    let found = await look();
    for (const step of [...DEEPEN_STEPS, undefined]) {
      if (isEnough(found) || !(await this.isShallow())) return found;
      const depth = step === undefined ? "--unshallow" : `--deepen=${step}`;
      if (!(await this.#fetch([depth, "--filter=blob:none", "--end-of-options", "origin"]))) return found;
      found = await look();
    }
    return found;
  }

  async #fetch(args: readonly string[]): Promise<boolean> {
    const fetch = ["fetch", "--quiet", "--no-tags", "--no-recurse-submodules", ...args];
    return (await this.#process.runRemote(fetch)).exitCode === 0;
  }
}
