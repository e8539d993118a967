import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { Inputs } from "../inputs.ts";
import type { Database } from "./database.ts";

export interface TrivyDatabase {
  /** What `--cache-dir` takes, absolute: it holds `db/`, and `java-db/` where that is needed. */
  readonly folder: string;
  readonly databases: readonly Database[];
}

/**
 * Trivy's databases in a folder, from the cache or from the first repository that answers.
 *
 * @throws UserError when there is none that is young enough.
 */
export async function prepareDatabase(
  _inputs: Inputs["database"],
  _needs: { readonly vulnerabilities: boolean; readonly java: boolean },
  _io: ActionIo,
): Promise<TrivyDatabase> {
  throw new Error("not built yet");
}

/** Keeps for later runs what this one downloaded; only on the default branch. */
export async function keepDatabase(_inputs: Inputs["database"], _io: ActionIo): Promise<void> {}
