import type { JsonValue } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { type Annotations, readAnnotations } from "./annotations.ts";
import { checkBytes, type Descriptor, readDescriptor, readMediaType } from "./descriptor.ts";
import { digestOf } from "./digest.ts";
import { inDocument, readJsonDocument } from "./json-document.ts";
import { DOCKER_LIST, DOCKER_MANIFEST, INDEX_TYPES, MANIFEST_TYPES, OCI_INDEX, OCI_MANIFEST } from "./media-types.ts";

/** An image of one platform, an attestation, a signature: whatever has a config and layers. */
export interface ImageManifest {
  readonly kind: "manifest";
  readonly mediaType: string;
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
  readonly subject?: Descriptor;
  readonly artifactType?: string;
  readonly annotations: Annotations;
}

/** A list of manifests: one for each platform, and attestations beside them. */
export interface ImageIndex {
  readonly kind: "index";
  readonly mediaType: string;
  readonly manifests: readonly Descriptor[];
  readonly subject?: Descriptor;
  readonly artifactType?: string;
  readonly annotations: Annotations;
}

export type Manifest = ImageManifest | ImageIndex;

/** Registries need not take more (OCI distribution spec, "Pushing Manifests"). */
export const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
/** Docker stops at 127 layers. */
export const MAX_LAYERS = 1000;
export const MAX_MANIFESTS = 1000;

const NAMES = ["schemaVersion", "mediaType", "config", "layers", "manifests", "subject", "artifactType", "annotations"];

/**
 * Reads a manifest or an index, of OCI or of Docker (schema 2).
 *
 * @param expected the descriptor that led here: its digest, size and media type must be those of the bytes
 * @throws ReportError that names the manifest and the field. A document that is a manifest and an index at once is
 *   refused (CVE-2021-41190: two readers would see two images).
 */
export function readManifest(
  bytes: Uint8Array,
  expected?: Pick<Descriptor, "mediaType" | "digest" | "size">,
): Manifest {
  const name = `the manifest ${expected?.digest ?? (bytes.length <= MAX_MANIFEST_BYTES ? digestOf(bytes) : "")}`.trim();
  const read = () =>
    readJsonDocument(name, bytes, MAX_MANIFEST_BYTES, NAMES, (root) => readRoot(root, expected?.mediaType));
  if (expected === undefined) return read();
  inDocument("the manifest", () => checkBytes(expected, bytes));
  return read();
}

function readRoot(root: JsonValue, expectedType: string | undefined): Manifest {
  const version = root.get("schemaVersion");
  if (version.raw === 1) {
    throw new ReportError("is a Docker manifest of schema 1, which registries no longer serve: build the image again");
  }
  if (version.raw !== 2) throw version.not("2");
  const kind = kindOf(root);
  const mediaType = mediaTypeOf(root, kind, expectedType);
  const [subject, artifactType] = [root.get("subject"), root.get("artifactType")];
  const common = {
    mediaType,
    ...(subject.isMissing ? {} : { subject: readDescriptor(subject) }),
    ...(artifactType.isMissing || artifactType.raw === "" ? {} : { artifactType: readMediaType(artifactType) }),
    annotations: readAnnotations(root.get("annotations")),
  };
  if (kind === "index") return { kind, ...common, manifests: readList(root.get("manifests"), MAX_MANIFESTS) };
  return {
    kind,
    ...common,
    config: readDescriptor(root.get("config")),
    layers: readList(root.get("layers"), MAX_LAYERS),
  };
}

function kindOf(root: JsonValue): Manifest["kind"] {
  const isIndex = !root.get("manifests").isMissing;
  const isManifest = !root.get("config").isMissing || !root.get("layers").isMissing;
  if (isIndex && isManifest) {
    throw new ReportError("is an index and a manifest at once: it has `manifests` beside `config` or `layers`");
  }
  if (!isIndex && !isManifest)
    throw new ReportError("is neither a manifest nor an index: it has no `config` and no `manifests`");
  return isIndex ? "index" : "manifest";
}

function mediaTypeOf(root: JsonValue, kind: Manifest["kind"], expected: string | undefined): string {
  const stated = root.get("mediaType");
  const own = stated.isMissing || stated.raw === "" ? undefined : readMediaType(stated);
  if (own !== undefined && expected !== undefined && own !== expected)
    throw stated.not(`${expected}, as its descriptor states`);
  // OCI documents need not say what they are; Docker's must.
  const type = own ?? expected ?? (kind === "index" ? OCI_INDEX : OCI_MANIFEST);
  if (own === undefined && (type === DOCKER_LIST || type === DOCKER_MANIFEST)) throw stated.not(type);
  const allowed = kind === "index" ? INDEX_TYPES : MANIFEST_TYPES;
  if (!allowed.includes(type)) {
    throw new ReportError(
      `has the media type ${type}, and the content of ${kind === "index" ? "an index" : "a manifest"}`,
    );
  }
  return type;
}

function readList(value: JsonValue, most: number): readonly Descriptor[] {
  if (value.list().length > most) throw value.not(`a list of at most ${most} descriptors`);
  return [...value.items()].map(readDescriptor);
}
