import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { IN_REPOSITORY, type Target } from "../targets/target.ts";
import { systemProblem } from "./plain-problem.ts";
import { findEnclosure, type Network } from "./running/enclosure.ts";
import type { ScanOutcome } from "./scan.ts";
import { scanFiles } from "./scan-files.ts";
import { scanImage } from "./scan-image.ts";
import type { Scanning } from "./scanning.ts";

export type { Network } from "./running/enclosure.ts";
export type { Scanning } from "./scanning.ts";

/** Asks this machine, once a run. */
export async function findNetwork(io: ActionIo): Promise<Network> {
  return (await findEnclosure(io)).length > 0 ? "namespace" : "proxy";
}

/**
 * Scans one target by one run of Trivy; by another one where comments in its configuration set findings aside, where a
 * folder has Java archives, and for each further platform of an image.
 *
 * An image is taken from the local Docker engine where that has it, as `docker run` would, else pulled by us from its
 * registry: Trivy gets files, no network and no credentials.
 *
 * @param folder the root of the repository that paths are relative to: the workspace, or the base's work tree. Absolute.
 * @throws UserError for credentials that cannot be used
 */
export async function scanTarget(
  target: Target,
  folder: string,
  scanning: Scanning,
  io: ActionIo,
): Promise<ScanOutcome> {
  mkdirSync(io.temporary, { recursive: true });
  const work = mkdtempSync(join(io.temporary, "scan-"));
  try {
    return IN_REPOSITORY.includes(target.kind)
      ? await scanFiles(target, folder, scanning, work, io)
      : await scanImage(target, folder, scanning, work, io);
  } catch (error) {
    return { problem: systemProblem(error, target.name, io) };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
