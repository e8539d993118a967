import { createHash } from "node:crypto";
import { checkedReference, checkedRepository, isDigest } from "./address.ts";
import { parseBody } from "./answer.ts";
import type { Exchange, RegistryAnswer, RegistryRequest } from "./exchange.ts";

/** A manifest or an index as it stands in a registry. */
export interface Manifest {
  /** Computed from the bytes. */
  readonly digest: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** What is known of a manifest without its bytes. */
export interface ManifestHead {
  readonly digest: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number | undefined;
}

/** Registries refuse larger ones (OCI distribution, "Pushing Manifests"). */
export const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;

const ACCEPT = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.docker.distribution.manifest.v2+json",
].join(", ");

/** How often an answer may be unusable, in a row: bytes that were cut or changed on the way, a proxy's page. */
export const MAX_UNUSABLE = 3;

/** Milliseconds between looks at a tag that a registry does not show yet: some show it seconds late. */
const CONFIRM_WAITS = [500, 1000, 2000, 4000, 8000];

const pullScope = (repository: string): readonly string[] => [`repository:${repository}:pull`];
export const pushScope = (repository: string): readonly string[] => [`repository:${repository}:pull,push`];

/** @param algorithm as a digest names it. @returns `sha256:...`. */
export function digestOf(bytes: Uint8Array, algorithm: "sha256" | "sha512" = "sha256"): string {
  return `${algorithm}:${createHash(algorithm).update(bytes).digest("hex")}`;
}

/** @returns undefined when the registry has none. @throws RegistryError */
export async function getManifest(
  exchange: Exchange,
  repository: string,
  reference: string,
): Promise<Manifest | undefined> {
  const request: RegistryRequest = { ...about(repository, reference, "get manifest"), method: "GET" };
  for (let attempt = 1; ; attempt++) {
    const answer = await exchange.request({ ...request, maxBytes: MAX_MANIFEST_BYTES });
    if (answer.status === 404) return undefined;
    const manifest = readManifest(answer, reference);
    if (!("problem" in manifest)) return manifest;
    const isFinal = attempt >= MAX_UNUSABLE;
    await exchange.pause(request, { status: 0, headers: {}, message: manifest.problem, isFinal }, attempt);
  }
}

/** @returns undefined when the registry has none. @throws RegistryError */
export async function headManifest(
  exchange: Exchange,
  repository: string,
  reference: string,
): Promise<ManifestHead | undefined> {
  const answer = await exchange.request({ ...about(repository, reference, "look up"), method: "HEAD" });
  if (answer.status === 404) return undefined;
  const digest = answer.headers["docker-content-digest"];
  const mediaType = mediaTypeOf(answer);
  // Some registries name the digest only with the bytes, and a page of HTML has none.
  if (digest === undefined || !isDigest(digest) || !/json/.test(mediaType)) {
    const manifest = await getManifest(exchange, repository, reference);
    return manifest && { digest: manifest.digest, mediaType: manifest.mediaType, size: manifest.bytes.length };
  }
  const length = Number(answer.headers["content-length"]);
  return { digest, mediaType, size: length > 0 ? length : undefined };
}

/**
 * Stores a manifest under its digest or a tag.
 *
 * @returns its digest, and whether the registry itself lists it as a referrer of its subject. @throws RegistryError, also
 *   when the registry says that it stored something else.
 */
export async function putManifest(
  exchange: Exchange,
  repository: string,
  { mediaType, bytes }: { readonly mediaType: string; readonly bytes: Uint8Array },
  reference: string = digestOf(bytes),
): Promise<{ readonly digest: string; readonly isListed: boolean }> {
  const digest = digestOf(bytes, reference.startsWith("sha512:") ? "sha512" : "sha256");
  if (isDigest(reference) && reference !== digest) throw new Error(`the manifest is ${digest}, and not ${reference}`);
  const { Readable } = process.getBuiltinModule("node:stream");
  const asked: RegistryRequest = {
    ...about(repository, reference, "push manifest"),
    method: "PUT",
    headers: { "content-type": mediaType },
    scopes: pushScope(repository),
    body: { size: bytes.length, open: () => Readable.from([bytes]) },
    expected: [200, 201, 202, 204],
  };
  const { headers, body } = await exchange.request(asked);
  const stored = headers["docker-content-digest"];
  if (stored !== undefined && stored !== digest)
    throw exchange.error(asked, lie(`the registry says that it stored ${stored}, and was sent ${digest}`));
  if (stored === undefined && body.length > 0 && "problem" in parseBody(body))
    throw exchange.error(asked, lie("the answer is not a registry's: nothing may have been stored"));
  return { digest, isListed: headers["oci-subject"] !== undefined };
}

/**
 * Asks the registry whether a reference leads to a digest, and waits some seconds for one that shows it late.
 *
 * @throws RegistryError that names what it leads to instead.
 */
export async function confirmManifest(
  exchange: Exchange,
  repository: string,
  reference: string,
  digest: string,
  sleep: (milliseconds: number) => Promise<void>,
): Promise<void> {
  for (let looked = 0; ; looked++) {
    const found = await headManifest(exchange, repository, reference);
    if (found?.digest === digest) return;
    const delay = CONFIRM_WAITS[looked];
    if (delay === undefined) {
      const instead = found === undefined ? "nothing" : found.digest;
      const asked = { repository, reference, operation: "confirm" };
      throw exchange.error(asked, lie(`the registry has ${instead} there, and was sent ${digest}`));
    }
    await sleep(delay);
  }
}

function about(repository: string, reference: string, operation: string): Omit<RegistryRequest, "method"> {
  return {
    operation,
    repository,
    reference,
    target: `/v2/${checkedRepository(repository)}/manifests/${checkedReference(reference)}`,
    headers: { accept: ACCEPT },
    scopes: pullScope(repository),
    expected: [200, 404],
  };
}

const lie = (message: string) => ({ status: 0, headers: {}, message, isFinal: true });

function readManifest(answer: RegistryAnswer, reference: string): Manifest | { readonly problem: string } {
  const parsed = parseBody(answer.body);
  if ("problem" in parsed) return parsed;
  const { schemaVersion, mediaType } = (parsed.data ?? {}) as { schemaVersion?: unknown; mediaType?: unknown };
  if (schemaVersion !== 2) return { problem: "the answer is not a manifest of version 2" };
  const digest = digestOf(answer.body, reference.startsWith("sha512:") ? "sha512" : "sha256");
  const promised = [answer.headers["docker-content-digest"], isDigest(reference) ? reference : undefined];
  const other = promised.find(
    (one) => one !== undefined && one.split(":")[0] === digest.split(":")[0] && one !== digest,
  );
  if (other !== undefined) return { problem: `the bytes have the digest ${digest}, and ${other} was promised` };
  const stated = typeof mediaType === "string" && mediaType !== "" ? mediaType : mediaTypeOf(answer);
  return { digest, mediaType: stated, bytes: answer.body };
}

function mediaTypeOf({ headers }: RegistryAnswer): string {
  return (headers["content-type"] ?? "").split(";")[0]!.trim().toLowerCase();
}
