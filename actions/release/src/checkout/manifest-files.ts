import { pathFilter } from "@jessy-actions/reading/globs";
import { folderOf } from "@jessy-actions/versioning/manifests/manifest";
import { FOREIGN_FOLDER, type PackageFolder } from "@jessy-actions/versioning/package-folder";
import { READ_FILE_NAMES, readManifests, VERSION_FILE_NAMES } from "@jessy-actions/versioning/version-files";
import type { VersionFileFacts } from "../facts.ts";
import type { CommitFiles } from "./commit-files.ts";

/**
 * Reads the manifests that a tag is compared with, and the lock files and workspaces beside them, as the commit has them.
 *
 * @param folder of the working directory; empty for the root
 * @param place where the manifests of the tag's package are, for `auto`
 */
export async function readVersionFiles(
  commit: CommitFiles,
  folder: string,
  place: PackageFolder,
  wanted: "auto" | readonly string[],
): Promise<VersionFileFacts> {
  const tracked = commit.paths;
  const isNamed = (names: readonly string[], path: string) => names.includes(path.slice(path.lastIndexOf("/") + 1));
  const manifests = tracked.filter((path) => isNamed(VERSION_FILE_NAMES, path));
  const files = await commit.read(
    tracked.filter((path) => isNamed(READ_FILE_NAMES, path) && !FOREIGN_FOLDER.test(path)),
  );
  if (wanted === "auto") {
    if ("problem" in place) return { readings: [], unmatched: [], searched: place };
    const paths = manifests.filter((path) => folderOf(path) === place.folder);
    return { readings: await readManifests(paths, files), unmatched: [], searched: place };
  }
  const inFolder = folder === "" ? "" : `${folder}/`;
  const paths = new Set<string>();
  const unmatched: string[] = [];
  const excluded = wanted.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
  const isExcluded = pathFilter(excluded);
  for (const pattern of wanted.filter((each) => !each.startsWith("!"))) {
    // A path means the file in that place, though a pattern without a slash matches in every folder.
    const matches = /[*?[{]/.test(pattern) ? pathFilter([pattern]) : (path: string) => path === pattern;
    const found = tracked.filter((path) => path.startsWith(inFolder) && matches(path.slice(inFolder.length)));
    const kept = found.filter((path) => !isExcluded(path.slice(inFolder.length)));
    if (kept.length === 0) unmatched.push(pattern);
    for (const path of kept) paths.add(path);
  }
  for (const [path, text] of await commit.read([...paths].filter((each) => !files.has(each)))) files.set(path, text);
  return { readings: await readManifests([...paths], files), unmatched, searched: undefined };
}
