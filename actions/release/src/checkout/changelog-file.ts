import { existsSync } from "node:fs";
import { join } from "node:path";
import { packageFolder, type Tag } from "@jessy-actions/versioning/tag";
import type { Facts } from "../facts.ts";
import type { Inputs } from "../inputs.ts";
import { readText } from "./text-file.ts";

/** The changelog that the input names; without it the one of the tag's package, or else the repository's. */
export function readChangelog(changelog: Inputs["changelog"], directory: string, tag: Tag): Facts["changelog"] {
  if (changelog === "none") return undefined;
  if (changelog !== "auto") return { path: changelog.path, text: readText(join(directory, changelog.path)) };
  const own = tag.prefix === "" ? [] : [`${packageFolder(tag)}/CHANGELOG.md`];
  const path = [...own, "CHANGELOG.md"].find((each) => existsSync(join(directory, each)));
  return path === undefined ? undefined : { path, text: readText(join(directory, path)) };
}
