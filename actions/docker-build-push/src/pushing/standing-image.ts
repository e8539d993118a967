import { indexContents } from "@jessy-actions/images/attestations";
import type { Digest } from "@jessy-actions/images/oci/digest";
import { MAX_CONFIG_BYTES, readImageConfig } from "@jessy-actions/images/oci/image-config";
import type { ImageManifest } from "@jessy-actions/images/oci/manifest";
import type { Registry } from "@jessy-actions/kit/registry/registry";
import type { Log } from "@jessy-actions/kit/runner/log";
import type { Standing } from "./deliver-images.ts";
import type { Delivery, Place } from "./delivery.ts";
import { readStandingImage, registryContent, type StandingImage } from "./registry-content.ts";
import { reasonOf } from "./registry-reason.ts";

export interface StandingOptions {
  readonly registry: (name: string) => Registry;
  /** Of this run, in full. */
  readonly commit: string;
  /** Why an image is not known to be ours by its signature; undefined when it is, or when nothing is signed. */
  readonly whyNotSigned: (registry: Registry, repository: string, digest: Digest) => Promise<string | undefined>;
  /** For what is copied. */
  readonly folder: string;
  readonly log: Pick<Log, "info">;
}

const REVISION = "org.opencontainers.image.revision";

/**
 * The image under a version that must not move, when it is this commit's: an earlier attempt of the same run published it,
 * and a build of today only differs in what tells the time. It is then completed on every registry, so that a version has
 * one digest everywhere. Its label names the commit; where images are signed, the signature must hold as well.
 */
export async function standingFor(
  refused: Delivery,
  places: readonly Place[],
  options: StandingOptions,
): Promise<Standing> {
  const conflicts = places.filter(({ state }) => state === "refused");
  const digests = new Set(conflicts.map(({ standing }) => standing));
  if (digests.size > 1) return { reason: "its versions stand at several digests" };
  const { registry: name, repository, standing } = conflicts[0]!;
  const registry = options.registry(name);
  try {
    const image = await readStandingImage(registry, repository, standing!);
    if (image === undefined) return { reason: "that image is gone" };
    const revision = await revisionOf(image);
    if (revision === undefined) return { reason: `that image has no label ${REVISION} to say which commit it is` };
    if (options.commit === "") return { reason: "this run does not know its own commit" };
    if (revision !== options.commit)
      return { reason: `that image is of the commit ${revision.slice(0, 40)}, and this run of ${options.commit}` };
    const unsigned = await options.whyNotSigned(registry, repository, image.root.descriptor.digest);
    if (unsigned !== undefined) return { reason: `that image is of the same commit, and ${unsigned}` };
    const content = registryContent(image, options.folder, options.log);
    return { delivery: { ...refused, root: image.root, content } };
  } catch (error) {
    return { reason: `whether that image is of the same commit is not known: ${reasonOf(error)}` };
  }
}

/** The commit by which an image is labelled. @throws RegistryError, ReportError */
async function revisionOf(image: StandingImage): Promise<string | undefined> {
  const { registry, repository } = image;
  const manifest = firstImage(image);
  if (manifest === undefined) return undefined;
  const bytes = await registry.getBlob(repository, manifest.config.digest, MAX_CONFIG_BYTES);
  return bytes && readImageConfig(bytes).labels[REVISION];
}

/** All platforms of an image are built from one commit, so the first speaks for all. */
function firstImage({ root, order }: Pick<StandingImage, "root" | "order">): ImageManifest | undefined {
  const { manifest } = root;
  if (manifest.kind === "manifest") return manifest;
  const [first] = indexContents(manifest).images;
  const found = order.manifests.find(({ descriptor }) => descriptor.digest === first?.descriptor.digest)?.manifest;
  return found?.kind === "manifest" ? found : undefined;
}
