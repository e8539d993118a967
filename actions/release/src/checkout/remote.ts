import type { Git, RemoteRefs } from "@jessy-actions/kit/git/git";
import { compileGlob } from "@jessy-actions/reading/glob";
import type { BranchFacts, Known } from "../facts.ts";

/** The remote repository as git sees it: its refs, and how to get what this clone lacks of its history. */
export interface Remote {
  readonly name: string;
  /** Undefined: it does not answer. */
  readonly refs: RemoteRefs | undefined;
}

const OFFLINE = "the remote does not answer";
const TOO_SHORT = "the clone lacks history, and it cannot be fetched; check out with `fetch-depth: 0`";

/**
 * Which of the allowed branches holds a commit. A clone of a tag alone, or a shallow one, has too little history to tell: more is fetched
 * until the commit is found.
 *
 * @param allowed globs; undefined: any branch will do.
 */
export async function findBranch(
  git: Git,
  remote: Remote,
  commit: string,
  allowed: readonly string[] | undefined,
): Promise<BranchFacts> {
  if (allowed === undefined) return { allowed, existing: [], holder: { known: undefined } };
  const tips = remote.refs?.branches ?? (await git.remoteBranches(remote.name));
  const tests = allowed.map((pattern) => compileGlob(pattern));
  const existing = [...tips].filter(([name]) => tests.some((test) => test(name)));
  const names = existing.map(([name]) => name);
  const found = existing.find(([, tip]) => tip === commit)?.[0] ?? (await findHolder());
  if (found !== undefined) return { allowed, existing: names, holder: { known: found } };
  if (remote.refs === undefined && existing.length === 0)
    return { allowed, existing: names, holder: { unknown: OFFLINE } };
  // "Not found" means nothing where history is missing.
  const answers = await Promise.all(existing.map(([, tip]) => git.isAncestor(commit, tip)));
  const isCertain = answers.every((answer) => answer === false);
  return { allowed, existing: names, holder: isCertain ? { known: undefined } : { unknown: TOO_SHORT } };

  async function findHolder(): Promise<string | undefined> {
    const missing: string[] = [];
    for (const [name, tip] of existing) if ((await git.resolve(tip)) === undefined) missing.push(name);
    if (missing.length > 0) {
      const refspecs = missing.map((name) => `+refs/heads/${name}:refs/remotes/${remote.name}/${name}`);
      await git.fetchRefs(remote.name, refspecs);
    }
    const look = async () => {
      for (const [name, tip] of existing) if ((await git.isAncestor(commit, tip)) === true) return name;
      return undefined;
    };
    return git.deepenUntil(look, (name) => name !== undefined);
  }
}

/** Makes a tag's commit available with the history up to another commit. @returns whether the range between them is whole. */
export async function fetchRange(git: Git, remote: Remote, tag: string, from: string, to: string): Promise<boolean> {
  if ((await git.resolve(from)) === undefined) await git.fetchRefs(remote.name, [`+refs/tags/${tag}:refs/tags/${tag}`]);
  const bases = () => git.mergeBases(from, to).catch(() => []);
  const found = await git.deepenUntil(bases, (shas) => shas.length > 0);
  return found.length > 0 || !(await git.isShallow());
}

/** Known facts of what the remote says, unknown where it does not. */
export function fromRemote<T>(remote: Remote, read: (refs: RemoteRefs) => T): Known<T> {
  return remote.refs === undefined ? { unknown: OFFLINE } : { known: read(remote.refs) };
}
