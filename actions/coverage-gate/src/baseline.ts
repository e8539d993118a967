import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { type DiffFile, parseDiff } from "@jessy-actions/coverage/diff";
import type { CoverageReport } from "@jessy-actions/coverage/model";
import { readSnapshot, type Snapshot, writeSnapshot } from "@jessy-actions/coverage/snapshot";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { gateState } from "@jessy-actions/kit/action/state";
import { MAX_CACHE_KEYS, restoreFromCache, saveToCache } from "@jessy-actions/kit/cache/file-cache";
import { removeWorkspaceFile } from "@jessy-actions/kit/cache/workspace-file";
import type { Git } from "@jessy-actions/kit/git/git";
import type { BaselineFacts, Change, Facts } from "./facts.ts";
import type { Inputs } from "./inputs.ts";

/**
 * Where the baseline of the gate lies in the workspace while it goes to or comes from the cache. Relative: the cache's version is
 * made of the path, so it must be the same on every machine.
 */
export function cachePath(name: string): string {
  return `.jessy/coverage-baseline${name === "" ? "" : `-${encodeURIComponent(name)}`}.json`;
}

/** One entry a commit. A key is never reused, and only pushes to the default branch write any. */
function cacheKey(name: string, sha: string): string {
  return `jessy-coverage-v1-${encodeURIComponent(name)}-${sha}`;
}

/**
 * The baseline of the commit that the change starts from, or of the nearest of its first-parent ancestors that has one.
 *
 * GitHub shows a run only the caches of its own branch, its base and the default branch, so a fork's branch called `main` cannot
 * give us a baseline; the entry's own repository and commit are checked all the same.
 */
export async function findCachedBaseline(
  inputs: Inputs,
  change: Change,
  git: Git,
  io: ActionIo,
): Promise<BaselineFacts> {
  if (change.state === "none") return { about: { state: "off", reason: change.reason } };
  io.saveState(gateState, { gate: inputs.name });
  const exact = await restore(inputs.name, [change.base], io);
  if (exact.snapshot !== undefined) return baselineFacts(exact.snapshot, { state: "exact", distance: 0 }, change.diff);
  if (exact.unavailable !== undefined) return { about: { state: "missing", reason: exact.unavailable } };

  const wanted = MAX_CACHE_KEYS + 1;
  const parents = await git.deepenUntil(
    () => git.firstParents(change.base, wanted),
    (found) => found.length === wanted,
  );
  const ancestors = parents.slice(1);
  const older = await restore(inputs.name, ancestors, io);
  if (older.snapshot === undefined) {
    const searched = `\`${change.base.slice(0, 10)}\`${ancestors.length === 0 ? "" : ` or the ${ancestors.length} commits before it`}`;
    const reason = `the default branch has none for ${searched}; it gets one by the next push there`;
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
    return { snapshot };
  } catch (error) {
    return { unavailable: `the cached baseline cannot be read: ${(error as Error).message}` };
  } finally {
    removeWorkspaceFile(io.workspace, path);
  }
}

/** Keeps the report of a push to the default branch as the baseline of its commit. No other event may: a pull request could forge it. */
export async function conclude(inputs: Inputs, facts: Facts, io: ActionIo): Promise<void> {
  const { pushToDefaultBranch, sha } = io.event();
  if (!pushToDefaultBranch || inputs.baseline.kind !== "auto" || facts.kind !== "measured") return;
  await io.log.group("Saving the baseline", () => saveBaseline(inputs, facts.report, sha, io));
}

async function saveBaseline(inputs: Inputs, report: CoverageReport, sha: string, io: ActionIo): Promise<void> {
  const path = cachePath(inputs.name);
  const absolute = join(io.workspace, path);
  const { owner, name } = io.event().repository;
  io.saveState(gateState, { gate: inputs.name });
  mkdirSync(dirname(absolute), { recursive: true });
  const file = openSync(absolute, "w");
  try {
    for (const piece of writeSnapshot(report, { repository: `${owner}/${name}`, sha, gate: inputs.gate }))
      writeSync(file, piece);
  } finally {
    closeSync(file);
  }
  try {
    const saved = await saveToCache(path, cacheKey(inputs.name, sha), io.log);
    io.log.info(
      saved
        ? `Baseline of ${sha.slice(0, 10)} saved.`
        : `Baseline of ${sha.slice(0, 10)} not saved: there is one, or there is no cache.`,
    );
  } finally {
    removeWorkspaceFile(io.workspace, path);
  }
}
