import { chmodSync } from "node:fs";
import { basename, join } from "node:path";
import { copyFile } from "../runner/file-content.ts";
import { pickEnvironment } from "./environment.ts";
import { findExecutable } from "./executable.ts";
import { type ProcessOptions, runProcess } from "./process.ts";

/** What a program of this machine is linked with. */
export interface LinkedFiles {
  /** The program that starts it. */
  readonly loader: string;
  /** By the names that the program knows them by. */
  readonly libraries: ReadonlyMap<string, string>;
}

/** Milliseconds for what takes some. */
const ANSWER_TIME = 30_000;

/**
 * Copies programs of this machine with all that they need to start where there is nothing else, such as an empty image:
 * `ld.so --library-path lib PROGRAM`. That takes programs that are linked dynamically, as those of Debian and Alpine are.
 *
 * @param names on the PATH. @throws Error in half a sentence that names the program, or as the file system has it.
 */
export async function copyPrograms(
  names: readonly string[],
  folder: string,
  options: Pick<ProcessOptions, "cwd" | "environment">,
): Promise<void> {
  const environment = { ...pickEnvironment(options.environment, /^$/), LC_ALL: "C" };
  for (const name of names) {
    const found = findExecutable(name, options);
    if ("problem" in found) throw new Error(`this runner has no \`${name}\``);
    const asked = await runProcess("ldd", [found.path], { ...options, environment, timeout: ANSWER_TIME });
    const linked = readLinkedFiles(asked.stdout.toString());
    if (linked === undefined) throw new Error(`\`${name}\` of this runner cannot be moved: it is linked statically`);
    const files: readonly (readonly [from: string, to: string])[] = [
      [found.path, name],
      [linked.loader, "ld.so"],
      ...[...linked.libraries].map(([library, path]) => [path, join("lib", library)] as const),
    ];
    for (const [from, to] of files) {
      copyFile(from, join(folder, to));
      chmodSync(join(folder, to), 0o755);
    }
  }
}

/**
 * Reads what `ldd` says: `libc.so.6 => /lib/libc.so.6 (0x…)`, and the loader as a path alone.
 *
 * @returns undefined of a program that needs no loader, or another format.
 */
export function readLinkedFiles(text: string): LinkedFiles | undefined {
  const libraries = new Map<string, string>();
  let loader: string | undefined;
  for (const [, name = "", path] of text.matchAll(/^\s*(\S+)(?: => (\/\S+))? \(0x[0-9a-f]+\)$/gm)) {
    // The kernel's own `linux-vdso.so.1` is no file.
    if (name.startsWith("/")) loader ??= path ?? name;
    else if (path !== undefined) libraries.set(basename(name), path);
  }
  return loader === undefined ? undefined : { loader, libraries };
}
