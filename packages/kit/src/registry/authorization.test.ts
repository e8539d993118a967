import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FakeRegistry, type FakeRegistryOptions } from "../../testing/fake-registry.ts";
import { FaultProxy } from "../../testing/fault-proxy.ts";
import { pushImage, testImage } from "../../testing/image-push.ts";
import type { Credential } from "./authorization.ts";
import { Registry } from "./registry.ts";

const USER = { username: "jessy", password: "p:a ss/word" };
const BEARER = { scheme: "bearer", ...USER } as const;

const opened: { close(): Promise<void> }[] = [];
let masked: string[];
let lines: string[];

beforeEach(() => {
  masked = [];
  lines = [];
});

afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

async function fakeRegistry(options: FakeRegistryOptions): Promise<FakeRegistry> {
  const fake = await FakeRegistry.start(options);
  opened.push(fake);
  return fake;
}

async function faultProxy(target: string): Promise<FaultProxy> {
  const proxy = await FaultProxy.start(target);
  opened.push(proxy);
  return proxy;
}

function client(host: string, credential?: Credential): Registry {
  const log = {
    debug: (line: string) => void lines.push(line),
    info: (line: string) => void lines.push(line),
    mask: (secret: string) => void masked.push(secret),
  };
  return new Registry(host, { credential, log, sleep: async () => undefined });
}

const countOf = (fake: FakeRegistry, path: string) => fake.calls.filter((call) => call.path.startsWith(path)).length;

describe("basic", () => {
  test("is asked for once, and then sent each time", async () => {
    const fake = await fakeRegistry({ login: { scheme: "basic", ...USER } });
    await pushImage(client(fake.host, USER), "acme/app", testImage());
    expect(fake.calls.filter(({ status }) => status === 401)).toHaveLength(1);
  });

  test("wrong credentials are refused once", async () => {
    const fake = await fakeRegistry({ login: { scheme: "basic", ...USER } });
    await expect(client(fake.host, { username: "jessy", password: "wrong" }).ping()).rejects.toThrow(
      /^reach 127\.0\.0\.1:\d+: status 401: UNAUTHORIZED: unauthorized; 127.* does not take these credentials: check/,
    );
    expect(fake.traffic).toEqual(["GET 401", "GET 401"]);
  });

  test("none are known", async () => {
    const fake = await fakeRegistry({ login: { scheme: "basic", ...USER } });
    await expect(client(fake.host).ping()).rejects.toThrow(
      /no credentials for 127\.0\.0\.1:\d+ are known: log in to it$/,
    );
  });

  test("requests that start together are not refused", async () => {
    const fake = await fakeRegistry({ login: { scheme: "basic", ...USER } });
    const registry = client(fake.host, USER);
    await Promise.all([registry.ping(), registry.ping(), registry.ping()]);
  });
});

describe("bearer", () => {
  test("a token for pulling and one for pushing", async () => {
    const fake = await fakeRegistry({ login: BEARER });
    const registry = client(fake.host, USER);
    await pushImage(registry, "acme/app", testImage());
    expect(countOf(fake, "/token")).toBe(2);
    expect(await registry.listTags("acme/app")).toEqual(["1.0"]);
  });

  test("anonymous pulls, where anybody may", async () => {
    const fake = await fakeRegistry({ login: { ...BEARER, isPublic: true } });
    await pushImage(client(fake.host, USER), "acme/app", testImage());
    const anonymous = client(fake.host);
    expect((await anonymous.headManifest("acme/app", "1.0"))?.digest).toMatch(/^sha256:/);
    await expect(pushImage(anonymous, "acme/app", testImage())).rejects.toThrow(/no credentials for .* are known/);
  });

  test("an identity token goes by POST", async () => {
    const fake = await fakeRegistry({ login: { ...BEARER, identityToken: "identity" } });
    await pushImage(client(fake.host, { identityToken: "identity" }), "acme/app", testImage());
    expect(fake.calls.filter(({ path }) => path === "/token").map(({ method }) => method)).toEqual(["POST", "POST"]);
  });

  test("a registry token is sent as it is", async () => {
    const fake = await fakeRegistry({ login: BEARER });
    fake.tokens.set("given", ["repository:acme/app:pull", "repository:acme/app:push"]);
    await pushImage(client(fake.host, { registryToken: "given" }), "acme/app", testImage());
    expect(countOf(fake, "/token")).toBe(0);
  });

  test("a token that ends in the middle is replaced, once", async () => {
    const fake = await fakeRegistry({ login: BEARER });
    const registry = client(fake.host, USER);
    const [one, two] = [testImage(), testImage()];
    await pushImage(registry, "acme/app", one);
    fake.tokens.clear();
    await pushImage(registry, "acme/app", two, "2.0");
    expect(countOf(fake, "/token")).toBe(4);
    expect(fake.tags.get("acme/app:2.0")).toBe(two.digest);
  });

  test("a token that is out of date when it comes is refused, not asked for again and again", async () => {
    const fake = await fakeRegistry({ login: BEARER, tokenTerm: 1 });
    const registry = client(fake.host, USER);
    await pushImage(registry, "acme/app", testImage());
    // A term of a second is within the margin: each request asks anew, and none is refused twice.
    expect(fake.calls.filter(({ status }) => status === 401)).toHaveLength(1);
  });

  test("requests that start together share a token", async () => {
    const fake = await fakeRegistry({ login: BEARER });
    const registry = client(fake.host, USER);
    await registry.headManifest("acme/app", "1");
    fake.calls.length = 0;
    await Promise.all(["1", "2", "3", "4"].map((tag) => registry.headManifest("acme/other", tag)));
    expect(countOf(fake, "/token")).toBe(1);
  });

  test("a repository that the user may not push to", async () => {
    const fake = await fakeRegistry({ login: { ...BEARER, repositories: ["acme/app"] } });
    await expect(pushImage(client(fake.host, USER), "other/app", testImage())).rejects.toThrow(
      /status 401; the credentials may not do this in .*\/other\/app: give their owner the right to$/,
    );
  });

  test("a mount from a repository that the user may not read is sent instead", async () => {
    const fake = await fakeRegistry({ login: { ...BEARER, repositories: ["acme/app"] } });
    const [, layer] = testImage().blobs;
    expect(await client(fake.host, USER).pushBlob("acme/app", layer!, { mountFrom: "secret/app" })).toBe("sent");
  });

  test("a mount asks for both repositories in one token", async () => {
    const fake = await fakeRegistry({ login: BEARER });
    const [, layer] = testImage().blobs;
    const registry = client(fake.host, USER);
    await registry.pushBlob("acme/base", layer!);
    fake.calls.length = 0;
    expect(await registry.pushBlob("acme/app", layer!, { mountFrom: "acme/base" })).toBe("mounted");
    const asked = fake.calls.filter(({ path }) => path.startsWith("/token")).at(-1)!.path;
    expect(new URL(asked, "http://x").searchParams.getAll("scope")).toEqual([
      "repository:acme/app:pull,push",
      "repository:acme/base:pull",
    ]);
  });

  test("where tokens are given is down: waited for", async () => {
    const fake = await fakeRegistry({ login: BEARER });
    const proxy = await faultProxy(fake.host);
    proxy.inject({ when: ({ path }) => path.startsWith("/token"), times: 2, act: { answer: 503 } });
    await pushImage(client(proxy.host, USER), "acme/app", testImage());
    expect(lines.some((line) => /no token from .* \(503\); again in 2\.\d s$/.test(line))).toBe(true);
  });

  test.each<[string, object, RegExp]>([
    ["HTML", { answer: 200, headers: { "content-type": "text/html" }, body: "<html>" }, /the answer is HTML/],
    ["nothing", { answer: 200, body: "{}" }, /the answer has no token$/],
    ["a token of two lines", { answer: 200, body: '{"token":"a\\r\\nx: y"}' }, /the answer has no token$/],
    ["no end", { endless: true }, /the answer is larger than 1 MB$/],
    ["a refusal", { answer: 403, body: '{"details":"no such user"}' }, /status 403: no token from .*: no such user; /],
  ])("a place for tokens that answers with %s", async (_, act, error) => {
    const fake = await fakeRegistry({ login: BEARER });
    const proxy = await faultProxy(fake.host);
    proxy.inject({ when: ({ path }) => path.startsWith("/token"), times: 100, act: act as never });
    await expect(client(proxy.host, USER).listTags("acme/app")).rejects.toThrow(error);
  });
});

describe("where credentials must not go", () => {
  test.each([
    ["another host without TLS", "http://auth.invalid/token"],
    ["an address with credentials of its own", "https://a:b@auth.invalid/token"],
    ["another protocol", "file:///etc/passwd"],
  ])("a realm on %s", async (_, realm) => {
    const fake = await fakeRegistry({ login: { ...BEARER, realm } });
    await expect(client(fake.host, USER).listTags("acme/app")).rejects.toThrow(/which is not safe$/);
  });

  test("a realm that is no address", async () => {
    const fake = await fakeRegistry({ login: { ...BEARER, realm: "here" } });
    await expect(client(fake.host, USER).listTags("acme/app")).rejects.toThrow(/names no address for its tokens$/);
  });

  test("a blob store on another host gets the request without them", async () => {
    const store = await faultProxy("127.0.0.1:1");
    const image = testImage();
    const [, layer] = image.blobs;
    const body = "stored elsewhere";
    store.inject({ when: () => true, times: 100, act: { answer: 200, body } });
    for (const scheme of ["basic", "bearer"] as const) {
      const fake = await fakeRegistry({ login: { ...BEARER, scheme }, blobStore: `http://${store.host}/blobs` });
      const registry = client(fake.host, USER);
      await registry.pushBlob("acme/app", layer!);
      await expect(registry.getBlob("acme/app", layer!.digest, 5000)).rejects.toThrow(/the bytes have the digest/);
    }
    expect(store.requests.length).toBeGreaterThan(1);
    expect(store.requests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
    // Its address is signed: the log names the host alone.
    expect(lines.filter((line) => line.includes("signature"))).toEqual([]);
  });

  test("a store that challenges gets nothing either", async () => {
    const store = await faultProxy("127.0.0.1:1");
    const challenge = { "www-authenticate": 'Basic realm="store"' };
    store.inject({ when: () => true, times: 9, act: { answer: 401, headers: challenge } });
    const fake = await fakeRegistry({ login: { ...BEARER, scheme: "basic" }, blobStore: `http://${store.host}/blobs` });
    const registry = client(fake.host, USER);
    const [, layer] = testImage().blobs;
    await registry.pushBlob("acme/app", layer!);
    await expect(registry.getBlob("acme/app", layer!.digest, 5000)).rejects.toThrow(/status 401/);
    expect(store.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  test("secrets are masked, and in no message and no line", async () => {
    const fake = await fakeRegistry({ login: BEARER });
    const proxy = await faultProxy(fake.host);
    const registry = client(proxy.host, USER);
    await pushImage(registry, "acme/app", testImage());
    const token = [...fake.tokens.keys()].at(-1)!;
    const basic = Buffer.from(`${USER.username}:${USER.password}`).toString("base64");
    expect(masked).toEqual(expect.arrayContaining([USER.password, basic, token]));
    const told = JSON.stringify({ errors: [{ code: "DENIED", message: `you sent ${token}, ${USER.password}` }] });
    proxy.inject({ when: ({ method }) => method === "POST", act: { answer: 403, body: told } });
    const error = await pushImage(registry, "acme/app", testImage()).catch(String);
    expect(error).toContain("you sent ***, ***");
    for (const secret of [USER.password, basic, token]) expect(lines.join("\n")).not.toContain(secret);
  });
});

test("one debug line for each request", async () => {
  const fake = await fakeRegistry({});
  await client(fake.host).listTags("acme/app");
  const [refused, answered] = lines;
  expect(refused).toMatch(/^registry: GET 127\.0\.0\.1:\d+\/v2\/acme\/app\/tags\/list: .*, \d+ ms$/);
  expect(answered).toMatch(/^registry: GET 127\.0\.0\.1:\d+\/v2\/acme\/app\/tags\/list: 404, \d+ ms$/);
});
