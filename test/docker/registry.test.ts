import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Registry } from "../../packages/kit/src/registry/registry.ts";
import { FaultProxy } from "../../packages/kit/testing/fault-proxy.ts";
import { pushImage, testImage } from "../../packages/kit/testing/image-push.ts";
import { pushFaults } from "../../packages/kit/testing/push-faults.ts";
import { dockerStack } from "../../scripts/docker-stack.ts";

const { registries } = await dockerStack();
const NOW = Date.now();
const quiet = { debug: () => undefined, info: () => undefined, mask: () => undefined };
const impatient = { log: quiet, sleep: async () => undefined, random: () => 0, now: () => NOW };

describe.skipIf(!registries)("docker-registry behind a fault proxy", () => {
  let proxy: FaultProxy;

  beforeAll(async () => {
    proxy = await FaultProxy.start(registries!.plain.host);
  });

  afterAll(() => proxy.close());

  test.each(pushFaults(NOW))("$name", async ({ faults, outcome, isTagged = outcome === "arrives", layer }) => {
    const repository = `faults/${Math.random().toString(36).slice(2)}`;
    const image = testImage(layer);
    proxy.inject(...faults);
    const push = pushImage(new Registry(proxy.host, impatient), repository, image);
    if (outcome === "arrives") await push;
    else await expect(push).rejects.toThrow(outcome);
    const direct = new Registry(registries!.plain.host, impatient);
    const tagged = await direct.headManifest(repository, "1.0");
    expect(tagged?.digest).toBe(isTagged ? image.digest : undefined);

    proxy.inject();
    await pushImage(new Registry(proxy.host, impatient), repository, image);
    expect((await direct.getManifest(repository, "1.0"))?.bytes).toEqual(image.manifest.bytes);
    // Which checks their digests.
    for (const { digest, size } of image.blobs)
      expect((await direct.getBlob(repository, digest, size))?.length).toBe(size);
  });
});

test.skipIf(!registries)("a large blob starts anew: docker-registry 2.8 forgets an upload that broke off", async () => {
  const proxy = await FaultProxy.start(registries!.plain.host);
  try {
    proxy.inject({ when: ({ method }) => method === "PATCH", times: 2, act: { resetAfter: 4_000_000 } });
    const image = testImage(12_000_000);
    await new Registry(proxy.host, impatient).pushBlob("resumed/app", image.blobs[1]!);
    const parts = proxy.requests.filter(({ method }) => method === "PATCH");
    expect(parts.map(({ headers }) => Number(headers["content-range"]?.split("-")[0] ?? 0))).toEqual([0, 0, 0]);
  } finally {
    await proxy.close();
  }
});

describe.skipIf(!registries)("docker-registry with TLS and basic auth", () => {
  const open = (password: string) => {
    const { host, username } = registries!.secured;
    return new Registry(host, { ...impatient, credential: { username, password } });
  };

  test("takes the credentials", async () => {
    const image = testImage();
    const registry = open(registries!.secured.password);
    await registry.ping();
    expect(await pushImage(registry, "acme/app", image)).toEqual(["sent", "sent"]);
    expect(await pushImage(registry, "acme/app", image)).toEqual(["there", "there"]);
    expect(await registry.listTags("acme/app")).toEqual(["1.0"]);
    expect(await registry.pushBlob("acme/other", image.blobs[1]!, { mountFrom: "acme/app" })).toBe("mounted");
  });

  test("refuses wrong ones, once", async () => {
    await expect(open("wrong").ping()).rejects.toThrow(
      /^reach 127\.0\.0\.1:\d+: status 401: UNAUTHORIZED: .*does not take these credentials/,
    );
  });
});

describe.skipIf(!registries)("a certificate", () => {
  /** In a process of its own: Node reads the variable once. */
  const ask = (environment: Readonly<Record<string, string>>) => {
    const wire = resolve(import.meta.dirname, "../../packages/kit/src/registry/wire.ts");
    const url = `https://${registries!.secured.host}/v2/`;
    const script = `const { send } = await import(${JSON.stringify(wire)});
      const asked = { method: "GET", url: new URL(${JSON.stringify(url)}), headers: {}, maxBytes: 1000, isInsecure: false };
      console.log(await send(asked).then(({ status }) => status, ({ message, isFinal }) => message + " " + isFinal));`;
    const env = { ...process.env, NODE_NO_WARNINGS: "1", ...environment };
    return execFileSync(process.execPath, ["--input-type=module", "--eval", script], { env, encoding: "utf8" }).trim();
  };

  test("that nobody vouches for is refused, and not tried again", () => {
    expect(ask({})).toMatch(/^no authority that this machine knows has signed its certificate .* true$/);
  });

  test.each(["SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS"])("of an authority that the machine knows by %s", (variable) => {
    expect(ask({ [variable]: registries!.secured.caFile })).toBe("401");
  });
});

test.skipIf(!registries)("a referrer on a registry without the referrers API", async () => {
  const registry = new Registry(registries!.plain.host, impatient);
  const image = testImage();
  await pushImage(registry, "referrers/app", image);
  const { mediaType } = image.manifest;
  for (const name of ["one", "two", "one"]) {
    const subject = { mediaType, digest: image.digest, size: image.manifest.bytes.length };
    const document = { ...JSON.parse(image.manifest.bytes.toString()), subject, annotations: { name } };
    const bytes = Buffer.from(JSON.stringify(document));
    const digest = await registry.putManifest("referrers/app", { mediaType, bytes });
    const descriptor = { mediaType, digest, size: bytes.length, artifactType: "text/plain" };
    await registry.putReferrer("referrers/app", image.digest, { mediaType, bytes }, descriptor);
  }
  expect(await registry.listReferrers("referrers/app", image.digest)).toHaveLength(2);
});
