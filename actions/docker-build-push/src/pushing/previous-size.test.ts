import { Registry } from "@jessy-actions/kit/registry/registry";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  AMD64,
  ARM64,
  attestation,
  image,
  index,
  of,
  type Stored,
  stored,
} from "../../../../packages/images/testing/image.ts";
import { FakeRegistry } from "../../../../packages/kit/testing/fake-registry.ts";
import { refusalsOf } from "../inspection/refusals.ts";
import { previousSizes, previousSizesIfKnown } from "./previous-size.ts";

const quiet = { debug: () => undefined, info: () => undefined, mask: () => undefined };

let fake: FakeRegistry;
let registry: Registry;
beforeEach(async () => {
  fake = await FakeRegistry.start();
  registry = new Registry(fake.host, { log: quiet, sleep: async () => undefined });
});
afterEach(() => fake.close());

function put({ descriptor, bytes }: Stored, tag?: string): void {
  fake.manifests.set(`api@${descriptor.digest}`, { bytes: Buffer.from(bytes), mediaType: descriptor.mediaType });
  if (tag !== undefined) fake.tags.set(`api:${tag}`, descriptor.digest);
}

const LAYERS = (size: number) => [{ ...stored("application/vnd.oci.image.layer.v1.tar+gzip", "x").descriptor, size }];

test("each platform has its own size, and attestations have none", async () => {
  const [amd64, arm64] = [image(AMD64, LAYERS(100)), image(ARM64, LAYERS(200))];
  const attests = attestation(amd64);
  for (const each of [amd64, arm64, attests]) put(each);
  put(index([of(amd64, AMD64), of(arm64, ARM64), attests.descriptor]), "1");
  expect(await previousSizes(registry, "api", "1")).toEqual({ "linux/amd64": 100, "linux/arm64": 200 });
});

test("a plain image says its platform in its configuration", async () => {
  const plain = image(ARM64, LAYERS(7));
  put(plain, "1");
  const { config } = JSON.parse(Buffer.from(plain.bytes).toString());
  const text = JSON.stringify({
    ...ARM64,
    config: {},
    rootfs: { type: "layers", diff_ids: LAYERS(7).map(({ digest }) => digest) },
  });
  fake.blobs.set(`api@${config.digest}`, Buffer.from(text));
  expect(await previousSizes(registry, "api", "1")).toEqual({ "linux/arm64": 7 });
});

test("a plain image that does not say its platform stands for any", async () => {
  const plain = image(ARM64, LAYERS(7));
  const config = stored("application/vnd.oci.image.config.v1+json", {});
  const manifest = { ...JSON.parse(Buffer.from(plain.bytes).toString()), config: config.descriptor };
  put(stored(plain.descriptor.mediaType, manifest), "1");
  fake.blobs.set(`api@${config.descriptor.digest}`, Buffer.from(config.bytes));
  const before = await previousSizes(registry, "api", "1");
  const limits = { maxSize: undefined, maxGrowth: { bytes: 0 } };
  expect(refusalsOf({ findings: [], sizes: { "linux/amd64": 8 } }, before, limits)).toEqual([
    "linux/amd64 grew from 7 B to 8 B, and `max-growth` allows 0 B",
  ]);
});

test("nothing that stands has no size, and a part that is missing is not nothing", async () => {
  expect(await previousSizes(registry, "api", "1")).toBeUndefined();
  put(index([of(image(AMD64), AMD64)]), "1");
  await expect(previousSizes(registry, "api", "1")).rejects.toThrow(/lists sha256:.*, which is not there/);
  expect(await previousSizesIfKnown(registry, "api", "1")).toBeUndefined();
  put(image(AMD64), "2");
  await expect(previousSizes(registry, "api", "2")).rejects.toThrow(/does not have sha256:.*, the configuration/);
});
