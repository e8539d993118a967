import { readFileSync } from "node:fs";
import { ReportError } from "@jessy-actions/reading/report-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMetadata } from "./metadata-file.ts";

/** Recorded: a bake call of two images, one with provenance, and four warnings. */
const RECORDED = readFileSync(new URL("fixtures/metadata.json", import.meta.url));
const read = (value: unknown, targets: readonly string[]) =>
  readMetadata(new TextEncoder().encode(JSON.stringify(value)), targets);
const DIGEST = `sha256:${"a".repeat(64)}`;

describe("buildx's metadata file", () => {
  test("of a bake call", () => {
    const { images, warnings } = readMetadata(RECORDED, ["api", "tool"]);
    expect(images.api).toEqual({
      digest: "sha256:f5db28c4b85af7186d1a093d6f3ff5ea29b9f98fe8e88e334ddb37bf8ccf8971",
      descriptor: {
        mediaType: "application/vnd.oci.image.index.v1+json",
        digest: "sha256:f5db28c4b85af7186d1a093d6f3ff5ea29b9f98fe8e88e334ddb37bf8ccf8971",
        size: 855,
      },
      names: ["docker.io/acme/api:1"],
      buildRef: expect.stringMatching(/^default\/default\/\w+$/),
      provenance: { "": expect.objectContaining({ builder: { id: "https://github.com/acme/jessy/actions/runs/1" } }) },
    });
    expect(images.tool!.descriptor!.mediaType).toBe("application/vnd.oci.image.manifest.v1+json");
    expect(warnings.map(({ line }) => line)).toEqual([1, 4, 17, 14]);
  });

  test("of a single build", () => {
    const file = {
      "containerimage.digest": DIGEST,
      "containerimage.config.digest": DIGEST,
      "image.name": "a:1,a:2",
      "buildx.build.provenance/linux/amd64": { a: 1 },
      "buildx.build.provenance/linux/arm64": { b: 2 },
    };
    expect(read(file, ["odd"])).toEqual({
      images: {
        odd: {
          digest: DIGEST,
          configDigest: DIGEST,
          names: ["a:1", "a:2"],
          provenance: { "linux/amd64": { a: 1 }, "linux/arm64": { b: 2 } },
        },
      },
      warnings: [],
    });
  });

  test("of a build without an image", () => {
    expect(read({ a: { "buildx.build.ref": "x/y/z" } }, ["a"])).toEqual({
      images: { a: { names: [], buildRef: "x/y/z", provenance: {} } },
      warnings: [],
    });
  });

  test.each<[unknown, RegExp]>([
    [[], /^is not a metadata file of buildx/],
    [null, /^is not a metadata file of buildx/],
    [{}, /`a` is not what buildx built but missing/],
    [{ a: { "containerimage.digest": "sha256:short" } }, /containerimage\.digest` is not a digest/],
    [{ a: { "containerimage.digest": 7 } }, /is not a string but 7/],
    [
      {
        a: {
          "containerimage.digest": DIGEST,
          "containerimage.descriptor": { mediaType: "m", digest: `sha256:${"b".repeat(64)}`, size: 1 },
        },
      },
      /is not the descriptor's digest/,
    ],
    [
      { a: { "containerimage.descriptor": { mediaType: "m", digest: DIGEST, size: -1 } } },
      /size` is not a number of bytes/,
    ],
    [{ a: { "containerimage.descriptor": { digest: DIGEST, size: 1 } } }, /mediaType` is not a string but missing/],
  ])("%j is not believed", (value, message) => {
    expect(() => read(value, ["a"])).toThrow(message);
  });

  test("any JSON is read or refused by name", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const file of [
          value,
          { a: value },
          { a: { "containerimage.descriptor": value, "buildx.build.warnings": value } },
        ])
          try {
            read(file, ["a"]);
          } catch (error) {
            expect(error).toBeInstanceOf(ReportError);
          }
      }),
    );
  });
});
