import { tmpdir } from "node:os";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { pickEnvironment } from "@jessy-actions/kit/process/environment";
import { ProcessLimitError, runProcess } from "@jessy-actions/kit/process/process";

/** Milliseconds. */
const LOOK_UP = 30_000;

/** What Docker's client reads. */
const OF_DOCKER = /^DOCKER_[A-Z_]+$/;

/**
 * Whether the local Docker engine has an image. @returns its id, or undefined where it has none, or where there is no
 * engine: the registry is asked then.
 */
export async function findLocalImage(reference: string, io: ActionIo): Promise<string | undefined> {
  const args = ["image", "inspect", "--format", "{{.Id}}", "--", reference];
  const options = { cwd: tmpdir(), environment: pickEnvironment(io.environment, OF_DOCKER), timeout: LOOK_UP };
  const result = await runProcess("docker", args, { ...options, maxOutput: 10_000 }).catch((error: unknown) => {
    if (error instanceof ProcessLimitError)
      io.log.info(`docker does not answer, so the registry is asked: ${error.message}`);
    return undefined;
  });
  const id = result?.exitCode === 0 ? result.stdout.toString().trim() : "";
  return /^sha256:[0-9a-f]{64}$/.test(id) ? id : undefined;
}

/** Saves an image into a tar archive. @param id as it was found: a tag may have moved. @returns what went wrong, as docker says it. */
export async function saveLocalImage(
  id: string,
  path: string,
  timeout: number,
  io: ActionIo,
): Promise<string | undefined> {
  const environment = pickEnvironment(io.environment, OF_DOCKER);
  const options = { cwd: tmpdir(), environment, timeout };
  const { exitCode, stderr } = await runProcess("docker", ["image", "save", "--output", path, "--", id], options);
  return exitCode === 0 ? undefined : stderr.split("\n").at(-1) || `docker ended with exit code ${exitCode}`;
}
