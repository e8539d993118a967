import { describe, expect, test } from "vitest";
import { IMAGE, RECORDING, recordedKey } from "../../testing/cosign-made.ts";
import { index, layer } from "../../testing/image.ts";
import { BUNDLE, bundleReferrer, signBundle } from "../signatures/bundle.ts";
import { type ImageManifest, MAX_MANIFESTS, readManifest } from "./manifest.ts";
import { OCI_INDEX, OCI_MANIFEST } from "./media-types.ts";
import { addReferrer, readReferrers, referrerDescriptor, referrersTag } from "./referrers.ts";

const { manifest } = bundleReferrer(
  signBundle(recordedKey("cosign 3"), { digest: IMAGE }),
  { mediaType: OCI_MANIFEST, digest: IMAGE, size: 247 },
  "2026-11-28T01:05:32Z",
);
const ENTRY = referrerDescriptor(readManifest(manifest.bytes) as ImageManifest, manifest.bytes);

test("the tag of a list is at most as long as a tag can be", () => {
  expect(referrersTag(IMAGE)).toBe(`sha256-${IMAGE.slice(7)}`);
  expect(referrersTag(`sha512:${"a".repeat(128)}`)).toBe(`sha512-${"a".repeat(64)}`);
});

describe("a list of referrers", () => {
  test("begins with our entry, and says its right type", () => {
    const bytes = addReferrer(undefined, ENTRY)!;
    expect(readManifest(bytes)).toMatchObject({ kind: "index", mediaType: OCI_INDEX });
    expect(readReferrers(bytes)).toEqual([ENTRY]);
    expect(ENTRY).toMatchObject({
      artifactType: BUNDLE,
      annotations: { "dev.sigstore.bundle.content": "dsse-envelope" },
    });
  });

  test("says the type of a manifest's config where it has no other", () => {
    const { artifactType: _, ...older } = readManifest(manifest.bytes) as ImageManifest;
    expect(referrerDescriptor({ ...older, annotations: {} }, manifest.bytes)).toEqual({
      mediaType: OCI_MANIFEST,
      digest: ENTRY.digest,
      size: ENTRY.size,
      artifactType: "application/vnd.oci.empty.v1+json",
    });
  });

  test("is not written again with what it has", () => {
    expect(addReferrer(addReferrer(undefined, ENTRY), ENTRY)).toBe(undefined);
  });

  test("keeps what others wrote, to the last field", () => {
    const theirs = { ...layer("a"), mediaType: OCI_MANIFEST, future: { a: 1 } };
    const list = index([theirs], { annotations: { a: "b" }, future: 1 });
    const written = JSON.parse(Buffer.from(addReferrer(list.bytes, ENTRY)!).toString());
    expect(written).toEqual({
      schemaVersion: 2,
      mediaType: OCI_INDEX,
      manifests: [theirs, ENTRY],
      annotations: { a: "b" },
      future: 1,
    });
  });

  test("of cosign 3.1 gets ours beside its own", () => {
    for (const { referrers } of RECORDING.signatures.filter((one) => one.referrers !== undefined)) {
      const before = readReferrers(Buffer.from(referrers!));
      expect(readReferrers(addReferrer(Buffer.from(referrers!), ENTRY)!)).toEqual([...before, ENTRY]);
    }
  });

  test("has an entry once: a wrong type is put right, doubles become one", () => {
    const wrong = { ...ENTRY, artifactType: "application/vnd.oci.empty.v1+json" };
    for (const entries of [[wrong], [ENTRY, ENTRY], [{ ...ENTRY, annotations: {} }]]) {
      expect(readReferrers(addReferrer(index(entries).bytes, ENTRY)!)).toEqual([ENTRY]);
    }
    const reordered = { ...ENTRY, annotations: Object.fromEntries(Object.entries(ENTRY.annotations!).toReversed()) };
    expect(addReferrer(index([reordered]).bytes, ENTRY)).toBe(undefined);
  });

  test("that a registry answers with null is empty", () => {
    expect(readReferrers(index(null as never).bytes)).toEqual([]);
    expect(readReferrers(addReferrer(index(null as never).bytes, ENTRY)!)).toEqual([ENTRY]);
  });

  test.each([
    ["an image", JSON.stringify({ schemaVersion: 2, mediaType: OCI_MANIFEST, config: layer("a"), layers: [] })],
    [
      "an image that does not say so",
      JSON.stringify({ schemaVersion: 2, config: layer("a"), layers: [], manifests: [] }),
    ],
    ["HTML", "<html>"],
    ["nothing", ""],
    ["an entry that is none", JSON.stringify({ schemaVersion: 2, manifests: [5] })],
    ["no list", JSON.stringify({ schemaVersion: 2, manifests: {} })],
  ])("that is %s is not overwritten", (_, text) => {
    expect(() => addReferrer(Buffer.from(text), ENTRY)).toThrow("the list of referrers");
    expect(() => readReferrers(Buffer.from(text))).toThrow("the list of referrers");
  });

  test.each([-1, 0])("with room for one more, and %d", (more) => {
    const entries = [...Array(MAX_MANIFESTS + more).keys()].map((key) => layer(String(key)));
    const add = () => addReferrer(index(entries).bytes, ENTRY);
    if (more < 0) expect(readReferrers(add()!)).toHaveLength(MAX_MANIFESTS);
    else expect(add).toThrow("room for one more");
  });
});
