import { UserError } from "@jessy-actions/reading/user-error";
import { addWorktree } from "./checkout.ts";
import { CHANGES_OPTIONS, PATCH_OPTIONS, PATHS_OPTIONS } from "./diff-options.ts";
import { GitProcess, type GitProcessOptions, gitError, lastLine } from "./git-process.ts";
import {
  type Changes,
  type CommitRecord,
  parseChanges,
  parseRecord,
  parseRemoteRefs,
  parseTree,
  RECORD_FORMAT,
  type RemoteRefs,
} from "./listing.ts";
import { Transport, type TransportOptions } from "./transport.ts";
import { isWorkTreeOf } from "./work-tree.ts";

export type { CommitRecord, RemoteRefs } from "./listing.ts";

/** How a shallow clone is deepened, step by step, before its whole history is fetched. */
const DEEPEN_STEPS = [50, 200, 1000];

/** Files that one process is asked for: its arguments must fit. */
const FILES_AT_ONCE = 500;

/** Listing refs is one round trip. */
const LIST_TIMEOUT = 60_000;

/** `origin`'s branches, where actions/checkout has them, too. */
const BRANCHES = "+refs/heads/*:refs/remotes/origin/*";

/** A file of a commit. A link's content is the path that it leads to, from its own folder. */
export interface StoredFile {
  readonly content: Buffer;
  readonly isLink: boolean;
}

/**
 * Git in one directory. Every revision follows `--end-of-options`, every path follows `--`. What a clone says of itself
 * is what earlier steps made of it: see `settings.ts` and `transport.ts` for what of it counts.
 */
export class Git {
  readonly #process: GitProcess;
  readonly #transport: Transport;

  constructor(directory: string, options: GitProcessOptions & TransportOptions) {
    this.#process = new GitProcess(directory, options);
    this.#transport = new Transport(this.#process, options);
  }

  /** The top folder of the work tree. @throws UserError outside a repository. */
  async root(): Promise<string> {
    const { exitCode, stdout, stderr } = await this.#process.run([
      "rev-parse",
      "--show-toplevel",
      "--path-format=absolute",
      "--git-dir",
    ]);
    const { directory } = this.#process;
    if (exitCode !== 0)
      throw new UserError(
        `${directory} is not in a git repository (${lastLine(stderr)}); put actions/checkout before this step`,
      );
    const [root = "", gitDirectory = ""] = stdout.toString().replace(/\n$/, "").split("\n");
    if (isWorkTreeOf(root, gitDirectory)) return root;
    throw new UserError(
      `${directory} belongs to the repository ${gitDirectory}, whose \`core.worktree\` leads to ${root}; remove that setting`,
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

  /** When a commit was committed, ISO 8601; undefined if this clone does not have it, or there is none. */
  async commitDate(sha: string): Promise<string | undefined> {
    const { exitCode, stdout } = await this.#process.run([
      "log",
      "--max-count=1",
      "--format=%cI",
      "--end-of-options",
      sha,
      "--",
    ]);
    return exitCode === 0 ? stdout.toString().trim() || undefined : undefined;
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

  /** Branches and tags of a remote; undefined if it does not answer. @param remote `origin`, or an address. */
  async remoteRefs(remote: string): Promise<RemoteRefs | undefined> {
    const answer = await this.#transport.list(remote, ["--heads", "--tags"], LIST_TIMEOUT);
    return answer?.exitCode === 0 ? parseRemoteRefs(answer.stdout.toString()) : undefined;
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
    const format = ["-z", "--no-color", "--no-notes", "--no-show-signature", "--no-follow", "--encoding=UTF-8"];
    const args = ["log", ...format, RECORD_FORMAT, ...order, "--end-of-options", head, ...rest];
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
    const args = ["cat-file", "blob", "--end-of-options", `${sha}:${path}`];
    const { exitCode, stdout } = await this.#transport.runWithMissingFiles(args);
    return exitCode === 0 ? stdout : undefined;
  }

  /** Every file of a commit, by its path from the top folder; no submodules. */
  async filesOf(sha: string): Promise<string[]> {
    const output = await this.#process.output(["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", sha]);
    return parseTree(output.toString())
      .filter(({ type }) => type === "blob")
      .map(({ path }) => path);
  }

  /** Files of a commit as it holds them, whatever the work tree and its filters made of them; paths without a file are left out. */
  async readFiles(sha: string, paths: readonly string[]): Promise<Map<string, StoredFile>> {
    const files = new Map<string, StoredFile>();
    for (let at = 0; at < paths.length; at += FILES_AT_ONCE) {
      const wanted = paths.slice(at, at + FILES_AT_ONCE).map((path) => `:(top,literal)${path}`);
      const listing = ["ls-tree", "-l", "-z", "--full-tree", "--end-of-options", sha, "--", ...wanted];
      const entries = parseTree((await this.#contents(listing)).toString()).filter(({ type }) => type === "blob");
      // One process writes all of them, one after the other: their sizes part them again.
      const sizes = new Map(entries.map(({ id, size }) => [id, size]));
      if (sizes.size === 0) continue;
      const contents = await this.#contents(["show", "--no-textconv", "--end-of-options", ...sizes.keys()]);
      const starts = new Map<string, number>();
      let end = 0;
      for (const [id, size] of sizes) {
        starts.set(id, end);
        end += size;
      }
      for (const { path, mode, id, size } of entries) {
        const start = starts.get(id)!;
        files.set(path, { content: contents.subarray(start, start + size), isLink: mode === "120000" });
      }
    }
    return files;
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

  /** The raw bytes of the diff between two commits, as `PATCH_OPTIONS` fixes it. */
  async diff(base: string, head: string): Promise<Buffer> {
    return this.#contents(["diff", ...PATCH_OPTIONS, "--end-of-options", base, head, "--"]);
  }

  /** Paths that differ between two commits, relative to the top folder; a renamed file counts as two. */
  async changedPaths(base: string, head: string): Promise<string[]> {
    const output = await this.#contents(["diff", ...PATHS_OPTIONS, "--end-of-options", base, head, "--"]);
    return output
      .toString()
      .split("\0")
      .filter((path) => path !== "");
  }

  /**
   * Paths that differ between two commits, and which of them are one file that moved.
   *
   * @param containing an extended regular expression: only files of which a line that differs matches it.
   */
  async changes(base: string, head: string, containing?: string): Promise<Changes> {
    const search = containing === undefined ? [] : ["--text", `-G${containing}`];
    const args = ["diff", ...CHANGES_OPTIONS, ...search, "--end-of-options", base, head, "--"];
    return parseChanges((await this.#contents(args)).toString());
  }

  /** Tracked files that differ from the checked out commit, in the index or in the work tree. */
  async changedFiles(): Promise<string[]> {
    const options = ["--porcelain", "-z", "--no-renames", "--untracked-files=no", "--ignore-submodules=dirty"];
    const output = await this.#process.output(["status", ...options]);
    return output
      .toString()
      .split("\0")
      .filter((entry) => entry !== "")
      .map((entry) => entry.slice("XY ".length));
  }

  /**
   * Whether something tracked differs from a commit, in the index or in the work tree. A submodule differs when it is at
   * another commit: asking what has changed in it would follow its own configuration.
   */
  async isClean(): Promise<boolean> {
    const status = ["status", "--porcelain", "--untracked-files=no", "--no-renames", "--ignore-submodules=dirty"];
    if ((await this.#process.output(status)).length > 0) return false;
    // Files that the index tells git not to look at, in lower case (`update-index --assume-unchanged`).
    const listing = await this.#process.output(["ls-files", "-v", "-z", "--", ":/"]);
    return !listing
      .toString()
      .split("\0")
      .some((entry) => /^[a-z] /.test(entry));
  }

  /** Checks a commit out into a new folder that shares this repository's objects. The folder must not exist. */
  async addWorktree(folder: string, sha: string): Promise<void> {
    await addWorktree(this.#process, this.#transport, folder, sha);
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
   * What lies in the work tree and is not tracked, ignored or not: files, and folders of which nothing is tracked, with a
   * `/` at the end. Relative to the directory.
   */
  async untrackedEntries(): Promise<string[]> {
    const output = await this.#process.output(["ls-files", "--others", "--directory", "--no-empty-directory", "-z"]);
    return output
      .toString()
      .split("\0")
      .filter((entry) => entry !== "");
  }

  /** Submodules of a commit and the commits that they are at, by their paths from the top folder. */
  async submodules(sha: string): Promise<Map<string, string>> {
    const output = await this.#process.output(["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", sha]);
    const entries = parseTree(output.toString()).filter(({ type }) => type === "commit");
    return new Map(entries.map(({ path, id }) => [path, id]));
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

  /**
   * Whether a shallow clone lacks history among the commits in `tips` that are not in `bases`. A first commit of all
   * cannot be told from one whose parents are missing, so it counts until the clone is complete.
   */
  async isCutOff(tips: readonly string[], bases: readonly string[]): Promise<boolean> {
    if (!(await this.isShallow())) return false;
    const options = ["--max-parents=0", "--max-count=1", "--end-of-options"];
    const args = ["rev-list", ...options, ...tips, ...bases.map((sha) => `^${sha}`), "--"];
    return (await this.#process.output(args)).length > 0;
  }

  /**
   * Fetches one commit with its tree; a shallow clone gets it without its history. A complete clone stays complete: a
   * fetch with a depth would cut it off at the commit.
   *
   * @param remote `origin`, or an address. @returns whether this clone has it now.
   */
  async fetchCommit(sha: string, remote = "origin"): Promise<boolean> {
    if ((await this.resolve(sha)) !== undefined) return true;
    await this.#transport.fetch(remote, (await this.isShallow()) ? ["--depth=1"] : [], [sha]);
    return (await this.resolve(sha)) !== undefined;
  }

  /** The commit of a branch on GitHub, as this clone has it, or fetched; undefined when it cannot be. */
  async fetchBranch(branch: string): Promise<string | undefined> {
    const remote = `refs/remotes/origin/${branch}`;
    const known = await this.resolve(remote);
    if (known !== undefined) return known;
    const refspec = `+refs/heads/${branch}:${remote}`;
    await this.#transport.fetch("origin", (await this.isShallow()) ? ["--depth=1"] : [], [refspec]);
    return this.resolve(remote);
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
      if (!(await this.#transport.fetch("origin", [depth], [BRANCHES]))) return found;
      found = await look();
    }
    return found;
  }

  /** Output that depends on what files hold. */
  async #contents(args: readonly string[]): Promise<Buffer> {
    const result = await this.#transport.runWithMissingFiles(args);
    if (result.exitCode !== 0) throw gitError(args[0] ?? "", result);
    return result.stdout;
  }
}
