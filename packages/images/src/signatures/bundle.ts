import type { KeyObject } from "node:crypto";
import type { JsonValue } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { decodeBase64 } from "../base64.ts";
import { type Annotations, readAnnotations } from "../oci/annotations.ts";
import { type Descriptor, descriptorOf } from "../oci/descriptor.ts";
import { type Digest, hexOf } from "../oci/digest.ts";
import { readJsonDocument } from "../oci/json-document.ts";
import type { ImageManifest } from "../oci/manifest.ts";
import { IN_TOTO, OCI_EMPTY, OCI_MANIFEST } from "../oci/media-types.ts";
import { signBytes, verifyBytes } from "./algorithm.ts";
import type { SigningKey, VerificationKey } from "./keys.ts";
import { checkLogEntry, type LogEntry, readLogEntry } from "./log-entry.ts";
import { checkClaims, invalid, type SignatureCheck, type SignatureExpectation } from "./signature-check.ts";
import type { NewBlob } from "./simple-signing.ts";

/**
 * The form of cosign 3: a Sigstore bundle (version 0.3) that holds a DSSE envelope around an in-toto statement, stored
 * as a referrer of the image (OCI 1.1 `subject`).
 */
export const BUNDLE = "application/vnd.dev.sigstore.bundle.v0.3+json";
const BUNDLES: readonly string[] = [BUNDLE, "application/vnd.dev.sigstore.bundle+json;version=0.3"];
/** What the statement of an image signature says of itself; attestations by the same key say something else. */
export const SIGNATURE_PREDICATE = "https://sigstore.dev/cosign/sign/v1";
const STATEMENTS: readonly string[] = ["https://in-toto.io/Statement/v1", "https://in-toto.io/Statement/v0.1"];
const EMPTY = Buffer.from("{}");

export const MAX_BUNDLE_BYTES = 10 * 1024 * 1024;
export const MAX_SUBJECTS = 10_000;
export const MAX_LOG_ENTRIES = 32;

/** A referrer that is to be pushed: its blobs, then its manifest by digest. */
export interface BundleReferrer {
  readonly blobs: readonly NewBlob[];
  readonly manifest: NewBlob;
}

/** Signs a digest: the bundle as bytes. */
export function signBundle(key: SigningKey, expected: SignatureExpectation): Uint8Array {
  const dsseEnvelope = signStatement(key.key, expected);
  return bundleBytes({ publicKey: { hint: key.verification.hint } }, dsseEnvelope);
}

/** An envelope of DSSE, as JSON. */
export interface DsseEnvelope {
  /** Base64, as the signature is. */
  readonly payload: string;
  readonly payloadType: string;
  readonly signatures: readonly [{ readonly sig: string }];
}

/** Signs the statement that an image signature is. */
export function signStatement(key: KeyObject, expected: SignatureExpectation): DsseEnvelope {
  const payload = signatureStatement(expected);
  return {
    payload: payload.toString("base64"),
    payloadType: IN_TOTO,
    signatures: [{ sig: signBytes(key, preAuthentication(IN_TOTO, payload)).toString("base64") }],
  };
}

/** @param verificationMaterial by what the signature is checked: a key's hint, or a certificate and its log entry. */
export function bundleBytes(verificationMaterial: object, dsseEnvelope: DsseEnvelope): Buffer {
  return Buffer.from(JSON.stringify({ mediaType: BUNDLE, verificationMaterial, dsseEnvelope }));
}

/** The statement that cosign 3 signs for an image. */
function signatureStatement({ digest, annotations = {} }: SignatureExpectation): Buffer {
  return Buffer.from(
    JSON.stringify({
      _type: STATEMENTS[0],
      subject: [{ digest: { [digest.split(":")[0]!]: hexOf(digest) }, annotations }],
      predicateType: SIGNATURE_PREDICATE,
      predicate: {},
    }),
  );
}

/**
 * The manifest that makes a bundle a referrer of an image.
 *
 * @param subject the image or index that is signed, as the registry has it
 * @param created of the signature, ISO 8601
 */
export function bundleReferrer(bundle: Uint8Array, subject: Descriptor, created: string): BundleReferrer {
  const layer = descriptorOf(BUNDLE, bundle);
  const config = descriptorOf(OCI_EMPTY, EMPTY);
  const { mediaType, digest, size } = subject;
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: OCI_MANIFEST,
      artifactType: BUNDLE,
      config,
      layers: [layer],
      annotations: {
        "dev.sigstore.bundle.content": "dsse-envelope",
        "dev.sigstore.bundle.predicateType": SIGNATURE_PREDICATE,
        "org.opencontainers.image.created": created,
      },
      subject: { mediaType, digest, size },
    }),
  );
  return {
    blobs: [
      { descriptor: config, bytes: EMPTY },
      { descriptor: layer, bytes: bundle },
    ],
    manifest: { descriptor: descriptorOf(OCI_MANIFEST, manifest), bytes: manifest },
  };
}

/**
 * Whether a listed referrer may hold a bundle. Lists of cosign 3.1 name the type of the empty config instead, so what
 * they list must be looked at.
 */
export function mayHoldBundle({ artifactType }: Descriptor): boolean {
  return (
    artifactType === undefined ||
    artifactType === OCI_EMPTY ||
    artifactType.startsWith("application/vnd.dev.sigstore.bundle")
  );
}

/** The bundles of a referrer manifest, if it is one of the digest; nothing else counts. */
export function bundlesOf(manifest: ImageManifest, digest: Digest): readonly Descriptor[] {
  if (manifest.subject?.digest !== digest) return [];
  return manifest.layers.filter(({ mediaType }) => BUNDLES.includes(mediaType));
}

/**
 * Checks a bundle by a public key: one DSSE signature by this key over an in-toto statement that is an image signature
 * about the expected digest. An entry of a transparency log that comes with it must be about this very signature and
 * key: otherwise anybody's entry would do (CVE-2026-22703).
 */
export function verifyBundle(key: VerificationKey, bytes: Uint8Array, expected: SignatureExpectation): SignatureCheck {
  try {
    const { payload, payloadType, signature, entries } = readBundle(bytes);
    const signed = preAuthentication(payloadType, payload);
    if (!verifyBytes(key.key, signed, signature)) return invalid("it is not a signature by this key");
    for (const entry of entries) checkLogEntry(entry, { key, signature, signed, payload, envelope: payloadType });
    return checkStatement(payload, payloadType, expected);
  } catch (error) {
    if (error instanceof ReportError) return invalid(error.message);
    throw error;
  }
}

/** The certificate of a keyless bundle, DER; undefined for one by a key. @throws ReportError */
export function bundleCertificate(bytes: Uint8Array): Buffer | undefined {
  return readBundle(bytes).certificate;
}

interface ReadBundle {
  readonly payload: Buffer;
  readonly payloadType: string;
  readonly signature: Buffer;
  readonly entries: readonly LogEntry[];
  readonly certificate: Buffer | undefined;
}

function readBundle(bytes: Uint8Array): ReadBundle {
  const names = ["mediaType", "verificationMaterial", "dsseEnvelope", "messageSignature"];
  return readJsonDocument("the bundle", bytes, MAX_BUNDLE_BYTES, names, (root) => {
    const [mediaType, material, envelope] = ["mediaType", "verificationMaterial", "dsseEnvelope"].map((name) =>
      root.get(name),
    );
    if (!BUNDLES.includes(mediaType!.text())) throw mediaType!.not("the type of a bundle of version 0.3");
    if (!root.get("messageSignature").isMissing)
      throw new ReportError("signs a digest alone, and not a statement about an image");
    const signatures = envelope!.get("signatures");
    if (signatures.list().length !== 1) throw signatures.not("a list of exactly one signature");
    const entries = material!.get("tlogEntries");
    if (!entries.isMissing && entries.list().length > MAX_LOG_ENTRIES)
      throw entries.not(`a list of at most ${MAX_LOG_ENTRIES} entries`);
    const [signature] = [...signatures.items()];
    const certificate = material!.get("certificate");
    return {
      certificate: certificate.isMissing ? undefined : readBytes(certificate.get("rawBytes")),
      payload: readBytes(envelope!.get("payload")),
      payloadType: envelope!.get("payloadType").text(),
      signature: readBytes(signature!.get("sig")),
      entries: entries.isMissing ? [] : [...entries.items()].map(readLogEntry),
    };
  });
}

function readBytes(value: JsonValue): Buffer {
  const bytes = decodeBase64(value.text());
  if (bytes === undefined || bytes.length === 0) throw value.not("valid base64");
  return bytes;
}

function checkStatement(payload: Uint8Array, payloadType: string, expected: SignatureExpectation): SignatureCheck {
  if (payloadType !== IN_TOTO) return invalid(`it signs ${payloadType}, and not ${IN_TOTO}`);
  const names = ["_type", "subject", "predicateType", "predicate"];
  return readJsonDocument("the statement", payload, MAX_BUNDLE_BYTES, names, (root) => {
    const [type, predicate, subjects] = [root.get("_type"), root.get("predicateType"), root.get("subject")];
    if (!STATEMENTS.includes(type.text())) throw type.not("an in-toto statement of version 1");
    if (predicate.text() !== SIGNATURE_PREDICATE)
      return invalid(`it is a statement of type ${predicate.text()}, and not a signature`);
    if (subjects.list().length > MAX_SUBJECTS) throw subjects.not(`a list of at most ${MAX_SUBJECTS} subjects`);
    const checks = [...subjects.items()].map((subject) => checkClaims(readSubject(subject, expected.digest), expected));
    return checks.find(({ isValid }) => isValid) ?? checks[0] ?? invalid("it is about nothing");
  });
}

function readSubject(
  subject: JsonValue,
  { length }: Digest,
): { readonly digest: string; readonly annotations: Annotations } {
  const algorithm = length > "sha256:".length + 64 ? "sha512" : "sha256";
  const digest = subject.get("digest").get(algorithm);
  return {
    digest: digest.isMissing ? "a digest of another algorithm" : `${algorithm}:${digest.text()}`,
    annotations: readAnnotations(subject.get("annotations")),
  };
}

/** What a DSSE signature is over (secure-systems-lab/dsse, protocol.md). Lengths are in bytes. */
export function preAuthentication(type: string, payload: Uint8Array): Buffer {
  const head = `DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `;
  return Buffer.concat([Buffer.from(head), payload]);
}
