import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { blobPath } from "@jessy-actions/images/oci/layout";
import { OCI_CONFIG, OCI_INDEX, OCI_MANIFEST } from "@jessy-actions/images/oci/media-types";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AMD64, ARM64, index, LAYER, of, type Stored, stored } from "../../../../packages/images/testing/image.ts";
import { readImageFolder } from "../pushing/image-folder.ts";
import { inspectImage } from "./inspect-image.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-inspect-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const SECRET = "zq8-Kd0vWm3xTfY7hLr2";

function write(...blobs: readonly Stored[]): void {
  for (const { descriptor, bytes } of blobs) {
    const path = join(folder, blobPath(descriptor.digest));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}

/** Writes an image with all its blobs. */
function made(platform: object, content: string, { configType = OCI_CONFIG, variables = [] as string[] } = {}) {
  const layer = stored(LAYER, content);
  const config = stored(configType, { ...platform, config: { Env: variables } });
  const manifest = stored(OCI_MANIFEST, {
    schemaVersion: 2,
    mediaType: OCI_MANIFEST,
    config: config.descriptor,
    layers: [layer.descriptor],
  });
  write(layer, config, manifest);
  return { layer, config, manifest };
}

/** The attestation of an image, with one statement. */
function attested(subject: Stored, size?: number) {
  const text = JSON.stringify({ predicate: { invocation: { parameters: { args: { "build-arg:T": SECRET } } } } });
  const statement = stored("application/vnd.in-toto+json", text);
  const config = stored(OCI_CONFIG, { architecture: "unknown", os: "unknown" });
  const annotations = { "in-toto.io/predicate-type": "https://slsa.dev/provenance/v0.2" };
  const manifest = stored(OCI_MANIFEST, {
    schemaVersion: 2,
    mediaType: OCI_MANIFEST,
    config: config.descriptor,
    layers: [{ ...statement.descriptor, annotations, ...(size !== undefined && { size }) }],
  });
  write(statement, config, manifest);
  const mark = {
    "vnd.docker.reference.type": "attestation-manifest",
    "vnd.docker.reference.digest": subject.descriptor.digest,
  };
  return {
    statement,
    entry: { ...manifest.descriptor, annotations: mark, platform: { architecture: "unknown", os: "unknown" } },
  };
}

async function inspect(root: Stored, allowed: readonly string[] = []) {
  write(root);
  writeFileSync(join(folder, "oci-layout"), '{"imageLayoutVersion":"1.0.0"}');
  const contents = { schemaVersion: 2, mediaType: OCI_INDEX, manifests: [root.descriptor] };
  writeFileSync(join(folder, "index.json"), JSON.stringify(contents));
  return inspectImage(
    await readImageFolder(folder, root.descriptor.digest),
    [{ name: "TOKEN", value: SECRET }],
    allowed,
  );
}

test("every platform has its size, also in an index of indexes", async () => {
  const [amd64, arm64] = [made(AMD64, "a"), made(ARM64, "bb")];
  const inner = index([of(arm64.manifest, ARM64)]);
  write(inner);
  const { platforms, sizes, shape, findings } = await inspect(index([of(amd64.manifest, AMD64), inner.descriptor]));
  expect(platforms).toEqual(["linux/amd64", "linux/arm64"]);
  expect(sizes).toEqual({ "linux/amd64": 1, "linux/arm64": 2 });
  expect([shape, findings]).toEqual(["multi-platform", []]);
});

test("a secret is found in the second platform and in what attests the first", async () => {
  const [amd64, arm64] = [made(AMD64, "a"), made(ARM64, "bb", { variables: [`T=${SECRET}`] })];
  const root = index([of(amd64.manifest, AMD64), of(arm64.manifest, ARM64), attested(amd64.manifest).entry]);
  const findings = [
    "TOKEN in the configuration of linux/arm64, environment variable T",
    "TOKEN in the provenance, build argument T in the provenance",
  ];
  expect((await inspect(root)).findings).toEqual(findings);
  expect((await inspect(root, findings)).findings).toEqual([]);
});

describe("what cannot be looked at is not clean, and a sentence says what it is", () => {
  test.each<[string, () => Promise<unknown>, RegExp]>([
    [
      "an artifact",
      () => inspect(made(AMD64, "a", { configType: "application/vnd.acme+json" }).manifest),
      /^holds no image of any platform/,
    ],
    ["an empty index", () => inspect(index([])), /^holds no image of any platform/],
    ["a configuration that is something else", () => inspect(made({ os: 1 }, "a").manifest), /the image's config/],
    [
      "a layer that is cut",
      () => {
        const { layer, manifest } = made(AMD64, "content");
        truncateSync(join(folder, blobPath(layer.descriptor.digest)), 3);
        return inspect(manifest);
      },
      /^blobs\/sha256\/.* has 3 bytes, and 7 are right/,
    ],
    [
      "a layer that is missing",
      () => {
        const { layer, manifest } = made(AMD64, "content");
        rmSync(join(folder, blobPath(layer.descriptor.digest)));
        return inspect(manifest);
      },
      /^blobs\/sha256\/.* is missing/,
    ],
    [
      "a manifest that is missing",
      async () => {
        const { manifest } = made(AMD64, "content");
        await inspect(manifest);
        rmSync(join(folder, blobPath(manifest.descriptor.digest)));
        return readImageFolder(folder, manifest.descriptor.digest);
      },
      /^blobs\/sha256\/.* is missing/,
    ],
    ["no layout at all", () => readImageFolder(folder, undefined), /^oci-layout is missing/],
    [
      "a statement larger than any that is looked at",
      () => {
        const { manifest } = made(AMD64, "a");
        const size = 64 * 1024 * 1024 + 1;
        const { statement, entry } = attested(manifest, size);
        truncateSync(join(folder, blobPath(statement.descriptor.digest)), size);
        return inspect(index([of(manifest, AMD64), entry]));
      },
      /^the provenance has 67,108,865 bytes, and at most 67,108,864 are looked at/,
    ],
  ])("%s", async (_, look, message) => {
    await expect(look()).rejects.toThrow(
      expect.objectContaining({ name: "ReportError", message: expect.stringMatching(message) }),
    );
  });
});
