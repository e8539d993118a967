import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from "node:fs";
import { tmpdir } from "node:os";
import { isAbsolute, join, parse, relative, sep } from "node:path";
import { UserError } from "@jessy-actions/reading/user-error";
import { namingPath } from "../runner/file-error.ts";
import type { ActionIo } from "./io.ts";

/**
 * A file out of another run's artifact, whole. Anybody can make one: a link in it could lead to a secret of this
 * privileged run, and a file without end would fill the memory.
 *
 * @param path absolute.
 * @param shown how messages call it.
 * @param places folders that may themselves be behind links (of the runner, `/tmp`); no other part of the path may be.
 * @throws UserError when it is not there, not a regular file, behind a link, or too large.
 */
export function readArtifactFile(path: string, shown: string, maxBytes: number, places: readonly string[]): Buffer {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined)
    throw new UserError(`${shown} is not there; download the artifact with the result file first`);
  const link = findLink(path, places);
  if (link === path) throw new UserError(`${shown} is not a regular file`);
  if (link !== undefined)
    throw new UserError(`${shown} is behind ${link}, which is a link; an artifact may lead nowhere else`);
  return readRegularFile(path, shown, maxBytes);
}

/** Where artifacts lie: the folders of the runner, which may themselves be behind links. */
export function artifactPlaces({ workspace, environment }: Pick<ActionIo, "workspace" | "environment">): string[] {
  return [workspace, environment.RUNNER_TEMP ?? "", tmpdir()].filter((place) => place !== "");
}

/** The first part of a path, from above, that is a link. */
function findLink(path: string, places: readonly string[]): string | undefined {
  let at = places.filter((place) => isBelow(path, place)).sort((a, b) => b.length - a.length)[0] ?? parse(path).root;
  for (const part of relative(at, path).split(sep)) {
    at = join(at, part);
    if (lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink() === true) return at;
  }
  return undefined;
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** What is checked is what is read: the file may be exchanged in between. */
function readRegularFile(path: string, shown: string, maxBytes: number): Buffer {
  let descriptor: number;
  try {
    // Without O_NONBLOCK, opening a pipe waits for somebody who writes.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    throw new UserError(`${shown} cannot be read: ${(error as Error).message}`, { cause: error });
  }
  return namingPath(path, () => readDescriptor(descriptor, shown, maxBytes));
}

function readDescriptor(descriptor: number, shown: string, maxBytes: number): Buffer {
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) throw new UserError(`${shown} is not a regular file`);
    if (stat.size > maxBytes) throw new UserError(`${shown} has ${stat.size} bytes, more than a result has`);
    const bytes = Buffer.alloc(stat.size);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(descriptor, bytes, length, bytes.length - length, length);
    return bytes.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}
