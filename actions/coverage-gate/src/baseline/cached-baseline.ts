import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type DiffFile, parseDiff } from "@jessy-actions/coverage/diff";
import { readSnapshot, type Snapshot } from "@jessy-actions/coverage/snapshot";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { gateState } from "@jessy-actions/kit/action/state";
import { MAX_CACHE_KEYS, restoreFromCache } from "@jessy-actions/kit/cache/file-cache";
import { removeWorkspaceFile } from "@jessy-actions/kit/cache/workspace-file";
import type { Git } from "@jessy-actions/kit/git/git";
import { counted } from "@jessy-actions/kit/report/quantity";
import type { BaselineFacts, Change } from "../facts.ts";
import { cacheKey, cachePath } from "./cache-entry.ts";

/**
 * The baseline of the commit that the change starts from, or of the nearest of its first-parent ancestors that has one.
 *
 * GitHub shows a run only the caches of its own branch, its base and the default branch, so a fork's branch called
 * `main` cannot give us a baseline. The entry's own repository and commit are checked all the same.
 *
 * @param name of the gate.
 */
export async function findCachedBaseline(name: string, change: Change, git: Git, io: ActionIo): Promise<BaselineFacts> {
  if (change.state === "none") return { about: { state: "off", reason: change.reason } };
  io.saveState(gateState, { gate: name });
  const exact = await restore(name, [change.base], io);
  if (exact.snapshot !== undefined) return baselineFacts(exact.snapshot, { state: "exact", distance: 0 }, change.diff);
  if (exact.unavailable !== undefined) return { about: { state: "missing", reason: exact.unavailable } };

  const wanted = MAX_CACHE_KEYS + 1;
  const parents = await git.deepenUntil(
    () => git.firstParents(change.base, wanted),
    (found) => found.length === wanted,
  );
  const ancestors = parents.slice(1);
  const older = await restore(name, ancestors, io);
  if (older.snapshot === undefined) {
    const before = ancestors.length === 0 ? "" : ` or the ${counted(ancestors.length, "commit")} before it`;
    const reason = `the default branch has none for \`${change.base.slice(0, 10)}\`${before}; the next push there saves one`;
    return { about: { state: "missing", reason } };
  }
  const { sha } = older.snapshot.meta;
  const diff = parseDiff(await git.diff(sha, "HEAD"));
  return baselineFacts(older.snapshot, { state: "ancestor", distance: ancestors.indexOf(sha) + 1 }, diff);
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

async function restore(
  name: string,
  shas: readonly string[],
  io: ActionIo,
): Promise<{ snapshot?: Snapshot; unavailable?: string }> {
  if (shas.length === 0) return {};
  const path = cachePath(name);
  const keys = shas.map((sha) => cacheKey(name, sha));
  const lookup = await restoreFromCache(path, keys, io.log);
  io.log.debug(`baseline: ${lookup.state} in the cache, at ${path} under ${keys.join(", ")}`);
  if (lookup.state === "unavailable") return { unavailable: lookup.reason };
  if (lookup.state === "miss") return {};
  const absolute = join(io.workspace, path);
  try {
    const snapshot = readSnapshot([readFileSync(absolute)]);
    const { owner, name: repository } = io.event().repository;
    const sha = shas[keys.indexOf(lookup.key)];
    if (snapshot.meta.sha !== sha || snapshot.meta.repository !== `${owner}/${repository}`) {
      return {
        unavailable: `the cache entry ${lookup.key} holds the baseline of ${snapshot.meta.repository} at ${snapshot.meta.sha.slice(0, 10)}`,
      };
    }
    const rules = Object.entries(snapshot.meta.gate).filter(([, value]) => value !== "");
    io.log.debug(`baseline: ${lookup.key} was judged by ${JSON.stringify(Object.fromEntries(rules))}`);
    return { snapshot };
  } catch (error) {
    return { unavailable: `the cached baseline cannot be read: ${(error as Error).message}` };
  } finally {
    removeWorkspaceFile(io.workspace, path);
  }
}
