import type { AssetDocument } from "../github/release-document.ts";

/**
 * Whether an asset has the content of a file. Servers without digests only tell its size. That is enough to leave a published asset alone,
 * which nothing may replace, and too little to trust a draft's.
 */
export function isSameContent(
  { state, digest, size }: AssetDocument,
  file: { readonly sha256: string; readonly size: number },
  isDraft: boolean,
): boolean {
  if (state !== "uploaded") return false;
  return digest == null ? !isDraft && size === file.size : digest === `sha256:${file.sha256}`;
}
