import { packageName, type Tag } from "./tag.ts";
import { VERSION_FILE_NAMES } from "./version-files.ts";

/** Folders with other people's projects, or with examples. */
export const FOREIGN_FOLDER = /(?:^|\/)(?:node_modules|vendor|third_party|testdata|fixtures)\//;

/** Files that make a folder a package of its own. */
const PACKAGE_FILES: readonly string[] = [...VERSION_FILE_NAMES, "CHANGELOG.md"];

/** Folders are named up to this number. */
const MAX_NAMED = 5;

/** The folder of the package that a tag is of. */
export type PackageFolder =
  /** From the top folder, with slashes; empty for that one. */
  | { readonly folder: string }
  /** There is none, or there are several. */
  | { readonly problem: string; readonly isAmbiguous: boolean };

/**
 * The one place that decides which folder a tag of a monorepo is of: its manifests, its changelog and its commits all
 * come from there. `x/pkg/v1.2.3` names its folder, as Go asks for. `pkg-v1.2.3` and `@scope/pkg@1.2.3` mean the folder
 * `pkg`, or the only folder of that name further down, such as `packages/pkg` and `crates/pkg`. Pure.
 *
 * @param tracked every path of the commit, from the top folder.
 * @param within the working directory, where packages are searched. It is the package itself if it is one of that name,
 * or if it is not the top folder and has no such package.
 */
export function findPackageFolder(tag: Tag, tracked: readonly string[], within = ""): PackageFolder {
  if (tag.prefix === "") return { folder: within };
  const name = packageName(tag);
  const base = within === "" ? "" : `${within}/`;
  const folders = packageFolders(tracked.filter((path) => path.startsWith(base)));
  if (folders.has(within) && `/${within}`.endsWith(`/${name}`)) return { folder: within };
  if (folders.has(`${base}${name}`)) return { folder: `${base}${name}` };
  const named = [...folders].filter((folder) => folder.endsWith(`/${name}`)).sort();
  const [only, ...others] = named;
  if (only === undefined) {
    if (within !== "") return { folder: within };
    const files = PACKAGE_FILES.join(", ");
    return { problem: `there is no folder \`${name}\` with one of ${files}`, isAmbiguous: false };
  }
  if (others.length === 0) return { folder: only };
  const list = named.slice(0, MAX_NAMED).map((folder) => `\`${folder}\``);
  if (named.length > MAX_NAMED) list.push(`and ${named.length - MAX_NAMED} more`);
  return { problem: `several folders are called \`${name}\`: ${list.join(", ")}`, isAmbiguous: true };
}

function packageFolders(tracked: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of tracked) {
    const slash = path.lastIndexOf("/");
    if (slash === -1 || !PACKAGE_FILES.includes(path.slice(slash + 1)) || FOREIGN_FOLDER.test(path)) continue;
    folders.add(path.slice(0, slash));
  }
  return folders;
}
