import { ReportError } from "@jessy-actions/reading/report-error";
import { expect, test } from "vitest";
import { VULNERABILITIES } from "./database-kind.ts";
import { layerOf } from "./layer.ts";

const LAYER = { mediaType: VULNERABILITIES.mediaType, digest: `sha256:${"ab".repeat(32)}`, size: 1000 };
const read = (value: unknown) =>
  layerOf(Buffer.from(typeof value === "string" ? value : JSON.stringify(value)), {
    mediaType: VULNERABILITIES.mediaType,
    maxLayerBytes: 1000,
  });

test("the one layer", () => {
  expect(read({ schemaVersion: 2, layers: [{ ...LAYER, annotations: { x: "db.tar.gz" } }] })).toEqual({
    digest: LAYER.digest,
    size: 1000,
  });
});

test.each<[string, unknown, string]>([
  ["no JSON", "x", "is not valid JSON"],
  ["nothing", {}, "`layers` is not a list but missing"],
  ["an index", { manifests: [] }, "is an index of several images, not a database"],
  ["no layer", { layers: [] }, "has no layers, where a database has one"],
  ["two", { layers: [LAYER, LAYER] }, "has 2 layers, where a database has one"],
  [
    "an image",
    { layers: [{ ...LAYER, mediaType: "application/vnd.oci.image.layer.v1.tar+gzip" }] },
    "has a layer of the type `application/vnd.oci.image.layer.v1.tar+gzip`, where `application/vnd.aquasec.trivy.db.layer.v1.tar+gzip` is needed",
  ],
  [
    "the other database",
    { layers: [{ ...LAYER, mediaType: "application/vnd.aquasec.trivy.javadb.layer.v1.tar+gzip" }] },
    "is needed",
  ],
  ["no type", { layers: [{}] }, "`layers[0].mediaType` is not a string"],
  ["no digest", { layers: [{ ...LAYER, digest: undefined }] }, "`layers[0].digest` is not a string"],
  ["a short digest", { layers: [{ ...LAYER, digest: "sha256:ab" }] }, "is not a SHA-256 digest"],
  ["a path for a digest", { layers: [{ ...LAYER, digest: "../../x" }] }, "is not a SHA-256 digest"],
  ["no size", { layers: [{ ...LAYER, size: undefined }] }, "`layers[0].size` is not a number of bytes"],
  ["no bytes", { layers: [{ ...LAYER, size: 0 }] }, "is not a number of bytes"],
  ["too many bytes", { layers: [{ ...LAYER, size: 1001 }] }, "has a layer of 1001 bytes; at most 1000 are taken"],
])("%s", (_, manifest, message) => {
  expect(() => read(manifest)).toThrow(message);
  expect(() => read(manifest)).toThrow(ReportError);
});
