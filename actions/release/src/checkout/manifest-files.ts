import { join } from "node:path";
import { pathFilter } from "@jessy-actions/reading/globs";
import { folderOf } from "@jessy-actions/versioning/manifests/manifest";
import { packageFolder, type Tag } from "@jessy-actions/versioning/tag";
import { READ_FILE_NAMES, VERSION_FILE_NAMES } from "@jessy-actions/versioning/version-files";
import type { VersionFileFacts } from "../facts.ts";
import { readText } from "./text-file.ts";

/** Folders whose manifests are other people's, or examples. */
const FOREIGN = /(?:^|\/)(?:node_modules|vendor|third_party|testdata|fixtures)\//;

/**
 * Reads the manifests that a tag is compared with, and the lock files and workspaces beside them, from the work tree.
 *
 * @param tracked every tracked path, from the repository's root; @param folder of the working directory, `` for the root
 */
export function readManifests(
  root: string,
  tracked: readonly string[],
  folder: string,
  tag: Tag,
  wanted: "auto" | readonly string[],
): VersionFileFacts {
  const isNamed = (names: readonly string[], path: string) => names.includes(path.slice(path.lastIndexOf("/") + 1));
  const manifests = tracked.filter((path) => isNamed(VERSION_FILE_NAMES, path));
  const files = new Map<string, string>();
  for (const path of tracked) {
    if (!isNamed(READ_FILE_NAMES, path) || FOREIGN.test(path)) continue;
    const text = readText(join(root, path));
    if (text !== undefined) files.set(path, text);
  }
  if (wanted === "auto") return { ...usualManifests(manifests, folder, tag), files, unmatched: [] };
  const inFolder = folder === "" ? "" : `${folder}/`;
  const paths = new Set<string>();
  const unmatched: string[] = [];
  const excluded = wanted.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
  const isExcluded = pathFilter(excluded);
  for (const pattern of wanted.filter((each) => !each.startsWith("!"))) {
    // A path means the file in that place alone, though a pattern without a slash would match in every folder.
    const matches = /[*?[{]/.test(pattern) ? pathFilter([pattern]) : (path: string) => path === pattern;
    const found = tracked.filter((path) => path.startsWith(inFolder) && matches(path.slice(inFolder.length)));
    const kept = found.filter((path) => !isExcluded(path.slice(inFolder.length)));
    if (kept.length === 0) unmatched.push(pattern);
    for (const path of kept) paths.add(path);
  }
  for (const path of paths) {
    const text = files.has(path) ? undefined : readText(join(root, path));
    if (text !== undefined) files.set(path, text);
  }
  return { paths: [...paths], files, unmatched, searched: undefined };
}

/**
 * The manifests at the top for the repository's own tags; for `x/pkg/v1.2.3` those of the folder `x/pkg`, for `pkg-v1.2.3` those of the folder `pkg`, or else
 * of every folder of that name.
 */
function usualManifests(
  manifests: readonly string[],
  folder: string,
  tag: Tag,
): { readonly paths: readonly string[]; readonly searched: string } {
  const inFolder = (where: string) => manifests.filter((path) => folderOf(path) === where);
  if (tag.prefix === "") return { paths: inFolder(folder), searched: folder === "" ? "the top folder" : folder };
  const name = packageFolder(tag);
  const exact = inFolder(name);
  if (exact.length > 0 || name.includes("/")) return { paths: exact, searched: name };
  const named = manifests.filter((path) => folderOf(path).endsWith(`/${name}`) && !FOREIGN.test(path));
  return { paths: named, searched: `folders named ${name}` };
}
