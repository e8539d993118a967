import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Descriptor, descriptorOf } from "@jessy-actions/images/oci/descriptor";
import type { Platform } from "@jessy-actions/images/oci/image-platform";
import { blobPath, LAYOUT_FILE, LAYOUT_INDEX } from "@jessy-actions/images/oci/layout";
import { OCI_CONFIG, OCI_INDEX, OCI_MANIFEST } from "@jessy-actions/images/oci/media-types";
import { AMD64, type Stored, stored } from "../../../packages/images/testing/image.ts";
import { tarOf } from "../../../packages/kit/testing/tar.ts";

/** Files of an image, by their paths. */
export type ImageFiles = Readonly<Record<string, string>>;

/** A Debian 12 of one package, which has a flaw in the corpora's database. */
export const DEBIAN: ImageFiles = {
  "etc/os-release": 'ID=debian\nVERSION_ID="12"\nPRETTY_NAME="Debian 12"\n',
  "etc/debian_version": "12.5\n",
  "var/lib/dpkg/status":
    "Package: busybox\nStatus: install ok installed\nMaintainer: x <x@example.org>\nArchitecture: amd64\nVersion: 1:1.35.0-4\nDescription: x\n\n",
};

export interface MadeImage {
  readonly manifest: Stored;
  readonly config: Stored;
  readonly layer: Stored;
}

/** An image of one layer, whole enough for Trivy. */
export function madeImage(files: ImageFiles, platform: Platform = AMD64): MadeImage {
  const bytes = tarOf(Object.entries(files).map(([name, content]) => ({ name, type: "0", content })));
  const made = { descriptor: descriptorOf("application/vnd.oci.image.layer.v1.tar", bytes), bytes };
  const { digest } = made.descriptor;
  const config = stored(OCI_CONFIG, {
    ...platform,
    config: {},
    rootfs: { type: "layers", diff_ids: [digest] },
    history: [{ created_by: "test" }],
  });
  const manifest = stored(OCI_MANIFEST, {
    schemaVersion: 2,
    mediaType: OCI_MANIFEST,
    config: config.descriptor,
    layers: [made.descriptor],
  });
  return {
    manifest: { ...manifest, descriptor: { ...manifest.descriptor, platform } },
    config,
    layer: made,
  };
}

/** An index of images. */
export function indexOf(entries: readonly Descriptor[]): Stored {
  return stored(OCI_INDEX, { schemaVersion: 2, mediaType: OCI_INDEX, manifests: entries });
}

/** An OCI layout. @param contents what its index.json lists. @returns its folder. */
export function layoutFolder(contents: readonly Descriptor[], blobs: readonly Stored[]): string {
  const folder = mkdtempSync(join(tmpdir(), "jessy-layout-"));
  for (const { descriptor, bytes } of blobs) {
    const path = join(folder, blobPath(descriptor.digest));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  writeFileSync(join(folder, LAYOUT_FILE), '{"imageLayoutVersion":"1.0.0"}');
  writeFileSync(
    join(folder, LAYOUT_INDEX),
    JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests: contents }),
  );
  return folder;
}

export function blobsOf(images: readonly MadeImage[]): readonly Stored[] {
  return images.flatMap(({ manifest, config, layer }) => [manifest, config, layer]);
}

/** As `docker image save` writes it. */
export function dockerArchive({ config, layer }: MadeImage, tags: readonly string[] = []): Buffer {
  const name = config.descriptor.digest.slice("sha256:".length);
  const contents = [{ Config: `${name}.json`, RepoTags: tags, Layers: ["layer.tar"] }];
  return tarOf([
    { name: "manifest.json", type: "0", content: JSON.stringify(contents) },
    { name: `${name}.json`, type: "0", content: Buffer.from(config.bytes).toString() },
    { name: "layer.tar", type: "0", content: Buffer.from(layer.bytes).toString() },
  ]);
}
