import { posix } from "node:path";
import { packageFolder, type Tag } from "@jessy-actions/versioning/tag";
import type { Facts } from "../facts.ts";
import type { Inputs } from "../inputs.ts";
import type { CommitFiles } from "./commit-files.ts";

/**
 * The changelog that the input names; without it the one of the tag's package, or else the repository's. As the commit has it.
 *
 * @param folder of the working directory, from the top folder; empty for that one.
 */
export async function readChangelog(
  changelog: Inputs["changelog"],
  files: CommitFiles,
  folder: string,
  tag: Tag,
): Promise<Facts["changelog"]> {
  if (changelog === "none") return undefined;
  const inRepository = (path: string) => posix.normalize(posix.join(folder, path));
  if (changelog !== "auto") return { path: changelog.path, text: await files.readOne(inRepository(changelog.path)) };
  const own = tag.prefix === "" ? [] : [`${packageFolder(tag)}/CHANGELOG.md`];
  const path = [...own, "CHANGELOG.md"].find((each) => files.has(inRepository(each)));
  return path === undefined ? undefined : { path, text: await files.readOne(inRepository(path)) };
}
