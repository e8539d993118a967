import { ReportError } from "@jessy-actions/reading/report-error";
import { checkBytes, type Descriptor } from "./descriptor.ts";
import { MAX_MANIFEST_BYTES, type Manifest, readManifest } from "./manifest.ts";
import { FOREIGN_LAYER, INDEX_TYPES, MANIFEST_TYPES } from "./media-types.ts";

export interface StoredManifest {
  readonly descriptor: Descriptor;
  readonly bytes: Uint8Array;
  readonly manifest: Manifest;
}

/** What one repository must get, in the order in which a registry takes it: nothing is named before it is there. */
export interface PushOrder {
  /** Configs and layers; each once, whatever number of manifests share it. */
  readonly blobs: readonly Descriptor[];
  /** Each once, and after all that it names: the index of all platforms is last. */
  readonly manifests: readonly StoredManifest[];
  /** Layers that stay at their own address (`urls`): Windows base layers. */
  readonly foreign: readonly Descriptor[];
}

/** An image has an index, a manifest for each platform, and attestations beside them. */
export const MAX_STORED_MANIFESTS = 2000;
/** Indexes may hold indexes; more than this is nobody's image. */
export const MAX_NESTING = 4;
export const MAX_MANIFEST_BYTES_IN_ALL = 64 * 1024 * 1024;

/**
 * Follows images from their roots to their layers. Each manifest is read once, and its bytes must have the digest, size
 * and type that led to it.
 *
 * @param roots what is to be pushed to one repository
 * @param read gives the bytes of a manifest, from a layout or a registry
 * @throws ReportError that names what is missing, damaged or contradictory
 */
export async function pushOrder(
  roots: readonly Descriptor[],
  read: (descriptor: Descriptor) => Uint8Array | Promise<Uint8Array>,
): Promise<PushOrder> {
  const blobs = new Map<string, Descriptor>();
  const foreign = new Map<string, Descriptor>();
  const manifests = new Map<string, StoredManifest>();
  let bytesInAll = 0;

  const addBlob = (descriptor: Descriptor) => {
    const isForeign = FOREIGN_LAYER.test(descriptor.mediaType) && (descriptor.urls ?? []).length > 0;
    const group = isForeign ? foreign : blobs;
    checkAgreement(group.get(descriptor.digest), descriptor);
    if (!group.has(descriptor.digest)) group.set(descriptor.digest, descriptor);
  };

  const addManifest = async (descriptor: Descriptor, depth: number): Promise<void> => {
    const known = manifests.get(descriptor.digest);
    if (known !== undefined) return checkAgreement(known.descriptor, descriptor);
    if (depth > MAX_NESTING) throw new ReportError(`${descriptor.digest} lies more than ${MAX_NESTING} indexes deep`);
    if (descriptor.size > MAX_MANIFEST_BYTES) {
      throw new ReportError(
        `the manifest ${descriptor.digest} has ${descriptor.size} bytes, and at most ${MAX_MANIFEST_BYTES} are allowed`,
      );
    }
    bytesInAll += descriptor.size;
    if (bytesInAll > MAX_MANIFEST_BYTES_IN_ALL) {
      throw new ReportError(`the manifests have more than ${MAX_MANIFEST_BYTES_IN_ALL} bytes in all`);
    }
    const bytes = await read(descriptor);
    checkBytes(descriptor, bytes);
    const manifest = readManifest(bytes, descriptor);
    if (manifest.kind === "index") {
      for (const child of manifest.manifests) {
        if (isManifest(child)) await addManifest(child, depth + 1);
        else addBlob(child);
      }
    } else for (const blob of [manifest.config, ...manifest.layers]) addBlob(blob);
    if (manifests.size >= MAX_STORED_MANIFESTS)
      throw new ReportError(`there are more than ${MAX_STORED_MANIFESTS} manifests`);
    manifests.set(descriptor.digest, { descriptor, bytes, manifest });
  };

  for (const root of roots) await addManifest(root, 0);
  return { blobs: [...blobs.values()], manifests: [...manifests.values()], foreign: [...foreign.values()] };
}

function isManifest({ mediaType }: Descriptor): boolean {
  return INDEX_TYPES.includes(mediaType) || MANIFEST_TYPES.includes(mediaType);
}

/** One digest has one size. Its media type may differ: the same bytes can be a layer here and an artifact there. */
function checkAgreement(known: Descriptor | undefined, other: Descriptor): void {
  if (known === undefined || known.size === other.size) return;
  throw new ReportError(`${other.digest} has ${known.size} bytes in one place and ${other.size} in another`);
}
