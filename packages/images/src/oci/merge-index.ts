import { ReportError } from "@jessy-actions/reading/report-error";
import { attestedDigest, indexContents } from "../attestations.ts";
import type { Annotations } from "./annotations.ts";
import { type Descriptor, descriptorOf } from "./descriptor.ts";
import { type Platform, platformName } from "./image-platform.ts";
import { type ImageIndex, MAX_MANIFESTS, type Manifest } from "./manifest.ts";
import { INDEX_TYPES, OCI_INDEX } from "./media-types.ts";

/** What one job pushed: the image of one platform, or an index of several with their attestations. */
export interface MergePart {
  /** How errors call it: the job or its artifact. */
  readonly name: string;
  readonly descriptor: Descriptor;
  readonly manifest: Manifest;
  /** The platform of a plain image, from its config. An index says it itself. */
  readonly platform?: Platform;
  /** The commit that the job built, in full. */
  readonly revision?: string;
}

export interface MergedIndex {
  readonly bytes: Uint8Array;
  readonly descriptor: Descriptor;
  readonly index: ImageIndex;
}

/**
 * Makes one index of what several jobs pushed. The same parts in any order give the same digest: images stand sorted by
 * platform, and attestations after them with the digest of the image that they attest.
 *
 * @throws ReportError that lists every reason why the parts are not one image: two images for one platform, other
 *   commits, a part without a platform, an attestation of an image that is not there
 */
export function mergeIndexes(parts: readonly MergePart[], annotations: Annotations = {}): MergedIndex {
  if (parts.length === 0) throw new ReportError("there is nothing to merge");
  const problems = [...revisionProblems(parts)];
  const images = new Map<string, { readonly from: string; readonly descriptor: Descriptor }>();
  const attestations = new Map<string, Descriptor>();
  for (const part of parts) {
    const contents = contentsOf(part, problems);
    for (const { descriptor, platform } of contents.images) {
      const known = images.get(platform);
      if (known === undefined) images.set(platform, { from: part.name, descriptor });
      else if (known.descriptor.digest !== descriptor.digest) {
        const who =
          known.from === part.name ? `${part.name} holds two images` : `${known.from} and ${part.name} both hold one`;
        problems.push(`${who} for ${platform}, and their digests differ`);
      }
    }
    // Two images can have one and the same attestation: it names none of them itself.
    for (const attestation of contents.attestations) {
      attestations.set(`${attestedDigest(attestation)} ${attestation.digest}`, attestation);
    }
  }
  if (images.size === 0) problems.push("no part holds an image");
  if (images.size + attestations.size > MAX_MANIFESTS) problems.push(`they are more than ${MAX_MANIFESTS} manifests`);
  if (problems.length > 0) throw new ReportError(`the parts are not one image: ${problems.join("; ")}`);
  return assemble(images, attestations, annotations);
}

function* revisionProblems(parts: readonly MergePart[]): Iterable<string> {
  const revisions = Map.groupBy(
    parts.filter(({ revision }) => revision !== undefined),
    ({ revision }) => revision!,
  );
  if (revisions.size > 1) {
    const each = [...revisions].map(
      ([revision, group]) => `${group.map(({ name }) => name).join(", ")} built ${revision}`,
    );
    yield `they are of different commits: ${each.join(", ")}`;
  }
  const silent = parts.filter(({ revision }) => revision === undefined).map(({ name }) => name);
  if (revisions.size > 0 && silent.length > 0) yield `${silent.join(", ")} does not say which commit it built`;
}

interface PartContents {
  readonly images: readonly { readonly descriptor: Descriptor; readonly platform: string }[];
  readonly attestations: readonly Descriptor[];
}

function contentsOf({ name, descriptor, manifest, platform }: MergePart, problems: string[]): PartContents {
  if (manifest.kind === "manifest") {
    const own = descriptor.platform ?? platform;
    if (own === undefined) {
      problems.push(`${name} does not say its platform`);
      return { images: [], attestations: [] };
    }
    return {
      images: [{ descriptor: { ...descriptor, platform: own }, platform: platformName(own) }],
      attestations: [],
    };
  }
  const { images, orphans } = indexContents(manifest);
  for (const orphan of orphans) {
    const attested = attestedDigest(orphan) ?? "";
    problems.push(
      attested === ""
        ? `${name} holds ${orphan.digest} without a platform`
        : `${name} holds an attestation of ${attested}, which it does not hold`,
    );
  }
  const named = images.filter((image) => {
    if (INDEX_TYPES.includes(image.descriptor.mediaType)) problems.push(`${name} holds an index within its index`);
    else if (image.platform === undefined) problems.push(`${name} holds ${image.descriptor.digest} without a platform`);
    else return true;
    return false;
  });
  return {
    images: named.map((image) => ({ descriptor: image.descriptor, platform: image.platform! })),
    attestations: named.flatMap(({ attestations }) => attestations),
  };
}

function assemble(
  images: ReadonlyMap<string, { readonly descriptor: Descriptor }>,
  attestations: ReadonlyMap<string, Descriptor>,
  annotations: Annotations,
): MergedIndex {
  const sorted = [...images].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, { descriptor }]) => descriptor);
  const places = new Map<string, number>(sorted.map(({ digest }, place) => [digest, place]));
  const place = (attestation: Descriptor) => places.get(attestedDigest(attestation) ?? "") ?? 0;
  const carried = [...attestations.values()].toSorted((a, b) => place(a) - place(b) || (a.digest < b.digest ? -1 : 1));
  const manifests = [...sorted, ...carried];
  const names = Object.keys(annotations).toSorted();
  const ordered = Object.fromEntries(names.map((name) => [name, annotations[name]!]));
  const document = {
    schemaVersion: 2,
    mediaType: OCI_INDEX,
    manifests,
    ...(names.length === 0 ? {} : { annotations: ordered }),
  };
  const bytes = Buffer.from(JSON.stringify(document));
  return {
    bytes,
    descriptor: descriptorOf(OCI_INDEX, bytes),
    index: { kind: "index", mediaType: OCI_INDEX, manifests, annotations: ordered },
  };
}
