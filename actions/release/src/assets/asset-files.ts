import { createHash } from "node:crypto";
import { createReadStream, realpathSync, statSync } from "node:fs";
import { isAbsolute, relative, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { shownPath } from "@jessy-actions/kit/report/shown-path";
import { named } from "@jessy-actions/kit/runner/file-error";
import { quote } from "@jessy-actions/kit/runner/inputs";
import type { AssetLine } from "@jessy-actions/versioning/asset-name";
import { namesOf } from "./hard-links.ts";

/** A file that becomes an asset. */
export interface AssetFile {
  /** From the workspace. */
  readonly path: string;
  /** As messages show it. */
  readonly shown: string;
  /** The name that the input gives it; undefined for its own. */
  readonly name: string | undefined;
  readonly size: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
}

/** GitHub takes files below 2 GiB ("less than 2 GiB"; one of exactly that size gets status 500). */
export const MAX_ASSET_BYTES = 2 * 1024 ** 3 - 1;

export interface FoundFiles {
  readonly files: readonly AssetFile[];
  readonly problems: readonly string[];
}

/**
 * Finds the files that the lines of the input ask for, measured and hashed, in the order of the lines. A file that several lines match counts
 * once, with the name that one of them gives it.
 */
export async function findAssetFiles(
  lines: readonly AssetLine[],
  excluded: readonly string[],
  directory: string,
  workspace: string,
): Promise<FoundFiles> {
  const problems: string[] = [];
  const names = new Map<string, string | undefined>();
  for (const { pattern, name } of lines) {
    const found = await expand(pattern, excluded, directory);
    if (found.length === 0) problems.push(`${quote(pattern)} finds no file in ${directory}; was everything built?`);
    if (found.length > 1 && name !== undefined) {
      problems.push(`${quote(pattern)} finds ${found.length} files, and all of them would be called ${quote(name)}`);
      continue;
    }
    for (const path of found.sort()) names.set(path, name ?? names.get(path));
  }
  const files: AssetFile[] = [];
  const root = realpathSync(workspace);
  for (const [path, name] of names) {
    const problem = fileProblem(path, root);
    const shown = shownPath(path, directory);
    if (problem !== undefined) problems.push(`${quote(shown)} ${problem}`);
    else files.push({ path: relative(workspace, path), shown, name, ...(await measure(path)) });
  }
  return { files, problems };
}

/** Takes a pattern that matches nothing as a literal path: names may hold brackets. */
async function expand(pattern: string, excluded: readonly string[], directory: string): Promise<string[]> {
  const options = { cwd: directory, absolute: true, dot: true, onlyFiles: true, ignore: ["**/.git/**", ...excluded] };
  // Not above: a wrong input should not pay for loading it.
  const { glob } = await import("tinyglobby");
  const found = await glob(pattern, options);
  if (found.length > 0 || !/[[\](){}]/.test(pattern)) return found;
  return glob(pattern.replace(/[[\](){}]/g, "\\$&"), options);
}

function fileProblem(path: string, root: string): string | undefined {
  const target = realpathSync(path);
  const inside = relative(root, target);
  if (inside.startsWith("..") || isAbsolute(inside))
    return "is a link that leads out of the workspace; copy the file into it";
  if (isOfGit(inside)) return "is a link to a file of `.git`, which may hold credentials";
  const stat = statSync(target);
  const names = stat.nlink > 1 ? namesOf(target, stat, root) : [];
  if (names.some((name) => isOfGit(relative(root, name))))
    return "is a hard link to a file of `.git`, which may hold credentials";
  if (stat.nlink > 1 && names.length < stat.nlink)
    return "is a hard link to a file outside of the workspace, which may be anything; copy the file (`cp --no-preserve=links`)";
  const { size } = stat;
  // GitHub answers such an upload with "Bad Content-Length".
  if (size === 0) return "is empty, and GitHub takes no empty asset; did the build fail?";
  if (size > MAX_ASSET_BYTES) return `has ${size} bytes; an asset has less than 2 GiB (${MAX_ASSET_BYTES + 1} bytes)`;
  return undefined;
}

const isOfGit = (path: string) => path.split(sep).includes(".git");

async function measure(path: string): Promise<{ readonly size: number; readonly sha256: string }> {
  const hash = createHash("sha256");
  let size = 0;
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      size += chunk.length;
      hash.update(chunk);
    }
  }).catch((error: unknown) => {
    throw named(error, path);
  });
  return { size, sha256: hash.digest("hex") };
}
