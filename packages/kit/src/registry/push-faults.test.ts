import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FakeRegistry } from "../../testing/fake-registry.ts";
import { FaultProxy } from "../../testing/fault-proxy.ts";
import { pushImage, testImage } from "../../testing/image-push.ts";
import { pushFaults } from "../../testing/push-faults.ts";
import { Registry } from "./registry.ts";

const NOW = Date.now();

let fake: FakeRegistry;
let proxy: FaultProxy;

beforeEach(async () => {
  fake = await FakeRegistry.start();
  proxy = await FaultProxy.start(fake.host);
});

afterEach(async () => {
  await proxy.close();
  await fake.close();
});

test.each(pushFaults(NOW))("$name", async ({ faults, outcome, waits, isTagged = outcome === "arrives", layer }) => {
  const waited: number[] = [];
  const quiet = { debug: () => undefined, info: () => undefined, mask: () => undefined };
  const sleep = async (milliseconds: number) => {
    waited.push(milliseconds);
    // Long enough for a registry to notice that a connection broke.
    await setTimeout(20);
  };
  const options = { log: quiet, sleep, random: () => 0, now: () => Math.floor(NOW / 1000) * 1000 };
  const image = testImage(layer);
  proxy.inject(...faults);
  const push = pushImage(new Registry(proxy.host, options), "acme/app", image);
  if (outcome === "arrives") await push;
  else await expect(push).rejects.toThrow(outcome);
  if (waits !== undefined) expect(waited).toEqual(waits);
  expect(fake.tags.get("acme/app:1.0")).toBe(isTagged ? image.digest : undefined);

  // The same run again completes it, and sends only what is missing.
  proxy.inject();
  const stored = new Set(fake.blobs.keys());
  const again = await pushImage(new Registry(proxy.host, options), "acme/app", image);
  expect(again).toEqual(image.blobs.map(({ digest }) => (stored.has(`acme/app@${digest}`) ? "there" : "sent")));
  expect(fake.tags.get("acme/app:1.0")).toBe(image.digest);
  expect(fake.manifests.has(`acme/app@${image.digest}`)).toBe(true);
  // The fake checks the digests of what it stores.
  for (const { digest, size } of image.blobs) expect(fake.blobs.get(`acme/app@${digest}`)?.length).toBe(size);
});
