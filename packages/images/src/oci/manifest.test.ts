import { ReportError } from "@jessy-actions/reading/report-error";
import { describe, expect, test } from "vitest";
import { AMD64, image, index, LAYER, layer, of, stored } from "../../testing/image.ts";
import { MAX_ANNOTATIONS } from "./annotations.ts";
import { MAX_BLOB_BYTES } from "./descriptor.ts";
import { digestOf } from "./digest.ts";
import { readImageConfig } from "./image-config.ts";
import { MAX_LAYERS, MAX_MANIFEST_BYTES, MAX_MANIFESTS, readManifest } from "./manifest.ts";
import { DOCKER_CONFIG, DOCKER_LIST, DOCKER_MANIFEST, OCI_INDEX, OCI_MANIFEST } from "./media-types.ts";

const DIGEST = `sha256:${"a".repeat(64)}`;
const GOOD = { mediaType: LAYER, digest: DIGEST, size: 5 };
const manifest = (more: object = {}) => ({
  schemaVersion: 2,
  mediaType: OCI_MANIFEST,
  config: GOOD,
  layers: [],
  ...more,
});
const list = (more: object = {}) => ({ schemaVersion: 2, mediaType: OCI_INDEX, manifests: [], ...more });
const read = (document: unknown) =>
  readManifest(Buffer.from(typeof document === "string" ? document : JSON.stringify(document)));
/** Without the name of the document, which holds its digest. */
const fault = (document: unknown) => {
  try {
    read(document);
  } catch (error) {
    if (error instanceof ReportError) return error.message.replace(/^the manifest (?:sha256:[0-9a-f]{64}: ?)?/, "");
    throw error;
  }
  return undefined;
};

describe("a manifest", () => {
  test("of OCI with everything that the spec knows", () => {
    const descriptor = {
      mediaType: LAYER,
      digest: `sha512:${"b".repeat(128)}`,
      size: 0,
      urls: ["https://example.com/a"],
      annotations: { a: "b", __proto__x: "" },
      platform: { architecture: "arm", os: "linux", variant: "v7", "os.version": "1.0", "os.features": ["x"] },
      artifactType: "application/x",
    };
    const document = manifest({
      layers: [descriptor],
      subject: GOOD,
      artifactType: "application/y",
      annotations: { c: "d" },
    });
    const { schemaVersion: _, ...expected } = document;
    expect(read(document)).toEqual({ kind: "manifest", ...expected });
    expect(read({ ...document, layers: [{ ...descriptor, future: 1 }], future: {} })).toEqual({
      kind: "manifest",
      ...expected,
    });
  });

  test.each<[string, object, string, string]>([
    ["OCI's that does not say so", manifest({ mediaType: undefined }), "manifest", OCI_MANIFEST],
    ["an index that does not say so", list({ mediaType: undefined }), "index", OCI_INDEX],
    [
      "Docker's",
      manifest({ mediaType: DOCKER_MANIFEST, config: { ...GOOD, mediaType: DOCKER_CONFIG } }),
      "manifest",
      DOCKER_MANIFEST,
    ],
    ["Docker's list", list({ mediaType: DOCKER_LIST }), "index", DOCKER_LIST],
    ["an empty type of an artifact", manifest({ artifactType: "" }), "manifest", OCI_MANIFEST],
    ["annotations of nothing", list({ annotations: null }), "index", OCI_INDEX],
  ])("%s", (_, document, kind, mediaType) => {
    expect(read(document)).toMatchObject({ kind, mediaType, annotations: {} });
  });

  test("bytes that a descriptor carries are compared with it", () => {
    const carried = { ...stored(LAYER, "{}").descriptor, data: "e30=" };
    expect(read(manifest({ config: carried }))).toMatchObject({ config: carried });
    expect(fault(manifest({ config: { ...carried, data: "W10=" } }))).toMatch(
      /^`config.data` is not the bytes that the size/,
    );
    expect(fault(manifest({ config: { ...carried, size: 3 } }))).toMatch(
      /^`config.data` is not the bytes that the size/,
    );
    expect(fault(manifest({ config: { ...carried, data: "e30" } }))).toMatch(/^`config.data` is not valid base64/);
  });

  const one = (more: object) => manifest({ layers: [{ ...GOOD, ...more }] });
  test.each<[string, unknown, string | RegExp]>([
    ["nothing", "", /^ends early, after 0 bytes, as if it was cut off$/],
    ["HTML", "<html>", /^is not valid JSON/],
    ["a byte order mark", `\ufeff${JSON.stringify(manifest())}`, "begins with a byte order mark"],
    ["a list", [], "its content is not an object but []"],
    ["null", null, "its content is not an object but null"],
    [
      "schema 1",
      { schemaVersion: 1, fsLayers: [] },
      "is a Docker manifest of schema 1, which registries no longer serve: build the image again",
    ],
    ["no version", manifest({ schemaVersion: undefined }), "`schemaVersion` is not 2 but missing"],
    ["a version in text", manifest({ schemaVersion: "2" }), '`schemaVersion` is not 2 but "2"'],
    ["two documents at once", manifest({ manifests: [] }), /^is an index and a manifest at once/],
    ["two documents at once, by layers", list({ layers: [] }), /^is an index and a manifest at once/],
    ["neither", { schemaVersion: 2 }, /^is neither a manifest nor an index/],
    ["a field in another case", manifest({ Layers: [GOOD] }), 'has a field "Layers" where `layers` is meant'],
    ["a field with a long s", list({ manifeſts: [] }), 'has a field "manifeſts" where `manifests` is meant'],
    [
      "an index that says to be a manifest",
      list({ mediaType: OCI_MANIFEST }),
      /^has the media type .*, and the content of an index$/,
    ],
    [
      "a manifest that says to be an index",
      manifest({ mediaType: DOCKER_LIST }),
      /^has the media type .*, and the content of a manifest$/,
    ],
    ["a type of something else", manifest({ mediaType: "application/json" }), /^has the media type application\/json/],
    ["a type that is none", manifest({ mediaType: "x" }), '`mediaType` is not a media type but "x"'],
    ["a type that is a number", manifest({ mediaType: 5 }), "`mediaType` is not a string but 5"],
    ["no layers", manifest({ layers: undefined }), "`layers` is not a list but missing"],
    ["no config", manifest({ config: undefined }), "`config` is not a descriptor but missing"],
    ["a config that is a list", manifest({ config: [] }), "`config` is not a descriptor but []"],
    ["a layer that is null", manifest({ layers: [null] }), "`layers[0]` is not a descriptor but null"],
    ["a layer without a type", one({ mediaType: undefined }), "`layers[0].mediaType` is not a string but missing"],
    ["a type with a line break", one({ mediaType: "a/b\nc" }), /^`layers\[0\].mediaType` is not a media type/],
    ["a digest without an algorithm", one({ digest: "a".repeat(64) }), /^`layers\[0\].digest` is not a digest/],
    ["a digest of MD5", one({ digest: `md5:${"a".repeat(32)}` }), /^`layers\[0\].digest` is not a digest/],
    ["a digest in upper case", one({ digest: `sha256:${"A".repeat(64)}` }), /^`layers\[0\].digest` is not a digest/],
    ["a digest that is a path", one({ digest: "sha256:../../etc" }), /^`layers\[0\].digest` is not a digest/],
    [
      "a digest that is too short",
      one({ digest: `sha512:${"a".repeat(64)}` }),
      /^`layers\[0\].digest` is not a digest/,
    ],
    ["a digest and a line break", one({ digest: `${DIGEST}\n` }), /^`layers\[0\].digest` is not a digest/],
    ["a negative size", one({ size: -1 }), /^`layers\[0\].size` is not a size in bytes/],
    ["half a byte", one({ size: 0.5 }), /^`layers\[0\].size` is not a size in bytes/],
    ["a size in text", one({ size: "5" }), '`layers[0].size` is not a number but "5"'],
    [
      "a size beyond all",
      JSON.stringify(one({})).replace('"size":5}]', '"size":1e400}]'),
      /^`layers\[0\].size` is not a size in bytes/,
    ],
    ["addresses that are no list", one({ urls: "x" }), '`layers[0].urls` is not a list but "x"'],
    ["an address that is a number", one({ urls: [5] }), "`layers[0].urls[0]` is not a string but 5"],
    [
      "an address that is too long",
      one({ urls: ["x".repeat(5000)] }),
      /^`layers\[0\].urls\[0\]` is not an address of at most/,
    ],
    ["too many addresses", one({ urls: Array(101).fill("x") }), /^`layers\[0\].urls` is not a list of at most 100/],
    ["annotations that are a list", one({ annotations: [] }), "`layers[0].annotations` is not an object but []"],
    [
      "an annotation that is a number",
      one({ annotations: { a: 1 } }),
      '`layers[0].annotations["a"]` is not a string but 1',
    ],
    [
      "a platform that is a text",
      one({ platform: "linux/amd64" }),
      '`layers[0].platform` is not an object but "linux/amd64"',
    ],
    [
      "a platform without a system",
      one({ platform: { architecture: "amd64" } }),
      "`layers[0].platform.os` is not a string but missing",
    ],
    [
      "a platform with a slash",
      one({ platform: { architecture: "a/b", os: "linux" } }),
      /^`layers\[0\].platform.architecture` is not a part of a platform/,
    ],
    [
      "features that are no list",
      one({ platform: { ...AMD64, "os.features": 5 } }),
      /^`layers\[0\].platform.os.features` is not a list/,
    ],
    ["a subject without a digest", manifest({ subject: {} }), "`subject.mediaType` is not a string but missing"],
  ])("of %s is refused", (_, document, message) => {
    expect(fault(document)).toEqual(typeof message === "string" ? message : expect.stringMatching(message));
  });

  const sized = (bytes: number) => {
    const text = JSON.stringify(manifest());
    return text + " ".repeat(bytes - text.length);
  };
  test.each<[string, number, (count: number) => unknown]>([
    ["bytes", MAX_MANIFEST_BYTES, sized],
    ["layers", MAX_LAYERS, (count) => manifest({ layers: Array(count).fill(GOOD) })],
    ["manifests", MAX_MANIFESTS, (count) => list({ manifests: Array(count).fill(GOOD) })],
    [
      "annotations",
      MAX_ANNOTATIONS,
      (count) => list({ annotations: Object.fromEntries([...Array(count).keys()].map((key) => [key, ""])) }),
    ],
    ["bytes of a blob", MAX_BLOB_BYTES, (size) => one({ size })],
  ])("with as many %s as are allowed", (_, most, make) => {
    for (const count of [most - 1, most]) expect(fault(make(count))).toBe(undefined);
    expect(fault(make(most + 1))).toMatch(/at most|from 0 to/);
  });

  test("must be what its descriptor says", () => {
    const { bytes, descriptor } = image(AMD64);
    expect(readManifest(bytes, descriptor).kind).toBe("manifest");
    const rows: readonly [object, RegExp][] = [
      [{ size: 5 }, /has \d+ bytes and not 5/],
      [{ digest: DIGEST }, /it was changed or damaged on the way/],
      [{ mediaType: OCI_INDEX }, /`mediaType` is not application\/vnd.oci.image.index/],
      [{ mediaType: DOCKER_MANIFEST }, /`mediaType` is not application\/vnd.docker/],
    ];
    for (const [more, message] of rows) expect(() => readManifest(bytes, { ...descriptor, ...more })).toThrow(message);
    const silent = Buffer.from(JSON.stringify(manifest({ mediaType: undefined })));
    const of = (mediaType: string) => ({ mediaType, digest: digestOf(silent), size: silent.length });
    expect(readManifest(silent, of(OCI_MANIFEST)).mediaType).toBe(OCI_MANIFEST);
    expect(() => readManifest(silent, of(DOCKER_MANIFEST))).toThrow("`mediaType` is not");
    expect(() => readManifest(silent, of(OCI_INDEX))).toThrow("the content of a manifest");
  });

  test("of another encoding is refused", () => {
    const text = JSON.stringify(manifest());
    expect(() => readManifest(Buffer.from(`\ufeff${text}`, "utf16le"))).toThrow("is not valid UTF-8");
    expect(() => readManifest(Buffer.from(text.replace(LAYER, "\u00e4"), "latin1"))).toThrow("is not valid UTF-8");
  });
});

describe("an image's config", () => {
  const config = (more: object) => Buffer.from(JSON.stringify({ ...AMD64, ...more }));
  test("says what it runs and how it was made", () => {
    const { bytes } = index([of(image(AMD64, [layer("a")]), AMD64)]);
    expect(readManifest(bytes).kind).toBe("index");
    const read = readImageConfig(
      config({
        config: { Env: ["A=b"], Labels: { c: "d" } },
        rootfs: { diff_ids: [DIGEST] },
        history: [{ created_by: "COPY . ." }, { created_by: "ENV A=b", empty_layer: true }, {}],
      }),
    );
    expect(read).toEqual({
      platform: AMD64,
      environment: ["A=b"],
      labels: { c: "d" },
      history: [
        { createdBy: "COPY . .", isEmpty: false },
        { createdBy: "ENV A=b", isEmpty: true },
        { createdBy: "", isEmpty: false },
      ],
      layerDigests: [DIGEST],
    });
    const empty = { environment: [], labels: {}, history: [], layerDigests: [] };
    expect(readImageConfig(config({}))).toEqual({ platform: AMD64, ...empty });
    expect(readImageConfig(config({ config: null, history: null, rootfs: null }))).toEqual({
      platform: AMD64,
      ...empty,
    });
  });

  test.each<[object, string]>([
    [{ os: 5 }, "`os` is not a string but 5"],
    [{ config: { Env: "A" } }, '`config.Env` is not a list but "A"'],
    [{ config: { Env: [1] } }, "`config.Env[0]` is not a string but 1"],
    [{ config: { Labels: { a: null } } }, '`config.Labels["a"]` is not a string but null'],
    [{ history: [5] }, "`history[0]` is not an object but 5"],
    [{ history: [{ created_by: [] }] }, "`history[0].created_by` is not a string but []"],
    [{ history: [{ empty_layer: "yes" }] }, '`history[0].empty_layer` is not true or false but "yes"'],
    [{ history: Array(10_001).fill({}) }, "is not a list of at most 10000 items"],
    [{ rootfs: { diff_ids: ["x"] } }, "`rootfs.diff_ids[0]` is not a digest"],
    [{ Config: {} }, 'has a field "Config" where `config` is meant'],
  ])("%j is refused", (more, message) => {
    expect(() => readImageConfig(config(more))).toThrow(message);
  });
});
