import type { ActionIo } from "@jessy-actions/kit/action/io";
import { count } from "@jessy-actions/kit/report/quantity";
import { quote } from "@jessy-actions/kit/runner/inputs";
import { UserError } from "@jessy-actions/reading/user-error";
import type { Inputs } from "../../inputs.ts";
import { isTrackedFolder } from "../tracked-file.ts";
import { openAdvisoryArchive } from "./advisory-archive.ts";
import { openAdvisoryFolder } from "./advisory-folder.ts";
import { dayOf } from "./age.ts";
import { RUSTSEC, type RustSecDatabase } from "./rustsec-database.ts";

/**
 * RustSec's advisory database, from where the inputs say.
 *
 * @param files tracked in the workspace. @throws UserError when there is none that can be used.
 */
export async function openRustSec(
  inputs: Inputs["advisories"],
  files: readonly string[],
  io: ActionIo,
): Promise<RustSecDatabase> {
  const { commit, folder } = inputs;
  // A branch or a short hash is another commit tomorrow.
  if (commit !== undefined && !/^[0-9a-f]{40}$/.test(commit))
    throw new UserError(
      `input \`rustsec-commit\` is ${quote(commit)}; write all 40 hexadecimal digits of a commit of RustSec/advisory-db`,
    );
  if (folder !== undefined && isTrackedFolder(folder, io.workspace, files))
    throw new UserError(
      `input \`rustsec-folder\`: ${quote(folder)} is tracked by git, so a change could take advisories out of it; clone RustSec/advisory-db in an earlier step`,
    );
  const opened =
    folder === undefined ? await openAdvisoryArchive(inputs, io) : await openAdvisoryFolder(folder, inputs, io);
  const { advisories, about } = opened;
  const version = about.version === null ? "" : `, commit ${about.version.slice(0, 12)}`;
  const date = about.updatedAt === null ? "" : ` of ${dayOf(about.updatedAt)}`;
  io.log.info(`${RUSTSEC}: ${count(advisories.size)} advisories${version}${date}, from ${about.origin}`);
  return opened;
}
