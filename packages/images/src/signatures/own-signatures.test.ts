import { describe, expect, test } from "vitest";
import { IMAGE, RECORDING, recordedKey } from "../../testing/cosign-made.ts";
import { type Descriptor, descriptorOf } from "../oci/descriptor.ts";
import { digestOf } from "../oci/digest.ts";
import { type ImageManifest, MAX_LAYERS, readManifest } from "../oci/manifest.ts";
import { OCI_MANIFEST } from "../oci/media-types.ts";
import { signBytes } from "./algorithm.ts";
import {
  BUNDLE,
  bundleReferrer,
  bundlesOf,
  MAX_SUBJECTS,
  preAuthentication,
  SIGNATURE_PREDICATE,
  signBundle,
  verifyBundle,
} from "./bundle.ts";
import {
  MAX_PAYLOAD_BYTES,
  SIMPLE_SIGNING,
  signatureTag,
  signSimple,
  simpleSignatures,
  verifySimple,
} from "./simple-signing.ts";
import { type FoundSignature, formatsToSign, verifySignatures } from "./verification.ts";

const KEY = recordedKey("cosign 3");
const OTHER_KEY = recordedKey("cosign 2");
const SUBJECT: Descriptor = { mediaType: OCI_MANIFEST, digest: IMAGE, size: RECORDING.image.length };
const REPOSITORY = "ghcr.io/acme/app";
const OTHER = `sha256:${"0".repeat(64)}` as const;

function simple(manifest: Uint8Array): ImageManifest {
  return readManifest(manifest) as ImageManifest;
}

describe("a simple signature", () => {
  test("has cosign's form, to the byte but for what is random", () => {
    const recorded = RECORDING.signatures.find(({ cosign, keys }) => cosign === "2.5.0" && keys[0] === "P-256")!;
    const made = signSimple(recordedKey("P-256"), { digest: IMAGE, repository: "127.0.0.1:5091/keys/ec.sec1-c2" });
    const text = (bytes: Uint8Array) =>
      Buffer.from(bytes)
        .toString()
        .replace(/ME[A-Za-z0-9+/]+=*/, "SIGNATURE")
        .replace(/"size":(\d+),"digest":"([^"]+)"/g, '"digest":"$2","size":$1');
    expect(text(made.manifest.bytes)).toBe(text(Buffer.from(recorded.manifest)));
    expect(Buffer.from(made.blobs[0]!.bytes).toString()).toBe(recorded.layers[0]);
    expect(signatureTag(IMAGE)).toBe(`sha256-${IMAGE.slice(7)}.sig`);
  });

  test("stands beside those of others, which stay", () => {
    const first = signSimple(OTHER_KEY, { digest: IMAGE, repository: REPOSITORY });
    const second = signSimple(
      KEY,
      { digest: IMAGE, repository: REPOSITORY, annotations: { run: "42" } },
      simple(first.manifest.bytes),
    );
    const layers = simpleSignatures(simple(second.manifest.bytes));
    expect(layers[0]).toEqual(simple(first.manifest.bytes).layers[0]);
    const payloads = [first, second].map(({ blobs }) => blobs[0]!.bytes);
    expect(verifySimple(OTHER_KEY.verification, layers[0]!, payloads[0]!, { digest: IMAGE }).isValid).toBe(true);
    expect(
      verifySimple(KEY.verification, layers[1]!, payloads[1]!, { digest: IMAGE, annotations: { run: "42" } }),
    ).toEqual({
      isValid: true,
      annotations: { run: "42" },
    });
    for (const blob of second.blobs) expect(digestOf(blob.bytes)).toBe(blob.descriptor.digest);
    const full = { ...simple(first.manifest.bytes), layers: Array(MAX_LAYERS - 1).fill(layers[0]) };
    expect(
      simpleSignatures(simple(signSimple(KEY, { digest: IMAGE, repository: REPOSITORY }, full).manifest.bytes)),
    ).toHaveLength(MAX_LAYERS);
    expect(() =>
      signSimple(KEY, { digest: IMAGE, repository: REPOSITORY }, { ...full, layers: [...full.layers, layers[0]] }),
    ).toThrow("signatures already");
  });

  const payload = (change: (payload: { critical: { [name: string]: unknown }; [name: string]: unknown }) => void) => {
    const document = JSON.parse(RECORDING.signatures[0]!.layers[0]!);
    change(document);
    return JSON.stringify(document);
  };
  test.each<[string, string, Readonly<Record<string, string>>, string]>([
    [
      "another image",
      payload(({ critical }) => {
        critical.image = { "docker-manifest-digest": OTHER };
      }),
      {},
      `it signs ${OTHER}, and not ${IMAGE}`,
    ],
    [
      "no image",
      payload(({ critical }) => {
        critical.image = {};
      }),
      {},
      "the payload: `critical.image.docker-manifest-digest` is not a string but missing",
    ],
    [
      "an image by name",
      payload(({ critical }) => {
        critical.image = { "docker-manifest-digest": "latest" };
      }),
      {},
      'the payload: `critical.image.docker-manifest-digest` is not a digest but "latest"',
    ],
    [
      "another type",
      payload(({ critical }) => {
        critical.type = "atomic container signature";
      }),
      {},
      'the payload: `critical.type` is not "cosign container image signature" but "atomic container signature"',
    ],
    [
      "annotations that are no object",
      payload((document) => {
        document.optional = [1];
      }),
      {},
      "the payload: `optional` is not an object but [1]",
    ],
    [
      "a name in another case",
      payload((document) => {
        document.Critical = {};
      }),
      {},
      'the payload: has a field "Critical" where `critical` is meant',
    ],
    ["a list", "[]", {}, "the payload: its content is not an object but []"],
    ["no JSON", "{", {}, "the payload: ends early, after 1 bytes, as if it was cut off"],
    ["a byte order mark", `\ufeff${payload(() => {})}`, {}, "the payload: begins with a byte order mark"],
    [
      "a signature that is not base64",
      payload(() => {}),
      { "dev.cosignproject.cosign/signature": "ab!" },
      "its signature is missing or not valid base64",
    ],
    [
      "a signature with blanks",
      payload(() => {}),
      { "dev.cosignproject.cosign/signature": "AA AA" },
      "its signature is missing or not valid base64",
    ],
    [
      "no signature",
      payload(() => {}),
      { "dev.cosignproject.cosign/signature": "" },
      "its signature is missing or not valid base64",
    ],
    [
      "a signature of something else",
      payload(() => {}),
      { "dev.cosignproject.cosign/signature": "AAAA" },
      "it is not a signature by this key",
    ],
    [
      "a log entry that is not JSON",
      payload(() => {}),
      { "dev.sigstore.cosign/bundle": "{" },
      "its transparency log entry: ends early, after 1 bytes, as if it was cut off",
    ],
  ])("of %s is refused", (_, text, annotations, reason) => {
    const bytes = Buffer.from(text);
    const signature = signBytes(KEY.key, bytes).toString("base64");
    const layer = {
      ...descriptorOf(SIMPLE_SIGNING, bytes),
      annotations: { "dev.cosignproject.cosign/signature": signature, ...annotations },
    };
    expect(verifySimple(KEY.verification, layer, bytes, { digest: IMAGE })).toEqual({ isValid: false, reason });
  });

  test("of a payload that is not the manifest's is refused", () => {
    const { manifest, blobs } = signSimple(KEY, { digest: IMAGE, repository: REPOSITORY });
    const [layer] = simple(manifest.bytes).layers;
    const longer = Buffer.concat([blobs[0]!.bytes, Buffer.from(" ")]);
    const changed = Buffer.from(Buffer.from(blobs[0]!.bytes).toString().replace("acme", "evil"));
    for (const bytes of [longer, changed])
      expect(verifySimple(KEY.verification, layer!, bytes, { digest: IMAGE }).isValid).toBe(false);
  });

  test.each([-1, 0, 1])("with a payload of its cap and %d bytes", (more) => {
    const base = payload(() => {});
    const bytes = Buffer.from(base + " ".repeat(MAX_PAYLOAD_BYTES + more - base.length));
    const layer = {
      ...descriptorOf(SIMPLE_SIGNING, bytes),
      annotations: { "dev.cosignproject.cosign/signature": signBytes(KEY.key, bytes).toString("base64") },
    };
    expect(verifySimple(KEY.verification, layer, bytes, { digest: IMAGE }).isValid).toBe(more <= 0);
  });
});

describe("a bundle", () => {
  test("has cosign's form, to the byte but for what is random", () => {
    const recorded = RECORDING.signatures
      .filter(({ format }) => format === "bundle")
      .find(({ keys }) => keys[0] === "P-256")!;
    const made = signBundle(recordedKey("P-256"), { digest: IMAGE });
    const text = (bytes: string) => bytes.replace(/"sig":"[^"]+"/, "");
    expect(text(Buffer.from(made).toString())).toBe(text(recorded.layers[0]!));
  });

  test("is a referrer of its image, with the right type", () => {
    const bundle = signBundle(KEY, { digest: IMAGE });
    const { manifest, blobs } = bundleReferrer(bundle, SUBJECT, "2026-11-28T01:05:32Z");
    const read = readManifest(manifest.bytes, manifest.descriptor) as ImageManifest;
    expect(read).toMatchObject({ artifactType: BUNDLE, subject: SUBJECT });
    expect(bundlesOf(read, IMAGE)).toEqual([blobs[1]!.descriptor]);
    for (const { descriptor, bytes } of blobs) expect(digestOf(bytes)).toBe(descriptor.digest);
    const recorded = JSON.parse(RECORDING.signatures.find(({ format }) => format === "bundle")!.manifest);
    expect(read.annotations).toEqual(recorded.annotations);
  });

  const sign = (statement: unknown, type = "application/vnd.in-toto+json") => {
    const bytes = Buffer.from(typeof statement === "string" ? statement : JSON.stringify(statement));
    return {
      mediaType: BUNDLE,
      verificationMaterial: { publicKey: { hint: "" } },
      dsseEnvelope: {
        payload: bytes.toString("base64"),
        payloadType: type,
        signatures: [{ sig: signBytes(KEY.key, preAuthentication(type, bytes)).toString("base64") }],
      },
    };
  };
  const statement = (more: object = {}) => ({
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ digest: { sha256: IMAGE.slice(7) } }],
    predicateType: SIGNATURE_PREDICATE,
    predicate: {},
    ...more,
  });
  const good = sign(statement());

  test.each<[string, unknown]>([
    ["as we write it", good],
    ["under the older type", { ...good, mediaType: "application/vnd.dev.sigstore.bundle+json;version=0.3" }],
    ["of the older statement", sign(statement({ _type: "https://in-toto.io/Statement/v0.1" }))],
    [
      "of several images",
      sign(statement({ subject: [{ digest: { sha256: OTHER.slice(7) } }, ...statement().subject] })),
    ],
    ["without an entry of a log", { ...good, verificationMaterial: { tlogEntries: [] } }],
  ])("%s is valid", (_, bundle) => {
    const bytes = Buffer.from(JSON.stringify(bundle));
    expect(verifyBundle(KEY.verification, bytes, { digest: IMAGE })).toEqual({ isValid: true, annotations: {} });
    expect(verifyBundle(OTHER_KEY.verification, bytes, { digest: IMAGE }).isValid).toBe(false);
  });

  test("of SHA-512 counts for an image of SHA-512 alone", () => {
    const digest = `sha512:${"a".repeat(128)}` as const;
    const bytes = signBundle(KEY, { digest });
    expect(verifyBundle(KEY.verification, bytes, { digest }).isValid).toBe(true);
    expect(verifyBundle(KEY.verification, bytes, { digest: IMAGE }).isValid).toBe(false);
  });

  const envelope = (more: object) => ({ ...good, dsseEnvelope: { ...good.dsseEnvelope, ...more } });
  test.each<[string, unknown, RegExp]>([
    [
      "another image",
      sign(statement({ subject: [{ digest: { sha256: OTHER.slice(7) } }] })),
      /^it signs sha256:0+, and not/,
    ],
    [
      "another hash",
      sign(statement({ subject: [{ digest: { sha1: "0" } }] })),
      /^it signs a digest of another algorithm/,
    ],
    ["no subject", sign(statement({ subject: [] })), /^it is about nothing/],
    ["an attestation", sign(statement({ predicateType: "https://slsa.dev/provenance/v1" })), /and not a signature$/],
    [
      "another statement",
      sign(statement({ _type: "https://in-toto.io/Link/v1" })),
      /`_type` is not an in-toto statement/,
    ],
    ["another payload", sign(statement(), "text/plain"), /^it signs text\/plain/],
    ["a payload that is not JSON", sign("{"), /^the statement: ends early/],
    ["a name in another case", sign(statement({ Subject: [] })), /a field "Subject"/],
    [
      "two signatures",
      envelope({ signatures: [...good.dsseEnvelope.signatures, ...good.dsseEnvelope.signatures] }),
      /exactly one signature/,
    ],
    ["no signature", envelope({ signatures: [] }), /exactly one signature/],
    ["a changed type", envelope({ payloadType: "application/vnd.in-toto+jsom" }), /^it is not a signature by this key/],
    [
      "a changed payload",
      envelope({ payload: Buffer.from(JSON.stringify(statement({ predicate: { a: 1 } }))).toString("base64") }),
      /^it is not a signature by this key/,
    ],
    [
      "base64 of another alphabet",
      envelope({ payload: `${good.dsseEnvelope.payload}=` }),
      /`dsseEnvelope.payload` is not valid base64/,
    ],
    ["a digest alone", { ...good, messageSignature: {} }, /signs a digest alone/],
    [
      "an older version",
      { ...good, mediaType: "application/vnd.dev.sigstore.bundle+json;version=0.2" },
      /version 0\.3/,
    ],
    ["nothing", {}, /`mediaType` is not a string but missing/],
    ["a list", [], /its content is not an object/],
  ])("of %s is refused", (_, bundle, reason) => {
    const check = verifyBundle(KEY.verification, Buffer.from(JSON.stringify(bundle)), { digest: IMAGE });
    expect(check).toEqual({ isValid: false, reason: expect.stringMatching(reason) });
  });

  test.each([-1, 0, 1])("about as many subjects as are allowed and %d", (more) => {
    const [subject] = statement().subject;
    const bytes = Buffer.from(JSON.stringify(sign(statement({ subject: Array(MAX_SUBJECTS + more).fill(subject) }))));
    expect(verifyBundle(KEY.verification, bytes, { digest: IMAGE }).isValid).toBe(more <= 0);
  });
});

describe("a run again", () => {
  const { manifest, blobs } = signSimple(KEY, { digest: IMAGE, repository: REPOSITORY });
  const bundle = signBundle(KEY, { digest: IMAGE });
  const bySimple: FoundSignature = {
    format: "simple",
    layer: simple(manifest.bytes).layers[0]!,
    bytes: blobs[0]!.bytes,
  };
  const byBundle: FoundSignature = { format: "bundle", layer: descriptorOf(BUNDLE, bundle), bytes: bundle };
  test.each<[string, readonly FoundSignature[], readonly string[]]>([
    ["of a signed image makes nothing", [bySimple, byBundle], []],
    ["of an image without a bundle makes one", [bySimple], ["bundle"]],
    ["of an image without a .sig makes one", [byBundle], ["simple"]],
    ["of an unsigned image makes both", [], ["simple", "bundle"]],
    [
      "does not take what was changed",
      [
        { ...bySimple, bytes: bundle },
        { ...byBundle, bytes: blobs[0]!.bytes },
      ],
      ["simple", "bundle"],
    ],
  ])("%s", (_, found, missing) => {
    expect(formatsToSign(["simple", "bundle"], verifySignatures(KEY.verification, found, { digest: IMAGE }))).toEqual(
      missing,
    );
    expect(
      formatsToSign(["simple", "bundle"], verifySignatures(OTHER_KEY.verification, found, { digest: IMAGE })),
    ).toEqual(["simple", "bundle"]);
  });
});
