import { JsonValue } from "@jessy-actions/reading/json";
import { expect, test } from "vitest";
import { IMAGE, recordedKey } from "../testing/cosign-made.ts";
import { AMD64, image, index, of } from "../testing/image.ts";
import { findExposedSecrets, MAX_DOCUMENT_BYTES } from "./exposed-secrets/exposed-secrets.ts";
import { digestOf } from "./oci/digest.ts";
import { MAX_CONFIG_BYTES, MAX_HISTORY, MAX_VARIABLES, readImageConfig } from "./oci/image-config.ts";
import { MAX_MANIFEST_BYTES, readManifest } from "./oci/manifest.ts";
import { OCI_MANIFEST } from "./oci/media-types.ts";
import { MAX_MANIFEST_BYTES_IN_ALL, MAX_STORED_MANIFESTS, pushOrder } from "./oci/push-order.ts";
import { MAX_BUNDLE_BYTES, MAX_LOG_ENTRIES, signBundle, verifyBundle } from "./signatures/bundle.ts";
import { MAX_TOKEN_CHARACTERS, tokenIdentity } from "./signatures/identity.ts";
import { MAX_BODY_BYTES, readLogEntry } from "./signatures/log-entry.ts";

const KEY = recordedKey("cosign 3");
const BUNDLE = JSON.parse(Buffer.from(signBundle(KEY, { digest: IMAGE })).toString());

function json(content: unknown, bytes?: number): Buffer {
  const text = Buffer.from(JSON.stringify(content));
  return bytes === undefined ? text : Buffer.concat([text, Buffer.alloc(bytes - text.length, " ")]);
}

/** Throws unless the bundle is valid. */
function mustVerify(bytes: Uint8Array): void {
  const check = verifyBundle(KEY.verification, bytes, { digest: IMAGE });
  if (!check.isValid) throw new Error(check.reason);
}

/** A manifest of so many bytes; each number makes another one. */
function padded(number: number, bytes: number): Buffer {
  const { bytes: text } = image(AMD64, [], { annotations: { number: String(number) } });
  return Buffer.concat([text, Buffer.alloc(bytes - text.length, " ")]);
}

async function pushed(all: readonly Buffer[]): Promise<void> {
  const bytes = new Map<string, Buffer>(all.map((one) => [digestOf(one), one]));
  const roots = all.map((one) => ({ mediaType: OCI_MANIFEST, digest: digestOf(one), size: one.length }));
  await pushOrder(roots, ({ digest }) => bytes.get(digest)!);
}

const FULL = MAX_MANIFEST_BYTES_IN_ALL / MAX_MANIFEST_BYTES;

test.each<[string, number, (count: number) => unknown]>([
  ["bytes of a config", MAX_CONFIG_BYTES, (bytes) => readImageConfig(json(AMD64, bytes))],
  ["history entries", MAX_HISTORY, (count) => readImageConfig(json({ ...AMD64, history: Array(count).fill({}) }))],
  [
    "variables",
    MAX_VARIABLES,
    (count) => readImageConfig(json({ ...AMD64, config: { Env: Array(count).fill("A=b") } })),
  ],
  [
    "bytes of a document with secrets",
    MAX_DOCUMENT_BYTES,
    (bytes) => findExposedSecrets([{ name: "it", bytes: json({}, bytes) }], []),
  ],
  ["bytes of a bundle", MAX_BUNDLE_BYTES, (bytes) => mustVerify(json(BUNDLE, bytes))],
  [
    "characters of a token",
    MAX_TOKEN_CHARACTERS,
    (length) =>
      tokenIdentity(
        `e30.${Buffer.from(JSON.stringify({ iss: "a", job_workflow_ref: "b" })).toString("base64url")}.`.padEnd(
          length,
          "s",
        ),
      ),
  ],
  [
    "bytes of a log entry",
    MAX_BODY_BYTES,
    (bytes) =>
      readLogEntry(
        new JsonValue({ canonicalizedBody: json({ kind: "a", apiVersion: "b" }, bytes).toString("base64") }, ""),
      ),
  ],
  [
    "manifests to push",
    MAX_STORED_MANIFESTS,
    (count) => pushed([...Array(count).keys()].map((number) => padded(number, 1000))),
  ],
  [
    "bytes of manifests to push",
    MAX_MANIFEST_BYTES_IN_ALL,
    (bytes) =>
      pushed(
        [...Array(FULL + 1).keys()].map((number) =>
          padded(
            number,
            number < FULL - 1
              ? MAX_MANIFEST_BYTES
              : number === FULL
                ? 1000
                : bytes - 1000 - (FULL - 1) * MAX_MANIFEST_BYTES,
          ),
        ),
      ),
  ],
])("as many %s as are allowed, and not one more", async (_, most, read) => {
  for (const count of [most - 1, most]) await read(count);
  await expect((async () => read(most + 1))()).rejects.toThrow();
});

test.each([-1, 0, 1])("as many log entries as are allowed and %d", (more) => {
  const entry = { canonicalizedBody: json({ kind: "a", apiVersion: "b" }).toString("base64") };
  const material = { ...BUNDLE.verificationMaterial, tlogEntries: Array(MAX_LOG_ENTRIES + more).fill(entry) };
  const reason = more <= 0 ? "which cannot be compared" : `at most ${MAX_LOG_ENTRIES} entries`;
  expect(() => mustVerify(json({ ...BUNDLE, verificationMaterial: material }))).toThrow(reason);
});

test("a document that is too large is refused before it is read", () => {
  const { bytes } = index([of(image(AMD64), AMD64)]);
  const large = Buffer.concat([Buffer.alloc(MAX_MANIFEST_BYTES + 1 - bytes.length, "["), bytes]);
  expect(() => readManifest(large)).toThrow(
    `has ${MAX_MANIFEST_BYTES + 1} bytes, and at most ${MAX_MANIFEST_BYTES} are allowed`,
  );
});
