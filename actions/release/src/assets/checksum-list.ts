import { type Checksum, writeChecksums } from "@jessy-actions/versioning/checksums";
import type { AssetDocument } from "../github/release-document.ts";

/**
 * The content of `SHA256SUMS`: what is uploaded now, and what other jobs have uploaded to the same release, by the digests that GitHub
 * knows. Pure.
 *
 * @param name of the asset that holds the list, which never lists itself
 */
export function checksumList(planned: readonly Checksum[], existing: readonly AssetDocument[], name: string): string {
  const sums = new Map<string, string>();
  for (const { name: other, digest, state } of existing) {
    if (state === "uploaded" && digest?.startsWith("sha256:") === true) sums.set(other, digest.slice("sha256:".length));
  }
  for (const { name: own, sha256 } of planned) sums.set(own, sha256);
  sums.delete(name);
  return writeChecksums([...sums].map(([each, sha256]) => ({ name: each, sha256 })));
}
