import { generateKeyPairSync } from "node:crypto";
import { type Descriptor, descriptorOf } from "@jessy-actions/images/oci/descriptor";
import { findSignatures } from "@jessy-actions/images/signatures/find-signatures";
import { readSigningKey } from "@jessy-actions/images/signatures/keys";
import { Registry } from "@jessy-actions/kit/registry/registry";
import { afterEach, describe, expect, test } from "vitest";
import { FakeRegistry, type FakeRegistryOptions } from "../../../../packages/kit/testing/fake-registry.ts";
import { pushImage, testImage } from "../../../../packages/kit/testing/image-push.ts";
import { signImage } from "./sign-image.ts";
import { keySigner } from "./signer.ts";

const quiet = { debug: () => undefined, info: () => undefined, mask: () => undefined };
const NOW = "2026-01-02T03:04:05Z";

const newKey = () => {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return keySigner(readSigningKey(privateKey.export({ type: "pkcs8", format: "pem" }).toString()));
};
const [KEY, OTHER] = [newKey(), newKey()];

let fake: FakeRegistry;
let registry: Registry;
let root: Descriptor;

async function start(options: FakeRegistryOptions): Promise<void> {
  fake = await FakeRegistry.start(options);
  registry = new Registry(fake.host, { log: quiet, sleep: async () => undefined });
  const image = testImage();
  await pushImage(registry, "api", image);
  root = descriptorOf(image.manifest.mediaType, image.manifest.bytes);
}

afterEach(() => fake.close());

const sign = async (key = KEY) =>
  (await signImage(registry, "api", root, key, ["legacy", "bundle"], NOW)).map(({ state }) => state);

describe.each([true, false])("a registry that has referrers: %s", (hasReferrers) => {
  test("gets both signatures, and a second run adds none", async () => {
    await start({ hasReferrers });
    expect(await sign()).toEqual(["signed", "signed"]);
    const { size } = fake.manifests;
    expect(await sign()).toEqual(["there", "there"]);
    expect(fake.manifests.size).toBe(size);
    // The image's own tag stays where it was.
    expect(fake.tags.get("api:1.0")).toBe(root.digest);
  });

  test("keeps the signatures of another key", async () => {
    await start({ hasReferrers });
    await sign(OTHER);
    expect(await sign()).toEqual(["signed", "signed"]);
    for (const format of ["legacy", "bundle"] as const)
      for (const { verifier } of [KEY, OTHER]) {
        const found = await findSignatures(registry, "api", format, verifier, { digest: root.digest });
        expect(found.map(({ check }) => check.isValid).sort()).toEqual([false, true]);
      }
  });
});

test("a registry that takes no signature is a failure of each, with its reason", async () => {
  await start({});
  await fake.close();
  const results = await signImage(registry, "api", root, KEY, ["legacy", "bundle"], NOW);
  expect(results.map(({ state, problem }) => [state, problem !== undefined])).toEqual([
    ["failed", true],
    ["failed", true],
  ]);
  expect(results[0]!.subject).toBe(`${registry.name}/api@${root.digest}`);
});
