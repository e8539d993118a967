import type { Git } from "@jessy-actions/kit/git/git";
import { compileGlob } from "@jessy-actions/reading/glob";

/**
 * The remote as git calls it, to fetch from: `origin`, as actions/checkout leaves it; without one the repository's own address. What is fetched
 * by its id cannot be another commit; anything else that a remote says is GitHub's to answer, since the clone's configuration can lead git
 * elsewhere.
 */
export interface Remote {
  /** A configured name, or an address. */
  readonly name: string;
}

export async function openRemote(git: Git, address: string): Promise<Remote> {
  return { name: (await git.hasRemote("origin")) ? "origin" : address };
}

/** The tags of the clone and of its remote, for a plan without GitHub's answer. */
export async function tagsOfClone(git: Git, remote: Remote): Promise<Map<string, string>> {
  return new Map([...(await git.tags()), ...((await git.remoteRefs(remote.name))?.tags ?? [])]);
}

/** The allowed branch that holds a commit by what the clone knows, as a hint where GitHub did not answer. @param allowed globs. */
export async function branchOfClone(
  git: Git,
  remote: Remote,
  commit: string,
  allowed: readonly string[],
): Promise<string | undefined> {
  const tests = allowed.map((pattern) => compileGlob(pattern));
  for (const [name, tip] of await git.remoteBranches(remote.name))
    if (tests.some((test) => test(name)) && (await git.isAncestor(commit, tip)) === true) return name;
  return undefined;
}
