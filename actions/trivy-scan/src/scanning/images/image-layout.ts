import { existsSync, mkdirSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { attestedDigest } from "@jessy-actions/images/attestations";
import { checkBytes, type Descriptor } from "@jessy-actions/images/oci/descriptor";
import { type Digest, digestOf } from "@jessy-actions/images/oci/digest";
import { readImageConfig } from "@jessy-actions/images/oci/image-config";
import { isUnknown, platformName } from "@jessy-actions/images/oci/image-platform";
import { blobPath, checkLayoutFile, LAYOUT_FILE, LAYOUT_INDEX } from "@jessy-actions/images/oci/layout";
import { MAX_MANIFEST_BYTES, type Manifest, readManifest } from "@jessy-actions/images/oci/manifest";
import { IMAGE_CONFIG_TYPES, OCI_INDEX } from "@jessy-actions/images/oci/media-types";
import { readFile, writeFile } from "@jessy-actions/kit/runner/file-content";
import { ReportError } from "@jessy-actions/reading/report-error";

/** The image of one platform in an OCI layout. */
export interface PlatformImage {
  /** `linux/arm64`. */
  readonly platform: string;
  readonly descriptor: Descriptor;
  /** The digest of its configuration, as Trivy's report names it. */
  readonly imageId: Digest;
}

export interface LayoutImages {
  /** Of the image or index, or, where the layout holds several, of its table of contents. */
  readonly digest: Digest;
  readonly images: readonly PlatformImage[];
}

/** Index in index: buildx writes one, and more than a few is nonsense. */
const MAX_DEPTH = 4;
const MAX_IMAGES = 100;

/**
 * All images of an OCI layout, each with its platform; attestations are left out.
 *
 * @param folder absolute
 * @param mayLack whether an index may list platforms that are not there: engines save those that they have
 * @throws ReportError for what is no layout, or whose manifests are not what their digests say
 */
export function readLayout(folder: string, mayLack = false): LayoutImages {
  for (const name of [LAYOUT_FILE, LAYOUT_INDEX])
    if (!existsSync(join(folder, name))) throw new ReportError(`is not an OCI layout: it has no file ${name}`);
  checkLayoutFile(readFile(join(folder, LAYOUT_FILE)));
  const bytes = readSmall(join(folder, LAYOUT_INDEX), LAYOUT_INDEX);
  const contents = readManifest(bytes);
  if (contents.kind !== "index")
    throw new ReportError(`has a manifest as its ${LAYOUT_INDEX}, not a list of manifests`);
  const images = new Map<string, PlatformImage>();
  const add = (descriptor: Descriptor, depth: number): void => {
    if (attestedDigest(descriptor) !== undefined || isUnknown(descriptor.platform)) return;
    if (mayLack && depth > 0 && !existsSync(join(folder, blobPath(descriptor.digest)))) return;
    if (depth > MAX_DEPTH) throw new ReportError("nests lists of images too deep");
    const manifest = readStored(folder, descriptor);
    if (manifest.kind === "index") {
      for (const one of manifest.manifests) add(one, depth + 1);
      return;
    }
    if (!IMAGE_CONFIG_TYPES.includes(manifest.config.mediaType)) return;
    if (images.size === MAX_IMAGES) throw new ReportError(`holds more than ${MAX_IMAGES} images`);
    images.set(descriptor.digest, platformImage(folder, descriptor, manifest.config));
  };
  for (const descriptor of contents.manifests) add(descriptor, 0);
  if (images.size === 0) throw new ReportError("holds no image");
  const roots = new Set(contents.manifests.map(({ digest }) => digest));
  return { digest: roots.size === 1 ? [...roots][0]! : digestOf(bytes), images: [...images.values()] };
}

function readStored(folder: string, descriptor: Descriptor): Manifest {
  return readManifest(readBlob(folder, descriptor), descriptor);
}

function platformImage(folder: string, descriptor: Descriptor, config: Descriptor): PlatformImage {
  const bytes = readBlob(folder, config);
  checkBytes(config, bytes);
  const { platform } = readImageConfig(bytes);
  return { platform: platformName(descriptor.platform ?? platform), descriptor, imageId: config.digest };
}

function readBlob(folder: string, { digest }: Descriptor): Buffer {
  const path = join(folder, blobPath(digest));
  if (!existsSync(path)) throw new ReportError(`is not whole: it has no blob ${digest}`);
  return readSmall(path, `the blob ${digest}`);
}

const MAX_DOCUMENT_BYTES = 2 * MAX_MANIFEST_BYTES;

function readSmall(path: string, name: string): Buffer {
  if (statSync(path).size > MAX_DOCUMENT_BYTES)
    throw new ReportError(`has more than ${MAX_DOCUMENT_BYTES} bytes in ${name}`);
  return readFile(path);
}

/**
 * A layout of one image alone over the same bytes: of several images in a layout Trivy 0.76 looks at the first and says
 * nothing of the others, whatever `--platform` says.
 *
 * @param below a folder of this image's own, absolute; it may not exist yet
 */
export function layoutOf(folder: string, { descriptor }: PlatformImage, below: string): string {
  mkdirSync(below, { recursive: true, mode: 0o700 });
  const { platform: _, ...bare } = descriptor;
  writeFile(join(below, LAYOUT_FILE), '{"imageLayoutVersion":"1.0.0"}');
  writeFile(join(below, LAYOUT_INDEX), JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests: [bare] }));
  // On Windows a junction needs no privilege.
  symlinkSync(join(folder, "blobs"), join(below, "blobs"), "junction");
  return below;
}
