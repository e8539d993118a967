import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { IMAGE, recordedKey } from "../../testing/cosign-made.ts";
import { descriptorOf } from "../oci/descriptor.ts";
import { readManifest } from "../oci/manifest.ts";
import { preAuthentication, signBundle, verifyBundle } from "./bundle.ts";
import type { SigningKey } from "./keys.ts";
import { SIMPLE_SIGNING, signSimple, verifySimple } from "./simple-signing.ts";

const KEY = recordedKey("cosign 3");
const OTHER_KEY = recordedKey("cosign 2");

interface Logged {
  readonly signature: string;
  readonly key: SigningKey;
  readonly signed: Uint8Array;
  readonly payload: Uint8Array;
}

const base64 = (value: unknown) =>
  Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64");
const hash = (bytes: Uint8Array, form: "hex" | "base64" = "hex") => createHash("sha256").update(bytes).digest(form);
const hex = (bytes: Uint8Array) => ({ algorithm: "sha256", value: hash(bytes) });
const verifier = ({ verification }: SigningKey) => ({
  publicKey: { rawBytes: verification.key.export({ type: "spki", format: "der" }).toString("base64") },
});

/** Bodies as Rekor writes them for each kind. */
const BODIES: Readonly<Record<string, (logged: Logged) => { kind: string; apiVersion: string; spec: object }>> = {
  "hashedrekord 0.0.1": ({ signature, key, signed }) => ({
    kind: "hashedrekord",
    apiVersion: "0.0.1",
    spec: {
      data: { hash: hex(signed) },
      signature: { content: signature, publicKey: { content: base64(key.verification.pem) } },
    },
  }),
  "hashedrekord 0.0.2": ({ signature, key, signed }) => ({
    kind: "hashedrekord",
    apiVersion: "0.0.2",
    spec: {
      hashedRekordV002: {
        data: { algorithm: "SHA2_256", digest: hash(signed, "base64") },
        signature: { content: signature, verifier: verifier(key) },
      },
    },
  }),
  "dsse 0.0.1": ({ signature, key, payload }) => ({
    kind: "dsse",
    apiVersion: "0.0.1",
    spec: { payloadHash: hex(payload), signatures: [{ signature, verifier: base64(key.verification.pem) }] },
  }),
  "dsse 0.0.2": ({ signature, key, payload }) => ({
    kind: "dsse",
    apiVersion: "0.0.2",
    spec: {
      dsseV002: {
        payloadHash: { algorithm: "SHA2_256", digest: hash(payload, "base64") },
        signatures: [{ content: signature, verifier: verifier(key) }],
      },
    },
  }),
  "intoto 0.0.2": ({ signature, key, payload }) => ({
    kind: "intoto",
    apiVersion: "0.0.2",
    spec: {
      content: {
        payloadHash: hex(payload),
        envelope: { signatures: [{ sig: base64(signature), publicKey: base64(key.verification.pem) }] },
      },
    },
  }),
};

const BUNDLE = JSON.parse(Buffer.from(signBundle(KEY, { digest: IMAGE })).toString());
const PAYLOAD = Buffer.from(BUNDLE.dsseEnvelope.payload, "base64");
const LOGGED: Logged = {
  signature: BUNDLE.dsseEnvelope.signatures[0].sig,
  key: KEY,
  signed: preAuthentication(BUNDLE.dsseEnvelope.payloadType, PAYLOAD),
  payload: PAYLOAD,
};
const OTHER = Buffer.from("another statement");

function check(body: unknown, more: object = {}) {
  const entry = { canonicalizedBody: base64(body), ...more };
  const bundle = { ...BUNDLE, verificationMaterial: { ...BUNDLE.verificationMaterial, tlogEntries: [entry] } };
  const result = verifyBundle(KEY.verification, Buffer.from(JSON.stringify(bundle)), { digest: IMAGE });
  return result.isValid ? "valid" : result.reason;
}

describe.each(Object.entries(BODIES))("an entry of kind %s", (_, body) => {
  const about = "its transparency log entry is about another";
  test.each<[string, Partial<Logged>, string]>([
    ["this signature", {}, "valid"],
    ["another content", { payload: OTHER, signed: OTHER }, `${about} content`],
    ["another signature", { signature: base64("another signature") }, `${about} signature`],
    ["the same by another key", { key: OTHER_KEY }, `${about} key`],
  ])("about %s (CVE-2026-22703)", (_, other, expected) => {
    expect(check(body({ ...LOGGED, ...other }))).toBe(expected);
  });

  test("that says to be of another kind, or is damaged", () => {
    const good = body(LOGGED);
    expect(check(good, { kindVersion: { kind: good.kind, version: good.apiVersion } })).toBe("valid");
    expect(check(good, { kindVersion: { kind: "rekord", version: "0.0.1" } })).toMatch(/as its body says/);
    expect(check({ ...good, kind: "rekord" })).toMatch(/of kind rekord 0\.0\.\d, which cannot be compared$/);
    expect(check({ ...good, spec: {} })).toMatch(/^its transparency log entry/);
    const text = JSON.stringify(good);
    for (const cut of [0, 1, text.length - 1]) expect(check(text.slice(0, cut))).toMatch(/its transparency log entry/);
    expect(check(text.replaceAll(/"(?:LS0|MF)[A-Za-z0-9+/=]+"/g, '"AAAA"'))).not.toBe("valid");
  });
});

test("an entry with two signatures, one of which is ours, is about neither", () => {
  const body = BODIES["dsse 0.0.1"]!(LOGGED) as unknown as { spec: { signatures: unknown[] } };
  body.spec.signatures.push(body.spec.signatures[0]);
  expect(check(body)).toBe("its transparency log entry is not about exactly one signature");
});

test("a weak hash proves nothing", () => {
  const body = BODIES["dsse 0.0.1"]!(LOGGED) as unknown as { spec: { payloadHash: object } };
  body.spec.payloadHash = { algorithm: "sha1", value: createHash("sha1").update(PAYLOAD).digest("hex") };
  expect(check(body)).toMatch(/is not a hash of the SHA-2 family/);
});

test.each<[string, Partial<Logged>, boolean]>([
  ["is about it", {}, true],
  ["is about another payload", { signed: OTHER }, false],
  ["has another key", { key: OTHER_KEY }, false],
])("the entry of a simple signature %s", (_, other, isValid) => {
  const { manifest, blobs } = signSimple(KEY, { digest: IMAGE, repository: "ghcr.io/acme/app" });
  const read = readManifest(manifest.bytes);
  const signature = (read.kind === "manifest" ? read.layers[0]!.annotations : {})![
    "dev.cosignproject.cosign/signature"
  ]!;
  const payload = blobs[0]!.bytes;
  const body = BODIES["hashedrekord 0.0.1"]!({ signature, key: KEY, signed: payload, payload, ...other });
  const bundle = JSON.stringify({
    SignedEntryTimestamp: "",
    Payload: { body: base64(body), integratedTime: 1, logIndex: 1, logID: "" },
  });
  const layer = {
    ...descriptorOf(SIMPLE_SIGNING, payload),
    annotations: { "dev.cosignproject.cosign/signature": signature, "dev.sigstore.cosign/bundle": bundle },
  };
  expect(verifySimple(KEY.verification, layer, payload, { digest: IMAGE }).isValid).toBe(isValid);
});
