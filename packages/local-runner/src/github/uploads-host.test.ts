import { createHash } from "node:crypto";
import { request } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ASSET_SIZE_LIMIT, ASSETS_MAX } from "./asset-store.ts";
import { secondaryLimit } from "./fault.ts";
import type { EmulatedGitHub } from "./gateway.ts";
import { type ApiAnswer, ApiClient, breakUpload, startGitHub } from "./testing/api-client.ts";

let github: EmulatedGitHub;
let client: ApiClient;
let release: ApiAnswer["body"];

beforeEach(async () => {
  github = await startGitHub();
  client = new ApiClient(github);
  release = await client.release({ tag_name: "v1", draft: true });
});

afterEach(() => github.close());

const digest = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;
const assets = () => github.releases.all[0]!.assets.map(({ name, state, size }) => `${name} ${state} ${size}`);
const upload = (name: string, content = "content", token?: string) =>
  client.upload(release.upload_url, name, content, token);
const UPLOADS = /\/assets$/;

test("the host is another one than the API's", async () => {
  expect(new URL(release.upload_url).host).not.toBe(new URL(github.url).host);
  const path = new URL(release.upload_url.replace("{?name,label}", "?name=a")).pathname;
  expect((await fetch(github.url + path, { method: "POST", headers: { authorization: "Bearer own" } })).status).toBe(
    404,
  );
});

test("an asset is taken with its name as GitHub writes it, its label, size and digest", async () => {
  const url = release.upload_url.replace("{?name,label}", "?name=a%20tool.txt&label=a%20tool");
  const response = await fetch(url, {
    method: "POST",
    headers: { authorization: "Bearer own", "content-type": "text/plain" },
    body: "content",
  });
  expect(response.status).toBe(201);
  const asset = (await response.json()) as ApiAnswer["body"];
  expect(asset).toMatchObject({
    name: "a.tool.txt",
    label: "a tool",
    state: "uploaded",
    content_type: "text/plain",
    size: 7,
    digest: digest("content"),
  });
  expect((await client.ask("GET", `/releases/${release.id}`)).body.assets).toEqual([asset]);
  expect((await client.ask("GET", `/releases/${release.id}/assets?per_page=1`)).body).toEqual([asset]);
});

test("a name is given once, also when two upload at once and when only its spelling differs", async () => {
  const answers = await Promise.all([upload("a b.txt", "1"), upload("a.b.txt", "2")]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  expect(answers.find(({ status }) => status === 422)!.body.errors).toEqual([
    { resource: "ReleaseAsset", code: "already_exists", field: "name" },
  ]);
});

test("an asset is renamed, relabelled and deleted", async () => {
  const { body } = await upload("a.txt");
  await upload("b.txt");
  const path = `/releases/assets/${body.id}`;
  expect((await client.ask("PATCH", path, { name: "b.txt" })).status).toBe(422);
  expect((await client.ask("PATCH", path, { name: "c.txt", label: "C" })).body).toMatchObject({
    name: "c.txt",
    label: "C",
  });
  expect((await client.ask("DELETE", path)).status).toBe(204);
  expect((await client.ask("GET", path)).status).toBe(404);
  expect(assets()).toEqual(["b.txt uploaded 7"]);
});

test("content is given out by another host, which wants no token", async () => {
  const { body } = await upload("a.txt", "the content");
  const headers = { authorization: "Bearer own", accept: "application/octet-stream" };
  const redirect = await fetch(body.url, { headers, redirect: "manual" });
  const location = redirect.headers.get("location")!;
  expect([redirect.status, await (await fetch(location)).text()]).toEqual([302, "the content"]);
  expect((await fetch(location, { headers })).status).toBe(400);
  expect(await (await fetch(body.url, { headers })).text()).toBe("the content");
});

describe("limits", () => {
  const CHUNKED = { "transfer-encoding": "chunked" };
  /** @param size below nothing: it is not said. */
  const announce = (size: number): Promise<number> =>
    new Promise((resolve, reject) => {
      const sent = request(release.upload_url.replace("{?name,label}", "?name=a"), {
        method: "POST",
        headers: { authorization: "Bearer own", ...(size < 0 ? CHUNKED : { "content-length": size }) },
      });
      sent.on("response", ({ statusCode }) => resolve(statusCode!)).on("error", reject);
      sent.end(size < 0 ? "some" : "");
    });

  test("the size is said beforehand, and is more than nothing", async () => {
    expect(await announce(-1)).toBe(400);
    expect(await announce(0)).toBe(422);
    expect(assets()).toEqual([]);
  });

  test.each([
    [ASSET_SIZE_LIMIT, 500],
    [ASSET_SIZE_LIMIT + 1, 422],
  ])("%d bytes: %d", async (size, status) => {
    expect(() =>
      github.releases.beginUpload(
        release.id,
        { name: "a", label: null, contentType: "text/plain", size, uploader: "alice" },
        { login: "alice", write: true },
      ),
    ).toThrow(expect.objectContaining({ answer: expect.objectContaining({ status }) }));
  });

  test(`${ASSETS_MAX} assets and not one more`, async () => {
    for (let n = 1; n < ASSETS_MAX; n++)
      github.releases.assets.begin(release.id, {
        name: `a${n}`,
        label: null,
        contentType: "",
        size: 1,
        uploader: "alice",
      });
    expect((await upload("last")).status).toBe(201);
    expect((await upload("one-more")).status).toBe(422);
  });

  test("a token that only reads, none, and no such release", async () => {
    expect((await upload("a", "a", "read")).status).toBe(403);
    expect((await upload("a", "a", "other")).status).toBe(401);
    const elsewhere = release.upload_url.replace(String(release.id), "1");
    expect((await client.upload(elsewhere, "a", "a")).status).toBe(404);
  });
});

describe("uploads that break", () => {
  test("a client that goes away leaves a starter, which holds its name until it is deleted", async () => {
    await breakUpload(release.upload_url, "a.txt", "half");
    await expect.poll(() => github.requests.at(-1)?.status).toBe(0);
    expect(assets()).toEqual(["a.txt starter 0"]);
    expect((await upload("a.txt")).status).toBe(422);
    const { id } = github.releases.all[0]!.assets[0]!;
    await client.ask("DELETE", `/releases/assets/${id}`);
    expect((await upload("a.txt")).status).toBe(201);
  });

  test("a 502 in its middle leaves a starter", async () => {
    github.fault({ path: UPLOADS, kind: { cutAfter: 10, answer: 502 } });
    expect((await upload("a.txt", "x".repeat(3_000_000))).status).toBe(502);
    expect(assets()).toEqual(["a.txt starter 0"]);
  });

  test("a connection that GitHub ends in its middle leaves a starter", async () => {
    github.fault({ path: UPLOADS, kind: { cutAfter: 10 } });
    await expect(upload("a.txt", "x".repeat(3_000_000))).rejects.toThrow("fetch failed");
    expect(assets()).toEqual(["a.txt starter 0"]);
    expect(github.requests.at(-1)?.status).toBe(0);
  });

  test("a connection that ends before leaves nothing, one that ends after leaves the asset", async () => {
    github.fault({ path: UPLOADS, kind: "drop" });
    await expect(upload("a.txt")).rejects.toThrow("fetch failed");
    expect(assets()).toEqual([]);
    github.fault({ path: UPLOADS, kind: "drop-after" });
    await expect(upload("a.txt")).rejects.toThrow("fetch failed");
    expect(assets()).toEqual(["a.txt uploaded 7"]);
  });

  test("a 5xx before or after GitHub has stored", async () => {
    github.fault({ path: UPLOADS, times: 2, kind: { status: 500, message: "Error creating asset temp dir" } });
    expect([(await upload("a.txt")).status, (await upload("a.txt")).status, assets()]).toEqual([500, 500, []]);
    github.fault({ path: UPLOADS, kind: { status: 502, message: "Bad gateway", stored: true } });
    expect([(await upload("a.txt")).status, assets()]).toEqual([502, ["a.txt uploaded 7"]]);
  });

  test("the secondary limit says when to come back", async () => {
    github.fault({ path: UPLOADS, kind: secondaryLimit(7) });
    const { status, headers } = await upload("a.txt");
    expect([status, headers.get("retry-after"), assets()]).toEqual([403, "7", []]);
  });

  test("an asset that others delete while it is on its way is not there", async () => {
    const sent = request(release.upload_url.replace("{?name,label}", "?name=a.txt"), {
      method: "POST",
      headers: { authorization: "Bearer own", "content-length": 4 },
    });
    sent.write("ab");
    await expect.poll(assets).toEqual(["a.txt starter 0"]);
    await client.ask("DELETE", `/releases/assets/${github.releases.all[0]!.assets[0]!.id}`);
    const status = new Promise((resolve) => sent.on("response", (response) => resolve(response.statusCode)));
    sent.end("cd");
    expect(await status).toBe(404);
  });
});

test("an API request that GitHub did, and yet answered 502", async () => {
  github.fault({ path: /\/releases$/, method: "POST", kind: { status: 502, message: "Bad gateway", stored: true } });
  expect((await client.ask("POST", "/releases", { tag_name: "v2", draft: true })).status).toBe(502);
  expect(github.releases.all.map(({ tagName }) => tagName)).toEqual(["v1", "v2"]);
});

test("uploads are recorded without their content", async () => {
  await upload("a.txt", "secret");
  expect(github.requests.at(-1)).toEqual({
    method: "POST",
    path: `/repos/org/demo/releases/${release.id}/assets`,
    query: "?name=a.txt",
    body: undefined,
    status: 201,
    upload: { contentType: "text/plain", size: 6 },
  });
});
