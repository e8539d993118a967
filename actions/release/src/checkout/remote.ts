import type { Git, RemoteRefs } from "@jessy-actions/kit/git/git";
import { compileGlob } from "@jessy-actions/reading/glob";
import type { Tag } from "@jessy-actions/versioning/tag";
import type { BranchFacts, Known, TagFacts } from "../facts.ts";

/** The remote repository as git sees it. */
export interface Remote {
  /** A configured name, or an address. */
  readonly name: string;
  /** Undefined when the remote does not answer. */
  readonly refs: RemoteRefs | undefined;
}

/** `origin`, as actions/checkout leaves it; without one the repository's own address. */
export async function openRemote(git: Git, address: string): Promise<Remote> {
  const name = (await git.hasRemote("origin")) ? "origin" : address;
  return { name, refs: await git.remoteRefs(name) };
}

/** All tags, of the clone and of the remote; where they differ, the remote's commit counts. */
export async function readTags(git: Git, remote: Remote, tag: Tag): Promise<TagFacts> {
  const here = await git.tags();
  return {
    all: new Map([...here, ...(remote.refs?.tags ?? [])]),
    here: here.get(tag.text),
    onGitHub: fromRemote(remote, (refs) => refs.tags.get(tag.text)),
  };
}

const OFFLINE = "the remote does not answer";
const TOO_SHORT = "the clone lacks history, and it cannot be fetched; check out with `fetch-depth: 0`";

/**
 * Finds the allowed branch that holds a commit. A clone of a single tag, or a shallow one, has too little history to tell, so more is fetched
 * until the commit is found.
 *
 * @param allowed globs; undefined when any branch will do.
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

/** Fetches a tag's commit and the history from it to another commit. @returns whether the range between them is complete. */
export async function fetchRange(git: Git, remote: Remote, tag: string, from: string, to: string): Promise<boolean> {
  if ((await git.resolve(from)) === undefined) await git.fetchRefs(remote.name, [`+refs/tags/${tag}:refs/tags/${tag}`]);
  const bases = () => git.mergeBases(from, to).catch(() => []);
  const found = await git.deepenUntil(bases, (shas) => shas.length > 0);
  return found.length > 0 || !(await git.isShallow());
}

/** What the remote says; unknown when it does not answer. */
function fromRemote<T>(remote: Remote, read: (refs: RemoteRefs) => T): Known<T> {
  return remote.refs === undefined ? { unknown: OFFLINE } : { known: read(remote.refs) };
}
