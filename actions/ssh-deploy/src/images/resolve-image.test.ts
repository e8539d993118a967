import { generateKeyPairSync } from "node:crypto";
import { type Descriptor, descriptorOf } from "@jessy-actions/images/oci/descriptor";
import { readSigningKey } from "@jessy-actions/images/signatures/keys";
import { Registry } from "@jessy-actions/kit/registry/registry";
import { Patience } from "@jessy-actions/kit/registry/retry";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FakeRegistry } from "../../../../packages/kit/testing/fake-registry.ts";
import { pushImage, testImage } from "../../../../packages/kit/testing/image-push.ts";
import { recordedLog } from "../../../../packages/local-runner/testing/recorded-log.ts";
import { signImage } from "../../../docker-build-push/src/signing/sign-image.ts";
import { keySigner } from "../../../docker-build-push/src/signing/signer.ts";
import type { ImageInputs } from "../inputs.ts";
import { resolveImage } from "./resolve-image.ts";

const quiet = { debug: () => undefined, info: () => undefined, mask: () => undefined };

const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  return { key: readSigningKey(pem), pem: publicKey.export({ type: "spki", format: "pem" }).toString() };
};
const [OURS, OTHERS] = [pair(), pair()];
const NOBODY = `sha256:${"0".repeat(64)}`;

let fake: FakeRegistry;
let registry: Registry;
let root: Descriptor;

beforeEach(async () => {
  fake = await FakeRegistry.start({ hasReferrers: true });
  registry = new Registry(fake.host, { log: quiet, sleep: async () => undefined });
  const image = testImage();
  await pushImage(registry, "acme/api", image);
  root = descriptorOf(image.manifest.mediaType, image.manifest.bytes);
  await registry.putManifest("acme/api", image.manifest, "v1");
});

afterEach(() => fake.close());

function resolve(tag: string, inputs: Partial<ImageInputs> = {}, patience?: Patience) {
  const image: ImageInputs = {
    reference: `${fake.host}/acme/api${tag}`,
    verify: "digest",
    keys: [],
    identity: undefined,
    issuer: undefined,
    username: "",
    password: "",
    ...inputs,
  };
  return resolveImage(image, { environment: { HOME: "/nonexistent" }, log: recordedLog(() => undefined) }, patience);
}

/** As docker-build-push signs. */
async function sign({ key }: ReturnType<typeof pair>, format: "bundle" | "legacy" = "bundle") {
  const results = await signImage(registry, "acme/api", root, keySigner(key), [format], new Date(0).toISOString());
  expect(results).toMatchObject([{ state: "signed" }]);
}

describe("an image", () => {
  test.each([
    ["a tag", ":v1"],
    ["a digest", "DIGEST"],
    ["a tag and a digest", ":v1DIGEST"],
  ])("by %s becomes one by digest", async (_, text) => {
    const image = await resolve(text.replace("DIGEST", `@${root.digest}`));
    expect(image).toEqual({
      reference: `${fake.host}/acme/api@${root.digest}`,
      digest: root.digest,
      signature: "not-asked",
      signedBy: null,
    });
  });

  test.each([
    ["a tag that does not exist", ":v2", {}, "does not exist, or the credentials may not read it"],
    ["a digest that does not exist", `@${NOBODY}`, {}, "does not exist"],
    ["a tag that no registry is asked for", ":v1", { verify: "none" }, "hosts could get different images"],
    ["no signature", ":v1", { verify: "signature", keys: [OURS.pem] }, "it has no signature"],
  ] as const)("is refused by %s", async (_, text, inputs, message) => {
    await expect(resolve(text, inputs)).rejects.toThrow(message);
  });

  test.each(["bundle", "legacy"] as const)("signed by one of the keys (%s) is deployed", async (format) => {
    await sign(OURS, format);
    const image = await resolve(":v1", { verify: "signature", keys: [OTHERS.pem, OURS.pem] });
    expect(image).toMatchObject({ signature: "verified", signedBy: "key 2 of `verify-key`" });
  });

  test("signed by somebody else is refused, and by a key where an identity is asked for", async () => {
    await sign(OTHERS);
    await expect(resolve(":v1", { verify: "signature", keys: [OURS.pem] })).rejects.toThrow(
      /none of its 1 signatures holds.*No host was touched/,
    );
    const identity = { identity: "https://github.com/acme/**", issuer: "https://token.actions.githubusercontent.com" };
    await expect(resolve(":v1", { verify: "signature", ...identity })).rejects.toThrow("it was signed by a key");
  });

  test("of a registry that is down is refused by name", async () => {
    const { host } = fake;
    await fake.close();
    await expect(resolve(":v1", { reference: `${host}/acme/api:v1` }, new Patience(0))).rejects.toThrow(
      /input `image`: .*no host was touched/,
    );
    fake = await FakeRegistry.start({});
  });
});
