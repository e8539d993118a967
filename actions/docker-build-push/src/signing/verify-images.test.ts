import { generateKeyPairSync } from "node:crypto";
import { type Descriptor, descriptorOf } from "@jessy-actions/images/oci/descriptor";
import { OCI_MANIFEST } from "@jessy-actions/images/oci/media-types";
import { bundleReferrer } from "@jessy-actions/images/signatures/bundle";
import { readSigningKey } from "@jessy-actions/images/signatures/keys";
import { Registry } from "@jessy-actions/kit/registry/registry";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FakeRegistry } from "../../../../packages/kit/testing/fake-registry.ts";
import { pushImage, testImage } from "../../../../packages/kit/testing/image-push.ts";
import type { Login } from "../pushing/login.ts";
import type { Result } from "../result.ts";
import { judge } from "../verdict.ts";
import { signImage } from "./sign-image.ts";
import { keySigner } from "./signer.ts";
import { verifyImages } from "./verify-images.ts";

const quiet = { debug: () => undefined, info: () => undefined, mask: () => undefined };
const NOW = "2026-01-02T03:04:05Z";
const NOBODY = `sha256:${"0".repeat(64)}`;

const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const SIGNER = keySigner(readSigningKey(privateKey.export({ type: "pkcs8", format: "pem" }).toString()));

let fake: FakeRegistry;
let registry: Registry;
let root: Descriptor;

beforeEach(async () => {
  fake = await FakeRegistry.start({ hasReferrers: true });
  registry = new Registry(fake.host, { log: quiet, sleep: async () => undefined });
  const image = testImage();
  await pushImage(registry, "api", image);
  root = descriptorOf(image.manifest.mediaType, image.manifest.bytes);
});

afterEach(() => fake.close());

/** @param tags of each image; one may be `TAG@DIGEST`. */
async function verify(...tags: readonly (readonly string[])[]) {
  const images = tags.map((_, at) => ({ name: `image${at}`, references: [], signatures: [], refusals: [] }));
  const plans = tags.map((each) => ({
    destinations: each.map((reference) => {
      const [tag = "", pinned] = reference.split("@");
      return {
        registry: fake.host,
        repository: "api",
        tags: [tag],
        ...(pinned !== undefined && { expected: { [tag]: pinned } }),
      };
    }),
  }));
  const result = { mode: "verify", dryRun: false, images, planning: { images: plans } } as unknown as Result;
  const login = { registries: { of: () => registry }, verifier: SIGNER.verifier } as unknown as Login;
  const { verdict, headline, images: verified } = judge(await verifyImages(result, login), true);
  const lines = verified.flatMap(({ signatures }) =>
    signatures.map(({ subject, state, problem }) =>
      [subject.replace(`${fake.host}/api`, "").replace(root.digest, "DIGEST"), state, problem].join(" ").trim(),
    ),
  );
  return { verdict, headline, lines, digest: verified[0]?.digest };
}

const sign = () => signImage(registry, "api", root, SIGNER, ["bundle"], NOW);

test("a tag, a digest, and both together are the same image", async () => {
  await sign();
  expect(await verify(["1.0", root.digest, `1.0@${root.digest}`])).toEqual({
    verdict: "pass",
    headline: "1 image verified: every signature holds",
    lines: [":1.0 verified", "@DIGEST verified", ":1.0 verified"],
    digest: root.digest,
  });
});

test("a tag that leads elsewhere than its digest fails, though both are signed", async () => {
  await sign();
  const config = [...fake.blobs.values()].find((bytes) => bytes.toString().startsWith("{"))!;
  const other = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: OCI_MANIFEST,
      config: descriptorOf("application/vnd.oci.image.config.v1+json", config),
      layers: [],
    }),
  );
  await registry.putManifest("api", { mediaType: OCI_MANIFEST, bytes: other }, "2.0");
  const moved = descriptorOf(OCI_MANIFEST, other);
  await signImage(registry, "api", moved, SIGNER, ["bundle"], NOW);
  const { verdict, lines } = await verify([`2.0@${root.digest}`]);
  expect(verdict).toBe("broken");
  expect(lines).toEqual([`:2.0 failed it leads to ${moved.digest}, and not to ${root.digest}`]);
});

test.each<[string, readonly string[], string]>([
  ["an image without a signature", ["1.0"], ":1.0 failed it has no signature"],
  ["a tag that nobody set", ["9.9"], ":9.9 failed there is no such image"],
  ["a digest that is not there", [NOBODY], `@${NOBODY} failed there is no such image`],
])("%s fails by name", async (_, tags, line) => {
  const { verdict, lines } = await verify(tags);
  expect(verdict).toBe("broken");
  expect(lines).toEqual([line]);
});

test.each<[string, readonly (readonly string[])[], string]>([
  ["no reference", [[]], "nothing was verified: `tags` names no image"],
  ["one of two images without a reference", [["1.0"], []], "nothing was verified: `tags` of image1 names no image"],
  ["no image", [], "nothing was verified: there is no image"],
])("%s is a failure, and never green", async (_, tags, headline) => {
  await sign();
  expect(await verify(...tags)).toMatchObject({ verdict: "broken", headline });
});

test("what is broken beside a signature does not hide it", async () => {
  const { blobs, manifest } = bundleReferrer(Buffer.from("{}"), root, NOW);
  for (const { descriptor, bytes } of blobs)
    await registry.pushBlob("api", { digest: descriptor.digest, size: descriptor.size, content: { bytes } });
  await registry.putManifest("api", { mediaType: OCI_MANIFEST, bytes: manifest.bytes });
  // Not even a manifest: its layers are no list.
  const { layers: _, ...rest } = JSON.parse(manifest.bytes.toString());
  const broken = Buffer.from(JSON.stringify({ ...rest, Layers: [] }));
  await registry.putManifest("api", { mediaType: OCI_MANIFEST, bytes: broken });
  expect((await verify(["1.0"])).lines[0]).toMatch(/^:1.0 failed none of its 2 signatures holds: /);
  await sign();
  expect((await verify(["1.0"])).lines).toEqual([":1.0 verified"]);
});
