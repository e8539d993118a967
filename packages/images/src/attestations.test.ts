import { describe, expect, test } from "vitest";
import { AMD64, ARM64, attestation, image, index, layer, of, stored } from "../testing/image.ts";
import { attestedDigest, indexContents, shapeOf, statementsOf } from "./attestations.ts";
import { type ImageIndex, type ImageManifest, readManifest } from "./oci/manifest.ts";
import { OCI_MANIFEST } from "./oci/media-types.ts";

const amd64 = image(AMD64);
const arm64 = image(ARM64);
const proof = attestation(amd64);
const read = ({ bytes }: { readonly bytes: Uint8Array }) => readManifest(bytes) as ImageIndex;

describe("an index", () => {
  test.each([
    ["a plain image", amd64, "image"],
    ["one platform with its attestation", index([of(amd64, AMD64), proof.descriptor]), "attested-image"],
    ["one platform alone", index([of(amd64, AMD64)]), "attested-image"],
    ["two platforms", index([of(amd64, AMD64), of(arm64, ARM64)]), "multi-platform"],
    [
      "two platforms with attestations",
      index([of(amd64, AMD64), of(arm64, ARM64), proof.descriptor]),
      "multi-platform",
    ],
    ["an index of an index", index([index([of(amd64, AMD64)]).descriptor]), "multi-platform"],
  ])("%s", (_, { bytes }, shape) => {
    expect(shapeOf(readManifest(bytes))).toBe(shape);
  });

  test("says which attestation is of which image, and which of none", () => {
    const stranger = attestation(image(ARM64, [layer("other")]));
    const { images, orphans } = indexContents(
      read(index([proof.descriptor, of(amd64, AMD64), of(arm64, ARM64), stranger.descriptor])),
    );
    expect(images).toEqual([
      { descriptor: of(amd64, AMD64), platform: "linux/amd64", attestations: [proof.descriptor] },
      { descriptor: of(arm64, ARM64), platform: "linux/arm64", attestations: [] },
    ]);
    expect(orphans).toEqual([stranger.descriptor]);
    expect(attestedDigest(proof.descriptor)).toBe(amd64.descriptor.digest);
    expect(attestedDigest(amd64.descriptor)).toBe(undefined);
  });

  test("with a platform unknown and nothing said of it holds no image there", () => {
    const unknown = of(amd64, { architecture: "unknown", os: "unknown" });
    expect(indexContents(read(index([unknown])))).toEqual({ images: [], orphans: [unknown] });
  });
});

test.each([
  ["https://slsa.dev/provenance/v0.2", "provenance"],
  ["https://slsa.dev/provenance/v1", "provenance"],
  ["https://spdx.dev/Document", "sbom"],
  ["https://spdx.dev/Document/v2.3", "sbom"],
  ["https://cyclonedx.org/bom", "sbom"],
  ["https://spdx.dev/Documents", "other"],
  ["https://example.com/x", "other"],
  ["", "other"],
])("a statement of type %s is %s", (predicateType, kind) => {
  const annotations = predicateType === "" ? {} : { "in-toto.io/predicate-type": predicateType };
  const statement = { ...stored("application/vnd.in-toto+json", "{}").descriptor, annotations };
  const manifest = {
    kind: "manifest",
    mediaType: OCI_MANIFEST,
    config: layer(""),
    layers: [layer("x"), statement],
    annotations: {},
  } as ImageManifest;
  expect(statementsOf(manifest)).toEqual([{ descriptor: statement, predicateType, kind }]);
});
