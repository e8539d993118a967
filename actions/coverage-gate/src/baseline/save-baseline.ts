import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import type { CoverageReport } from "@jessy-actions/coverage/model";
import { writeSnapshot } from "@jessy-actions/coverage/snapshot";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { gateState } from "@jessy-actions/kit/action/state";
import { saveToCache } from "@jessy-actions/kit/cache/file-cache";
import { removeWorkspaceFile } from "@jessy-actions/kit/cache/workspace-file";
import { namingPath } from "@jessy-actions/kit/runner/file-error";
import type { Inputs } from "../inputs.ts";
import { cacheKey, cachePath } from "./cache-entry.ts";

/**
 * Keeps the report of a push to the default branch as the baseline of its commit. No other event may: a pull request
 * could forge one. A cache that cannot be written is a warning.
 */
export async function saveBaseline(inputs: Inputs, report: CoverageReport, io: ActionIo): Promise<void> {
  const { pushToDefaultBranch, sha } = io.event();
  if (!pushToDefaultBranch || inputs.baseline.kind !== "auto") return;
  await io.log.group("Saving the baseline", () => save(inputs, report, sha, io));
}

async function save(inputs: Inputs, report: CoverageReport, sha: string, io: ActionIo): Promise<void> {
  const path = cachePath(inputs.name);
  const absolute = join(io.workspace, path);
  const { owner, name } = io.event().repository;
  io.saveState(gateState, { gate: inputs.name });
  mkdirSync(dirname(absolute), { recursive: true });
  const file = openSync(absolute, "w");
  try {
    for (const piece of writeSnapshot(report, { repository: `${owner}/${name}`, sha, gate: inputs.gate }))
      namingPath(absolute, () => writeSync(file, piece));
  } finally {
    closeSync(file);
  }
  try {
    const key = cacheKey(inputs.name, sha);
    io.log.debug(`baseline: saving ${path} under ${key}`);
    const saved = await saveToCache(path, key, io.log);
    io.log.info(
      saved
        ? `Baseline of ${sha.slice(0, 10)} saved.`
        : `Baseline of ${sha.slice(0, 10)} not saved: there is one, or there is no cache.`,
    );
  } finally {
    removeWorkspaceFile(io.workspace, path);
  }
}
