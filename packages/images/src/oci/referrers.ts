import type { JsonValue } from "@jessy-actions/reading/json";
import { type Annotations, readAnnotations } from "./annotations.ts";
import { type Descriptor, descriptorOf, readDescriptor } from "./descriptor.ts";
import type { Digest } from "./digest.ts";
import { readJsonDocument } from "./json-document.ts";
import { type ImageManifest, MAX_MANIFEST_BYTES, MAX_MANIFESTS } from "./manifest.ts";
import { OCI_INDEX } from "./media-types.ts";

const NAMES = ["schemaVersion", "mediaType", "manifests", "annotations"];

/**
 * The tag under which referrers of a digest are listed where a registry has no referrers API (OCI distribution spec,
 * "Referrers Tag Schema"): at most 32 characters of the algorithm and 64 of the digits.
 */
export function referrersTag(digest: Digest): string {
  const [algorithm, digits] = digest.split(":") as [string, string];
  return `${algorithm.slice(0, 32)}-${digits.slice(0, 64)}`;
}

/** What a list of referrers says about one of them: its type, and its annotations. */
export function referrerDescriptor(manifest: ImageManifest, bytes: Uint8Array): Descriptor {
  const annotations: Annotations = manifest.annotations;
  return {
    ...descriptorOf(manifest.mediaType, bytes),
    // The spec takes the config's type for manifests of older tools; cosign 3.1 writes the type of the empty config.
    artifactType: manifest.artifactType ?? manifest.config.mediaType,
    ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
  };
}

/**
 * The answer of the referrers API, or the index under the fallback tag.
 *
 * @throws ReportError
 */
export function readReferrers(bytes: Uint8Array): readonly Descriptor[] {
  return readIndex(bytes, (root) => entriesOf(root).map(readDescriptor));
}

/**
 * The index under the fallback tag with one more entry. What others wrote stays as it is. An entry of the same digest
 * is replaced if it says something else, such as another type, and never doubled.
 *
 * @param bytes the index that stands there, if any
 * @returns the new index, or undefined when the entry is there already
 * @throws ReportError if what stands there is not an index: it must not be overwritten
 */
export function addReferrer(bytes: Uint8Array | undefined, entry: Descriptor): Uint8Array | undefined {
  if (bytes === undefined) return serialize({}, [entry]);
  return readIndex(bytes, (root) => {
    const entries = entriesOf(root);
    entries.forEach(readDescriptor);
    const same = entries.filter((each) => each.get("digest").raw === entry.digest);
    if (same.length === 1 && isEqual(readDescriptor(same[0]!), entry)) return undefined;
    const kept = entries.filter((each) => !same.includes(each)).map(({ raw }) => raw);
    if (kept.length >= MAX_MANIFESTS)
      throw root.get("manifests").not(`a list with room for one more than ${MAX_MANIFESTS}`);
    return serialize(root.raw as object, [...kept, entry]);
  });
}

function readIndex<Result>(bytes: Uint8Array, read: (root: JsonValue) => Result): Result {
  return readJsonDocument("the list of referrers", bytes, MAX_MANIFEST_BYTES, NAMES, (root) => {
    const mediaType = root.get("mediaType");
    if (!mediaType.isMissing && mediaType.text() !== OCI_INDEX) throw mediaType.not(OCI_INDEX);
    if (!root.get("config").isMissing || !root.get("layers").isMissing) throw root.not("an index");
    readAnnotations(root.get("annotations"));
    return read(root);
  });
}

function entriesOf(root: JsonValue): readonly JsonValue[] {
  const manifests = root.get("manifests");
  // Some registries answer null for an empty list.
  if (manifests.raw === null) return [];
  if (manifests.list().length > MAX_MANIFESTS) throw manifests.not(`a list of at most ${MAX_MANIFESTS} descriptors`);
  return [...manifests.items()];
}

function serialize(index: object, manifests: readonly unknown[]): Uint8Array {
  return Buffer.from(JSON.stringify({ ...index, schemaVersion: 2, mediaType: OCI_INDEX, manifests }));
}

function isEqual(one: Descriptor, other: Descriptor): boolean {
  const sorted = (descriptor: Descriptor) => [
    descriptor.mediaType,
    descriptor.digest,
    descriptor.size,
    descriptor.artifactType,
    Object.entries(descriptor.annotations ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ];
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}
