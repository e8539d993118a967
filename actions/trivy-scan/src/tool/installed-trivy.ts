import { createHash } from "node:crypto";
import { mkdirSync, realpathSync } from "node:fs";
import { delimiter, isAbsolute, relative, resolve } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { pickEnvironment } from "@jessy-actions/kit/process/environment";
import { findExecutable } from "@jessy-actions/kit/process/executable";
import { ProcessLimitError, runProcess } from "@jessy-actions/kit/process/process";
import { systemOf } from "@jessy-actions/kit/runner/environment";
import { withFile } from "@jessy-actions/kit/runner/file-content";
import { UserError } from "@jessy-actions/reading/user-error";
import { deniedVersion, INCIDENT } from "./denied.ts";
import type { KnownTrivy } from "./known-trivy.ts";
import type { Tool } from "./tool.ts";

const VERSION_TIME = 60_000;
const VERSION_BYTES = 100_000;

/** Nothing but what any program needs of the machine. */
const NOTHING_ELSE = /^$/;

/**
 * A Trivy that is on the runner already. Its digest is stated and compared with those that must never run, before it is
 * started; nothing else is known of it.
 *
 * @param name a path, relative to the workspace, or a name on the PATH. @param folder of this action's own.
 * @throws UserError
 */
export async function findInstalled(name: string, folder: string, { denied }: KnownTrivy, io: ActionIo): Promise<Tool> {
  const path = findProgram(name, io);
  const sha256 = sha256OfFile(path);
  const what = denied[sha256];
  if (what !== undefined)
    throw new UserError(
      `input \`trivy-path\`: \`${path}\` is ${what}, which is malicious (${INCIDENT}); remove it, and see what it did on this machine`,
    );
  const version = await askVersion(path, folder, io);
  const problem = deniedVersion(version);
  if (problem !== undefined) throw new UserError(`input \`trivy-path\`: \`${path}\`: ${problem}`);
  return { version, path, origin: "installed", sha256 };
}

function findProgram(name: string, io: ActionIo): string {
  const isWindows = systemOf(io.environment) === "Windows";
  const plain = isWindows ? name.replaceAll("\\", "/") : name;
  return realpathSync(plain.includes("/") ? programAt(plain, io) : programOnPath(plain, isWindows, io));
}

function programAt(path: string, { workspace, environment }: ActionIo): string {
  const found = findExecutable(path, { cwd: workspace, environment });
  if ("path" in found) return found.path;
  const reason = found.problem === "EACCES" ? "is not executable" : "is not a file";
  throw new UserError(`input \`trivy-path\`: \`${resolve(workspace, path)}\` ${reason}`);
}

/** A name alone never finds what a pull request brings: not in the workspace, nor in a folder that is relative to it. */
function programOnPath(name: string, isWindows: boolean, { workspace, environment }: ActionIo): string {
  const names = isWindows && !/\.exe$/i.test(name) ? [`${name}.exe`, name] : [name];
  let inWorkspace: string | undefined;
  for (const folder of (environment.PATH ?? "").split(delimiter).filter(isAbsolute))
    for (const each of names) {
      const found = findExecutable(each, { cwd: workspace, environment: { PATH: folder } });
      if (!("path" in found)) continue;
      if (!isInside(workspace, found.path)) return found.path;
      inWorkspace ??= found.path;
    }
  const passedOver =
    inWorkspace === undefined
      ? "install it in an earlier step, or write its path"
      : `\`${inWorkspace}\` is in the workspace, where a pull request could put it: write its path if you mean it`;
  throw new UserError(
    `input \`trivy-path\`: no program \`${name}\` is on the PATH outside of the workspace; ${passedOver}`,
  );
}

/** By where links lead. */
function isInside(folder: string, path: string): boolean {
  const way = relative(realpathSync(folder), realpathSync(path));
  return way !== "" && way.split(/[\\/]/)[0] !== ".." && !isAbsolute(way);
}

function sha256OfFile(path: string): string {
  return withFile(path, (file) => {
    const hash = createHash("sha256");
    for (const chunk of file.chunks()) hash.update(chunk);
    return hash.digest("hex");
  });
}

async function askVersion(path: string, folder: string, { environment }: ActionIo): Promise<string> {
  // A `trivy.yaml` in the working folder would be read.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { exitCode, stdout, stderr } = await runProcess(path, ["--version"], {
    cwd: folder,
    environment: pickEnvironment(environment, NOTHING_ELSE),
    timeout: VERSION_TIME,
    maxOutput: VERSION_BYTES,
  }).catch((error: Error) => {
    const { message } = error instanceof ProcessLimitError ? error : ((error.cause ?? error) as Error);
    throw new UserError(`input \`trivy-path\`: \`${path}\` does not run: ${message}`);
  });
  const version = /^Version: v?(\S{1,100})\s*$/m.exec(stdout.toString())?.[1];
  if (exitCode === 0 && version !== undefined) return version;
  const said = (stderr || stdout.toString()).trim().split("\n")[0]?.slice(0, 200);
  throw new UserError(
    `input \`trivy-path\`: \`${path}\` is not Trivy: \`--version\` ended with exit code ${exitCode} and said ${JSON.stringify(said)}`,
  );
}
