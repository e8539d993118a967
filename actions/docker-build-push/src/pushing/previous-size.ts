import { indexContents } from "@jessy-actions/images/attestations";
import { isDigest } from "@jessy-actions/images/oci/digest";
import { MAX_CONFIG_BYTES, readImageConfig } from "@jessy-actions/images/oci/image-config";
import { platformName } from "@jessy-actions/images/oci/image-platform";
import { type ImageManifest, readManifest } from "@jessy-actions/images/oci/manifest";
import { IMAGE_CONFIG_TYPES } from "@jessy-actions/images/oci/media-types";
import type { Registry } from "@jessy-actions/kit/registry/registry";
import { ReportError } from "@jessy-actions/reading/report-error";
import { ANY_PLATFORM, type Sizes, sizeOf } from "../inspection/inspect-image.ts";
import { ofRegistry } from "./registry-reason.ts";

/**
 * The compressed size of each platform of the image that a tag has now.
 *
 * @returns undefined when there is none. @throws RegistryError, ReportError when it cannot be known.
 */
export async function previousSizes(registry: Registry, repository: string, tag: string): Promise<Sizes | undefined> {
  const read = async (reference: string) => {
    const stored = await registry.getManifest(repository, reference);
    return stored && readManifest(stored.bytes);
  };
  const root = await read(tag);
  if (root === undefined) return undefined;
  if (root.kind === "manifest")
    return IMAGE_CONFIG_TYPES.includes(root.config.mediaType)
      ? { [await platformOf(registry, repository, root)]: sizeOf(root) }
      : {};
  const sizes: Record<string, number> = {};
  for (const { descriptor, platform } of indexContents(root).images) {
    const manifest = await read(descriptor.digest);
    if (manifest === undefined)
      throw new ReportError(`${registry.name}/${repository}:${tag} lists ${descriptor.digest}, which is not there`);
    if (manifest.kind === "manifest")
      sizes[platform ?? (await platformOf(registry, repository, manifest))] = sizeOf(manifest);
  }
  return sizes;
}

/** For a report alone, where not knowing it does no harm. */
export async function previousSizesIfKnown(...place: Parameters<typeof previousSizes>): Promise<Sizes | undefined> {
  try {
    return await previousSizes(...place);
  } catch (error) {
    ofRegistry(error);
    return undefined;
  }
}

/** A manifest alone does not say it. */
async function platformOf(registry: Registry, repository: string, { config }: ImageManifest): Promise<string> {
  const bytes = isDigest(config.digest)
    ? await registry.getBlob(repository, config.digest, MAX_CONFIG_BYTES)
    : undefined;
  if (bytes === undefined)
    throw new ReportError(
      `${registry.name}/${repository} does not have ${config.digest}, the configuration of an image`,
    );
  try {
    return platformName(readImageConfig(bytes).platform);
  } catch (error) {
    if (error instanceof ReportError) return ANY_PLATFORM;
    throw error;
  }
}
