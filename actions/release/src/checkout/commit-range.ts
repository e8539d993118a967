import type { CommitRecord, Git } from "@jessy-actions/kit/git/git";
import type { Remote } from "./remote.ts";

export interface CommitRange {
  /** Newest first. None when the commit that they begin after cannot be fetched: all of the history would be wrong. */
  readonly commits: readonly CommitRecord[];
  /** Whether the clone holds all of them. */
  readonly isComplete: boolean;
}

/**
 * Commits in `to` but not in `from` (undefined: all of them). A shallow clone is deepened until it has them.
 *
 * Both are commit ids, and `from` is fetched by its id: a tag may have another commit in the clone, or meanwhile on the
 * remote.
 *
 * @param paths only commits that touch one of them; empty: all.
 */
export async function readRange(
  git: Git,
  remote: Remote,
  { from, to }: { readonly from: string | undefined; readonly to: string },
  paths: readonly string[],
): Promise<CommitRange> {
  if (from !== undefined && !(await git.fetchCommit(from, remote.name))) return { commits: [], isComplete: false };
  // A common ancestor proves nothing: a merged branch may be longer than the clone is deep.
  const isCut = await git.deepenUntil(
    () => git.isCutOff([to], from === undefined ? [] : [from]),
    (found) => !found,
  );
  return { commits: await git.log(from, to, paths), isComplete: !isCut };
}
