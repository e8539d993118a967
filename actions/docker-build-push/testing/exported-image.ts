import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Descriptor } from "@jessy-actions/images/oci/descriptor";
import { blobPath } from "@jessy-actions/images/oci/layout";
import { OCI_CONFIG, OCI_MANIFEST } from "@jessy-actions/images/oci/media-types";
import { pushOrder } from "@jessy-actions/images/oci/push-order";
import { AMD64, LAYER, type Stored, stored } from "../../../packages/images/testing/image.ts";
import type { ImageFolder } from "../src/pushing/image-folder.ts";

/** An image of one layer, as buildx exports it. @param labels of its configuration. */
export async function exportedImage(
  folder: string,
  content: string,
  labels: Readonly<Record<string, string>> = {},
): Promise<ImageFolder> {
  const layer = stored(LAYER, content);
  const rootfs = { type: "layers", diff_ids: [layer.descriptor.digest] };
  const config = stored(OCI_CONFIG, { ...AMD64, config: { Labels: labels }, rootfs });
  const manifest = stored(OCI_MANIFEST, {
    schemaVersion: 2,
    mediaType: OCI_MANIFEST,
    config: config.descriptor,
    layers: [layer.descriptor],
  });
  for (const blob of [manifest, config, layer]) writeBlob(folder, blob);
  const root: Descriptor = manifest.descriptor;
  return { folder, root, order: await pushOrder([root], () => manifest.bytes) };
}

function writeBlob(folder: string, { descriptor, bytes }: Stored): void {
  const path = join(folder, blobPath(descriptor.digest));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
