import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { CratesIndex } from "./crates-index.ts";

/**
 * The index of crates.io from where the input says.
 *
 * @param location an address, or a folder relative to the workspace. @throws UserError when nothing there is an index.
 */
export async function openIndex(location: string, io: ActionIo): Promise<CratesIndex> {
  if (!/^[a-z][a-z0-9+]+:\/\//i.test(location))
    return (await import("./index-folder.ts")).openIndexFolder(location, io);
  return (await import("./sparse-index.ts")).openSparseIndex(location, io);
}
