import type { ActionIo } from "@jessy-actions/kit/action/io";
import { quote } from "@jessy-actions/kit/runner/inputs";
import { UserError } from "@jessy-actions/reading/user-error";
import { isTrackedFolder } from "../tracked-file.ts";
import type { CratesIndex } from "./crates-index.ts";

/**
 * The index of crates.io from where the input says.
 *
 * @param location an address, or a folder relative to the workspace. @param files tracked in the workspace.
 * @throws UserError when nothing there is an index.
 */
export async function openIndex(location: string, files: readonly string[], io: ActionIo): Promise<CratesIndex> {
  if (/^[a-z][a-z0-9+]+:\/\//i.test(location)) return (await import("./sparse-index.ts")).openSparseIndex(location, io);
  if (isTrackedFolder(location, io.workspace, files))
    throw new UserError(
      `input \`crates-index\`: ${quote(location)} is tracked by git, so a change could say that nothing was yanked; fetch it in an earlier step`,
    );
  return (await import("./index-folder.ts")).openIndexFolder(location, io);
}
