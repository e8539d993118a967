import { mkdirSync, rmSync } from "node:fs";
import type { Log } from "@jessy-actions/kit/runner/log";
import type { BuildPlanning } from "../planning/build-planning.ts";
import type { MountsPlanning } from "../planning/plan-mounts.ts";
import { sizeText } from "../rendering/size-text.ts";
import type { Result } from "../result.ts";
import { fetchArchives, keepArchives, sizeOfArchives } from "./mount-archives.ts";
import { type MountRun, runMountCommand } from "./run-mount-command.ts";

export interface RestoredMounts {
  /** The name that they were found under. */
  readonly from: string | undefined;
  /** What did not go well: it costs time, and nothing else. */
  readonly warnings: readonly string[];
}

/** Fills the builder's empty cache mounts with what an earlier run kept. Never fails a build. */
export function restoreMounts({ mounts }: BuildPlanning, run: MountRun, log: Log): Promise<RestoredMounts> {
  if (mounts?.restore === undefined) return Promise.resolve({ from: undefined, warnings: [] });
  const { restore } = mounts;
  return log.group("Restoring cache mounts", async () => {
    let from: string | undefined;
    const warning = await inWords("restored", async () => {
      from = await fetchArchives(mounts);
      if (from === undefined) return log.info(`Nothing is kept yet of ${idsOf(mounts)}`);
      const size = sizeOfArchives(mounts.folders.archives);
      await runMountCommand(restore, mounts, run);
      log.info(`${idsOf(mounts)}: ${sizeText(size)} from ${from}`);
    });
    return { from, warnings: warning === undefined ? [] : [warning] };
  });
}

/** Keeps what a build left in its cache mounts. Never fails a push. */
export async function saveMounts<Kind extends Pick<Result, "planning" | "warnings">>(
  result: Kind,
  { used, restored }: { readonly used: boolean | undefined; readonly restored: RestoredMounts },
  run: MountRun,
  log: Log,
): Promise<Kind> {
  const { mounts } = result.planning;
  const warned = (warnings: readonly string[]): Kind =>
    warnings.length === 0
      ? result
      : { ...result, warnings: [...result.warnings, ...warnings.map((message) => ({ message }))] };
  // A build that failed does not say what it used.
  if (mounts?.save === undefined || used === undefined) return warned(restored.warnings);
  const { save, folders } = mounts;
  if (!used || restored.from === mounts.key) {
    log.info(used ? "The cache mounts of this commit are kept already" : "No step opened a cache mount: none is saved");
    return warned(restored.warnings);
  }
  const warning = await log.group("Saving cache mounts", () =>
    inWords("saved", async () => {
      rmSync(folders.archives, { recursive: true, force: true });
      // buildx gives access to what is there alone.
      mkdirSync(folders.archives, { recursive: true });
      await runMountCommand(save, mounts, run);
      const size = sizeOfArchives(folders.archives);
      if (size > 0) await keepArchives(mounts);
      log.info(size === 0 ? `Nothing is in ${idsOf(mounts)}` : `${idsOf(mounts)}: ${sizeText(size)}`);
    }),
  );
  return warned(warning === undefined ? restored.warnings : [...restored.warnings, warning]);
}

async function inWords(what: string, work: () => Promise<void>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return `Cache mounts are not ${what}: ${(error as Error).message}`;
  }
}

const idsOf = ({ mounts }: MountsPlanning): string => mounts.map(({ id }) => id).join(", ");
