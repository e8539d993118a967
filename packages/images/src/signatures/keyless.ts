import { createHash, type KeyObject, X509Certificate } from "node:crypto";
import { ReportError } from "@jessy-actions/reading/report-error";
import type { Annotations } from "../oci/annotations.ts";
import type { Descriptor } from "../oci/descriptor.ts";
import type { ImageManifest } from "../oci/manifest.ts";
import { signBytes } from "./algorithm.ts";
import { bundleBytes, type DsseEnvelope } from "./bundle.ts";
import { type PromisedEntry, readBody, readRekorBundle } from "./log-entry.ts";
import { addSimple, REKOR_BUNDLE, SIGNATURE, type SimpleSignature } from "./simple-signing.ts";

/** A key of minutes, and the certificate that says whose it is. */
export interface CertifiedKey {
  readonly key: KeyObject;
  /** PEM: the key's certificate, then those that vouch for it. */
  readonly certificates: readonly [string, ...string[]];
}

/** An entry of a transparency log, as Rekor 1 answers; `kit/sigstore/rekor.ts` reads it. */
export interface LoggedEntry extends PromisedEntry {
  readonly inclusionProof: {
    readonly logIndex: number;
    readonly treeSize: number;
    /** Hexadecimal digits, as the hashes. */
    readonly rootHash: string;
    readonly hashes: readonly string[];
    readonly checkpoint: string;
  };
}

const CERTIFICATE = "dev.sigstore.cosign/certificate";
const CHAIN = "dev.sigstore.cosign/chain";

const base64 = (text: string) => Buffer.from(text).toString("base64");

/** What a log is asked to log about a bundle (sigstore/rekor, pkg/types/dsse). */
export function proposedEnvelope(envelope: DsseEnvelope, { certificates: [own] }: CertifiedKey): object {
  return {
    apiVersion: "0.0.1",
    kind: "dsse",
    spec: { proposedContent: { envelope: JSON.stringify(envelope), verifiers: [base64(own)] } },
  };
}

/** What a log is asked to log about a signature without an envelope (sigstore/rekor, pkg/types/hashedrekord). */
export function proposedSignature(
  payload: Uint8Array,
  signature: Uint8Array,
  { certificates: [own] }: CertifiedKey,
): object {
  return {
    apiVersion: "0.0.1",
    kind: "hashedrekord",
    spec: {
      data: { hash: { algorithm: "sha256", value: createHash("sha256").update(payload).digest("hex") } },
      signature: { content: Buffer.from(signature).toString("base64"), publicKey: { content: base64(own) } },
    },
  };
}

/** The bundle of a keyless signature (sigstore_bundle.proto, version 0.3). */
export function keylessBundle(envelope: DsseEnvelope, certified: CertifiedKey, entry: LoggedEntry): Buffer {
  const { logIndex, treeSize, rootHash, hashes, checkpoint } = entry.inclusionProof;
  const inclusionProof = {
    logIndex: String(logIndex),
    rootHash: fromHex(rootHash),
    treeSize: String(treeSize),
    hashes: hashes.map(fromHex),
    checkpoint: { envelope: checkpoint },
  };
  return bundleBytes(
    {
      certificate: { rawBytes: certificateOf(certified).raw.toString("base64") },
      tlogEntries: [{ ...promisedEntry(entry), inclusionProof }],
    },
    envelope,
  );
}

/** A keyless signature in the form of cosign 1 and 2, added to those that stand under the tag already. */
export function keylessSimple(
  payload: Uint8Array,
  signature: Uint8Array,
  { certificates: [own, ...chain] }: CertifiedKey,
  { body, integratedTime, logId, logIndex, signedEntryTimestamp }: LoggedEntry,
  existing: ImageManifest | undefined,
): SimpleSignature {
  const logged = {
    SignedEntryTimestamp: signedEntryTimestamp,
    Payload: { body, integratedTime, logIndex, logID: logId },
  };
  const more: Annotations = {
    [CERTIFICATE]: own,
    ...(chain.length > 0 && { [CHAIN]: chain.join("") }),
    [REKOR_BUNDLE]: JSON.stringify(logged),
  };
  return addSimple(payload, signature, more, existing);
}

/** A legacy signature that was made without a key. */
export interface KeylessSimple {
  readonly certificate: X509Certificate;
  /** The same as a bundle of version 0.1, for verifiers of bundles. */
  readonly bundle: object;
}

/** @returns undefined for a signature by a key. @throws ReportError */
export function readKeylessSimple(layer: Descriptor, payload: Uint8Array): KeylessSimple | undefined {
  const { [CERTIFICATE]: pem, [SIGNATURE]: signature, [REKOR_BUNDLE]: logged } = layer.annotations ?? {};
  if (pem === undefined || pem === "") return undefined;
  if (logged === undefined) throw new ReportError("it has a certificate and no transparency log entry");
  const entry = readRekorBundle(logged);
  const certificate = readCertificate(pem);
  return {
    certificate,
    bundle: {
      mediaType: "application/vnd.dev.sigstore.bundle+json;version=0.1",
      verificationMaterial: {
        x509CertificateChain: { certificates: [{ rawBytes: certificate.raw.toString("base64") }] },
        tlogEntries: [promisedEntry(entry)],
      },
      messageSignature: {
        messageDigest: { algorithm: "SHA2_256", digest: createHash("sha256").update(payload).digest("base64") },
        signature,
      },
    },
  };
}

/** Signs by the key of a certificate; ECDSA over SHA-256. */
export function signWith({ key }: CertifiedKey, bytes: Uint8Array): Buffer {
  return signBytes(key, bytes);
}

/** @throws ReportError for a text that is not a certificate. */
export function certificateOf({ certificates: [own] }: Pick<CertifiedKey, "certificates">): X509Certificate {
  return readCertificate(own);
}

function readCertificate(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw new ReportError("its certificate cannot be read");
  }
}

function promisedEntry({ body, logIndex, logId, integratedTime, signedEntryTimestamp }: PromisedEntry): object {
  const { kind, version } = readBody(body);
  return {
    logIndex: String(logIndex),
    logId: { keyId: fromHex(logId) },
    kindVersion: { kind, version },
    integratedTime: String(integratedTime),
    inclusionPromise: { signedEntryTimestamp },
    canonicalizedBody: body,
  };
}

const fromHex = (text: string) => Buffer.from(text, "hex").toString("base64");
