import { posix } from "node:path";
import { findSection } from "@jessy-actions/versioning/changelog";
import type { PackageFolder } from "@jessy-actions/versioning/package-folder";
import type { Tag } from "@jessy-actions/versioning/tag";
import type { Facts } from "../facts.ts";
import type { Inputs } from "../inputs.ts";
import type { CommitFiles } from "./commit-files.ts";

/**
 * The changelog that the input names; without it the one in the package's folder. A changelog of several packages counts
 * if it has a section that names this one: its other sections describe other products. As the commit has it.
 *
 * @param folder of the working directory, from the top folder; empty for that one.
 */
export async function readChangelog(
  changelog: Inputs["changelog"],
  files: CommitFiles,
  folder: string,
  tag: Tag,
  place: PackageFolder,
): Promise<Facts["changelog"]> {
  if (changelog === "none") return undefined;
  if (changelog !== "auto") {
    const text = await files.readOne(posix.normalize(posix.join(folder, changelog.path)));
    return { path: changelog.path, text, isShared: false };
  }
  const path = (where: string) => posix.join(where, "CHANGELOG.md");
  const own = "folder" in place ? path(place.folder) : undefined;
  if (own !== undefined && files.has(own)) return { path: own, text: await files.readOne(own), isShared: false };
  const shared = path(folder);
  if (tag.prefix === "" || shared === own || !files.has(shared)) return undefined;
  const text = await files.readOne(shared);
  if (text === undefined || findSection(text, tag.version, tag.prefix, true).section === undefined) return undefined;
  return { path: shared, text, isShared: true };
}
