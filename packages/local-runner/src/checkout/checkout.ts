import type { Trigger } from "../event/event.ts";
import { askLocalGit } from "./local-git.ts";

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
  /** Nothing in the clone says what the default branch is. */
  readonly defaultBranchGuessed: boolean;
  /** How many tracked files differ from HEAD. */
  readonly changedFiles: number;
  /** The clone lacks older commits. */
  readonly shallow: boolean;
}

/**
 * @param defaultBranch given by the user; else what `origin/HEAD` says, else a guess.
 * @throws Error in one line when the folder is in no repository or has no commit.
 */
export function readCheckout(folder: string, defaultBranch?: string): Checkout {
  const [root, shallow] =
    askLocalGit(folder, "rev-parse", "--show-toplevel", "--is-shallow-repository")?.split("\n") ?? [];
  if (root === undefined) throw new Error(`${folder} is not in a git repository; give one by --cwd`);
  const status = askLocalGit(root, "status", "--porcelain=v2", "--branch", "--untracked-files=no")?.split("\n") ?? [];
  const header = (name: string): string =>
    status.find((line) => line.startsWith(`# branch.${name} `))?.slice(`# branch.${name} `.length) ?? "";
  const sha = header("oid");
  if (!/^[0-9a-f]+$/.test(sha)) throw new Error(`${root} has no commit yet; commit something first`);
  const [owner, repository] = slugOf(askLocalGit(root, "config", "--get", "remote.origin.url") ?? "");
  const known = defaultBranch ?? originHead(root);
  return {
    root,
    sha,
    branch: header("head") === "(detached)" ? "HEAD" : header("head"),
    owner,
    repository,
    defaultBranch: known ?? guessDefaultBranch(root),
    defaultBranchGuessed: known === undefined,
    changedFiles: status.filter((line) => /^[12u] /.test(line)).length,
    shallow: shallow === "true",
  };
}

/** What a user should know of a checkout before a run, one line each. Pure. */
export function checkoutNotices(checkout: Checkout): string[] {
  const { changedFiles, shallow, defaultBranch, defaultBranchGuessed } = checkout;
  return [
    ...(changedFiles > 0
      ? [
          `${changedFiles} tracked ${changedFiles === 1 ? "file has" : "files have"} uncommitted changes: ` +
            "actions read the files as they are on disk, but the change ends at HEAD",
        ]
      : []),
    ...(shallow ? ["the clone is shallow: commits may be missing; `git fetch --unshallow` brings them"] : []),
    ...(defaultBranchGuessed
      ? [`the default branch is a guess: \`${defaultBranch}\`; --default-branch NAME says which it is`]
      : []),
  ];
}

/**
 * The commit that a local change starts from: the one given, else the merge base with the default branch, else (on the default branch
 * itself) the commit before HEAD.
 *
 * @throws Error in one line when a given revision names no commit.
 */
export function findBase({ root, sha, defaultBranch }: Checkout, revision: string | undefined): string {
  if (revision !== undefined) {
    const base = commitOf(root, revision);
    if (base === undefined) throw new Error(`--base ${revision} names no commit of ${root}`);
    return base;
  }
  for (const branch of [`refs/remotes/origin/${defaultBranch}`, `refs/heads/${defaultBranch}`]) {
    const tip = commitOf(root, branch);
    const base = tip === undefined ? undefined : askLocalGit(root, "merge-base", tip, sha);
    if (base !== undefined && base !== sha) return base;
  }
  return commitOf(root, "HEAD~1") ?? sha;
}

export const LOCAL_EVENTS = ["pull_request", "push", "merge_group", "workflow_dispatch"] as const;

export type LocalEvent = (typeof LOCAL_EVENTS)[number];

/** Events that are about a pull request, which a local run opens first. */
export const PULL_REQUEST_EVENTS: readonly LocalEvent[] = ["pull_request", "merge_group"];

/** The event of a local run. @param number of the pull request. */
export function localTrigger(name: LocalEvent, checkout: Checkout, base: string, number: number): Trigger {
  const { owner, sha, branch, defaultBranch } = checkout;
  const pushed = branch === "HEAD" ? defaultBranch : branch;
  switch (name) {
    case "push":
      return { name, branch: pushed, before: base, sha };
    case "workflow_dispatch":
      return { name, branch: pushed, sha };
    case "merge_group":
      // The queue's branch (docs, "Managing a merge queue"): its name ends with the commit that the group starts from.
      return {
        name,
        headRef: `refs/heads/gh-readonly-queue/${defaultBranch}/pr-${number}-${base}`,
        headSha: sha,
        baseRef: `refs/heads/${defaultBranch}`,
        baseSha: base,
      };
    case "pull_request":
      return {
        name,
        number,
        head: { owner, ref: headBranch(checkout), sha },
        base: { owner, ref: defaultBranch, sha: base },
      };
  }
}

/** The head branch of a local pull request, which needs two branches: on the default branch itself it has a name of its own. */
export function headBranch({ branch, defaultBranch }: Checkout): string {
  return branch === "HEAD" || branch === defaultBranch ? "local-change" : branch;
}

function slugOf(url: string): [owner: string, repository: string] {
  const match = /([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(url);
  return match === null ? ["local", "repository"] : [match[1]!, match[2]!];
}

function originHead(root: string): string | undefined {
  return askLocalGit(root, "symbolic-ref", "--short", "--quiet", "refs/remotes/origin/HEAD")?.replace(/^origin\//, "");
}

/** The first usual name that is a branch of the remote or of the clone. */
function guessDefaultBranch(root: string): string {
  const candidates = ["main", "master"].flatMap((name) => [`refs/remotes/origin/${name}`, `refs/heads/${name}`]);
  const branches = askLocalGit(root, "for-each-ref", "--format=%(refname)", ...candidates)?.split("\n") ?? [];
  const found = candidates.find((candidate) => branches.includes(candidate));
  return found === undefined ? "main" : found.slice(found.lastIndexOf("/") + 1);
}

function commitOf(root: string, revision: string): string | undefined {
  return askLocalGit(root, "rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`);
}
