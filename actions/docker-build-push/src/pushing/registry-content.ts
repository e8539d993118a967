import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Descriptor } from "@jessy-actions/images/oci/descriptor";
import { isDigest } from "@jessy-actions/images/oci/digest";
import { type PushOrder, pushOrder, type StoredManifest } from "@jessy-actions/images/oci/push-order";
import type { Registry } from "@jessy-actions/kit/registry/registry";
import type { Log } from "@jessy-actions/kit/runner/log";
import { ReportError } from "@jessy-actions/reading/report-error";
import type { ImageContent } from "./delivery.ts";
import { sendParts } from "./send-parts.ts";

/** An image that stands on a registry, with all its platforms and attestations. */
export interface StandingImage {
  readonly registry: Registry;
  readonly repository: string;
  readonly order: PushOrder;
  readonly root: StoredManifest;
}

/**
 * Reads the manifests of an image, each checked against its digest.
 *
 * @param reference a tag or a digest. @returns undefined when the repository has none.
 * @throws RegistryError, ReportError when a part of it is missing or damaged.
 */
export async function readStandingImage(
  registry: Registry,
  repository: string,
  reference: string,
): Promise<StandingImage | undefined> {
  const top = await registry.getManifest(repository, reference);
  if (top === undefined) return undefined;
  const { digest, mediaType, bytes } = top;
  if (!isDigest(digest))
    throw new ReportError(`${registry.name}/${repository} names \`${digest}\`, which is not a digest`);
  const root: Descriptor = { digest, mediaType, size: bytes.length };
  const order = await pushOrder([root], async (part) => {
    if (part.digest === digest) return bytes;
    const stored = await registry.getManifest(repository, part.digest);
    if (stored === undefined)
      throw new ReportError(`${registry.name}/${repository} has ${digest}, and not ${part.digest}, a part of it`);
    return stored.bytes;
  });
  return { registry, repository, order, root: order.manifests.at(-1)! };
}

/**
 * An image to be copied. Its own repository has it; another one of the same registry mounts its blobs; another registry
 * gets what it lacks, by way of files in a private folder.
 *
 * @param folder absolute; made when it is needed.
 */
export function registryContent(
  { registry: source, repository: home, order }: StandingImage,
  folder: string,
  log: Pick<Log, "info">,
): ImageContent {
  const load = async (digest: string): Promise<string> => {
    const path = join(folder, digest.replace(":", "-"));
    const { size } = order.blobs.find((blob) => blob.digest === digest)!;
    if (!existsSync(path)) await source.downloadBlob(home, { digest, size }, path);
    return path;
  };
  return {
    async send(registry, repository, mountFrom) {
      const isNeighbour = registry.name === source.name;
      if (isNeighbour && repository === home) return 0;
      const from = mountFrom ?? (isNeighbour ? home : undefined);
      const contentOf = (digest: string) => ({ load: () => load(digest) });
      return sendParts(order, { registry, repository, mountFrom: from, contentOf, log });
    },
  };
}
