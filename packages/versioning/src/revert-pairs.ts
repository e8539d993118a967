import type { CommitMessage } from "./conventional-commit.ts";

/** What pairing needs of a commit. */
export interface RevertibleCommit {
  readonly sha: string;
  readonly parsed: CommitMessage;
}

/** A commit that took back others of the same range: together they changed nothing. Indexes are into the list that was given. */
export interface RevertPair {
  readonly revert: number;
  readonly reverted: readonly number[];
}

/**
 * Which commits are taken back within a list, newest first as `git log` prints it. The specification leaves reverts open; here a revert
 * that is itself taken back has no effect, so a revert of a revert brings the first commit back and the other two are a pair.
 *
 * What a revert means is found by its commits, else by its title: the newest older commit with that first line, with or without the
 * pull request's number behind it. A revert of something outside of the list, or of too little to be found, stays a change of its own.
 */
export function pairReverts(commits: readonly RevertibleCommit[]): RevertPair[] {
  const bySha = indexBy(commits, ({ sha }) => [sha.slice(0, SHORTEST_SHA)]);
  const byTitle = indexBy(commits, ({ parsed }) => [parsed.header, withoutNumber(parsed.header)]);
  // The oldest first, so that the newest can be taken off at the end.
  for (const list of byTitle.values()) list.reverse();
  const gone = new Set<number>();
  const pairs: RevertPair[] = [];
  for (const [at, { parsed }] of commits.entries()) {
    // A revert that a newer one took back does nothing.
    if (parsed.reverts === undefined || gone.has(at)) continue;
    const reverted = targetsOf(at);
    if (reverted === undefined) continue;
    for (const target of reverted) gone.add(target);
    gone.add(at);
    pairs.push({ revert: at, reverted });
  }
  return pairs;

  /** Undefined unless everything that it takes back is there, and still stands. */
  function targetsOf(at: number): readonly number[] | undefined {
    const { reverts, kind } = commits[at]!.parsed;
    if (reverts === undefined) return undefined;
    const isTarget = (target: number) => target > at && !gone.has(target);
    if (reverts.commits.length > 0) {
      const targets = reverts.commits.map((sha) =>
        bySha.get(sha.slice(0, SHORTEST_SHA))?.find((each) => isTarget(each) && commits[each]!.sha.startsWith(sha)),
      );
      return targets.includes(undefined) ? undefined : [...new Set(targets as number[])];
    }
    if (reverts.title === undefined) return undefined;
    const title = kind === "reapply" ? `Revert "${reverts.title}"` : reverts.title;
    const target = [title, withoutNumber(title)]
      .map((each) => firstOf(byTitle.get(each), isTarget))
      .find((each) => each !== undefined);
    return target === undefined ? undefined : [target];
  }
}

const SHORTEST_SHA = 7;

/** `feat: x` of `feat: x (#12)`, as GitHub squashes. */
function withoutNumber(title: string): string {
  return title.endsWith(")") ? title.replace(/ \(#[0-9]{1,10}\)$/, "") : title;
}

function indexBy(
  commits: readonly RevertibleCommit[],
  keysOf: (commit: RevertibleCommit) => readonly string[],
): ReadonlyMap<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [at, commit] of commits.entries()) {
    for (const key of new Set(keysOf(commit))) {
      const list = index.get(key);
      if (list === undefined) index.set(key, [at]);
      else list.push(at);
    }
  }
  return index;
}

/** The first that fits; ones that no later call can want are taken off, so that a thousand reverts of one title stay linear. */
function firstOf(list: number[] | undefined, fits: (at: number) => boolean): number | undefined {
  if (list === undefined) return undefined;
  while (list.length > 0 && !fits(list.at(-1)!)) list.pop();
  return list.at(-1);
}
