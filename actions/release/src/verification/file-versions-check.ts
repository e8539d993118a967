import { otherVersions } from "@jessy-actions/versioning/asset-version";
import { formatVersion } from "@jessy-actions/versioning/semver";
import { packageName } from "@jessy-actions/versioning/tag";
import { versionTags } from "@jessy-actions/versioning/version-tags";
import type { PlannedAsset } from "../assets/planned-assets.ts";
import type { Facts } from "../facts.ts";
import type { Inputs } from "../inputs.ts";
import { type Check, fail } from "./check.ts";

/** No file has the version of another release in its name: an old build that was left in the folder, for one. Pure. */
export function checkFileVersions(
  { fileVersions }: Pick<Inputs, "fileVersions">,
  { tag, tags, source }: Pick<Facts, "tag" | "tags" | "source">,
  assets: readonly Pick<PlannedAsset, "name">[],
): Check[] {
  if (fileVersions === undefined) return [];
  const folder = packageName(tag);
  const product = {
    version: tag.version,
    names: tag.prefix === "" ? [source.name] : [folder, folder.slice(folder.lastIndexOf("/") + 1)],
    versions: versionTags(tags.all.keys(), tag.prefix).map(({ version }) => version),
  };
  const others = otherVersions(
    assets.map(({ name }) => name),
    product,
  );
  return [...others].flatMap(([name, other]): Check[] => {
    if (fileVersions.includes(other.text)) return [];
    const right = formatVersion(tag.version);
    const message = `\`${name}\` states the version ${other.text}, ${other.because}, and ${right} is released; build it again, or allow it by \`file-versions: ${other.text}\``;
    return [fail("files", message)];
  });
}
