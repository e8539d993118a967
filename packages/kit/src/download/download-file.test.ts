import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LoopbackServer } from "../../../local-runner/src/github/loopback-server.ts";
import { SERVER as TLS } from "../../testing/tls-certificates.ts";
import { DownloadError, type DownloadFault } from "./download-error.ts";
import { downloadFile } from "./download-file.ts";

const CONTENT = Buffer.from("the archive ".repeat(20_000));
const SHA256 = createHash("sha256").update(CONTENT).digest("hex");
const MAX_BYTES = 500_000;

let server: LoopbackServer;
let storage: LoopbackServer;
let folder: string;
let requests: { host: string; path: string; headers: IncomingMessage["headers"] }[];
let waits: number[];
let lines: string[];

type Reply = (response: ServerResponse, request: IncomingMessage) => void;

const body =
  (content: string | Buffer, status = 200, headers: Readonly<Record<string, string>> = {}): Reply =>
  (response) =>
    response.writeHead(status, headers).end(content);
const whole = body(CONTENT);
const redirect = (location: string, status = 302): Reply => body("", status, { location });

/** Each reply once, the last of them for ever. */
function answer(of: LoopbackServer, ...replies: readonly Reply[]): void {
  let at = 0;
  of.onRequest((request, response) => {
    requests.push({ host: request.headers.host ?? "", path: request.url ?? "", headers: request.headers });
    replies[Math.min(at++, replies.length - 1)]!(response, request);
  });
}

beforeEach(async () => {
  [server, storage] = await Promise.all([LoopbackServer.start(), LoopbackServer.start()]);
  folder = mkdtempSync(join(tmpdir(), "jessy-download-"));
  requests = [];
  waits = [];
  lines = [];
});

afterEach(async () => {
  await Promise.all([server.close(), storage.close()]);
  rmSync(folder, { recursive: true });
});

const host = (of: LoopbackServer) => new URL(of.url).host;
const path = () => join(folder, "kept", "a.tar.gz");

function download(more: { readonly url?: string; readonly timeout?: number; readonly idleTimeout?: number } = {}) {
  const { url = `${server.url}/a.tar.gz`, ...options } = more;
  return downloadFile(
    { url, path: path(), sha256: SHA256, maxBytes: MAX_BYTES, redirectHosts: [host(storage)] },
    {
      log: { info: (line) => lines.push(line) },
      random: () => 0,
      sleep: async (milliseconds) => void waits.push(milliseconds),
      ...options,
    },
  );
}

async function failure(more: Parameters<typeof download>[0] = {}): Promise<DownloadError> {
  const error = await download(more).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(DownloadError);
  expect((error as Error).message).not.toContain("\n");
  // Nothing half is left behind.
  expect(existsSync(join(folder, "kept")) ? readdirSync(join(folder, "kept")) : []).toEqual([]);
  return error as DownloadError;
}

describe("a file comes", () => {
  test("whole, and for this user alone", async () => {
    answer(server, whole);
    await download();
    expect(readFileSync(path())).toEqual(CONTENT);
    expect(readdirSync(join(folder, "kept"))).toEqual(["a.tar.gz"]);
    if (process.platform !== "win32") expect(statSync(path()).mode & 0o777).toBe(0o600);
  });

  test("without its length, and as it is, whatever a header says of its packing", async () => {
    answer(server, (response) => response.writeHead(200, { "content-encoding": "gzip" }).end(CONTENT));
    await download();
    expect(readFileSync(path())).toEqual(CONTENT);
    expect(requests[0]!.headers["accept-encoding"]).toBe("identity");
  });

  test("over a file that stood there", async () => {
    answer(server, whole);
    await download();
    writeFileSync(path(), "altered");
    await download();
    expect(readFileSync(path())).toEqual(CONTENT);
  });

  test("through redirects, and credentials go to the host that they were written for alone", async () => {
    answer(server, redirect("/b"), redirect(`${storage.url}/c?sig=1`, 307), whole);
    answer(storage, redirect(`${server.url}/d`, 301));
    await download({ url: `http://me:secret@${host(server)}/a` });
    const basic = `Basic ${btoa("me:secret")}`;
    expect(requests.map(({ path: asked, headers }) => [asked, headers.authorization])).toEqual([
      ["/a", basic],
      ["/b", basic],
      ["/c?sig=1", undefined],
      ["/d", undefined],
    ]);
  });

  test("without any token of this run", async () => {
    answer(server, redirect(`${storage.url}/b`));
    answer(storage, whole);
    await download();
    expect(requests.map(({ headers }) => Object.keys(headers).sort())).toEqual(
      [0, 1].map(() => ["accept", "accept-encoding", "connection", "host", "user-agent"]),
    );
  });
});

const reset: Reply = (response) => response.destroy();
const cut: Reply = (response) =>
  response.writeHead(200, { "content-length": String(CONTENT.length) }).write(CONTENT.subarray(0, 100_000), () => {
    response.destroy();
  });
const cutChunks: Reply = (response) =>
  response.writeHead(200).write(CONTENT.subarray(0, 100_000), () => {
    response.destroy();
  });

describe("what passes is tried again", () => {
  test.each<[string, readonly Reply[], readonly number[]]>([
    ["429", [body("", 429, { "retry-after": "7" })], [7000]],
    [
      "408, 500, 502, 503",
      [body("", 408), body("", 500), body("<html>", 502), body("", 503)],
      [1000, 3000, 8000, 20_000],
    ],
    ["a connection that ends without an answer", [reset], [1000]],
    ["a body that is cut", [cut, cutChunks], [1000, 3000]],
  ])("%s", async (_, replies, expected) => {
    answer(server, ...replies, whole);
    await download();
    expect(readFileSync(path())).toEqual(CONTENT);
    expect(waits).toEqual(expected);
    expect(lines).toHaveLength(expected.length);
  });

  test("and said, with the server's name alone", async () => {
    answer(server, body("", 503), cut, whole);
    await download({ url: `http://me:secret@${host(server)}/a?sig=secret` });
    expect(lines).toEqual([
      `${host(server)} answers with status 503; again in 1.0 s`,
      `${host(server)} ended the connection after 0.1 MB of 0.2 MB; again in 3.0 s`,
    ]);
  });

  test("but not longer than the download may take", async () => {
    answer(server, body("", 429, { "retry-after": "100" }));
    expect(await failure({ timeout: 50_000 })).toMatchObject({ fault: "refused", status: 429 });
    expect(requests).toHaveLength(1);
    expect(waits).toEqual([]);
  });
});

const PAGE = "<!DOCTYPE html><title>Log in</title>";
const ALTERED = Buffer.concat([CONTENT, Buffer.from("!")]);
const sha256 = (content: Buffer) => createHash("sha256").update(content).digest("hex");
const silent: Reply = () => {};
const promisesTooMuch: Reply = (response) =>
  void response.writeHead(200, { "content-length": String(MAX_BYTES + 1) }).write("x");
const stalls: Reply = (response) => void response.writeHead(200, { "content-length": "1000" }).write("x");
const drips: Reply = (response) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write("x"), 20);
  response.on("close", () => clearInterval(timer));
};

describe("a file does not come", () => {
  /** What waits for what never comes waits shortly. */
  const SHORT = 150;

  test.each<
    [string, Reply, DownloadFault, string, number, { readonly timeout?: number; readonly idleTimeout?: number }?]
  >([
    ["no such file", body("Not Found", 404), "refused", "answers with status 404: there is no such file", 1],
    ["not allowed", body("", 401), "refused", "answers with status 401", 1],
    ["forbidden", body("", 403, { "retry-after": "1" }), "refused", "answers with status 403", 1],
    ["down for good", body("", 503), "refused", "answers with status 503", 5],
    ["a part that nobody asked for", body("x", 206), "refused", "answers with status 206", 1],
    ["nothing", body("", 204), "refused", "answers with status 204", 1],
    ["not changed", body("", 304), "refused", "answers with status 304", 1],
    ["no answer", reset, "unreachable", "does not answer (ECONNRESET)", 5],
    ["a body that is cut each time", cut, "cut", "ended the connection after 0.1 MB of 0.2 MB", 5],
    ["silence", silent, "stalled", "sent nothing for 0.15 s, after 0.0 MB", 5, { idleTimeout: SHORT }],
    [
      "a body that stalls",
      stalls,
      "stalled",
      "sent nothing for 0.15 s, after 0.0 MB of 0.0 MB",
      5,
      { idleTimeout: SHORT },
    ],
    ["a body that drips", drips, "late", "took longer than the download may take, after 0.0 MB", 1, { timeout: SHORT }],
    ["more than it may have", body(Buffer.alloc(MAX_BYTES + 1)), "too-large", "sends more than 0.5 MB", 1],
    ["the promise of more", promisesTooMuch, "too-large", "sends more than 0.5 MB", 1],
    ["a page", body(PAGE), "page", "sends a page instead of the file: a proxy or a login stands before it", 1],
    ["an empty file", body(""), "digest", `has the SHA-256 ${sha256(Buffer.from(""))}, and it must be ${SHA256}`, 1],
    ["an altered file", body(ALTERED), "digest", `has the SHA-256 ${sha256(ALTERED)}, and it must be ${SHA256}`, 1],
    [
      "a redirect elsewhere",
      redirect("https://evil.example/a"),
      "redirect",
      "redirects to evil.example, which is not",
      1,
    ],
    ["a redirect to nowhere", body("", 302), "redirect", "answers with a redirect that names no address", 1],
    ["redirects without end", redirect("/again"), "redirect", "leads through more than 5 redirects", 6],
  ])("%s", async (_, reply, fault, message, asked, limits = {}) => {
    answer(server, reply);
    const error = await failure(limits);
    expect(error.fault).toBe(fault);
    expect(error.message).toContain(message);
    expect(error.message).toContain(host(server));
    expect(requests).toHaveLength(asked);
  });

  test("what came instead is known by its digest", async () => {
    answer(server, body(ALTERED));
    expect((await failure()).found).toBe(sha256(ALTERED));
  });

  test("what is as large as it may be is judged by its digest", async () => {
    answer(server, body(Buffer.alloc(MAX_BYTES)));
    expect((await failure()).fault).toBe("digest");
  });

  test("a port where nobody listens", async () => {
    await server.close();
    expect(await failure()).toMatchObject({ fault: "unreachable", message: expect.stringContaining("ECONNREFUSED") });
    expect(waits).toHaveLength(4);
    server = await LoopbackServer.start();
  });

  test("a server whose authority nobody knows", async () => {
    const secure = createSecureServer(TLS, (_, response) => response.end(CONTENT));
    await new Promise<void>((resolve) => secure.listen(0, "127.0.0.1", resolve));
    try {
      const { port } = secure.address() as AddressInfo;
      const { fault, message } = await failure({ url: `https://127.0.0.1:${port}/a` });
      expect([fault, message]).toEqual([
        "unreachable",
        `127.0.0.1:${port} does not answer (UNABLE_TO_VERIFY_LEAF_SIGNATURE); put the path of its authority's certificate into the variable NODE_EXTRA_CA_CERTS of the step`,
      ]);
      expect(waits).toEqual([]);
    } finally {
      await new Promise((resolve) => secure.close(resolve));
    }
  });

  test("an address without TLS is not asked at all", async () => {
    expect(await failure({ url: "http://mirror.example/a" })).toMatchObject({ fault: "address" });
  });

  test("a file that cannot be written is named", async () => {
    answer(server, whole);
    writeFileSync(join(folder, "kept"), "");
    await expect(download()).rejects.toMatchObject({ code: "ENOTDIR", path: expect.stringContaining("kept") });
  });
});
