import { execFileSync } from "node:child_process";
import type { Trigger } from "./event.ts";

/** A local git checkout, as far as a run needs to know it. */
export interface Checkout {
  /** The top folder, absolute. */
  readonly root: string;
  /** HEAD's commit. */
  readonly sha: string;
  /** The branch that is checked out; `HEAD` when none is. */
  readonly branch: string;
  readonly owner: string;
  readonly repository: string;
  readonly defaultBranch: string;
}

/** @throws Error in one line when the folder is in no repository or has no commit. */
export function readCheckout(folder: string): Checkout {
  const root = git(folder, "rev-parse", "--show-toplevel");
  if (root === undefined) throw new Error(`${folder} is not in a git repository; give one by --cwd`);
  const sha = git(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}");
  if (sha === undefined) throw new Error(`${root} has no commit yet; commit something first`);
  const [owner, repository] = slugOf(git(root, "config", "--get", "remote.origin.url") ?? "");
  return {
    root,
    sha,
    branch: git(root, "symbolic-ref", "--short", "--quiet", "HEAD") ?? "HEAD",
    owner,
    repository,
    defaultBranch:
      git(root, "symbolic-ref", "--short", "--quiet", "refs/remotes/origin/HEAD")?.replace(/^origin\//, "") ?? "main",
  };
}

/**
 * The commit that a local change starts from: the one given, else the merge base with the default branch, else (on the default branch
 * itself) the commit before HEAD.
 *
 * @throws Error in one line when a given revision names no commit.
 */
export function findBase({ root, sha, defaultBranch }: Checkout, revision: string | undefined): string {
  if (revision !== undefined) {
    const base = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`);
    if (base === undefined) throw new Error(`--base ${revision} names no commit of ${root}`);
    return base;
  }
  for (const branch of [`refs/remotes/origin/${defaultBranch}`, `refs/heads/${defaultBranch}`]) {
    const tip = git(root, "rev-parse", "--verify", "--quiet", `${branch}^{commit}`);
    const base = tip === undefined ? undefined : git(root, "merge-base", tip, sha);
    if (base !== undefined && base !== sha) return base;
  }
  return git(root, "rev-parse", "--verify", "--quiet", "HEAD~1^{commit}") ?? sha;
}

/** The event of a local run. @param number of the pull request. */
export function localTrigger(name: LocalEvent, checkout: Checkout, base: string, number: number): Trigger {
  const { owner, sha, branch, defaultBranch } = checkout;
  if (name === "push") return { name, branch: branch === "HEAD" ? defaultBranch : branch, before: base, sha };
  if (name === "workflow_dispatch") return { name, branch: branch === "HEAD" ? defaultBranch : branch, sha };
  // A pull request needs two branches; on the default branch itself the head gets a name of its own.
  const head = branch === "HEAD" || branch === defaultBranch ? "local-change" : branch;
  return { name, number, head: { owner, ref: head, sha }, base: { owner, ref: defaultBranch, sha: base } };
}

export const LOCAL_EVENTS = ["pull_request", "push", "workflow_dispatch"] as const;

export type LocalEvent = (typeof LOCAL_EVENTS)[number];

function slugOf(url: string): [owner: string, repository: string] {
  const match = /([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(url);
  return match === null ? ["local", "repository"] : [match[1]!, match[2]!];
}

function git(cwd: string, ...args: readonly string[]): string | undefined {
  try {
    return execFileSync("git", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return undefined;
  }
}
