import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { EmulatedGitHub } from "../../../local-runner/src/github/gateway.ts";
import { LoopbackServer } from "../../../local-runner/src/github/loopback-server.ts";
import { recordedLog } from "../../../local-runner/testing/recorded-log.ts";
import { tarOf } from "../../testing/tar.ts";
import { cacheVersions } from "./cache-key.ts";
import { type CacheLookup, readFromCache, saveToCache } from "./file-cache.ts";

const FILE = { file: "x.json", maxBytes: 50_000 };
const ARCHIVE = zstdCompressSync(tarOf([{ name: "x.json", type: "0", content: "kept" }]));

describe("what a look-up came to", () => {
  let server: LoopbackServer;
  let requests: { path: string; body: string; authorization: string | undefined }[];

  beforeEach(async () => {
    server = await LoopbackServer.start();
    requests = [];
  });

  afterEach(() => server.close());

  type Reply = (response: ServerResponse) => void;
  const json =
    (body: unknown, status = 200): Reply =>
    (response) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  const text =
    (body: string | Uint8Array, status = 200): Reply =>
    (response) =>
      response.writeHead(status).end(body);
  const hit: Reply = (response) =>
    json({ ok: true, signed_download_url: `${server.url}/blob?sig=secret`, matched_key: "a/" })(response);

  /** Each answer once, the last of them for ever. */
  function answer(...replies: readonly Reply[]): void {
    let at = 0;
    server.onRequest(async (request: IncomingMessage, response: ServerResponse) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { url: path = "", headers } = request;
      requests.push({ path, body: Buffer.concat(chunks).toString(), authorization: headers.authorization });
      replies[Math.min(at++, replies.length - 1)]!(response);
    });
  }

  const environment = () => ({
    ACTIONS_RESULTS_URL: `${server.url}/`,
    ACTIONS_CACHE_SERVICE_V2: "True",
    ACTIONS_RUNTIME_TOKEN: "t",
  });
  /** What waits for an answer that never comes waits shortly; everything else as long as a busy machine takes. */
  const SHORT = 200;
  const read = (more: Readonly<Record<string, string>> = {}, keys = ["a/"], timeout = 60_000): Promise<CacheLookup> =>
    readFromCache(FILE, keys, {
      environment: { ...environment(), ...more },
      log: recordedLog(),
      sleep: async () => {},
      timeout,
    });

  test("a hit, in memory", async () => {
    answer(hit, text(ARCHIVE));
    expect(await read({}, ["a/", "b/"])).toEqual({ state: "hit", key: "a/", content: Buffer.from("kept") });
    expect(requests.map(({ path }) => path)).toEqual([
      "/twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL",
      "/blob?sig=secret",
    ]);
    const [version] = cacheVersions("x.json");
    expect(JSON.parse(requests[0]!.body)).toEqual({ key: "a/", restore_keys: ["b/"], version });
    // The signed address is enough: the run's own token goes to the service alone.
    expect(requests.map(({ authorization }) => authorization)).toEqual(["Bearer t", undefined]);
  });

  test("a hit of a machine that has no zstd", async () => {
    answer(json({}), hit, text(gzipSync(tarOf([{ name: "x.json", type: "0", content: "kept" }]))));
    expect(await read()).toMatchObject({ state: "hit", content: Buffer.from("kept") });
  });

  test("a longer key of ours, and an answer in the other spelling", async () => {
    answer(json({ ok: true, signedDownloadUrl: `${server.url}/blob`, matchedKey: "a/9/" }), text(ARCHIVE));
    expect(await read()).toMatchObject({ state: "hit", key: "a/9/" });
  });

  test.each<[string, Reply]>([
    ["said", json({ ok: false })],
    ["left out, as protobuf leaves out what is false", json({})],
  ])("a miss, %s", async (_, reply) => {
    answer(reply);
    expect(await read()).toEqual({ state: "miss" });
    expect(requests).toHaveLength(2);
  });

  test("a runner without a cache has nothing to miss", async () => {
    answer(json({}, 500));
    expect(await read({ ACTIONS_RESULTS_URL: "" })).toEqual({ state: "miss" });
    expect(await read({ GITHUB_SERVER_URL: "https://github.example.com" })).toEqual({ state: "miss" });
    expect(requests).toEqual([]);
  });

  test("a service that stumbles is asked again", async () => {
    answer(text("", 503), (response) => response.destroy(), text("", 429), hit, text("", 500), text(ARCHIVE));
    expect(await read()).toMatchObject({ state: "hit" });
    expect(requests).toHaveLength(6);
  });

  test.each<[string, Reply, Readonly<Record<string, string>>, string, number]>([
    ["is down", text("", 500), {}, "it answers with status 500", 5],
    ["is behind a gateway that is down", text("<html>", 502), {}, "it answers with status 502", 5],
    ["limits requests", text("", 429), {}, "it answers with status 429", 5],
    ["ends the connection", (response) => response.destroy(), {}, "it does not answer (other side closed)", 5],
    ["never answers", () => {}, {}, "it does not answer within 0.2 s", 5],
    ["refuses", json({ msg: "no scope" }, 401), {}, "it answers with status 401: no scope", 1],
    [
      "denies",
      json({ code: "permission_denied", msg: "cache read denied: no readable scopes" }, 403),
      {},
      "it answers with status 403: cache read denied: no readable scopes",
      1,
    ],
    ["is another server", text("<html>Unicorn!</html>", 404), {}, "it answers with status 404", 1],
    ["answers with a page", text("<html>Unicorn!</html>"), {}, "its answer is not valid JSON", 1],
    ["answers with nothing", text(""), {}, "its answer is not valid JSON", 1],
    ["answers with null", text("null"), {}, "its answer is not valid JSON", 1],
    ["answers with a list", text("[]"), {}, "its answer is not valid JSON", 1],
    ["answers without end", text("x".repeat(100_001)), {}, "it sends more than 100000 bytes", 1],
    ["says yes and no more", json({ ok: true }), {}, "its answer names no entry", 1],
    ["says neither yes nor no", json({ ok: "true" }), {}, "its answer names no entry", 1],
    [
      "names no address",
      json({ ok: true, matched_key: "a/", signed_download_url: "blob" }),
      {},
      "its answer names no entry",
      1,
    ],
    [
      "names another entry",
      json({ ok: true, matched_key: "b/", signed_download_url: "http://127.0.0.1/" }),
      {},
      "its answer names another entry",
      1,
    ],
    ["has no address that is one", json({}), { ACTIONS_RESULTS_URL: "cache" }, "its address is not a URL", 0],
    ["gave no token", json({}), { ACTIONS_RUNTIME_TOKEN: "" }, "this step has no token for it", 0],
    ["must not be read", json({}), { ACTIONS_CACHE_MODE: "none" }, "the cache mode `none` of this run", 0],
    ["must only be written", json({}), { ACTIONS_CACHE_MODE: " Write-Only" }, "the cache mode `write-only` of this", 0],
  ])("unavailable: a service that %s", async (_, reply, more, reason, asked) => {
    answer(reply);
    const lookup = await read(more, ["a/"], reason.includes("0.2 s") ? SHORT : undefined);
    expect(lookup).toEqual({
      state: "unavailable",
      reason: expect.stringContaining(`the Actions cache cannot be read: ${reason}`),
    });
    expect(requests).toHaveLength(asked);
  });

  test.each<[string, Reply, string, string]>([
    ["is down", text("", 503), "unavailable", "the Actions cache cannot be read: it answers with status 503"],
    ["never comes", () => {}, "unavailable", "it does not answer within 0.2 s"],
    [
      "breaks off",
      (response) => response.writeHead(200, { "content-length": "1000" }).write("x", () => response.destroy()),
      "unavailable",
      "it does not answer (",
    ],
    ["is too large", text(Buffer.alloc(50_001)), "unavailable", "it sends more than 50000 bytes"],
    [
      "is gone",
      text("BlobNotFound", 404),
      "unreadable",
      "the cache entry is damaged: its archive is not there (status 404)",
    ],
    ["is no longer allowed", text("", 403), "unreadable", "its archive is not there (status 403)"],
    ["is another file", text("hello"), "unreadable", "the cache entry `a/` is damaged: it is packed neither"],
    ["is empty", text(""), "unreadable", "it is packed neither"],
    [
      "is half there",
      text(ARCHIVE.subarray(0, 40)),
      "unreadable",
      "the cache entry `a/` is damaged: it cannot be unpacked",
    ],
    [
      "holds a link",
      text(zstdCompressSync(tarOf([{ name: "x", type: "2", content: "" }]))),
      "unreadable",
      "something else",
    ],
  ])("an archive that %s", async (_, reply, state, reason) => {
    answer(hit, reply);
    const lookup = await read({}, ["a/"], reason.includes("0.2 s") ? SHORT : undefined);
    expect(lookup).toEqual({ state, reason: expect.stringContaining(reason) });
  });

  test("GitHub Enterprise Server has the first version of the service", async () => {
    const enterprise = {
      GITHUB_SERVER_URL: "https://github.example.com",
      ACTIONS_CACHE_URL: `${server.url}/`,
      ACTIONS_RESULTS_URL: "",
    };
    answer(
      text("", 204),
      json({ cacheKey: "a/", archiveLocation: `${server.url}/blob` }),
      text(ARCHIVE),
      text("", 204),
      text("", 204),
      json({ message: "cache read denied: x" }, 403),
      json({}),
    );
    expect(await read(enterprise, ["a/", "b/"])).toMatchObject({ state: "hit", key: "a/" });
    const [zstd] = cacheVersions("x.json");
    expect(requests[0]!.path).toBe(`/_apis/artifactcache/cache?keys=a%2F%2Cb%2F&version=${zstd}`);
    expect(await read(enterprise)).toEqual({ state: "miss" });
    expect(await read(enterprise)).toMatchObject({ state: "unavailable", reason: /cache read denied: x$/ });
    expect(await read(enterprise)).toMatchObject({ state: "unavailable", reason: /its answer names no entry$/ });
  });
});

describe("saved by @actions/cache", () => {
  let github: EmulatedGitHub;
  let folder: string;
  let logged: string[];

  beforeEach(async () => {
    github = await EmulatedGitHub.start({ owner: "org", repository: "demo", defaultBranch: "main", tokens: {} });
    github.cache.scopes = { read: ["refs/heads/main"], write: "refs/heads/main" };
    folder = mkdtempSync(join(tmpdir(), "jessy-cache-"));
    logged = [];
    vi.stubEnv("ACTIONS_RESULTS_URL", `${github.url}/`);
    vi.stubEnv("ACTIONS_CACHE_SERVICE_V2", "True");
    vi.stubEnv("ACTIONS_RUNTIME_TOKEN", "t");
    vi.stubEnv("GITHUB_SERVER_URL", "https://github.com");
    vi.stubEnv("GITHUB_WORKSPACE", "/nowhere");
    vi.stubEnv("RUNNER_TEMP", folder);
    vi.spyOn(process.stdout, "write").mockReturnValue(true);
  });

  afterEach(async () => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
    await github.close();
  });

  const save = (key: string, content: string, into = folder) =>
    saveToCache(FILE, key, [content.slice(0, 1), Buffer.from(content.slice(1))], {
      folder: into,
      log: recordedLog((line) => logged.push(line)),
    });
  const read = (...keys: string[]) => readFromCache(FILE, keys, { environment: process.env, log: recordedLog() });

  test("is found by its key and by a prefix, once, and leaves nothing behind", async () => {
    const before = process.cwd();
    expect(await save("a/1/", "first")).toBe(true);
    expect(await save("a/1/", "again")).toBe(false);
    expect(await save("a/2/", "second")).toBe(true);
    expect(await read("a/1/")).toMatchObject({ state: "hit", key: "a/1/", content: Buffer.from("first") });
    expect(await read("a/")).toMatchObject({ state: "hit", key: "a/2/", content: Buffer.from("second") });
    expect(await read("b/")).toEqual({ state: "miss" });
    expect([process.cwd(), process.env.GITHUB_WORKSPACE]).toEqual([before, "/nowhere"]);
    expect(existsSync(join(folder, FILE.file))).toBe(false);
  });

  test("from a folder behind a link", async () => {
    const real = mkdtempSync(join(tmpdir(), "jessy-real-"));
    symlinkSync(real, join(folder, "link"));
    expect(await save("a/", "kept", join(folder, "link"))).toBe(true);
    expect(await read("a/")).toMatchObject({ content: Buffer.from("kept") });
    expect(readdirSync(real)).toEqual([]);
    rmSync(real, { recursive: true });
  });

  test("on a machine that has no zstd, for one that has", async () => {
    const bin = join(folder, "bin");
    mkdirSync(bin);
    for (const program of ["tar", "gzip"]) {
      const path = execFileSync("sh", ["-c", `command -v ${program}`], { encoding: "utf8" });
      symlinkSync(path.trim(), join(bin, program));
    }
    vi.stubEnv("PATH", bin);
    expect(await save("a/", "kept")).toBe(true);
    const versions = github.requests.map(({ body }) => (body as { version: string }).version);
    expect(new Set(versions)).toEqual(new Set(cacheVersions(FILE.file).slice(1)));
    expect(await read("a/")).toMatchObject({ content: Buffer.from("kept") });
  });

  test("a folder that cannot be made is a warning", async () => {
    expect(await save("a/", "kept", "/dev/null/x")).toBe(false);
    expect(logged.join("")).toMatch(
      /^::warning::The Actions cache cannot be written: `\/dev\/null\/x` .*\(ENOTDIR, mkdir\)/,
    );
  });

  test("a runner without a cache keeps nothing", async () => {
    vi.stubEnv("ACTIONS_RESULTS_URL", "");
    expect(await save("a/", "kept")).toBe(false);
  });
});
