import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FakeRegistry, type FakeRegistryOptions } from "../../testing/fake-registry.ts";
import { FaultProxy } from "../../testing/fault-proxy.ts";
import { testImage } from "../../testing/image-push.ts";
import { Registry } from "./registry.ts";

const quiet = { debug: () => undefined, info: () => undefined, mask: () => undefined };
/** Long enough for a registry to notice that a connection broke. */
const impatient = { log: quiet, sleep: () => setTimeout(50), random: () => 0 };

let fake: FakeRegistry;
let proxy: FaultProxy;

beforeEach(async () => {
  await start({});
});

afterEach(stop);

async function start(options: FakeRegistryOptions): Promise<void> {
  fake = await FakeRegistry.start(options);
  proxy = await FaultProxy.start(fake.host);
}

async function stop(): Promise<void> {
  await proxy.close();
  await fake.close();
}

async function restart(options: FakeRegistryOptions): Promise<void> {
  await stop();
  await start(options);
}

const push = (size: number, options?: Parameters<Registry["pushBlob"]>[2]) =>
  new Registry(proxy.host, impatient).pushBlob("acme/app", testImage(size).blobs[1]!, options);

const requests = () => proxy.requests.map(({ method, status }) => `${method} ${status}`);

/** Where each PATCH begins and how long it is. */
const parts = () =>
  proxy.requests
    .filter(({ method }) => method === "PATCH")
    .map(({ headers }) => [Number(headers["content-range"]?.split("-")[0] ?? 0), Number(headers["content-length"])]);

const isPatch = ({ method }: { readonly method: string }) => method === "PATCH";

describe("how a blob is sent", () => {
  test("a small one in one request", async () => {
    expect(await push(1000)).toBe("sent");
    expect(requests()).toEqual(["HEAD 404", "POST 202", "PUT 201"]);
  });

  test("an empty one", async () => {
    expect(await push(0)).toBe("sent");
  });

  test.each(["relative", "absolute"] as const)("a large one by PATCH, to a %s place", async (location) => {
    await restart({ location });
    expect(await push(9_000_000)).toBe("sent");
    expect(requests()).toEqual(["HEAD 404", "POST 202", "PATCH 202", "PUT 201"]);
  });

  test("from a file, and progress is told", async () => {
    const folder = mkdtempSync(join(tmpdir(), "jessy-blob-"));
    try {
      const [, layer] = testImage(3_000_000).blobs;
      const path = join(folder, "layer");
      writeFileSync(path, "bytes" in layer!.content ? layer!.content.bytes : "");
      const told: number[] = [];
      const options = { onProgress: (bytes: number) => void told.push(bytes) };
      await new Registry(proxy.host, impatient).pushBlob("acme/app", { ...layer!, content: { path } }, options);
      expect(told).toEqual([...told].sort((a, b) => a - b));
      expect([told[0], told.at(-1)]).toEqual([1_048_576, 3_000_000]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test.each<[string, string | undefined, RegExp]>([
    ["is shorter than its size", "short", /^push blob .*: what is to be sent has 5 bytes, and had 1000$/],
    ["is not there", undefined, /^push blob .*: what is to be sent cannot be read: ENOENT/],
    ["has other bytes", "x".repeat(1000), /^push blob .*: its bytes are not those that its digest names$/],
  ])("a file that %s", async (_, content, error) => {
    const folder = mkdtempSync(join(tmpdir(), "jessy-blob-"));
    try {
      const path = join(folder, "layer");
      if (content !== undefined) writeFileSync(path, content);
      const blob = { ...testImage(1000).blobs[1]!, content: { path } };
      await expect(new Registry(proxy.host, impatient).pushBlob("acme/app", blob)).rejects.toThrow(error);
      expect(fake.blobs.size).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("what breaks off", () => {
  test("goes on where the registry says that it stopped", async () => {
    proxy.inject({ when: isPatch, times: 2, act: { resetAfter: 4_000_000 } });
    expect(await push(12_000_000)).toBe("sent");
    // How much of what was on its way is stored when it asks is up to the machine.
    const [first, ...later] = parts().map(([start]) => start!);
    expect(first).toBe(0);
    expect(later.length).toBeGreaterThan(1);
    expect(later.every((start) => start > 0)).toBe(true);
  });

  test("is not sent again when its answer alone was lost", async () => {
    proxy.inject({ when: ({ method }) => method === "PUT", act: { lose: true } });
    expect(await push(1000)).toBe("sent");
    expect(requests()).toEqual(["HEAD 404", "POST 202", "PUT 0", "HEAD 200"]);
  });

  test("goes in smaller parts where a proxy takes no large ones", async () => {
    await restart({ maxRequest: 6_000_000 });
    expect(await push(12_000_000)).toBe("sent");
    const [, ...taken] = parts();
    expect(taken).toEqual([
      [0, 5_242_880],
      [5_242_880, 5_242_880],
      [10_485_760, 1_514_240],
    ]);
  });

  test("a part that the registry has already (416) starts anew", async () => {
    proxy.inject({ when: isPatch, act: { answer: 416 } });
    expect(await push(9_000_000)).toBe("sent");
  });

  test("an upload that leads to itself for good ends", async () => {
    proxy.inject({ when: isPatch, times: 100, act: { answer: 307, headers: { location: "?again" } } });
    await expect(push(9_000_000)).rejects.toThrow(/: more than 5 redirects$/);
  });

  test("a redirect of the upload gets the same bytes again", async () => {
    proxy.inject({ when: ({ method }) => method === "PUT", act: { answer: 307, headers: { location: "" } } });
    const location = () => proxy.requests.find(({ method }) => method === "PUT")?.path;
    // An empty address leads to the same place.
    expect(await push(1000)).toBe("sent");
    expect(proxy.requests.filter(({ path }) => path === location())).toHaveLength(2);
  });
});

describe("mounts", () => {
  const mount = (repository: string) => push(1000, { mountFrom: repository });

  test("a blob of another repository is not sent", async () => {
    const [, layer] = testImage().blobs;
    const registry = new Registry(proxy.host, impatient);
    await registry.pushBlob("acme/base", layer!);
    expect(await registry.pushBlob("acme/app", layer!, { mountFrom: "acme/base" })).toBe("mounted");
    expect(requests().slice(3)).toEqual(["HEAD 404", "POST 201"]);
  });

  test("one that is not there is sent, with the upload that the registry began", async () => {
    expect(await mount("acme/base")).toBe("sent");
    expect(requests()).toEqual(["HEAD 404", "POST 202", "PUT 201"]);
  });

  test.each([401, 403, 404, 405])("a registry that answers %i to a mount gets the blob", async (answer) => {
    proxy.inject({ when: ({ path }) => path.includes("mount="), act: { answer } });
    expect(await mount("acme/base")).toBe("sent");
  });

  test("one that is down is waited for", async () => {
    proxy.inject({ when: ({ path }) => path.includes("mount="), act: { answer: 502 } });
    expect(await mount("acme/base")).toBe("sent");
    expect(requests()).toEqual(["HEAD 404", "POST 502", "HEAD 404", "POST 202", "PUT 201"]);
  });
});
