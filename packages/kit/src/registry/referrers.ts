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
  const refuse = (message: string) =>
    exchange.error(
      { repository, reference: tag, operation: "list referrer" },
      { status: 0, headers: {}, message, isFinal: true },
    );
  // Another job may write the tag between our reading and our writing: what stands then is read again.
  for (let round = 0; ; round++) {
    const stored = await getManifest(exchange, repository, tag);
    const index = stored === undefined ? { manifests: [] } : indexOf(stored);
    if (index === undefined)
      throw refuse("this tag holds something else than a list, and is not overwritten: the referrer is not listed");
    if (index.manifests.some((one) => isDescriptor(one) && one.digest === digest)) return;
    if (round === MAX_ROUNDS) throw refuse("other jobs keep writing this tag: the referrer is stored, and not listed");
    const added = { ...index, schemaVersion: 2, mediaType: INDEX, manifests: [...index.manifests, descriptor] };
    await putManifest(exchange, repository, { mediaType: INDEX, bytes: Buffer.from(JSON.stringify(added)) }, tag);
  }
}

/** `sha256-HEX`: at most 32 characters of the algorithm and 64 digits (OCI distribution, "Referrers Tag Schema"). */
export function fallbackTag(digest: string): string {
  const [algorithm = "", digits = ""] = checkedDigest(digest).split(":");
  return `${algorithm.slice(0, 32)}-${digits.slice(0, 64)}`;
}

function fallbackList(manifest: Manifest | undefined): readonly ReferrerDescriptor[] {
  return (manifest && indexOf(manifest))?.manifests.filter(isDescriptor) ?? [];
}

/** An index with everything that others wrote into it; undefined for what is none. */
function indexOf({ bytes }: Manifest): { readonly manifests: readonly unknown[] } | undefined {
  const parsed = parseBody(bytes);
  const index = "data" in parsed ? (parsed.data as { readonly manifests?: unknown } | null) : undefined;
  return Array.isArray(index?.manifests) ? { ...index, manifests: index.manifests } : undefined;
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
