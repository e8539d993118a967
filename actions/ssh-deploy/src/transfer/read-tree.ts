import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readlinkSync, realpathSync, statSync } from "node:fs";
import { join, posix, sep } from "node:path";
import type { ReleaseFile } from "@jessy-actions/deployment/releases/manifest";
import { withFile } from "@jessy-actions/kit/runner/file-content";
import { named } from "@jessy-actions/kit/runner/file-error";
import { pathFilter } from "@jessy-actions/reading/globs";
import { UserError, UserErrors } from "@jessy-actions/reading/user-error";

export interface Tree {
  /** The folder that all names are below, absolute. */
  readonly root: string;
  readonly files: readonly TreeFile[];
  readonly folders: readonly string[];
  readonly links: readonly { readonly name: string; readonly target: string }[];
  readonly bytes: number;
}

export interface TreeFile extends ReleaseFile {
  /** Seconds since 1970. */
  readonly mtime: number;
}

/** More problems of one kind than anybody reads. */
const MAX_PROBLEMS = 10;

/**
 * Reads what is below a folder: names, sizes, hashes. Left out are the folder `.git`, which may hold a token, and what `exclude`
 * matches: files, or folders with all that is in them. Modes become 755 or 644.
 *
 * @param root absolute
 * @throws UserErrors for what no release can hold: no folder, no files at all, links that lead out of the tree, sockets and devices.
 */
export function readTree(root: string, exclude: readonly string[], source: string): Tree {
  const isExcluded = pathFilter(exclude);
  const files: TreeFile[] = [];
  const folders: string[] = [];
  const links: { name: string; target: string }[] = [];
  const problems: string[] = [];
  /** @returns whether anything in the folder is part of the release. */
  const walk = (folder: string): boolean => {
    let isEmpty = true;
    const names = readNames(diskPath(root, folder));
    for (const own of names) {
      const name = folder === "" ? own : `${folder}/${own}`;
      if (name === ".git" || isExcluded(shownName(name))) continue;
      const path = diskPath(root, name);
      const stats = lstatSync(path);
      if (stats.isDirectory()) {
        const at = folders.push(name) - 1;
        if (!walk(name)) {
          folders.splice(at, 1);
          continue;
        }
      } else if (stats.isSymbolicLink()) {
        const target = readlinkSync(path, "buffer").toString("latin1");
        const problem = linkProblem(root, name, target);
        if (problem !== undefined) problems.push(`\`${shownName(name)}\` ${problem}`);
        links.push({ name, target });
      } else if (stats.isFile()) {
        const mode = (stats.mode & 0o111) === 0 ? "644" : "755";
        files.push({ name, mode, mtime: Math.floor(stats.mtimeMs / 1000), ...contentOf(path) });
      } else
        problems.push(`\`${shownName(name)}\` is neither a file, a folder nor a link; leave it out by \`exclude\``);
      isEmpty = false;
    }
    return !isEmpty || names.length === 0;
  };
  const stats = statSync(root, { throwIfNoEntry: false });
  if (!stats?.isDirectory())
    throw new UserError(
      `input \`source\` is \`${source}\`, which is ${stats === undefined ? "not in the workspace; is it built before this step?" : "not a folder; write the folder that it is in"}`,
    );
  walk("");
  if (files.length === 0)
    problems.push(
      `has no files to deploy${exclude.length > 0 ? " that `exclude` does not match" : ""}; is it built before this step?`,
    );
  if (problems.length > 0)
    throw new UserErrors(problems.slice(0, MAX_PROBLEMS).map((problem) => `\`source\` (\`${source}\`): ${problem}`));
  return { root, files, folders, links, bytes: files.reduce((total, { size }) => total + size, 0) };
}

/** One file as part of a release, with the mode that it gets there. @throws an error of the system that names it */
export function readTreeFile(root: string, name: string, mode: ReleaseFile["mode"]): TreeFile {
  const path = diskPath(root, name);
  const { mtimeMs } = lstatSync(path);
  return { name, mode, mtime: Math.floor(mtimeMs / 1000), ...contentOf(path) };
}

/** Names are bytes: see `ReleaseFile`. */
export const diskPath = (root: string, name: string): Buffer =>
  Buffer.concat([Buffer.from(root + sep), Buffer.from(name, "latin1")]);

/** For people and patterns. */
export const shownName = (name: string): string => Buffer.from(name, "latin1").toString();

function readNames(folder: Buffer): readonly string[] {
  return readdirSync(folder, "buffer")
    .map((name) => name.toString("latin1"))
    .sort();
}

function contentOf(path: Buffer | string): { readonly size: number; readonly hash: string } {
  return withFile(path, (file) => {
    const hash = createHash("sha256");
    let size = 0;
    for (const chunk of file.chunks()) {
      hash.update(chunk);
      size += chunk.length;
    }
    return { size, hash: hash.digest("hex") };
  });
}

function linkProblem(root: string, name: string, target: string): string | undefined {
  const advice = "a release has its own links alone; write a relative one within it, or leave it out by `exclude`";
  const shown = shownName(target);
  if (target.startsWith("/")) return `leads to \`${shown}\`, which is absolute; ${advice}`;
  const resolved = posix.normalize(posix.join(posix.dirname(name), target));
  if (resolved === ".." || resolved.startsWith("../")) return `leads out of the release, to \`${shown}\`; ${advice}`;
  // By way of another link it may lead out all the same.
  const real = realPath(diskPath(root, name));
  const top = realpathSync.native(root);
  if (real !== undefined && real !== top && !real.startsWith(join(top, sep)))
    return `leads out of the release, to \`${real}\`; ${advice}`;
  return undefined;
}

/** Undefined where a link leads nowhere yet: to what is shared, for example. */
function realPath(path: Buffer): string | undefined {
  try {
    // Node's own takes `..` after a link for the folder that the link stands in.
    return realpathSync.native(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw named(error, shownName(path.toString("latin1")));
  }
}
