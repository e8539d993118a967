import type { Digest } from "@jessy-actions/images/oci/digest";
import type { PushOrder } from "@jessy-actions/images/oci/push-order";
import type { Blob } from "@jessy-actions/kit/registry/blob";
import type { Registry } from "@jessy-actions/kit/registry/registry";
import type { Log } from "@jessy-actions/kit/runner/log";
import { sizeText } from "../rendering/size-text.ts";

export interface Sending {
  readonly registry: Registry;
  readonly repository: string;
  readonly mountFrom: string | undefined;
  /** The bytes of a blob, for a registry that lacks it. */
  readonly contentOf: (digest: Digest) => Blob["content"];
  readonly log: Pick<Log, "info">;
}

/** Blobs that travel at the same time to one registry, as docker has it. */
const PARALLEL_BLOBS = 5;

/** Milliseconds between lines about what is still being sent. */
const SILENCE = 15_000;

/**
 * Brings an image to one repository: blobs, and then the manifests that name them, so that nothing is named before it is
 * there.
 *
 * @returns the bytes that were sent. @throws RegistryError
 */
export async function sendParts({ blobs, manifests }: PushOrder, sending: Sending): Promise<number> {
  const { registry, repository, mountFrom, contentOf, log } = sending;
  const place = `${registry.name}/${repository}`;
  const root = manifests.at(-1)!.descriptor.digest;
  const waiting = [...blobs];
  const onTheWay = new Map<string, number>();
  let sent = 0;
  const heartbeat = setInterval(() => {
    const now = [...onTheWay.values()].reduce((sum, bytes) => sum + bytes, sent);
    log.info(`${place}: ${sizeText(now)} sent so far, ${waiting.length + onTheWay.size} blobs to go`);
  }, SILENCE);
  const work = async () => {
    for (let blob = waiting.shift(); blob !== undefined; blob = waiting.shift()) {
      const { digest, size } = blob;
      onTheWay.set(digest, 0);
      const onProgress = (bytes: number) => onTheWay.set(digest, bytes);
      const outcome = await registry.pushBlob(
        repository,
        { digest, size, content: contentOf(digest) },
        { mountFrom, onProgress },
      );
      onTheWay.delete(digest);
      if (outcome === "sent") sent += size;
    }
  };
  try {
    const results = await Promise.allSettled(Array.from({ length: PARALLEL_BLOBS }, work));
    const failed = results.find((result) => result.status === "rejected");
    if (failed !== undefined) throw failed.reason;
  } finally {
    clearInterval(heartbeat);
  }
  for (const { descriptor, bytes } of manifests)
    await registry.putManifest(repository, { mediaType: descriptor.mediaType, bytes }, descriptor.digest);
  log.info(`${place}: ${root} is there, ${sizeText(sent)} sent`);
  return sent;
}
