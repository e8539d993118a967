import { describe, expect, test } from "vitest";
import { AMD64, ARM64, attestation, image, index, of, type Stored } from "../../testing/image.ts";
import { indexContents } from "../attestations.ts";
import { digestOf } from "./digest.ts";
import { type ImageIndex, readManifest } from "./manifest.ts";
import { type MergePart, mergeIndexes } from "./merge-index.ts";

const amd64 = image(AMD64);
const arm64 = image(ARM64);
const part = (name: string, { descriptor, bytes }: Stored, more: Partial<MergePart> = {}): MergePart => ({
  name,
  descriptor,
  manifest: readManifest(bytes, descriptor),
  ...more,
});
const attested = (one: Stored, platform: typeof AMD64) => index([of(one, platform), attestation(one).descriptor]);
const commit = "1".repeat(40);

describe("parts of several runners", () => {
  test("become one index, with the attestations of each", () => {
    const parts = [part("arm", attested(arm64, ARM64)), part("amd", attested(amd64, AMD64))];
    const {
      bytes,
      descriptor,
      index: merged,
    } = mergeIndexes(parts, { "org.opencontainers.image.title": "app", a: "b" });
    const read = readManifest(bytes, descriptor) as ImageIndex;
    expect(read).toEqual(merged);
    expect(digestOf(bytes)).toBe(descriptor.digest);
    expect(Object.keys(read.annotations)).toEqual(["a", "org.opencontainers.image.title"]);
    expect(read.manifests).toEqual([
      of(amd64, AMD64),
      of(arm64, ARM64),
      attestation(amd64).descriptor,
      attestation(arm64).descriptor,
    ]);
    const { images, orphans } = indexContents(read);
    expect(images.map(({ platform, attestations }) => [platform, attestations.length])).toEqual([
      ["linux/amd64", 1],
      ["linux/arm64", 1],
    ]);
    expect(orphans).toEqual([]);
  });

  test("give the same digest in any order, and when one comes twice", () => {
    const [one, two] = [part("a", attested(arm64, ARM64)), part("b", amd64, { platform: AMD64 })];
    const digest = mergeIndexes([one, two]).descriptor.digest;
    expect(mergeIndexes([two, one]).descriptor.digest).toBe(digest);
    expect(mergeIndexes([two, one, two, one]).descriptor.digest).toBe(digest);
  });

  test("may be plain images, whose platform the config says", () => {
    const { index: merged } = mergeIndexes([part("a", amd64, { platform: AMD64 })]);
    expect(merged.manifests).toEqual([of(amd64, AMD64)]);
  });

  test("of one commit say so", () => {
    const parts = [
      part("a", amd64, { platform: AMD64, revision: commit }),
      part("b", attested(arm64, ARM64), { revision: commit }),
    ];
    expect(mergeIndexes(parts).index.manifests).toHaveLength(3);
  });

  const other = image(AMD64, [], { annotations: { other: "image" } });
  test.each<[string, readonly MergePart[], string]>([
    ["nothing", [], "there is nothing to merge"],
    ["no image", [part("a", index([]))], "no part holds an image"],
    ["an image without a platform", [part("a", amd64)], "a does not say its platform"],
    [
      "an index without a platform",
      [part("a", index([amd64.descriptor]))],
      `a holds ${amd64.descriptor.digest} without a platform`,
    ],
    [
      "two images for one platform",
      [part("a", attested(amd64, AMD64)), part("b", other, { platform: AMD64 })],
      "a and b both hold one for linux/amd64, and their digests differ",
    ],
    [
      "two images for one platform in one part",
      [part("a", index([of(amd64, AMD64), of(other, AMD64)]))],
      "a holds two images for linux/amd64",
    ],
    [
      "one platform under two names",
      [
        part("a", index([of(arm64, ARM64)])),
        part("b", index([of(other, { architecture: "aarch64", os: "linux", variant: "v8" })])),
      ],
      "both hold one for linux/arm64",
    ],
    [
      "an attestation of something else",
      [part("a", index([of(amd64, AMD64), attestation(arm64).descriptor]))],
      `a holds an attestation of ${arm64.descriptor.digest}, which it does not hold`,
    ],
    [
      "an unknown platform",
      [part("a", index([of(amd64, { architecture: "unknown", os: "unknown" })]))],
      `a holds ${amd64.descriptor.digest} without a platform; no part`,
    ],
    [
      "an index within an index",
      [part("a", index([of(attested(amd64, AMD64), AMD64)]))],
      "a holds an index within its index",
    ],
    [
      "two commits",
      [
        part("a", amd64, { platform: AMD64, revision: commit }),
        part("b", arm64, { platform: ARM64, revision: "2".repeat(40) }),
      ],
      `they are of different commits: a built ${commit}, b built ${"2".repeat(40)}`,
    ],
    [
      "one commit and none",
      [part("a", amd64, { platform: AMD64, revision: commit }), part("b", arm64, { platform: ARM64 })],
      "b does not say which commit it built",
    ],
  ])("of %s are refused", (_, parts, message) => {
    expect(() => mergeIndexes(parts)).toThrow(message);
  });
});
