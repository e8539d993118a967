import { join } from "node:path";
import type { CoverageReport } from "@jessy-actions/coverage/model";
import { writeSnapshot } from "@jessy-actions/coverage/snapshot";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { saveToCache } from "@jessy-actions/kit/cache/file-cache";
import type { Inputs } from "../inputs.ts";
import { BASELINE_FILE, baselineKey } from "./cache-entry.ts";

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
  const { owner, name } = io.event().repository;
  const key = baselineKey(sha, inputs.name);
  io.log.debug(`baseline: saving ${key}`);
  const snapshot = writeSnapshot(report, { repository: `${owner}/${name}`, sha, gate: inputs.gate });
  const saved = await saveToCache(BASELINE_FILE, key, snapshot, { folder: join(io.temporary, "cache"), log: io.log });
  io.log.info(
    saved
      ? `Baseline of ${sha.slice(0, 10)} saved.`
      : `Baseline of ${sha.slice(0, 10)} not saved: there is one, or there is no cache.`,
  );
}
