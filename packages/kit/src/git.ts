import { UserError } from "./errors.ts";
import { type ProcessResult, runProcess } from "./process.ts";

/** How a shallow clone is deepened, step by step, before its whole history is fetched. */
const DEEPEN_STEPS = [50, 200, 1000];

/**
 * Settings that a checked-out repository must not choose for us: it may come from a fork. Given by environment, which outranks the
 * repository's own configuration and never shows in a process list.
 */
const SETTINGS: readonly (readonly [key: string, value: string])[] = [
  ["core.quotePath", "false"],
  ["core.fsmonitor", "false"],
  ["core.hooksPath", "/dev/null"],
  ["diff.noprefix", "false"],
  ["diff.mnemonicPrefix", "false"],
  ["diff.renameLimit", "5000"],
  ["protocol.ext.allow", "never"],
  ["gc.auto", "0"],
  ["maintenance.auto", "false"],
  // The workspace of a container job belongs to another user (actions/checkout#766).
  ["safe.directory", "*"],
];

export interface GitOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** For fetching missing history when the checkout left no credentials behind. */
  readonly credentials?: { readonly serverUrl: string; readonly token: string };
}

/** A commit as its message and its place in history go. */
export interface LoggedCommit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly message: string;
}

/** Git in one directory. Every revision stands behind `--end-of-options`, every path behind `--`. */
export class Git {
  readonly #directory: string;
  readonly #environment: Readonly<Record<string, string | undefined>>;
  readonly #credentials: GitOptions["credentials"];

  constructor(directory: string, options: GitOptions) {
    this.#directory = directory;
    this.#credentials = options.credentials;
    this.#environment = { ...options.environment, ...settingsEnvironment(SETTINGS) };
  }

  /** The top folder of the work tree. @throws UserError outside of a repository. */
  async root(): Promise<string> {
    const { exitCode, stdout, stderr } = await this.#run(["rev-parse", "--show-toplevel"]);
    if (exitCode === 0) return stdout.toString().replace(/\n$/, "");
    throw new UserError(
      `${this.#directory} is not in a git repository (${lastLine(stderr)}); put actions/checkout before this step`,
    );
  }

  /** Every tracked file, relative to the top folder; no submodules. */
  async listFiles(): Promise<string[]> {
    const output = await this.#output(["ls-files", "--stage", "-z", "--full-name", "--", ":/"]);
    return output
      .toString()
      .split("\0")
      .filter((entry) => entry !== "" && !entry.startsWith("160000 "))
      .map((entry) => entry.slice(entry.indexOf("\t") + 1));
  }

  /** The commit that a revision names, or undefined when there is none here. */
  async resolve(revision: string): Promise<string | undefined> {
    const { exitCode, stdout } = await this.#run([
      "rev-parse",
      "--verify",
      "--quiet",
      "--end-of-options",
      `${revision}^{commit}`,
    ]);
    return exitCode === 0 ? stdout.toString().trim() : undefined;
  }

  async parents(revision: string): Promise<string[]> {
    const output = await this.#output(["rev-list", "--no-walk", "--parents", "--end-of-options", revision, "--"]);
    return output.toString().trim().split(" ").slice(1);
  }

  /** The commit itself and its ancestors along first parents, newest first; as far as the history is here. */
  async firstParents(revision: string, count: number): Promise<string[]> {
    const output = await this.#output([
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

  /** What `head` has and `base` has not, parents before children; as far as the history is here. */
  async commitsBetween(base: string, head: string): Promise<LoggedCommit[]> {
    const format = "--format=%H%n%P%n%B";
    const args = ["log", "-z", "--reverse", "--topo-order", "--encoding=UTF-8", "--no-show-signature", format];
    const output = await this.#output([...args, "--end-of-options", `${base}..${head}`, "--"]);
    return output
      .toString()
      .split("\0")
      .filter((entry) => entry !== "")
      .map((entry) => {
        const [sha = "", parents = "", ...message] = entry.split("\n");
        return {
          sha,
          parents: parents.split(" ").filter((parent) => parent !== ""),
          message: message.join("\n").trimEnd(),
        };
      });
  }

  /** Names of what lies in the top folder of a commit. */
  async rootEntries(sha: string): Promise<string[]> {
    const output = await this.#output(["ls-tree", "-z", "--name-only", "--full-tree", "--end-of-options", sha]);
    return output
      .toString()
      .split("\0")
      .filter((name) => name !== "");
  }

  /** A file of a commit, or undefined when it has none of this path. */
  async fileAt(sha: string, path: string): Promise<Buffer | undefined> {
    const { exitCode, stdout } = await this.#run(["cat-file", "blob", "--end-of-options", `${sha}:${path}`]);
    return exitCode === 0 ? stdout : undefined;
  }

  /** All best common ancestors: more than one after criss-cross merges, none for unrelated histories. */
  async mergeBases(a: string, b: string): Promise<string[]> {
    const { exitCode, stdout, stderr } = await this.#run(["merge-base", "--all", "--end-of-options", a, b]);
    if (exitCode > 1) throw new Error(`git merge-base failed: ${lastLine(stderr)}`);
    return stdout
      .toString()
      .trim()
      .split("\n")
      .filter((sha) => sha !== "");
  }

  /**
   * The raw bytes of the difference of two commits, without context lines, renames recognised. Every file is taken for text: else a pull
   * request could hide its lines by a `.gitattributes` of its own.
   */
  async diff(base: string, head: string): Promise<Buffer> {
    return this.#output([
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

  /** Paths that differ between two commits, relative to the top folder; a renamed file is two. */
  async changedPaths(base: string, head: string): Promise<string[]> {
    const output = await this.#output([
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
    return (await this.#output(["status", "--porcelain", "--untracked-files=no"])).length === 0;
  }

  /** Checks a commit out into a folder of its own that shares this repository's objects. The folder must not exist. */
  async addWorktree(folder: string, sha: string): Promise<void> {
    const result = await runProcess("git", ["worktree", "add", "--quiet", "--detach", "--force", "--", folder, sha], {
      cwd: this.#directory,
      // A partial clone fetches the files of the commit only now.
      environment: { ...this.#processEnvironment(), ...(await this.#credentialEnvironment()) },
    });
    if (result.exitCode !== 0)
      throw new Error(`git worktree add failed with exit code ${result.exitCode}: ${lastLine(result.stderr)}`);
  }

  /** Forgets worktrees whose folders are gone. */
  async pruneWorktrees(): Promise<void> {
    await this.#run(["worktree", "prune", "--expire=now"]);
  }

  /** Files below the work tree that git does not track, ignored ones included, relative to the directory. */
  async listUntracked(): Promise<string[]> {
    const output = await this.#output(["ls-files", "--others", "-z"]);
    return output
      .toString()
      .split("\0")
      .filter((entry) => entry !== "");
  }

  /** Whether the checkout left credentials in its configuration, where every process in the repository can read them. */
  async hasStoredCredentials(): Promise<boolean> {
    const { exitCode } = await this.#run(["config", "--get-regexp", "^http\\..*\\.extraheader$"]);
    return exitCode === 0;
  }

  async isShallow(): Promise<boolean> {
    return (await this.#output(["rev-parse", "--is-shallow-repository"])).toString().trim() === "true";
  }

  /** Makes one commit available, with its tree but without its history; returns whether it is here now. */
  async fetchCommit(sha: string): Promise<boolean> {
    if ((await this.resolve(sha)) !== undefined) return true;
    await this.#fetch(["--depth=1", "--filter=blob:none", "--end-of-options", "origin", sha]);
    return (await this.resolve(sha)) !== undefined;
  }

  /**
   * Fetches older history of a shallow clone, a step further each time, until what `look` finds is enough or there is no more.
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
    const result = await runProcess("git", ["fetch", "--quiet", "--no-tags", "--no-recurse-submodules", ...args], {
      cwd: this.#directory,
      environment: { ...this.#processEnvironment(), ...(await this.#credentialEnvironment()) },
    });
    return result.exitCode === 0;
  }

  /** actions/checkout leaves an authorization header in the configuration; without one, ours goes by environment. */
  async #credentialEnvironment(): Promise<Record<string, string>> {
    if (this.#credentials === undefined) return {};
    const { serverUrl, token } = this.#credentials;
    const { exitCode } = await this.#run(["config", "--get-urlmatch", "http.extraheader", `${serverUrl}/`]);
    if (exitCode === 0) return {};
    const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
    return settingsEnvironment([...SETTINGS, [`http.${serverUrl}/.extraheader`, `AUTHORIZATION: basic ${basic}`]]);
  }

  async #output(args: readonly string[]): Promise<Buffer> {
    const { exitCode, stdout, stderr } = await this.#run(args);
    if (exitCode !== 0) throw new Error(`git ${args[0]} failed with exit code ${exitCode}: ${lastLine(stderr)}`);
    return stdout;
  }

  #run(args: readonly string[]): Promise<ProcessResult> {
    return runProcess("git", args, { cwd: this.#directory, environment: this.#processEnvironment() });
  }

  #processEnvironment(): Record<string, string | undefined> {
    return {
      ...this.#environment,
      LC_ALL: "C",
      GIT_TERMINAL_PROMPT: "0",
      GIT_OPTIONAL_LOCKS: "0",
      GIT_EXTERNAL_DIFF: undefined,
    };
  }
}

function settingsEnvironment(settings: readonly (readonly [string, string])[]): Record<string, string> {
  const environment: Record<string, string> = { GIT_CONFIG_COUNT: String(settings.length) };
  for (const [at, [key, value]] of settings.entries()) {
    environment[`GIT_CONFIG_KEY_${at}`] = key;
    environment[`GIT_CONFIG_VALUE_${at}`] = value;
  }
  return environment;
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
