import type { Inputs } from "../inputs.ts";
import type { Tool } from "../tool/tool.ts";
import type { Network } from "./running/enclosure.ts";

/** What all scans of a run share. */
export interface Scanning {
  readonly tool: Tool;
  /** Of Trivy's databases: `--cache-dir`. */
  readonly databaseFolder: string;
  readonly network: Network;
  readonly inputs: Inputs;
}
