import { type DiffFile, parseDiff } from "@jessy-actions/coverage/diff";
import { readSnapshot, type Snapshot } from "@jessy-actions/coverage/snapshot";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { MAX_CACHE_KEYS } from "@jessy-actions/kit/cache/cache-service";
import { readFromCache } from "@jessy-actions/kit/cache/file-cache";
import type { Git } from "@jessy-actions/kit/git/git";
import { counted } from "@jessy-actions/kit/report/quantity";
import type { BaselineFacts, Change } from "../facts.ts";
import { anyGateKey, BASELINE_FILE, baselineKey, gateOfKey } from "./cache-entry.ts";

/** What the cache says of a list of commits. */
type Kept =
  | { readonly state: "hit"; readonly snapshot: Snapshot }
  | { readonly state: "miss" }
  | { readonly state: "unavailable" | "unreadable"; readonly reason: string };

/**
 * The baseline of the commit that the change starts from, or of the nearest of its first-parent ancestors that has one.
 *
 * GitHub shows a run only the caches of its own branch, its base and the default branch, so a fork's branch called
 * `main` cannot give us a baseline. The entry's own repository and commit are checked all the same.
 *
 * @param name of the gate.
 */
export async function findCachedBaseline(name: string, change: Change, git: Git, io: ActionIo): Promise<BaselineFacts> {
  if (change.state === "none") return findRulesAlone(name, change, io);
  const exact = await read(name, [change.base], io);
  if (exact.state === "hit") return baselineFacts(exact.snapshot, { state: "exact", distance: 0 }, change.diff);
  if (exact.state !== "miss") return { about: exact };

  const wanted = MAX_CACHE_KEYS + 1;
  const parents = await git.deepenUntil(
    () => git.firstParents(change.base, wanted),
    (found) => found.length === wanted,
  );
  const ancestors = parents.slice(1);
  const older = await read(name, ancestors, io);
  if (older.state === "miss") return missing(name, [change.base, ...ancestors], io);
  if (older.state !== "hit") return { about: older };
  const { sha } = older.snapshot.meta;
  const diff = parseDiff(await git.diff(sha, "HEAD"));
  return baselineFacts(older.snapshot, { state: "ancestor", distance: ancestors.indexOf(sha) + 1 }, diff);
}

/** Where no two commits are compared there is no baseline either; but the rules of the base are known by its commit. */
async function findRulesAlone(
  name: string,
  { reason }: Extract<Change, { readonly state: "none" }>,
  io: ActionIo,
): Promise<BaselineFacts> {
  const about = { state: "off", reason } as const;
  const { pullRequest } = io.event();
  if (pullRequest === undefined) return { about };
  const kept = await read(name, [pullRequest.baseSha], io);
  if (kept.state === "hit") return { about, gate: kept.snapshot.meta.gate };
  return kept.state === "miss" ? { about, rulesUnknown: reason } : { about: kept };
}

/** @param shas the base, and the commits before it. */
async function missing(name: string, shas: readonly string[], io: ActionIo): Promise<BaselineFacts> {
  const [base = "", ...ancestors] = shas;
  const before = ancestors.length === 0 ? "" : ` or the ${counted(ancestors.length, "commit")} before it`;
  const reason = `the default branch has none for \`${base.slice(0, 10)}\`${before}; the next push there saves one`;
  const others = await readFromCache(BASELINE_FILE, shas.slice(0, MAX_CACHE_KEYS).map(anyGateKey), io);
  const otherName = others.state === "hit" ? gateOfKey(others.key) : undefined;
  return { about: { state: "missing", reason }, ...(otherName !== undefined && otherName !== name && { otherName }) };
}

function baselineFacts(
  snapshot: Snapshot,
  about: { state: "exact" | "ancestor"; distance: number },
  diff: readonly DiffFile[],
): BaselineFacts {
  const reason = about.state === "exact" ? "the base of this change" : "the nearest that has one";
  return {
    about: { ...about, sha: snapshot.meta.sha, reason },
    report: snapshot.report,
    diff,
    gate: snapshot.meta.gate,
  };
}

async function read(name: string, shas: readonly string[], io: ActionIo): Promise<Kept> {
  if (shas.length === 0) return { state: "miss" };
  const keys = shas.map((sha) => baselineKey(sha, name));
  const lookup = await readFromCache(BASELINE_FILE, keys, io);
  io.log.debug(`baseline: ${lookup.state} in the cache, under ${keys.join(", ")}`);
  if (lookup.state !== "hit") return lookup;
  const { key, content } = lookup;
  try {
    const snapshot = readSnapshot([content]);
    const { sha, repository, gate } = snapshot.meta;
    const { owner, name: repo } = io.event().repository;
    if (sha !== shas[keys.indexOf(key)] || repository !== `${owner}/${repo}`) {
      return {
        state: "unreadable",
        reason: `the cache entry \`${key}\` holds the baseline of ${repository} at ${sha.slice(0, 10)}`,
      };
    }
    const rules = Object.entries(gate).filter(([, value]) => value !== "");
    io.log.debug(`baseline: ${key} was judged by ${JSON.stringify(Object.fromEntries(rules))}`);
    return { state: "hit", snapshot };
  } catch (error) {
    return { state: "unreadable", reason: `the cache entry \`${key}\` cannot be read: ${(error as Error).message}` };
  }
}
