import { checkedDigest, checkedRepository } from "./address.ts";
import { parseBody } from "./answer.ts";
import type { Exchange } from "./exchange.ts";
import { getManifest, type Manifest, putManifest } from "./manifest.ts";
import { readPages } from "./tags.ts";

/** A referrer as a list of them has it (OCI image specification, "Content Descriptors"). */
export interface ReferrerDescriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly artifactType?: string;
  readonly annotations?: Readonly<Record<string, string>>;
}

const INDEX = "application/vnd.oci.image.index.v1+json";

/** Rounds of reading and writing the fallback tag, which other jobs may write at the same time. */
const MAX_ROUNDS = 5;

/**
 * What refers to a manifest: signatures, attestations. By the referrers API, or by the tag `sha256-HEX` where the
 * registry does not have it (OCI distribution, "Unavailable Referrers API").
 *
 * @throws RegistryError
 */
export async function listReferrers(
  exchange: Exchange,
  repository: string,
  digest: string,
): Promise<readonly ReferrerDescriptor[]> {
  const target = `/v2/${checkedRepository(repository)}/referrers/${checkedDigest(digest)}`;
  const found: ReferrerDescriptor[] = [];
  const asked = { repository, reference: digest, operation: "list referrers", target };
  const isThere = await readPages(exchange, asked, (data) => {
    const listed = descriptorsOf(data);
    found.push(...(listed ?? []));
    return listed !== undefined;
  });
  if (isThere) return found;
  return fallbackList(await getManifest(exchange, repository, fallbackTag(digest)));
}

/**
 * Stores a manifest that has a `subject`, so that `listReferrers` finds it: where the registry does not list it itself,
 * the fallback tag gets its descriptor. Repeating it adds nothing.
 *
 * @param descriptor of the manifest. @throws RegistryError
 */
export async function putReferrer(
  exchange: Exchange,
  repository: string,
  subject: string,
  manifest: { readonly mediaType: string; readonly bytes: Uint8Array },
  descriptor: ReferrerDescriptor,
): Promise<void> {
  const { digest, isListed } = await putManifest(exchange, repository, manifest);
  if (digest !== descriptor.digest)
    throw new Error(`the manifest is ${digest}, and its descriptor says another digest`);
  if (isListed) return;
  const tag = fallbackTag(subject);
  // Another job may write the tag between our reading and our writing: what stands then is read again.
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const listed = fallbackList(await getManifest(exchange, repository, tag));
    if (listed.some((one) => one.digest === digest)) return;
    const index = { schemaVersion: 2, mediaType: INDEX, manifests: [...listed, descriptor] };
    await putManifest(exchange, repository, { mediaType: INDEX, bytes: Buffer.from(JSON.stringify(index)) }, tag);
  }
  const listed = fallbackList(await getManifest(exchange, repository, tag));
  if (listed.some((one) => one.digest === digest)) return;
  const message = "other jobs keep writing this tag: the referrer is stored, and not listed";
  throw exchange.error(
    { repository, reference: tag, operation: "list referrer" },
    { status: 0, headers: {}, message, isFinal: true },
  );
}

/** `sha256-HEX`. */
export function fallbackTag(digest: string): string {
  return checkedDigest(digest).replace(":", "-").slice(0, 128);
}

function fallbackList(manifest: Manifest | undefined): readonly ReferrerDescriptor[] {
  if (manifest === undefined) return [];
  const parsed = parseBody(manifest.bytes);
  return ("data" in parsed ? descriptorsOf(parsed.data) : undefined) ?? [];
}

/** Those of an index that can be used; undefined for what is no index. */
function descriptorsOf(data: unknown): readonly ReferrerDescriptor[] | undefined {
  const { manifests } = (data ?? {}) as { manifests?: unknown };
  if (!Array.isArray(manifests)) return undefined;
  return manifests.filter(isDescriptor);
}

function isDescriptor(value: unknown): value is ReferrerDescriptor {
  const { mediaType, digest, size } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return typeof mediaType === "string" && typeof digest === "string" && Number.isSafeInteger(size);
}
