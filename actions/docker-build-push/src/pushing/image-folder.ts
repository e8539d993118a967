import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { checkBytes, type Descriptor } from "@jessy-actions/images/oci/descriptor";
import type { Digest } from "@jessy-actions/images/oci/digest";
import { blobPath, checkLayoutFile, LAYOUT_FILE, LAYOUT_INDEX, layoutRoot } from "@jessy-actions/images/oci/layout";
import { type PushOrder, pushOrder } from "@jessy-actions/images/oci/push-order";
import { count } from "@jessy-actions/kit/report/quantity";
import { readFile } from "@jessy-actions/kit/runner/file-content";
import { ReportError } from "@jessy-actions/reading/report-error";

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
  checkLayoutFile(readPart(folder, LAYOUT_FILE));
  const root = layoutRoot(readPart(folder, LAYOUT_INDEX), expected);
  const order = await pushOrder([root], ({ digest }) => readPart(folder, blobPath(digest)));
  return { folder, root, order };
}

/** The bytes of a small blob, such as a configuration. @throws ReportError when they are not what its digest names. */
export function readBlob({ folder }: ImageFolder, descriptor: Descriptor, maxBytes: number, name: string): Uint8Array {
  if (descriptor.size > maxBytes)
    throw new ReportError(`${name} has ${count(descriptor.size)} bytes, and at most ${count(maxBytes)} are looked at`);
  const bytes = readPart(folder, blobPath(descriptor.digest));
  checkBytes(descriptor, bytes);
  return bytes;
}

/** @throws ReportError when a layer or another blob is missing, or is not as long as the image says: the disk was full. */
export function checkBlobs({ folder, order }: ImageFolder): void {
  for (const { digest, size } of order.blobs) {
    const found = statSync(join(folder, blobPath(digest)), { throwIfNoEntry: false })?.size;
    if (found === undefined) throw missing(blobPath(digest));
    if (found !== size)
      throw new ReportError(`${blobPath(digest)} has ${count(found)} bytes, and ${count(size)} are right`);
  }
}

function readPart(folder: string, name: string): Buffer {
  if (!existsSync(join(folder, name))) throw missing(name);
  return readFile(join(folder, name));
}

const missing = (name: string) => new ReportError(`${name} is missing`);
