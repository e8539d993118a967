import { join } from "node:path";
import type { Digest } from "@jessy-actions/images/oci/digest";
import { blobPath } from "@jessy-actions/images/oci/layout";
import type { Log } from "@jessy-actions/kit/runner/log";
import type { ImageContent } from "./delivery.ts";
import type { ImageFolder } from "./image-folder.ts";
import { sendParts } from "./send-parts.ts";

/** An image that was built into a folder. */
export function folderContent({ folder, order }: ImageFolder, log: Pick<Log, "info">): ImageContent {
  const contentOf = (digest: Digest) => ({ path: join(folder, blobPath(digest)) });
  return {
    send: (registry, repository, mountFrom) => sendParts(order, { registry, repository, mountFrom, contentOf, log }),
  };
}
