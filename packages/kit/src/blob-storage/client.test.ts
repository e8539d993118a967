import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { BlobServer } from "../../testing/blob-server.ts";
import { type FaultAct, FaultProxy } from "../../testing/fault-proxy.ts";
import { AUTHORITY, SERVER as TLS } from "../../testing/tls-certificates.ts";
import { BlobClient, BlockBlobClient } from "./client.ts";

const MEGABYTE = 1024 * 1024;

let server: BlobServer;
let proxy: FaultProxy;
let folder: string;
let path: string;

beforeEach(async () => {
  server = await BlobServer.start();
  proxy = await FaultProxy.start(server.host);
  folder = mkdtempSync(join(tmpdir(), "jessy-blob-"));
  path = join(folder, "archive");
});

afterEach(async () => {
  vi.restoreAllMocks();
  await proxy.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

const client = (host = proxy.host) =>
  new BlobClient(server.url(host), undefined, { retryOptions: { retryDelayInMs: 1 } }).getBlockBlobClient();

function fileOf(size: number): Buffer {
  const content = randomBytes(size);
  writeFileSync(path, content);
  return content;
}

/** Only the request of that index meets the fault. @returns how many were sent since. */
function strike(index: number, act: FaultAct): () => number {
  const before = proxy.requests.length;
  const sent = () => proxy.requests.length - before;
  proxy.inject({ when: () => sent() === index + 1, act });
  return sent;
}

/** What happens to one request, in either direction. */
const FAULTS: readonly (readonly [string, FaultAct])[] = [
  ["is refused for a while (429)", { answer: 429, headers: { "retry-after": "0" } }],
  ["meets a server that is busy (503)", { answer: 503, headers: { "x-ms-error-code": "ServerBusy" } }],
  ["meets a server that fails (500)", { answer: 500 }],
  ["is cut in the middle of its body", { resetAfter: 1000 }],
  ["is stored, and its answer is lost", { lose: true }],
];
const ANSWER_FAULTS: readonly (readonly [string, FaultAct])[] = [
  ["is cut in the middle of its answer", { cutAnswerAt: 1000 }],
  ["is answered with fewer bytes", { lie: { "content-length": "1000" } }],
  ["is answered with another range", { lie: { "content-range": "bytes 5-8/9" } }],
  ["is answered with the whole blob", { answer: 200, body: "hello" }],
];

describe("a file arrives as it is", () => {
  test.each([
    ["empty", 0, 1000, []],
    ["in one request", 1000, 1000, [""]],
    ["in blocks", 1001, 1000, ["block", "blocklist"]],
    ["in blocks of which the last is short", 2500, 1000, ["block", "block", "block", "blocklist"]],
  ])("%s", async (_, size, maxSingleShotSize, requests) => {
    const content = fileOf(size);
    const loaded: number[] = [];
    const onProgress = ({ loadedBytes }: { loadedBytes: number }) => loaded.push(loadedBytes);
    const options = { blockSize: size > 2000 ? 1000 : 2000, maxSingleShotSize, concurrency: 1, onProgress };
    expect(await client().uploadFile(path, options)).toEqual({ _response: { status: 201 } });
    expect(server.content?.equals(content)).toBe(true);
    if (size > 0) expect(server.requests.map(({ query }) => query.comp ?? "")).toEqual(requests);
    expect(loaded.at(-1)).toBe(size);
    expect(loaded).toEqual([...loaded].sort((a, b) => a - b));
  });

  test.each([...FAULTS])("when any request %s", async (_, act) => {
    const content = fileOf(256 * 1024);
    for (const maxSingleShotSize of [MEGABYTE, 0])
      for (let faulty = 0; faulty < (maxSingleShotSize === 0 ? 5 : 1); faulty++) {
        server.content = undefined;
        const sent = strike(faulty, act);
        await client().uploadFile(path, { blockSize: 64 * 1024, maxSingleShotSize, concurrency: 2 });
        expect(server.content!.equals(content)).toBe(true);
        expect(sent(), "the fault struck, and its request was sent again").toBe(maxSingleShotSize === 0 ? 6 : 2);
      }
  });

  test("40 MB in parts, both ways, a few at a time", async () => {
    const content = fileOf(40 * MEGABYTE);
    const options = { blockSize: 3 * MEGABYTE, maxSingleShotSize: 4 * MEGABYTE, concurrency: 4 };
    await client(server.host).uploadFile(path, options);
    expect(server.content!.equals(content)).toBe(true);
    expect(server.requests).toHaveLength(15);
    expect(await client(server.host).getProperties()).toEqual({ contentLength: content.length });
    const loaded: number[] = [];
    const start = 7 * MEGABYTE + 3;
    const downloaded = await client(server.host).downloadToBuffer(start, content.length - start, {
      concurrency: 3,
      onProgress: ({ loadedBytes }) => loaded.push(loadedBytes),
    });
    expect(downloaded.equals(content.subarray(start))).toBe(true);
    expect(loaded).toHaveLength(9);
    expect(loaded.at(-1)).toBe(content.length - start);
    expect(server.mostAtOnce).toBeLessThanOrEqual(4);
  });

  test.each([
    ["in one request", 256 * MEGABYTE],
    ["in blocks", 64 * MEGABYTE],
  ])("no more of it is read than the connection takes, %s", async (_, maxSingleShotSize) => {
    const size = 256 * MEGABYTE;
    writeFileSync(path, "");
    truncateSync(path, size);
    const before = process.memoryUsage().arrayBuffers;
    server.isStalled = true;
    const controller = new AbortController();
    const options = { blockSize: 64 * MEGABYTE, maxSingleShotSize, abortSignal: controller.signal };
    const sending = client(server.host).uploadFile(path, options);
    await vi.waitFor(() => expect(server.mostAtOnce).toBe(maxSingleShotSize < size ? 4 : 1));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(size / 4);
    controller.abort(new Error("enough"));
    await expect(sending).rejects.toThrow("enough");
  });
});

describe("a blob comes as it is", () => {
  test.each([...FAULTS, ...ANSWER_FAULTS])("when any request %s", async (_, act) => {
    server.content = randomBytes(9 * MEGABYTE);
    for (let faulty = 0; faulty < 3; faulty++) {
      const sent = strike(faulty, act);
      const downloaded = await client().downloadToBuffer(0, server.content.length, { concurrency: 2 });
      expect(downloaded.equals(server.content)).toBe(true);
      expect(sent()).toBe(4);
    }
  });

  test.each(FAULTS)("its size, when the request %s", async (_, act) => {
    server.content = randomBytes(1000);
    proxy.inject({ when: () => true, act });
    expect(await client().getProperties()).toEqual({ contentLength: 1000 });
    expect(proxy.requests).toHaveLength(2);
  });

  test("its connection stands still: the attempt ends, and the next one brings it", async () => {
    server.content = randomBytes(1000);
    const real = AbortSignal.timeout.bind(AbortSignal);
    const limits: number[] = [];
    vi.spyOn(AbortSignal, "timeout").mockImplementation((limit) => {
      limits.push(limit);
      return real(limits.length === 1 ? 50 : limit);
    });
    proxy.inject({ when: () => true, act: { lie: { "content-length": "2000" } } });
    expect((await client().downloadToBuffer(0, 1000)).equals(server.content)).toBe(true);
    // A minute, and a second for every 100 kB.
    expect(limits).toEqual([60_010, 60_010]);
  });
});

describe("what stays wrong is an error that says so, and not where", () => {
  const forever = (act: FaultAct) => proxy.inject({ when: () => true, times: 100, act });
  test.each<[string, FaultAct, string, number]>([
    [
      "a refusal",
      { answer: 403, headers: { "x-ms-error-code": "AuthenticationFailed" } },
      "answers PUT with status 403 (AuthenticationFailed)",
      1,
    ],
    ["a conflict", { answer: 409 }, "answers PUT with status 409", 1],
    ["what it will never do", { answer: 501 }, "answers PUT with status 501", 1],
    ["an outage", { answer: 503 }, "answers PUT with status 503, after 5 attempts", 5],
    ["a long limit", { answer: 429, headers: { "retry-after": "3600" } }, "answers PUT with status 429", 1],
    ["another success", { answer: 200 }, "answers PUT with status 200", 1],
    ["a lost answer", { lose: true }, "does not answer PUT (socket hang up), after 5 attempts", 5],
  ])("%s", async (_, act, message, attempts) => {
    fileOf(1000);
    forever(act);
    const error = await client()
      .uploadFile(path)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "BlobStorageError", message: `the blob storage ${message}` });
    expect(proxy.requests).toHaveLength(attempts);
    expect(JSON.stringify([(error as Error).stack, error])).not.toMatch(/sig=|archive\?/);
  });

  test("a blob that ends early each time", async () => {
    server.content = randomBytes(1000);
    const download = client().downloadToBuffer(0, 1001);
    await expect(download).rejects.toThrow(
      "the blob storage sends bytes 0-999/1000, and was asked for bytes 0-1000, after 5 attempts",
    );
  });

  test("nobody listens", async () => {
    await proxy.close();
    const asked = client().getProperties();
    await expect(asked).rejects.toThrow(
      /^the blob storage does not answer HEAD \(.*ECONNREFUSED.*\), after 5 attempts$/,
    );
    proxy = await FaultProxy.start(server.host);
  });

  test("a block that cannot be sent stops the others", async () => {
    fileOf(100_000);
    proxy.inject({ when: ({ path }) => path.includes("comp=block"), act: { answer: 403 } });
    const sent = client().uploadFile(path, { blockSize: 1000, maxSingleShotSize: 0, concurrency: 3 });
    await expect(sent).rejects.toThrow("status 403");
    await new Promise((resolve) => setTimeout(resolve, 50));
    // Those that were under way; 98 blocks and the list are not sent.
    expect(proxy.requests.length).toBeLessThanOrEqual(3);
    expect(server.content).toBeUndefined();
  });

  test("a file that is not there, or that changes meanwhile", async () => {
    await expect(client().uploadFile(path)).rejects.toMatchObject({ code: "ENOENT", path });
    fileOf(200_000);
    proxy.inject({
      when: () => {
        truncateSync(path, 10);
        return true;
      },
      act: { answer: 503 },
    });
    await expect(client().uploadFile(path)).rejects.toThrow(/^the file was changed: 10 of 200000 bytes are there$/);
    expect(server.content).toBeUndefined();
  });
});

describe("the caller gives up", () => {
  test.each(["before it starts", "while it runs", "while it waits"])("%s", async (when) => {
    server.content = randomBytes(9 * MEGABYTE);
    fileOf(1000);
    const controller = new AbortController();
    const reason = new Error("enough");
    const abort = () => controller.abort(reason);
    if (when === "before it starts") abort();
    proxy.inject({
      when: () => {
        if (when !== "before it starts") setTimeout(abort, 20);
        return true;
      },
      times: 100,
      act: when === "while it waits" ? { answer: 503, headers: { "retry-after": "100" } } : { delay: 200 },
    });
    const options = { abortSignal: controller.signal, concurrency: 1 };
    await expect(client().downloadToBuffer(0, 9 * MEGABYTE, options)).rejects.toBe(reason);
    await expect(client().uploadFile(path, options)).rejects.toBe(reason);
    const { length } = proxy.requests;
    expect(length).toBe(when === "before it starts" ? 0 : 1);
  });
});

test("over TLS, and never to a server that nobody vouches for", async () => {
  const secure = await BlobServer.start(TLS);
  const content = fileOf(1000);
  const { pathname, search, port } = new URL(secure.url());
  const options = { retryOptions: { retryDelayInMs: 1 } };
  const sending = new BlockBlobClient(secure.url(), undefined, options).uploadFile(path);
  await expect(sending).rejects.toThrow(/^the blob storage does not answer PUT \(.*(?:certificate|altnames).*\)/);
  expect(secure.requests).toEqual([]);
  const script = `import { BlockBlobClient } from ${JSON.stringify(join(import.meta.dirname, "client.ts"))};
    import https from "node:https";
    https.globalAgent.options.servername = "registry.test";
    const client = new BlockBlobClient(${JSON.stringify(`https://127.0.0.1:${port}${pathname}${search}`)});
    await client.uploadFile(${JSON.stringify(path)});
    console.log((await client.downloadToBuffer(0, 1000)).toString("base64"));`;
  writeFileSync(join(folder, "ca.crt"), AUTHORITY);
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: join(folder, "ca.crt") };
  const said = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], { env });
  expect(said).toEqual({ stdout: `${content.toString("base64")}\n`, stderr: "" });
  await secure.close();
});

test("what the toolkit's debug line names", () => {
  const { name, accountName, containerName } = new BlockBlobClient("https://acc.blob.core.windows.net/box/a/b?sig=x");
  expect([name, accountName, containerName]).toEqual(["b", "acc", "box"]);
});
