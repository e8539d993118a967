import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { Inputs } from "../inputs.ts";
import type { Advisories } from "./audit.ts";

/**
 * The advisory database of RustSec, the index of crates.io and the files of govulncheck, as far as a run needs them.
 *
 * @param files tracked in the workspace. @throws UserError when a database that is needed cannot be had.
 */
export async function openAdvisories(
  _inputs: Inputs["advisories"],
  _files: readonly string[],
  _io: ActionIo,
): Promise<Advisories> {
  throw new Error("not built yet");
}
