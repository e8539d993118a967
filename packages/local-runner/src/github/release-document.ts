import type { Addresses } from "./address.ts";
import type { Release } from "./release.ts";
import type { ReleaseAsset } from "./release-asset.ts";
import { userDocument } from "./user-document.ts";

/** A release as GitHub answers it (schema `release`). */
export function releaseDocument(
  release: Release,
  assets: readonly ReleaseAsset[],
  addresses: Addresses,
): Readonly<Record<string, unknown>> {
  const { id, tagName, draft } = release;
  const { api, html, uploads } = addresses;
  const url = `${api}/releases/${id}`;
  return {
    url,
    assets_url: `${url}/assets`,
    upload_url: `${uploads}/releases/${id}/assets{?name,label}`,
    html_url: `${html}/releases/tag/${shownTag(release)}`,
    id,
    author: userDocument(release.author),
    node_id: `RE_${id}`,
    tag_name: tagName,
    target_commitish: release.targetCommitish,
    name: release.name,
    draft,
    immutable: release.immutable,
    prerelease: release.prerelease,
    created_at: seconds(release.createdAt),
    updated_at: seconds(release.updatedAt),
    published_at: release.publishedAt === null || draft ? null : seconds(release.publishedAt),
    assets: assets.map((asset) => assetDocument(asset, release, addresses)),
    tarball_url: draft ? null : `${api}/tarball/${encodeURIComponent(tagName)}`,
    zipball_url: draft ? null : `${api}/zipball/${encodeURIComponent(tagName)}`,
    body: release.body,
    ...(release.discussion !== null && { discussion_url: `${html}/discussions/${id}` }),
  };
}

/** An asset as GitHub answers it (schema `release-asset`). */
export function assetDocument(
  asset: ReleaseAsset,
  release: Release,
  { api, html }: Addresses,
): Readonly<Record<string, unknown>> {
  const { id, name } = asset;
  return {
    url: `${api}/releases/assets/${id}`,
    id,
    node_id: `RA_${id}`,
    name,
    label: asset.label,
    uploader: userDocument(asset.uploader),
    content_type: asset.contentType,
    state: asset.state,
    size: asset.size,
    digest: asset.digest,
    download_count: 0,
    created_at: seconds(asset.createdAt),
    updated_at: seconds(asset.updatedAt),
    browser_download_url: `${html}/releases/download/${shownTag(release)}/${encodeURIComponent(name)}`,
  };
}

const shownTag = ({ draft, tagName, untagged }: Release): string =>
  draft ? untagged : tagName.split("/").map(encodeURIComponent).join("/");

/** GitHub's times have no fractions. */
const seconds = (iso: string): string => `${new Date(iso).toISOString().slice(0, 19)}Z`;
