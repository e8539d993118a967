import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { attestedDigest } from "@jessy-actions/images/attestations";
import { checkBytes, type Descriptor } from "@jessy-actions/images/oci/descriptor";
import { isDigest } from "@jessy-actions/images/oci/digest";
import { isUnknown } from "@jessy-actions/images/oci/image-platform";
import { blobPath, LAYOUT_FILE, LAYOUT_INDEX } from "@jessy-actions/images/oci/layout";
import { readManifest } from "@jessy-actions/images/oci/manifest";
import { OCI_INDEX } from "@jessy-actions/images/oci/media-types";
import type { Reference } from "@jessy-actions/images/reference";
import type { Manifest } from "@jessy-actions/kit/registry/manifest";
import type { Registry } from "@jessy-actions/kit/registry/registry";
import { writeFile } from "@jessy-actions/kit/runner/file-content";
import { ReportError } from "@jessy-actions/reading/report-error";

/** Blobs that are fetched at once. */
const WORKERS = 3;

/**
 * Brings an image from its registry into an OCI layout: all platforms of an index, without attestations. The tag is
 * resolved once; everything below it is fetched by digest and verified.
 *
 * @param folder absolute; it may not exist yet
 * @returns whether there is such an image
 * @throws RegistryError, ReportError for what is not an image, an error that names the file when the disk is full
 */
export async function pullImage(
  { repository, tag, digest }: Reference,
  registry: Pick<Registry, "getManifest" | "downloadBlob">,
  folder: string,
): Promise<boolean> {
  const wanted = digest ?? tag ?? "latest";
  const root = await registry.getManifest(repository, wanted);
  if (root === undefined) return false;
  if (digest !== undefined && root.digest !== digest)
    throw new ReportError(`is ${root.digest} where ${digest} was asked for`);
  const descriptor = descriptorOf(root);
  const blobs = new Map<string, Descriptor>();
  await collect(descriptor, root);
  const waiting = [...blobs.values()];
  await Promise.all(Array.from({ length: WORKERS }, () => fetchBlobs()));
  writeFile(join(folder, LAYOUT_FILE), '{"imageLayoutVersion":"1.0.0"}');
  writeFile(
    join(folder, LAYOUT_INDEX),
    JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests: [descriptor] }),
  );
  return true;

  /** Stores manifests, and gathers what they are made of. */
  async function collect(of: Descriptor, { bytes }: Pick<Manifest, "bytes">): Promise<void> {
    const manifest = readManifest(bytes, of);
    writeFile(pathOf(of), bytes);
    if (manifest.kind === "manifest") {
      for (const blob of [manifest.config, ...manifest.layers]) blobs.set(blob.digest, blob);
      return;
    }
    for (const entry of manifest.manifests) {
      if (attestedDigest(entry) !== undefined || isUnknown(entry.platform)) continue;
      const stored = await registry.getManifest(repository, entry.digest);
      if (stored === undefined) throw new ReportError(`is not whole: its registry has no ${entry.digest}`);
      checkBytes(entry, stored.bytes);
      await collect(entry, stored);
    }
  }

  async function fetchBlobs(): Promise<void> {
    for (let blob = waiting.pop(); blob !== undefined; blob = waiting.pop()) {
      const path = pathOf(blob);
      mkdirSync(dirname(path), { recursive: true });
      await registry.downloadBlob(repository, blob, path);
    }
  }

  function pathOf(of: Descriptor): string {
    return join(folder, blobPath(of.digest));
  }
}

function descriptorOf({ digest, mediaType, bytes }: Manifest): Descriptor {
  if (!isDigest(digest)) throw new ReportError(`has the digest ${digest}, of a kind that is not known`);
  return { mediaType, digest, size: bytes.length };
}
