import type { Descriptor } from "./oci/descriptor.ts";
import { isUnknown, platformName } from "./oci/image-platform.ts";
import type { ImageIndex, ImageManifest, Manifest } from "./oci/manifest.ts";
import { IN_TOTO, INDEX_TYPES } from "./oci/media-types.ts";

/** How buildx marks an attestation in an index (BuildKit, docs/attestations/attestation-storage.md). */
export const REFERENCE_TYPE = "vnd.docker.reference.type";
export const REFERENCE_DIGEST = "vnd.docker.reference.digest";
export const ATTESTATION_MANIFEST = "attestation-manifest";
const PREDICATE_TYPE = "in-toto.io/predicate-type";

/**
 * What a reference leads to. Tools that cannot read an index (Lambda, older `docker manifest create`) need `image`, and
 * with `attested-image` they find one platform called unknown/unknown beside theirs.
 */
export type ImageShape = "image" | "attested-image" | "multi-platform";

export interface PlatformImage {
  readonly descriptor: Descriptor;
  /** `linux/arm64`, or undefined where the index does not say. */
  readonly platform: string | undefined;
  /** The manifests that state something about this image. */
  readonly attestations: readonly Descriptor[];
}

/** What an index lists: images with their attestations, and attestations of images that it does not hold. */
export interface IndexContents {
  readonly images: readonly PlatformImage[];
  readonly orphans: readonly Descriptor[];
}

/** The digest of the image that an entry of an index attests; undefined for an entry that is not an attestation. */
export function attestedDigest({ annotations }: Descriptor): string | undefined {
  return annotations?.[REFERENCE_TYPE] === ATTESTATION_MANIFEST ? (annotations[REFERENCE_DIGEST] ?? "") : undefined;
}

export function indexContents({ manifests }: ImageIndex): IndexContents {
  const images = manifests.filter((entry) => attestedDigest(entry) === undefined && !isUnknown(entry.platform));
  const others = manifests.filter((entry) => !images.includes(entry));
  const digests = new Set<string>(images.map(({ digest }) => digest));
  const byImage = Map.groupBy(others, (entry) => attestedDigest(entry) ?? "");
  return {
    images: images.map((descriptor) => ({
      descriptor,
      platform: descriptor.platform === undefined ? undefined : platformName(descriptor.platform),
      attestations: byImage.get(descriptor.digest) ?? [],
    })),
    orphans: others.filter((entry) => !digests.has(attestedDigest(entry) ?? "")),
  };
}

export function shapeOf(manifest: Manifest): ImageShape {
  if (manifest.kind === "manifest") return "image";
  const { images } = indexContents(manifest);
  return images.length === 1 && !INDEX_TYPES.includes(images[0]!.descriptor.mediaType)
    ? "attested-image"
    : "multi-platform";
}

/** One statement of an attestation manifest: the blob that holds it, and what it is. */
export interface Attestation {
  readonly descriptor: Descriptor;
  readonly predicateType: string;
  readonly kind: "provenance" | "sbom" | "other";
}

/** The statements in an attestation manifest, as buildx makes it. */
export function statementsOf(manifest: ImageManifest): readonly Attestation[] {
  return manifest.layers
    .filter(({ mediaType }) => mediaType === IN_TOTO)
    .map((descriptor) => {
      const predicateType = descriptor.annotations?.[PREDICATE_TYPE] ?? "";
      return { descriptor, predicateType, kind: kindOf(predicateType) };
    });
}

function kindOf(predicateType: string): Attestation["kind"] {
  if (/^https:\/\/slsa\.dev\/provenance\/v\d/.test(predicateType)) return "provenance";
  if (/^https:\/\/(?:spdx\.dev\/Document|cyclonedx\.org\/bom)(?:$|\/)/.test(predicateType)) return "sbom";
  return "other";
}
