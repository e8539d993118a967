import { createHash, createPublicKey, type KeyObject, X509Certificate } from "node:crypto";
import { type JsonValue, parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { decodeBase64 } from "../base64.ts";
import { inDocument } from "../oci/json-document.ts";
import type { VerificationKey } from "./keys.ts";
import { readPem } from "./pem.ts";

/** An entry of the transparency log Rekor, as a signature carries it: what the log says was signed. */
export interface LogEntry {
  readonly kind: string;
  readonly version: string;
  readonly spec: JsonValue;
}

/** The signature that an entry comes with. */
export interface LoggedSignature {
  readonly key: VerificationKey;
  readonly signature: Uint8Array;
  /** The bytes that the signature is over. */
  readonly signed: Uint8Array;
  readonly payload: Uint8Array;
  /** The type of a DSSE payload; undefined for a signature without an envelope. */
  readonly envelope: string | undefined;
}

export const MAX_BODY_BYTES = 1024 * 1024;

/** An entry of a bundle (sigstore_rekor.proto, TransparencyLogEntry). @throws ReportError */
export function readLogEntry(value: JsonValue): LogEntry {
  const entry = readBody(value.get("canonicalizedBody").text());
  const stated = value.get("kindVersion");
  if (
    !stated.isMissing &&
    (stated.get("kind").text() !== entry.kind || stated.get("version").text() !== entry.version)
  ) {
    throw stated.not(`${entry.kind} ${entry.version}, as its body says`);
  }
  return entry;
}

/** What the log promised about an entry. */
export interface PromisedEntry {
  /** Base64. */
  readonly body: string;
  /** Seconds since 1970. */
  readonly integratedTime: number;
  /** Hexadecimal digits. */
  readonly logId: string;
  readonly logIndex: number;
  /** Base64. */
  readonly signedEntryTimestamp: string;
}

/** The annotation `dev.sigstore.cosign/bundle` of an older signature. @throws ReportError */
export function readRekorBundle(text: string): PromisedEntry {
  return inDocument("its transparency log entry", () => {
    if (text.length > 2 * MAX_BODY_BYTES) throw new ReportError("is too large");
    const root = parseJson([Buffer.from(text)]);
    const payload = root.get("Payload");
    return {
      body: payload.get("body").text(),
      integratedTime: payload.get("integratedTime").number(),
      logId: payload.get("logID").text(),
      logIndex: payload.get("logIndex").number(),
      signedEntryTimestamp: root.get("SignedEntryTimestamp").text(),
    };
  });
}

/** @param text the entry, base64. @throws ReportError */
export function readBody(text: string): LogEntry {
  return inDocument("its transparency log entry", () => {
    const bytes = decodeBase64(text);
    if (bytes === undefined || bytes.length > MAX_BODY_BYTES)
      throw new ReportError("is not valid base64, or too large");
    const body = parseJson([bytes]);
    return { kind: body.get("kind").text(), version: body.get("apiVersion").text(), spec: body.get("spec") };
  });
}

/**
 * Whether an entry is about a signature: the same hash, the same signature, the same key. A log signs whatever it is
 * given, so an entry proves nothing before it is compared (CVE-2026-22703, CVE-2022-36056). What the log itself signed
 * is checked where the log's key is known: keyless verification does.
 *
 * @throws ReportError that names what differs
 */
export function checkLogEntry(entry: LogEntry, signature: LoggedSignature): void {
  const name = `${entry.kind} ${entry.version}`;
  const check = CHECKS[name];
  const refuse = (what: string) => new ReportError(`its transparency log entry is about another ${what}`);
  if (check === undefined)
    throw new ReportError(`its transparency log entry is of kind ${name}, which cannot be compared`);
  const { hash, signatures } = inDocument("its transparency log entry", () => check(entry.spec, signature));
  if (!hash) throw refuse("content");
  if (signatures.length !== 1) throw new ReportError("its transparency log entry is not about exactly one signature");
  const [logged] = signatures;
  if (!Buffer.from(signature.signature).equals(logged!.signature)) throw refuse("signature");
  if (!isSameKey(logged!.key, signature.key.key)) throw refuse("key");
}

interface Compared {
  readonly hash: boolean;
  readonly signatures: readonly { readonly signature: Buffer; readonly key: KeyObject }[];
}

type Check = (spec: JsonValue, signature: LoggedSignature) => Compared;

/** The kinds of entries that cosign makes for images, of Rekor 1 (0.0.1, 0.0.2) and 2 (0.0.2). */
const CHECKS: Readonly<Record<string, Check>> = {
  "hashedrekord 0.0.1": (spec, { signed }) => ({
    hash: isHash(spec.get("data").get("hash"), signed),
    signatures: [
      {
        signature: readBytes(spec.get("signature").get("content")),
        key: readKey(spec.get("signature").get("publicKey").get("content")),
      },
    ],
  }),
  "hashedrekord 0.0.2": (spec, { signed }) => {
    const inner = spec.get("hashedRekordV002");
    return {
      hash: isProtoHash(inner.get("data"), signed),
      signatures: [readVerified(inner.get("signature"))],
    };
  },
  "dsse 0.0.1": (spec, { payload }) => ({
    hash: isHash(spec.get("payloadHash"), payload),
    signatures: [...spec.get("signatures").items()].map((item) => ({
      signature: readBytes(item.get("signature")),
      key: readKey(item.get("verifier")),
    })),
  }),
  "dsse 0.0.2": (spec, { payload }) => {
    const inner = spec.get("dsseV002");
    return {
      hash: isProtoHash(inner.get("payloadHash"), payload),
      signatures: [...inner.get("signatures").items()].map(readVerified),
    };
  },
  "intoto 0.0.2": (spec, { payload }) => ({
    hash: isHash(spec.get("content").get("payloadHash"), payload),
    signatures: [...spec.get("content").get("envelope").get("signatures").items()].map((item) => ({
      // This kind encodes the signature twice.
      signature: readBytes(item.get("sig"), (bytes) => decodeBase64(bytes.toString("latin1"))),
      key: readKey(item.get("publicKey")),
    })),
  }),
};

function isHash(value: JsonValue, bytes: Uint8Array): boolean {
  const algorithm = value.get("algorithm").text();
  if (!/^sha(?:256|384|512)$/.test(algorithm)) throw value.not("a hash of the SHA-2 family");
  return createHash(algorithm).update(bytes).digest("hex") === value.get("value").text();
}

function isProtoHash(value: JsonValue, bytes: Uint8Array): boolean {
  const [, bits] = /^SHA2_(256|384|512)$/.exec(value.get("algorithm").text()) ?? [];
  if (bits === undefined) throw value.not("a hash of the SHA-2 family");
  return createHash(`sha${bits}`).update(bytes).digest("base64") === value.get("digest").text();
}

function readVerified(value: JsonValue): Compared["signatures"][number] {
  const verifier = value.get("verifier");
  const [publicKey, certificate] = [verifier.get("publicKey"), verifier.get("x509Certificate")];
  const der = readBytes((publicKey.isMissing ? certificate : publicKey).get("rawBytes"));
  return {
    signature: readBytes(value.get("content")),
    key: readingKey(verifier, () =>
      publicKey.isMissing
        ? new X509Certificate(der).publicKey
        : createPublicKey({ key: der, format: "der", type: "spki" }),
    ),
  };
}

/** PEM of a key or of a certificate, in base64. */
function readKey(value: JsonValue): KeyObject {
  const text = readBytes(value).toString("latin1");
  return readingKey(value, () => {
    const pem = readPem(text);
    return pem.label === "CERTIFICATE" ? new X509Certificate(pem.text).publicKey : createPublicKey(pem.text);
  });
}

function readingKey(value: JsonValue, read: () => KeyObject): KeyObject {
  try {
    return read();
  } catch {
    throw value.not("a public key or certificate");
  }
}

function readBytes(value: JsonValue, inner: (bytes: Buffer) => Buffer | undefined = (bytes) => bytes): Buffer {
  const bytes = decodeBase64(value.text());
  const read = bytes === undefined ? undefined : inner(bytes);
  if (read === undefined) throw value.not("valid base64");
  return read;
}

function isSameKey(one: KeyObject, other: KeyObject): boolean {
  const der = (key: KeyObject) => key.export({ type: "spki", format: "der" });
  return der(one).equals(der(other));
}
