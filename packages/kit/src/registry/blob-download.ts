import { createHash } from "node:crypto";
import { renameSync, rmSync } from "node:fs";
import { createPrivateFile } from "../runner/file-content.ts";
import { aboutBlob, algorithmOf, type Blob } from "./blob.ts";
import type { Exchange, RegistryRequest } from "./exchange.ts";
import { MAX_UNUSABLE } from "./manifest.ts";

/** Asked for at once: a slow line brings it within the time of one answer, and a cut one loses no more. */
const PART_BYTES = 16 * 1024 * 1024;

/**
 * Brings a blob into a file, in parts, so that memory does not grow with it. The file is there only when it is whole and
 * has its digest.
 *
 * @throws RegistryError, also when the registry has no such blob; an error that names the file when it cannot be written.
 */
export async function downloadBlob(
  exchange: Exchange,
  repository: string,
  blob: Pick<Blob, "digest" | "size">,
  path: string,
): Promise<void> {
  const partial = `${path}.part`;
  const request: RegistryRequest = {
    ...aboutBlob(repository, blob.digest, "get blob"),
    method: "GET",
    expected: [200, 206, 404],
  };
  for (let attempt = 1; ; attempt++) {
    const problem = await fetchInto(partial, exchange, request, blob);
    if (problem === undefined) break;
    rmSync(partial, { force: true });
    const failure = {
      status: 0,
      headers: {},
      message: problem.message,
      isFinal: problem.isFinal || attempt >= MAX_UNUSABLE,
    };
    await exchange.pause(request, failure, attempt);
  }
  renameSync(partial, path);
}

interface Problem {
  readonly message: string;
  readonly isFinal: boolean;
}

async function fetchInto(
  path: string,
  exchange: Exchange,
  request: RegistryRequest,
  { digest, size }: Pick<Blob, "digest" | "size">,
): Promise<Problem | undefined> {
  const hash = createHash(algorithmOf(digest));
  const file = createPrivateFile(path);
  try {
    for (let offset = 0; offset < size; ) {
      const end = Math.min(size, offset + PART_BYTES);
      const isWhole = offset === 0 && end === size;
      const headers = isWhole ? {} : { range: `bytes=${offset}-${end - 1}` };
      const { status, body } = await exchange.request({ ...request, headers, maxBytes: end - offset });
      if (status === 404) return { message: "the registry has no such blob", isFinal: true };
      if (status === 200 && !isWhole)
        return { message: `the registry sends no parts of blobs, and it has ${size} bytes`, isFinal: true };
      if (body.length !== end - offset)
        return { message: `${body.length} of ${end - offset} bytes came`, isFinal: false };
      hash.update(body);
      file.append(body);
      offset = end;
    }
  } finally {
    file.close();
  }
  const found = `${algorithmOf(digest)}:${hash.digest("hex")}`;
  return found === digest ? undefined : { message: `the bytes have the digest ${found}`, isFinal: false };
}
