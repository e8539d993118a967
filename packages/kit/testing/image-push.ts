import { createHash, randomBytes } from "node:crypto";
import type { Blob } from "../src/registry/blob.ts";
import type { BlobOutcome } from "../src/registry/blob-upload.ts";
import type { Registry } from "../src/registry/registry.ts";

/** An image of random bytes: of no use but to be pushed. */
export interface TestImage {
  readonly blobs: readonly Blob[];
  readonly manifest: { readonly mediaType: string; readonly bytes: Buffer };
  readonly digest: string;
}

export function testImage(layerBytes = 2000): TestImage {
  const [config, layer] = [Buffer.from(`{"id":"${randomBytes(8).toString("hex")}"}`), randomBytes(layerBytes)];
  const blobs = [config, layer].map((bytes) => ({ digest: sha256(bytes), size: bytes.length, content: { bytes } }));
  const mediaType = "application/vnd.oci.image.manifest.v1+json";
  const descriptors = blobs.map(({ digest, size }) => ({ digest, size }));
  const bytes = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType,
      config: { mediaType: "application/vnd.oci.image.config.v1+json", ...descriptors[0] },
      layers: [{ mediaType: "application/vnd.oci.image.layer.v1.tar", ...descriptors[1] }],
    }),
  );
  return { blobs, manifest: { mediaType, bytes }, digest: sha256(bytes) };
}

/** Blobs, the manifest by its digest, a tag, and the look at it: the order of a push. */
export async function pushImage(
  registry: Registry,
  repository: string,
  { blobs, manifest, digest }: TestImage,
  tag = "1.0",
): Promise<readonly BlobOutcome[]> {
  const outcomes: BlobOutcome[] = [];
  for (const blob of blobs) outcomes.push(await registry.pushBlob(repository, blob));
  await registry.putManifest(repository, manifest);
  await registry.putManifest(repository, manifest, tag);
  await registry.confirmManifest(repository, tag, digest);
  return outcomes;
}

const sha256 = (bytes: Buffer): string => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
