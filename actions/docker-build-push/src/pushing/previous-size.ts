import { indexContents } from "@jessy-actions/images/attestations";
import { type Manifest, readManifest } from "@jessy-actions/images/oci/manifest";
import type { Registry } from "@jessy-actions/kit/registry/registry";
import { RegistryError } from "@jessy-actions/kit/registry/registry-error";
import { ReportError } from "@jessy-actions/reading/report-error";
import { sizeOf } from "../inspection/inspect-image.ts";

/**
 * The compressed size of the image that a tag has now, of its first platform, in bytes.
 *
 * @returns undefined when there is none. @throws RegistryError, ReportError when it cannot be known.
 */
export async function previousSize(registry: Registry, repository: string, tag: string): Promise<number | undefined> {
  const read = async (reference: string): Promise<Manifest | undefined> => {
    const stored = await registry.getManifest(repository, reference);
    return stored && readManifest(stored.bytes);
  };
  let manifest = await read(tag);
  if (manifest?.kind === "index") {
    const [first] = indexContents(manifest).images;
    manifest = first && (await read(first.descriptor.digest));
  }
  return manifest?.kind === "manifest" ? sizeOf(manifest) : undefined;
}

/** For a report alone, where not knowing it does no harm. */
export async function previousSizeIfKnown(...place: Parameters<typeof previousSize>): Promise<number | undefined> {
  try {
    return await previousSize(...place);
  } catch (error) {
    if (error instanceof RegistryError || error instanceof ReportError) return undefined;
    throw error;
  }
}
