import { accessSync, constants, existsSync, statSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";

/** Where a program without PATH is looked for (confstr's _CS_PATH). */
const DEFAULT_PATH = "/bin:/usr/bin";

/**
 * Finds a program as `execvp` would: a name with a slash below the working directory, any other along the PATH that the
 * program itself gets.
 *
 * @returns its absolute path, or why it cannot be started.
 */
export function findExecutable(
  program: string,
  { cwd, environment }: { readonly cwd: string; readonly environment: Readonly<Record<string, string | undefined>> },
): { readonly path: string } | { readonly problem: "ENOENT" | "EACCES" } {
  const candidates = program.includes("/")
    ? [resolve(cwd, program)]
    : (environment.PATH ?? DEFAULT_PATH).split(delimiter).map((folder) => join(resolve(cwd, folder), program));
  let problem: "ENOENT" | "EACCES" = "ENOENT";
  for (const path of program === "" ? [] : candidates) {
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) continue;
    try {
      accessSync(path, constants.X_OK);
      return { path };
    } catch {
      problem = "EACCES";
    }
  }
  return { problem };
}

/** Why a program cannot be started in a directory that is not there: Node's own error only speaks of the program. */
export function missingDirectory(cwd: string): Error | undefined {
  if (existsSync(cwd)) return undefined;
  return Object.assign(new Error(`${cwd} does not exist`), { code: "ENOENT", path: cwd });
}
