import { attestedDigest, type ImageShape, shapeOf, statementsOf } from "@jessy-actions/images/attestations";
import type { ExposedSecret, ImageDocument } from "@jessy-actions/images/exposed-secrets/exposed-secrets";
import { findExposedSecrets } from "@jessy-actions/images/exposed-secrets/exposed-secrets";
import type { KnownSecret } from "@jessy-actions/images/exposed-secrets/known-values";
import type { Descriptor } from "@jessy-actions/images/oci/descriptor";
import { MAX_CONFIG_BYTES, readImageConfig } from "@jessy-actions/images/oci/image-config";
import { isUnknown, platformName } from "@jessy-actions/images/oci/image-platform";
import type { ImageManifest } from "@jessy-actions/images/oci/manifest";
import { IMAGE_CONFIG_TYPES } from "@jessy-actions/images/oci/media-types";
import type { StoredManifest } from "@jessy-actions/images/oci/push-order";
import { counted } from "@jessy-actions/kit/report/quantity";
import { ReportError } from "@jessy-actions/reading/report-error";
import { checkBlobs, type ImageFolder, readBlob } from "../pushing/image-folder.ts";
import type { PlatformPart } from "./scan-layouts.ts";

/** What the very bytes say that are to be pushed. */
export interface Inspection {
  readonly shape: ImageShape;
  readonly platforms: readonly string[];
  /** Of the configuration of the first platform. */
  readonly imageId: string;
  /** Compressed layers of each platform, in bytes, in the order of `platforms`. */
  readonly sizes: Sizes;
  /** The image of each platform. */
  readonly parts: readonly PlatformPart[];
  readonly attestations: readonly string[];
  /** What speaks against pushing it, one sentence each. */
  readonly findings: readonly string[];
  readonly notes: readonly string[];
}

/** Bytes by platform, such as `linux/arm64`. */
export type Sizes = Readonly<Record<string, number>>;

/** Of an image whose configuration does not say for which platform it is. */
export const ANY_PLATFORM = "any platform";

/** SBOMs of large images have some ten MB. */
const MAX_STATEMENT_BYTES = 64 * 1024 * 1024;

/**
 * Looks at an exported image: what it is, how large it is, and whether its configuration, history or attestations tell a
 * secret to everybody who can pull it.
 *
 * @param allowed findings that are not secrets, as an earlier report named them. @throws ReportError, also when a part of
 *   the image is missing, damaged or too large to be looked at: what nobody looked at is not clean.
 */
export async function inspectImage(
  folder: ImageFolder,
  secrets: readonly KnownSecret[],
  allowed: readonly string[],
): Promise<Inspection> {
  checkBlobs(folder);
  const { manifests } = folder.order;
  const root = manifests.at(-1)!;
  const documents: ImageDocument[] = manifests.map(({ descriptor, bytes }) => ({
    name: `the manifest ${descriptor.digest.slice(0, 19)}`,
    bytes,
  }));
  const sizes: Record<string, number> = {};
  const images = imagesOf(manifests);
  const parts: PlatformPart[] = [];
  const [first] = images;
  if (first === undefined) throw new ReportError("holds no image of any platform, only other artifacts");
  for (const { descriptor, manifest: image } of images) {
    const bytes = readBlob(folder, image.config, MAX_CONFIG_BYTES, "the configuration of an image");
    const platform = platformName(readImageConfig(bytes).platform);
    // Windows has several of one platform, for its versions.
    sizes[platform] = Math.max(sizes[platform] ?? 0, sizeOf(image));
    parts.push({ platform, descriptor });
    documents.push({ name: `the configuration of ${platform}`, bytes });
  }
  const attestations = new Set<string>();
  for (const { manifest } of manifests) {
    if (manifest.kind !== "manifest") continue;
    for (const { descriptor, kind, predicateType } of statementsOf(manifest)) {
      attestations.add(kind === "other" ? predicateType : kind);
      const name = kind === "other" ? `the statement ${predicateType}` : `the ${kind}`;
      documents.push({ name, bytes: readBlob(folder, descriptor, MAX_STATEMENT_BYTES, name) });
    }
  }
  const { findings, more, notSearched } = findExposedSecrets(documents, secrets);
  const shown = findings.map(findingName).filter((name) => !allowed.includes(name));
  return {
    shape: shapeOf(root.manifest),
    platforms: Object.keys(sizes),
    imageId: first.manifest.config.digest,
    sizes,
    parts,
    attestations: [...attestations].sort(),
    findings: [...new Set(shown), ...(more > 0 ? [`${counted(more, "more secret")}`] : [])],
    notes: notSearched.map((name) => `The secret \`${name}\` is too short to be looked for in the image.`),
  };
}

/** How a finding is called, in reports and in `allow-secrets`. */
export function findingName({ secret, document, place, encoding }: ExposedSecret): string {
  return `${secret} in ${document}, ${place}${encoding === "plain" ? "" : ` (${encoding})`}`;
}

/** Compressed, as they travel. */
export function sizeOf({ layers }: ImageManifest): number {
  return layers.reduce((sum, { size }) => sum + size, 0);
}

/** Manifests of images, in an index of indexes too: not of attestations, whose platform is unknown. */
function imagesOf(
  manifests: readonly StoredManifest[],
): readonly { readonly descriptor: Descriptor; readonly manifest: ImageManifest }[] {
  const others = new Set(
    manifests.flatMap(({ manifest }) =>
      manifest.kind === "index"
        ? manifest.manifests
            .filter((entry) => attestedDigest(entry) !== undefined || isUnknown(entry.platform))
            .map(({ digest }) => digest)
        : [],
    ),
  );
  return manifests.flatMap(({ descriptor, manifest }) =>
    manifest.kind === "manifest" &&
    IMAGE_CONFIG_TYPES.includes(manifest.config.mediaType) &&
    !others.has(descriptor.digest)
      ? [{ descriptor, manifest }]
      : [],
  );
}
