import { type ImageShape, indexContents, shapeOf, statementsOf } from "@jessy-actions/images/attestations";
import type { ExposedSecret, ImageDocument } from "@jessy-actions/images/exposed-secrets/exposed-secrets";
import { findExposedSecrets } from "@jessy-actions/images/exposed-secrets/exposed-secrets";
import type { KnownSecret } from "@jessy-actions/images/exposed-secrets/known-values";
import { MAX_CONFIG_BYTES, readImageConfig } from "@jessy-actions/images/oci/image-config";
import { platformName } from "@jessy-actions/images/oci/image-platform";
import type { ImageManifest } from "@jessy-actions/images/oci/manifest";
import { IMAGE_CONFIG_TYPES } from "@jessy-actions/images/oci/media-types";
import type { StoredManifest } from "@jessy-actions/images/oci/push-order";
import { counted } from "@jessy-actions/kit/report/quantity";
import { type ImageFolder, readBlob } from "../pushing/image-folder.ts";

/** What the very bytes say that are to be pushed. */
export interface Inspection {
  readonly shape: ImageShape;
  readonly platforms: readonly string[];
  /** Of the configuration of the first platform. */
  readonly imageId: string;
  /** Compressed layers of the first platform, in bytes. */
  readonly size: number;
  readonly attestations: readonly string[];
  /** What speaks against pushing it, one sentence each. */
  readonly findings: readonly string[];
  readonly notes: readonly string[];
}

const MAX_STATEMENT_BYTES = 64 * 1024 * 1024;

/**
 * Looks at an exported image: what it is, how large it is, and whether its configuration, history or attestations tell a
 * secret to everybody who can pull it.
 *
 * @param allowed findings that are not secrets, as an earlier report named them. @throws ReportError
 */
export async function inspectImage(
  { folder, order }: ImageFolder,
  secrets: readonly KnownSecret[],
  allowed: readonly string[],
): Promise<Inspection> {
  const root = order.manifests.at(-1)!;
  const documents: ImageDocument[] = order.manifests.map(({ descriptor, bytes }) => ({
    name: `the manifest ${descriptor.digest.slice(0, 19)}`,
    bytes,
  }));
  const platforms: string[] = [];
  const attestations = new Set<string>();
  for (const { config } of imagesOf(order.manifests)) {
    const bytes = await readBlob(folder, config, MAX_CONFIG_BYTES);
    const platform = platformName(readImageConfig(bytes).platform);
    platforms.push(platform);
    documents.push({ name: `the configuration of ${platform}`, bytes });
  }
  for (const { manifest } of order.manifests) {
    if (manifest.kind !== "manifest") continue;
    for (const { descriptor, kind, predicateType } of statementsOf(manifest)) {
      attestations.add(kind === "other" ? predicateType : kind);
      const bytes = await readBlob(folder, descriptor, MAX_STATEMENT_BYTES);
      documents.push({ name: kind === "other" ? `the statement ${predicateType}` : `the ${kind}`, bytes });
    }
  }
  const { findings, more, notSearched } = findExposedSecrets(documents, secrets);
  const [first] = imagesOf(order.manifests);
  const shown = findings.map(findingName).filter((name) => !allowed.includes(name));
  return {
    shape: shapeOf(root.manifest),
    platforms,
    imageId: first!.config.digest,
    size: sizeOf(first!),
    attestations: [...attestations].sort(),
    findings: [...shown, ...(more > 0 ? [`${counted(more, "more secret")}`] : [])],
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

/** Manifests of images: not of attestations, whose platform is unknown. */
function imagesOf(manifests: readonly StoredManifest[]): readonly ImageManifest[] {
  const root = manifests.at(-1)!.manifest;
  const digests =
    root.kind === "manifest"
      ? undefined
      : new Set(indexContents(root).images.map(({ descriptor }) => descriptor.digest));
  return manifests.flatMap(({ descriptor, manifest }) =>
    manifest.kind === "manifest" &&
    IMAGE_CONFIG_TYPES.includes(manifest.config.mediaType) &&
    (digests === undefined || digests.has(descriptor.digest))
      ? [manifest]
      : [],
  );
}
