import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { Inputs } from "../inputs.ts";
import type { Target } from "../targets/target.ts";
import type { Tool } from "../tool/tool.ts";
import type { ScanOutcome } from "./scan.ts";

/** What all scans of a run share. */
export interface Scanning {
  readonly tool: Tool;
  /** Of Trivy's databases: `--cache-dir`. */
  readonly databaseFolder: string;
  readonly network: Network;
  readonly inputs: Inputs;
}

/** How the network is closed to a scan: by a namespace without one, or, where that is not allowed, by a proxy that leads nowhere. */
export type Network = "namespace" | "proxy";

/** Asks this machine, once a run. */
export async function findNetwork(_io: ActionIo): Promise<Network> {
  throw new Error("not built yet");
}

/**
 * Scans one target by one run of Trivy.
 *
 * @param folder the root of the repository that paths are relative to: the workspace, or the base's work tree. Absolute.
 */
export async function scanTarget(
  _target: Target,
  _folder: string,
  _scanning: Scanning,
  _io: ActionIo,
): Promise<ScanOutcome> {
  throw new Error("not built yet");
}
