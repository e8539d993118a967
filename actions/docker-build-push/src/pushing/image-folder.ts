import { join } from "node:path";
import { checkBytes, type Descriptor } from "@jessy-actions/images/oci/descriptor";
import type { Digest } from "@jessy-actions/images/oci/digest";
import { blobPath, checkLayoutFile, LAYOUT_FILE, LAYOUT_INDEX, layoutRoot } from "@jessy-actions/images/oci/layout";
import { type PushOrder, pushOrder } from "@jessy-actions/images/oci/push-order";
import { readFile } from "@jessy-actions/kit/runner/file-content";

/** What buildx exported: the very bytes that are looked at, pushed and signed. */
export interface ImageFolder {
  /** An OCI layout, absolute. */
  readonly folder: string;
  /** What the digest of the image names. */
  readonly root: Descriptor;
  readonly order: PushOrder;
}

/**
 * Reads the manifests of an exported image, each checked against its digest.
 *
 * @param expected the digest that buildx says it made. @throws ReportError when the folder holds something else.
 */
export async function readImageFolder(folder: string, expected: Digest | undefined): Promise<ImageFolder> {
  checkLayoutFile(readFile(join(folder, LAYOUT_FILE)));
  const root = layoutRoot(readFile(join(folder, LAYOUT_INDEX)), expected);
  const order = await pushOrder([root], async ({ digest }) => readFile(join(folder, blobPath(digest))));
  return { folder, root, order };
}

/** The bytes of a small blob, such as a configuration. @throws ReportError when they are not what its digest names. */
export async function readBlob(folder: string, descriptor: Descriptor, maxBytes: number): Promise<Uint8Array> {
  if (descriptor.size > maxBytes) throw new RangeError(`${descriptor.digest} has more than ${maxBytes} bytes`);
  const bytes = readFile(join(folder, blobPath(descriptor.digest)));
  checkBytes(descriptor, bytes);
  return bytes;
}
