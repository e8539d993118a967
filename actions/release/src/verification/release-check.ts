import { counted } from "@jessy-actions/kit/report/quantity";
import type { PlannedAsset } from "../assets/planned-assets.ts";
import type { Facts } from "../facts.ts";
import type { ReleaseDocument } from "../github/release-document.ts";
import { type Check, fail, pass, unknown } from "./check.ts";

/** What stands on GitHub for the tag already. Pure. */
export function checkRelease({ releases }: Pick<Facts, "releases">, existing: ReleaseDocument | undefined): Check[] {
  if ("unknown" in releases) return [unknown("release", `Which releases exist is not known: ${releases.unknown}`)];
  if (existing === undefined) return [];
  const kind = existing.draft ? "a draft" : existing.immutable === true ? "an immutable release" : "a release";
  const assets = existing.assets.length;
  return [pass("release", `The tag already has ${kind}, with ${counted(assets, "asset")}`)];
}

/**
 * Files that a published release does not take: GitHub lets nobody change an immutable one, and we never replace what people may have
 * downloaded. Pure.
 *
 * @param checksums name of the asset that lists all others; it may grow with what other jobs upload.
 */
export function checkPublishedFiles(
  planned: readonly PlannedAsset[],
  existing: ReleaseDocument | undefined,
  checksums: string | undefined,
): Check[] {
  if (existing === undefined || existing.draft) return [];
  const isImmutable = existing.immutable === true;
  return planned.flatMap(({ name, action, sha256 }): Check[] => {
    if (action === "keep" || (name === checksums && !isImmutable)) return [];
    if (action === "replace") {
      const digest = existing.assets.find((asset) => asset.name === name)?.digest ?? "no known digest";
      const contents = `${digest}, and here it is sha256:${sha256}`;
      const how = isImmutable ? "immutable" : "published";
      const message = `\`${name}\` is ${how} with other content (${contents}): this build is not the one that was released; release a new version`;
      return [fail("release", message)];
    }
    if (!isImmutable) return [];
    const message = `\`${name}\` is missing from an immutable release, which takes no more files; let parallel jobs upload with \`draft: true\`, and release a new version`;
    return [fail("release", message)];
  });
}
