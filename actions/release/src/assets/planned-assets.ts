import { createHash } from "node:crypto";
import { planAssets as planNames } from "@jessy-actions/versioning/asset-name";
import type { AssetDocument, ReleaseDocument } from "../github/release-document.ts";
import type { AssetFile } from "./asset-files.ts";
import { checksumList } from "./checksum-list.ts";
import { isSameContent } from "./same-content.ts";

/** A file on disk, or a text that we write, that becomes an asset. */
export interface PlannedAsset {
  /** The name that GitHub will store. */
  readonly name: string;
  /** The name that was wanted. GitHub shows it where the stored name differs. */
  readonly label: string;
  /** In bytes. */
  readonly size: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
  readonly source: { readonly path: string; readonly shown: string } | { readonly text: string };
  /** `clean`: an upload that broke off holds the name. `replace`: a draft has other content under the name. */
  readonly action: "upload" | "keep" | "clean" | "replace";
}

export interface AssetPlan {
  /** Empty when there are problems. The list of checksums is last. */
  readonly assets: readonly PlannedAsset[];
  /** Name of the asset that lists the checksums; undefined when there is nothing to list. */
  readonly checksums: string | undefined;
  readonly problems: readonly string[];
}

/** Name of the asset that holds the notes when GitHub does not take all of them. */
export const FULL_NOTES_NAME = "RELEASE_NOTES.md";

/**
 * Everything that is uploaded, by the names that GitHub will give it. Pure.
 *
 * @param checksumsName the wanted name of the list of checksums; undefined for no list.
 * @param fullNotes the whole notes, where GitHub only takes a part of them.
 * @param existing the release or draft of the tag, if there is one.
 * @param staying what stays of its assets, beside those that are uploaded.
 */
export function planAssets(
  files: readonly AssetFile[],
  checksumsName: string | undefined,
  fullNotes: string | undefined,
  existing: ReleaseDocument | undefined,
  staying: readonly AssetDocument[] = existing?.assets ?? [],
): AssetPlan {
  // A job that only publishes what others uploaded lists their files.
  const others = existing?.draft === true ? staying.length : 0;
  const checksums = files.length + others > 0 ? checksumsName : undefined;
  const generated = [fullNotes === undefined ? undefined : FULL_NOTES_NAME, checksums].filter(
    (name) => name !== undefined,
  );
  const named = planNames([
    ...files.map(({ shown, name }) => ({ path: shown, name })),
    ...generated.map((name) => ({ path: name, name })),
  ]);
  if (named.problems.length > 0) return { assets: [], checksums: undefined, problems: named.problems };
  const assets = files.map(({ path, shown, size, sha256 }, at): PlannedAsset => {
    const { name, label } = named.assets[at]!;
    return { name, label, size, sha256, source: { path, shown }, action: actionFor(name, { size, sha256 }, existing) };
  });
  if (fullNotes !== undefined) assets.push(textAsset(FULL_NOTES_NAME, `${fullNotes}\n`, existing));
  if (checksums !== undefined) assets.push(textAsset(checksums, checksumList(assets, staying, checksums), existing));
  return { assets, checksums, problems: [] };
}

/** An asset whose content we write ourselves. */
export function textAsset(name: string, text: string, existing: ReleaseDocument | undefined): PlannedAsset {
  const bytes = Buffer.from(text);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = { size: bytes.length, sha256 };
  return { name, label: name, ...file, source: { text }, action: actionFor(name, file, existing) };
}

/** The same content stays, whatever its age. */
function actionFor(
  name: string,
  file: Pick<PlannedAsset, "sha256" | "size">,
  existing: ReleaseDocument | undefined,
): PlannedAsset["action"] {
  const asset = existing?.assets.find((each) => each.name === name);
  if (asset === undefined) return "upload";
  if (isSameContent(asset, file, existing!.draft)) return "keep";
  return asset.state === "uploaded" ? "replace" : "clean";
}
