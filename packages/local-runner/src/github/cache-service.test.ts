import { beforeEach, describe, expect, test } from "vitest";
import { CacheService } from "./cache-service.ts";

const MAIN = "refs/heads/main";
const PULL = "refs/pull/7/merge";
let cache: CacheService;

beforeEach(() => {
  cache = new CacheService();
});

const call = (method: string, request: Record<string, unknown>) =>
  cache.call(method, { version: "v", ...request }, (id) => `http://blob/${id}`) as Record<string, unknown>;

/** A whole upload in a scope. @returns whether it was taken. */
function save(key: string, content: string, scope: string | undefined = MAIN): boolean {
  cache.scopes = { read: [MAIN], write: scope };
  const created = call("CreateCacheEntry", { key });
  if (created.ok !== true) return false;
  const id = String(created.signed_upload_url).replace("http://blob/", "");
  cache.blob("PUT", id, new URLSearchParams(), Buffer.from(content), undefined);
  return call("FinalizeCacheEntryUpload", { key }).ok === true;
}

function find(key: string, restoreKeys: string[] = [], read: string[] = [MAIN]): string | undefined {
  cache.scopes = { read, write: undefined };
  const {
    ok,
    matched_key: matched,
    signed_download_url: url,
  } = call("GetCacheEntryDownloadURL", { key, restore_keys: restoreKeys });
  if (ok !== true) return undefined;
  return `${matched}: ${cache.blob("GET", String(url).replace("http://blob/", ""), new URLSearchParams(), Buffer.alloc(0), undefined).body}`;
}

describe("an entry", () => {
  test("is found once it is whole", () => {
    cache.scopes = { read: [MAIN], write: MAIN };
    call("CreateCacheEntry", { key: "k" });
    expect(call("FinalizeCacheEntryUpload", { key: "k" })).toEqual({ ok: false });
    expect(find("k")).toBeUndefined();
    expect(save("j", "1")).toBe(true);
    expect(find("j")).toBe("j: 1");
    expect(cache.keys).toEqual(["j"]);
  });

  test("is never overwritten", () => {
    save("k", "1");
    expect(save("k", "2")).toBe(false);
    expect(find("k")).toBe("k: 1");
  });

  test("belongs to its scope: a pull request's is not main's", () => {
    save("k", "forged", PULL);
    expect(find("k")).toBeUndefined();
    expect(find("k", [], [PULL, MAIN])).toBe("k: forged");
  });

  test("a read-only run writes none", () => {
    expect(save("k", "1", undefined)).toBe(true);
    cache.scopes = { read: [MAIN], write: undefined };
    expect(call("CreateCacheEntry", { key: "x" })).toEqual({
      ok: false,
      message: "cache write denied: the token is read-only",
    });
  });

  test("of another version is another one", () => {
    save("k", "1");
    cache.scopes = { read: [MAIN], write: undefined };
    expect(cache.call("GetCacheEntryDownloadURL", { key: "k", version: "w" }, (id) => id)).toEqual({ ok: false });
  });
});

test("look-ups: exact first, then prefixes in order, the newest of each; ten keys at most", () => {
  for (const key of ["a-1", "a-2", "b-1"]) save(key, key);
  expect(find("a-1", ["b-"])).toBe("a-1: a-1");
  expect(find("x", ["b-", "a-"])).toBe("b-1: b-1");
  expect(find("x", ["a-"])).toBe("a-2: a-2");
  expect(find("x", [...Array(9).fill("none"), "a-"])).toBeUndefined();
});

test("blobs in blocks, and in ranges", () => {
  const parts = new Map([
    ["one", "ab"],
    ["two", "cd"],
  ]);
  for (const [id, text] of parts)
    cache.blob("PUT", "x", new URLSearchParams({ comp: "block", blockid: id }), Buffer.from(text), undefined);
  cache.blob(
    "PUT",
    "x",
    new URLSearchParams({ comp: "blocklist" }),
    Buffer.from("<BlockList><Latest>two</Latest><Latest>one</Latest></BlockList>"),
    undefined,
  );
  const get = (range?: string) => cache.blob("GET", "x", new URLSearchParams(), Buffer.alloc(0), range);
  expect(get().body?.toString()).toBe("cdab");
  expect(get("bytes=1-2")).toMatchObject({ status: 206, headers: { "content-range": "bytes 1-2/4" } });
  expect(get("bytes=2-").body?.toString()).toBe("ab");
  expect(cache.blob("HEAD", "x", new URLSearchParams(), Buffer.alloc(0), undefined).headers["content-length"]).toBe(
    "4",
  );
  expect(cache.blob("GET", "none", new URLSearchParams(), Buffer.alloc(0), undefined).status).toBe(404);
});

test("a call that is none", () => {
  expect(call("Other", {})).toBeUndefined();
});
