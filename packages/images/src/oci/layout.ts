import { ReportError } from "@jessy-actions/reading/report-error";
import type { Descriptor } from "./descriptor.ts";
import { type Digest, hexOf } from "./digest.ts";
import { readJsonDocument } from "./json-document.ts";
import { readManifest } from "./manifest.ts";
import { INDEX_TYPES, MANIFEST_TYPES } from "./media-types.ts";

/** The file that marks a folder as an OCI layout, and the one that lists what is in it. */
export const LAYOUT_FILE = "oci-layout";
export const LAYOUT_INDEX = "index.json";

const MAX_LAYOUT_FILE_BYTES = 4096;

/** Where a layout keeps a blob, from the folder of the layout. */
export function blobPath(digest: Digest): string {
  return `blobs/${digest.slice(0, digest.indexOf(":"))}/${hexOf(digest)}`;
}

/** @throws ReportError unless the file `oci-layout` is of the version that the image spec defines. */
export function checkLayoutFile(bytes: Uint8Array): void {
  readJsonDocument(`the file ${LAYOUT_FILE}`, bytes, MAX_LAYOUT_FILE_BYTES, ["imageLayoutVersion"], (root) => {
    const version = root.get("imageLayoutVersion");
    if (version.text() !== "1.0.0") throw version.not('"1.0.0"');
  });
}

/**
 * What a layout holds: the inner index or manifest, whose digest is the one that buildx prints and a registry shows.
 * index.json itself is only a table of contents with a digest of its own, and is never pushed.
 *
 * @param bytes index.json
 * @param expected the digest of buildx's metadata file, if it is known
 * @throws ReportError if there is nothing, or more than one thing, or something else than expected
 */
export function layoutRoot(bytes: Uint8Array, expected?: Digest): Descriptor {
  const contents = readManifest(bytes);
  if (contents.kind !== "index") throw new ReportError(`${LAYOUT_INDEX} is a manifest and not a list of manifests`);
  // An image with two names is listed twice.
  const roots = new Map(contents.manifests.map((descriptor) => [descriptor.digest, descriptor]));
  const digests = [...roots.keys()];
  if (expected !== undefined && !roots.has(expected)) {
    throw new ReportError(
      `${LAYOUT_INDEX} lists ${digests.join(", ") || "nothing"}, and buildx says that it made ${expected}`,
    );
  }
  const root = expected === undefined ? roots.get(digests[0]!) : roots.get(expected);
  if (root === undefined) throw new ReportError(`${LAYOUT_INDEX} lists no image`);
  if (expected === undefined && digests.length > 1) {
    throw new ReportError(`${LAYOUT_INDEX} lists ${digests.length} images, and nothing says which is meant`);
  }
  if (![...INDEX_TYPES, ...MANIFEST_TYPES].includes(root.mediaType)) {
    throw new ReportError(`${LAYOUT_INDEX} lists ${root.digest} of type ${root.mediaType}, which is not an image`);
  }
  // Names and the time of the export belong to the layout, not to the image.
  const { annotations: _, ...bare } = root;
  return bare;
}
