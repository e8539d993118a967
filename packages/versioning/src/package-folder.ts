import { prefixName, type Tag } from "./tag.ts";

/** Folders with other people's projects, or with examples. */
const FOREIGN = /(?:^|\/)(?:node_modules|vendor|third_party|testdata|fixtures)\//;

/** Files that make a folder a package of its own. */
const PACKAGE_FILES = ["Cargo.toml", "package.json", "go.mod", "pyproject.toml", "Chart.yaml", "CHANGELOG.md"];

/** The folder of the package that a tag is of. */
export type PackageFolder =
  /** Relative to where it was searched, with slashes; empty for the repository itself. */
  | { readonly folder: string }
  /** There is none, or there are several. */
  | { readonly problem: string };

/**
 * The one place that decides which folder a tag of a monorepo is of: its manifests, its changelog and its commits all
 * come from there. `x/pkg/v1.2.3` names its folder, as Go asks for. `pkg-v1.2.3` and `@scope/pkg@1.2.3` mean the folder
 * `pkg`, or the only folder of that name further down, such as `packages/pkg` and `crates/pkg`. Pure.
 *
 * @param tracked every path of the commit, relative to where packages are searched.
 */
export function findPackageFolder(tag: Tag, tracked: readonly string[]): PackageFolder {
  if (tag.prefix === "") return { folder: "" };
  const name = prefixName(tag.prefix).replace(/^@[^/]+\//, "");
  const folders = packageFolders(tracked);
  if (folders.has(name)) return { folder: name };
  const named = [...folders].filter((folder) => folder.endsWith(`/${name}`)).sort();
  const [only, ...others] = named;
  if (only === undefined) {
    const files = PACKAGE_FILES.join(", ");
    return { problem: `no folder \`${name}\` with one of ${files} is in this commit` };
  }
  if (others.length === 0) return { folder: only };
  return { problem: `several folders are called \`${name}\`: ${named.slice(0, 5).join(", ")}` };
}

function packageFolders(tracked: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of tracked) {
    const slash = path.lastIndexOf("/");
    if (slash === -1 || !PACKAGE_FILES.includes(path.slice(slash + 1)) || FOREIGN.test(path)) continue;
    folders.add(path.slice(0, slash));
  }
  return folders;
}
