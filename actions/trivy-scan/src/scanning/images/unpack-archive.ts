import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { LAYOUT_FILE, LAYOUT_INDEX } from "@jessy-actions/images/oci/layout";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { pickEnvironment } from "@jessy-actions/kit/process/environment";
import { runProcess } from "@jessy-actions/kit/process/process";
import { ReportError } from "@jessy-actions/reading/report-error";

const NOTHING = /^$/;

/**
 * Unpacks an archive that is an OCI layout: buildx writes such ones, and so does `docker image save` of an engine with
 * containerd's store. Trivy reads of these one platform at most.
 *
 * @param folder the layout, absolute; it may not exist yet
 * @returns whether it is one: anything else is for Trivy to read
 * @throws ReportError in tar's words
 */
export async function unpackLayout(path: string, folder: string, timeout: number, io: ActionIo): Promise<boolean> {
  const options = { cwd: tmpdir(), environment: pickEnvironment(io.environment, NOTHING), timeout };
  const listing = await runProcess("tar", ["-tf", path], { ...options, maxOutput: 50_000_000 }).catch(() => undefined);
  if (listing?.exitCode !== 0) return false;
  const names = listing.stdout.toString().split(/\r?\n/);
  const index = names.find((name) => name.replace(/^\.\//, "") === LAYOUT_INDEX);
  const mark = names.find((name) => name.replace(/^\.\//, "") === LAYOUT_FILE);
  if (index === undefined || mark === undefined) return false;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const blobs = join(dirname(index), "blobs");
  const wanted = [mark, index, index.startsWith("./") ? `./${blobs}` : blobs];
  const { exitCode, stderr } = await runProcess("tar", ["-xf", path, "-C", folder, "--", ...wanted], options);
  if (exitCode !== 0)
    throw new ReportError(`cannot be unpacked: ${stderr.split("\n").at(-1) || `tar ended with exit code ${exitCode}`}`);
  return true;
}
