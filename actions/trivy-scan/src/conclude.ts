import type { ActionIo } from "@jessy-actions/kit/action/io";
import { keepDatabase } from "./database/prepare-database.ts";
import type { Facts } from "./facts.ts";
import type { Inputs } from "./inputs.ts";

/** Keeps the databases for later runs. */
export async function conclude({ database }: Inputs, _facts: Facts, io: ActionIo): Promise<void> {
  await keepDatabase(database, io);
}
