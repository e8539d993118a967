import type { JsonValue } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { decodeBase64 } from "../base64.ts";
import type { Annotations } from "../oci/annotations.ts";
import { checkBytes, type Descriptor, descriptorOf } from "../oci/descriptor.ts";
import { type Digest, isDigest } from "../oci/digest.ts";
import { readJsonDocument } from "../oci/json-document.ts";
import { type ImageManifest, MAX_LAYERS } from "../oci/manifest.ts";
import { OCI_CONFIG, OCI_MANIFEST } from "../oci/media-types.ts";
import { signBytes, verifyBytes } from "./algorithm.ts";
import type { SigningKey, VerificationKey } from "./keys.ts";
import { checkLogEntry, readBody, readRekorBundle } from "./log-entry.ts";
import { checkClaims, invalid, type SignatureCheck, type SignatureExpectation } from "./signature-check.ts";

/**
 * The form of cosign 1 and 2: a manifest under the tag `sha256-<digits>.sig` with one layer for each signature. The layer
 * is the signed payload ("simple signing"), and an annotation holds the signature (cosign, specs/SIGNATURE_SPEC.md).
 */
export const SIMPLE_SIGNING = "application/vnd.dev.cosign.simplesigning.v1+json";
export const SIGNATURE = "dev.cosignproject.cosign/signature";
export const REKOR_BUNDLE = "dev.sigstore.cosign/bundle";
const TYPE = "cosign container image signature";

export const MAX_PAYLOAD_BYTES = 100_000;

/** The tag of the signatures of a digest. */
export function signatureTag(digest: Digest): string {
  return `${digest.replace(":", "-")}.sig`;
}

/** A blob that is to be pushed. */
export interface NewBlob {
  readonly descriptor: Descriptor;
  readonly bytes: Uint8Array;
}

export interface SimpleSignature {
  /** The new signature, in the manifest. */
  readonly layer: Descriptor;
  /** The payload, and the config of the manifest. */
  readonly blobs: readonly NewBlob[];
  readonly manifest: NewBlob;
}

export interface SignedSubject extends SignatureExpectation {
  /** The repository with its registry, without tag and digest: `ghcr.io/acme/app`. */
  readonly repository: string;
}

/**
 * Signs a digest, and adds the signature to those that stand under the tag already.
 *
 * @param existing the manifest that stands under `signatureTag`, if any
 */
export function signSimple(key: SigningKey, subject: SignedSubject, existing?: ImageManifest): SimpleSignature {
  const payload = simplePayload(subject);
  return addSimple(payload, signBytes(key.key, payload), {}, existing);
}

/** What is signed. */
export function simplePayload({ digest, repository, annotations = {} }: SignedSubject): Buffer {
  return Buffer.from(
    JSON.stringify({
      critical: {
        identity: { "docker-reference": repository },
        image: { "docker-manifest-digest": digest },
        type: TYPE,
      },
      optional: Object.keys(annotations).length === 0 ? null : annotations,
    }),
  );
}

/**
 * The manifest that holds one signature more.
 *
 * @param more annotations of the signature: a keyless one brings its certificate and its log entry.
 */
export function addSimple(
  payload: Uint8Array,
  signature: Uint8Array,
  more: Annotations,
  existing: ImageManifest | undefined,
): SimpleSignature {
  const layer = {
    ...descriptorOf(SIMPLE_SIGNING, payload),
    annotations: { [SIGNATURE]: Buffer.from(signature).toString("base64"), ...more },
  };
  const layers = [...(existing?.layers ?? []), layer];
  if (layers.length > MAX_LAYERS) throw new ReportError(`the tag has ${MAX_LAYERS} signatures already`);
  // cosign writes a config of an image without a platform, one layer for each signature.
  const config = Buffer.from(
    JSON.stringify({
      architecture: "",
      created: "0001-01-01T00:00:00Z",
      history: layers.map(() => ({ created: "0001-01-01T00:00:00Z" })),
      os: "",
      rootfs: { type: "layers", diff_ids: layers.map(({ digest }) => digest) },
      config: {},
    }),
  );
  const configDescriptor = descriptorOf(OCI_CONFIG, config);
  const kept = existing === undefined ? {} : existing.annotations;
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: OCI_MANIFEST,
      config: configDescriptor,
      layers,
      ...(Object.keys(kept).length === 0 ? {} : { annotations: kept }),
    }),
  );
  return {
    layer,
    blobs: [
      { descriptor: descriptorOf(SIMPLE_SIGNING, payload), bytes: payload },
      { descriptor: configDescriptor, bytes: config },
    ],
    manifest: { descriptor: descriptorOf(OCI_MANIFEST, manifest), bytes: manifest },
  };
}

/** The layers of a `.sig` manifest that are signatures: their payloads are needed for `verifySimple`. */
export function simpleSignatures(manifest: ImageManifest): readonly Descriptor[] {
  return manifest.layers.filter(({ mediaType }) => mediaType === SIMPLE_SIGNING);
}

/**
 * Checks one signature of a `.sig` manifest by a public key: the payload is the one that the manifest names, the
 * signature is of this payload by this key, the payload is about the expected digest, and an entry of a transparency
 * log that comes with it is about this very signature.
 */
export function verifySimple(
  key: VerificationKey,
  layer: Descriptor,
  payload: Uint8Array,
  expected: SignatureExpectation,
): SignatureCheck {
  try {
    checkBytes(layer, payload);
    const signature = decodeBase64(layer.annotations?.[SIGNATURE] ?? "");
    if (signature === undefined || signature.length === 0)
      return invalid("its signature is missing or not valid base64");
    if (!verifyBytes(key.key, payload, signature)) return invalid("it is not a signature by this key");
    const bundle = layer.annotations?.[REKOR_BUNDLE];
    if (bundle !== undefined) {
      checkLogEntry(readBody(readRekorBundle(bundle).body), {
        key,
        signature,
        signed: payload,
        payload,
        envelope: undefined,
      });
    }
    return checkClaims(readPayload(payload), expected);
  } catch (error) {
    if (error instanceof ReportError) return invalid(error.message);
    throw error;
  }
}

function readPayload(bytes: Uint8Array): { readonly digest: Digest; readonly annotations: Annotations } {
  return readJsonDocument("the payload", bytes, MAX_PAYLOAD_BYTES, ["critical", "optional"], (root) => {
    const critical = root.get("critical");
    const [type, digest] = [critical.get("type"), critical.get("image").get("docker-manifest-digest")];
    if (type.text() !== TYPE) throw type.not(`"${TYPE}"`);
    const text = digest.text();
    if (!isDigest(text)) throw digest.not("a digest");
    return { digest: text, annotations: readOptional(root.get("optional")) };
  });
}

/** Only texts count as annotations: cosign also signs a time there. */
function readOptional(value: JsonValue): Annotations {
  if (value.isMissing) return {};
  const texts = [...value.entries()].filter(([, item]) => typeof item.raw === "string");
  return Object.fromEntries(texts.map(([name, item]) => [name, item.text()]));
}
