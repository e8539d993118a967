import { counted } from "@jessy-actions/kit/report/quantity";
import type { OtherFiles } from "../assets/other-files.ts";
import type { PlannedAsset } from "../assets/planned-assets.ts";
import type { Facts } from "../facts.ts";
import type { ReleaseDocument } from "../github/release-document.ts";
import { placeOf, refusalOf } from "../publishing/prepare-draft.ts";
import { type Check, fail, pass, unknown, warn } from "./check.ts";

/** What stands on GitHub for the tag already. Pure. */
export function checkRelease(
  { releases }: Pick<Facts, "releases">,
  existing: ReleaseDocument | undefined,
  others: OtherFiles | undefined,
): Check[] {
  if ("unknown" in releases) return [unknown("release", `Which releases exist is not known: ${releases.unknown}`)];
  if (existing === undefined) return [];
  const kind = existing.draft ? "a draft" : existing.immutable === true ? "an immutable release" : "a release";
  const assets = existing.assets.length;
  const found = pass("release", `The tag already has ${kind}, with ${counted(assets, "asset")}`);
  return others === undefined || others.files.length === 0 ? [found] : [found, checkOthers(existing, others)];
}

/** Names every file that is there and that this run does not upload. */
function checkOthers(existing: ReleaseDocument, others: OtherFiles): Check {
  const names = others.files.map(({ name }) => `\`${name}\``).join(", ");
  const isOne = others.files.length === 1;
  const what = `${counted(others.files.length, "file")} there ${isOne ? "is" : "are"} not of this run`;
  const stay = isOne ? "stays" : "stay";
  if (!existing.draft) return pass("release", `${what}, and ${stay}: ${names}`);
  if (others.action === "refuse") return fail("release", sentence(refusalOf(existing, others)));
  const of = placeOf(others);
  if (others.action === "delete") return warn("release", `${what}, but of ${of}, and will be deleted: ${names}`);
  const stays = `${what}, but of ${of}, and ${stay}: ${names}`;
  return others.of === "this commit" ? pass("release", stays) : warn("release", stays);
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
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
