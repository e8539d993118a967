import { pathFilter } from "@jessy-actions/reading/globs";
import { folderOf } from "@jessy-actions/versioning/manifests/manifest";
import { packageFolder, type Tag } from "@jessy-actions/versioning/tag";
import { READ_FILE_NAMES, readManifests, VERSION_FILE_NAMES } from "@jessy-actions/versioning/version-files";
import type { VersionFileFacts } from "../facts.ts";
import type { CommitFiles } from "./commit-files.ts";

/** Folders with manifests of other projects, or with examples. */
const FOREIGN = /(?:^|\/)(?:node_modules|vendor|third_party|testdata|fixtures)\//;

/**
 * Reads the manifests that a tag is compared with, and the lock files and workspaces beside them, as the commit has them.
 *
 * @param folder of the working directory; empty for the root
 */
export async function readVersionFiles(
  commit: CommitFiles,
  folder: string,
  tag: Tag,
  wanted: "auto" | readonly string[],
): Promise<VersionFileFacts> {
  const tracked = commit.paths;
  const isNamed = (names: readonly string[], path: string) => names.includes(path.slice(path.lastIndexOf("/") + 1));
  const manifests = tracked.filter((path) => isNamed(VERSION_FILE_NAMES, path));
  const files = await commit.read(tracked.filter((path) => isNamed(READ_FILE_NAMES, path) && !FOREIGN.test(path)));
  if (wanted === "auto") {
    const { paths, searched } = usualManifests(manifests, folder, tag);
    return { readings: await readManifests(paths, files), unmatched: [], searched };
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

/**
 * Where a tag's manifests usually are: at the top for the repository's own tags; in the folder `x/pkg` for `x/pkg/v1.2.3`; in the folder `pkg`,
 * or else in every folder of that name, for `pkg-v1.2.3`.
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
