import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { Database } from "../database/database.ts";
import { addJavaDatabase, prepareDatabase } from "../database/prepare-database.ts";
import type { Inputs } from "../inputs.ts";
import type { Target } from "../targets/target.ts";
import type { Tool } from "../tool/tool.ts";
import { lacksJavaDatabase } from "./java-database.ts";
import type { ScanOutcome } from "./scan.ts";
import { findNetwork, type Network, type Scanning, scanTarget } from "./scan-target.ts";

/** A Trivy that is ready to scan: both sides of a run use the same one, with the same databases. */
export class Scanner {
  readonly #scanning: Scanning;
  readonly #io: ActionIo;
  readonly #databases: Database[];

  private constructor(scanning: Scanning, databases: readonly Database[], io: ActionIo) {
    this.#scanning = scanning;
    this.#databases = [...databases];
    this.#io = io;
  }

  /** @throws UserError when a database that is needed is not to be had. */
  static async open(tool: Tool, inputs: Inputs, io: ActionIo): Promise<Scanner> {
    const needs = { vulnerabilities: inputs.scanners.includes("vuln"), java: false };
    const { folder, databases } = await prepareDatabase(inputs.database, needs, io);
    const scanning = { tool, databaseFolder: folder, network: await findNetwork(io), inputs };
    return new Scanner(scanning, databases, io);
  }

  get network(): Network {
    return this.#scanning.network;
  }

  get databases(): readonly Database[] {
    return this.#databases;
  }

  /**
   * Scans a target. The Java database has ten times the size of the other, so it is fetched only when a scan has found
   * something that needs it, and that target is scanned again.
   *
   * @param folder what its path is relative to, absolute.
   */
  async scan(target: Target, folder: string): Promise<ScanOutcome> {
    const outcome = await scanTarget(target, folder, this.#scanning, this.#io);
    if (!lacksJavaDatabase(outcome) || this.#databases.some(({ name }) => name === "trivy-java-db")) return outcome;
    this.#databases.push(...(await addJavaDatabase(this.#scanning.inputs.database, this.#io)));
    return scanTarget(target, folder, this.#scanning, this.#io);
  }
}
