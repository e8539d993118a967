import { lstatSync, readFileSync } from "node:fs";
import { UserError } from "@jessy-actions/reading/user-error";

/**
 * A file out of another run's artifact, whole. Anybody can make one: a link in it could lead to a secret of this privileged run, and a file without end
 * would fill the memory.
 *
 * @param shown how messages call it.
 * @throws UserError when it does not exist, is not a regular file, or is too large.
 */
export function readArtifactFile(path: string, shown: string, maxBytes: number): Buffer {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined)
    throw new UserError(`${shown} is not there; download the artifact with the result file first`);
  if (!stat.isFile()) throw new UserError(`${shown} is not a regular file`);
  if (stat.size > maxBytes) throw new UserError(`${shown} has ${stat.size} bytes, more than a result has`);
  return readFileSync(path);
}
