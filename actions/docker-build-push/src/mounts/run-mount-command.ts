import { join } from "node:path";
import { bakeFileText } from "@jessy-actions/images/build/bake-file";
import type { MountCommand } from "@jessy-actions/images/build/cache-mount-commands";
import { copyPrograms } from "@jessy-actions/kit/process/movable-programs";
import { runProcess } from "@jessy-actions/kit/process/process";
import type { Environment } from "@jessy-actions/kit/runner/environment";
import { writePrivateFile } from "@jessy-actions/kit/runner/file-content";
import { dockerCommand, dockerEnvironment } from "../building/docker.ts";
import type { MountsPlanning } from "../planning/plan-mounts.ts";

export interface MountRun {
  readonly workspace: string;
  readonly builder: string;
  readonly environment: Environment;
}

/** Gigabytes to and from a builder on another machine: milliseconds. */
const COPY_TIME = 15 * 60_000;

/** What the stages run. */
const PROGRAMS = ["sh", "tar", "rm"];

/** Packs or unpacks. @throws Error in half a sentence when it does not end well. */
export async function runMountCommand(
  { bakeFile, folders: read }: MountCommand,
  { folders }: MountsPlanning,
  { workspace, builder, environment }: MountRun,
): Promise<void> {
  await copyPrograms(PROGRAMS, folders.tools, { cwd: workspace, environment });
  const file = join(folders.tools, "..", "bake.json");
  writePrivateFile(file, bakeFileText(bakeFile));
  const args = [
    "buildx",
    "bake",
    `--file=${file}`,
    ...(builder === "" ? [] : [`--builder=${builder}`]),
    "--progress=plain",
    ...read.map((folder) => `--allow=fs=${folder}`),
  ];
  const { exitCode, stderr } = await runProcess(...dockerCommand(args, environment), {
    cwd: workspace,
    environment: dockerEnvironment(environment),
    timeout: COPY_TIME,
  });
  if (exitCode === 0) return;
  const [reason] = stderr.split("\n").filter((line) => line.startsWith("ERROR"));
  throw new Error(reason?.replace(/^ERROR: /, "") ?? `docker buildx ended with exit code ${exitCode}`);
}
