import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FakeRegistry, type FakeRegistryOptions } from "../../testing/fake-registry.ts";
import { type FaultAct, FaultProxy } from "../../testing/fault-proxy.ts";
import { pushImage, testImage } from "../../testing/image-push.ts";
import { digestOf } from "./manifest.ts";
import { fallbackTag } from "./referrers.ts";
import { Registry } from "./registry.ts";
import { RegistryError } from "./registry-error.ts";
import { Patience } from "./retry.ts";

const quiet = { debug: () => undefined, info: () => undefined, mask: () => undefined };

let fake: FakeRegistry;
let proxy: FaultProxy;
let registry: Registry;

async function start(options: FakeRegistryOptions = {}): Promise<void> {
  fake = await FakeRegistry.start(options);
  proxy = await FaultProxy.start(fake.host);
  registry = new Registry(proxy.host, { log: quiet, sleep: async () => undefined });
}

async function stop(): Promise<void> {
  await proxy.close();
  await fake.close();
}

beforeEach(() => start());
afterEach(stop);

async function restart(options: FakeRegistryOptions): Promise<void> {
  await stop();
  await start(options);
}

const always = (act: FaultAct) => proxy.inject({ when: () => true, times: 1000, act });
const HTML = { "content-type": "text/html; charset=utf-8" };

describe("manifests", () => {
  test("a push arrives in as few requests as can be", async () => {
    await pushImage(registry, "acme/app", testImage());
    expect(fake.traffic).toEqual([
      ...["HEAD 404", "POST 202", "PUT 201"],
      ...["HEAD 404", "POST 202", "PUT 201"],
      ...["PUT 201", "PUT 201", "HEAD 200"],
    ]);
  });

  test("are read with their digest, whatever their name", async () => {
    const image = testImage();
    await pushImage(registry, "acme/app", image);
    const expected = { digest: image.digest, mediaType: image.manifest.mediaType };
    for (const reference of ["1.0", image.digest]) {
      expect(await registry.getManifest("acme/app", reference)).toEqual({ ...expected, bytes: image.manifest.bytes });
      const size = image.manifest.bytes.length;
      expect(await registry.headManifest("acme/app", reference)).toEqual({ ...expected, size });
    }
  });

  test("none", async () => {
    expect(await registry.getManifest("acme/app", "1.0")).toBeUndefined();
    expect(await registry.headManifest("acme/app", "1.0")).toBeUndefined();
    expect(await registry.getBlob("acme/app", digestOf(Buffer.from("x")), 10)).toBeUndefined();
  });

  test("a registry that names no digest is asked for the bytes", async () => {
    const image = testImage();
    await pushImage(registry, "acme/app", image);
    const when = ({ method }: { readonly method: string }) => method === "HEAD";
    proxy.inject({ when, act: { answer: 200, headers: { "content-type": image.manifest.mediaType } } });
    expect((await registry.headManifest("acme/app", "1.0"))?.digest).toBe(image.digest);
  });

  test("other bytes than the digest's are never given out", async () => {
    const { manifest, digest } = testImage();
    const body = manifest.bytes.toString();
    always({ answer: 200, headers: { "content-type": manifest.mediaType }, body });
    expect((await registry.getManifest("acme/app", digest))?.digest).toBe(digest);
    const other = digestOf(Buffer.from("other"));
    await expect(registry.getManifest("acme/app", other)).rejects.toThrow(
      `the bytes have the digest ${digest}, and ${other}`,
    );
    await expect(registry.getBlob("acme/app", other, 10_000)).rejects.toThrow(`the bytes have the digest ${digest}`);
  });

  test.each<[string, FaultAct, RegExp]>([
    ["HTML", { answer: 200, headers: HTML, body: "<!doctype html>" }, /: the answer is HTML: a proxy or a login page/],
    ["no JSON", { answer: 200, body: "hello" }, /: the answer is not valid JSON/],
    ["version 1", { answer: 200, body: '{"schemaVersion":1}' }, /: the answer is not a manifest of version 2$/],
    ["too much", { endless: true }, /: the answer is larger than 4\.194304 MB$/],
    ["deep JSON", { answer: 200, body: "[".repeat(1000) }, /: the answer nests JSON more than/],
  ])("an answer of %s", async (_, act, message) => {
    always(act);
    await expect(registry.getManifest("acme/app", "1.0")).rejects.toThrow(message);
  });

  test("an answer that is cut off is asked for again", async () => {
    const image = testImage();
    await pushImage(registry, "acme/app", image);
    proxy.inject({ when: () => true, times: 2, act: { cutAnswerAt: 20 } });
    expect((await registry.getManifest("acme/app", "1.0"))?.bytes).toEqual(image.manifest.bytes);
  });

  test("a blob that is larger than allowed", async () => {
    const [, layer] = testImage().blobs;
    await registry.pushBlob("acme/app", layer!);
    expect(await registry.getBlob("acme/app", layer!.digest, layer!.size)).toHaveLength(layer!.size);
    const short = registry.getBlob("acme/app", layer!.digest, layer!.size - 1);
    await expect(short).rejects.toThrow(/: it is larger than 1999 bytes$/);
  });

  test("a manifest under the digest of another one is not sent", async () => {
    const { manifest } = testImage();
    const other = digestOf(Buffer.from("other"));
    await expect(registry.putManifest("acme/app", manifest, other)).rejects.toThrow(`and not ${other}`);
    expect(proxy.requests).toEqual([]);
  });
});

test.each([
  ["../../_catalog", "1.0"],
  ["acme/app", "../x"],
  ["Acme", "1.0"],
])("a name that would lead elsewhere is not asked for: %s %s", async (repository, reference) => {
  await expect(registry.getManifest(repository, reference)).rejects.toThrow(/is not the name|is neither/);
  expect(proxy.requests).toEqual([]);
});

test("an error says what was asked of whom", async () => {
  always({ answer: 403 });
  const error = await registry.headManifest("acme/app", "1.0").catch((thrown) => thrown);
  expect(error).toBeInstanceOf(RegistryError);
  expect(error).toMatchObject({ registry: proxy.host, repository: "acme/app", reference: "1.0", status: 403 });
});

test("a registry's words are one line, and end", async () => {
  const message = `\u001b[31m${"x\n::error::".repeat(1000)}`;
  always({ answer: 400, body: JSON.stringify({ errors: [{ code: "X", message }] }) });
  const error = await registry.listTags("acme/app").catch((thrown: Error) => thrown.message);
  expect(error).not.toMatch(/[\n\u001b]/);
  expect((error as string).length).toBeLessThan(1001);
});

test("a registry that says nothing is left after the time that the caller gives it", async () => {
  always({ delay: 60_000 });
  const patience = new Patience(0);
  const hurried = new Registry(proxy.host, { log: quiet, patience, idleTimeout: 50 });
  await expect(hurried.getManifest("acme/app", "1.0")).rejects.toMatchObject({
    status: 0,
    answer: "the connection moved nothing for 0.05 s",
  });
});

test("an error has its answer without advice", async () => {
  always({ answer: 403, body: '{"errors":[{"code":"DENIED"}]}' });
  await expect(registry.getManifest("acme/app", "1.0")).rejects.toMatchObject({
    status: 403,
    answer: "status 403: DENIED",
    message: expect.stringContaining("log in to"),
  });
});

test("all operations of a run share their patience", async () => {
  always({ answer: 503 });
  const patience = new Patience(10_000);
  const now = clock();
  const open = () =>
    new Registry(proxy.host, { log: quiet, sleep: async () => undefined, random: () => 0, now, patience });
  // 1 + 2 + 4 s, and 8 s would be too much.
  await expect(open().listTags("acme/app")).rejects.toThrow(/status 503/);
  expect(proxy.requests).toHaveLength(4);
  await expect(open().listTags("acme/app")).rejects.toThrow(/status 503/);
  expect(proxy.requests).toHaveLength(7);
});

/** A clock on which every look is much later than the one before: no two waits overlap. */
function clock(): () => number {
  let now = 0;
  return () => (now += 1_000_000);
}

describe("ping", () => {
  test("a registry", () => registry.ping());

  test("a page of HTML", async () => {
    always({ answer: 200, headers: HTML, body: "<html>" });
    await expect(registry.ping()).rejects.toThrow(/the answer is HTML, not a registry's$/);
  });

  test("nobody there", async () => {
    const nobody = new Registry("127.0.0.1:1", { log: quiet, sleep: async () => undefined });
    await expect(nobody.ping()).rejects.toThrow(/^reach 127\.0\.0\.1:1: connect ECONNREFUSED/);
  });

  test("without TLS, where it is asked for", async () => {
    // Not this machine's address: Docker would refuse it, too.
    const named = new Registry(`registry.invalid:1`, { log: quiet, sleep: async () => undefined });
    await expect(named.ping()).rejects.toThrow(/^reach registry\.invalid:1: getaddrinfo/);
  });
});

describe("tags", () => {
  const tag = (names: readonly string[]) => names.forEach((name) => void fake.tags.set(`acme/app:${name}`, "x"));

  test("of a repository that is not there", async () => {
    expect(await registry.listTags("acme/app")).toEqual([]);
  });

  test("over several pages", async () => {
    await restart({ page: 2 });
    tag(["1", "2", "3", "4", "5"]);
    expect(await registry.listTags("acme/app")).toEqual(["1", "2", "3", "4", "5"]);
    expect(fake.traffic).toEqual(["GET 200", "GET 200", "GET 200"]);
  });

  const page = (link: string): FaultAct => ({ answer: 200, headers: { link }, body: '{"tags":["1"]}' });

  test.each<[string, FaultAct, RegExp]>([
    ["null", { answer: 200, body: '{"name":"x","tags":null}' }, /^$/],
    ["another shape", { answer: 200, body: '{"tags":{}}' }, /: the answer is not such a list$/],
    ["another host", page('<https://other.invalid/v2/>; rel="next"'), /on another host, other\.invalid$/],
    ["itself", page('<?n=1000>; rel="next"'), /: the list leads back to a page that was read$/],
  ])("a list that goes on at %s", async (_, act, message) => {
    always(act);
    const said = await registry.listTags("acme/app").then(
      () => "",
      (error: Error) => error.message,
    );
    expect(said).toMatch(message);
  });

  test("a list that never ends", async () => {
    let count = 0;
    const when = () => true;
    const next = () => `<?last=${count++}>; rel="next"`;
    proxy.inject(...Array.from({ length: 1001 }, () => ({ when, act: page(next()) })));
    await expect(registry.listTags("acme/app")).rejects.toThrow(/: the list has more than 1000 pages$/);
  });

  test("a page that is lost in the middle", async () => {
    proxy.inject({ when: () => true, act: page('<?last=1>; rel="next"') });
    await expect(registry.listTags("acme/app")).rejects.toThrow(/: a page of the list is missing$/);
  });
});

test("the fallback tag has 64 digits, whatever the algorithm", () => {
  expect(fallbackTag(`sha256:${"a".repeat(64)}`)).toBe(`sha256-${"a".repeat(64)}`);
  expect(fallbackTag(`sha512:${"a".repeat(128)}`)).toBe(`sha512-${"a".repeat(64)}`);
});

describe.each([true, false])("referrers, with the API: %s", (hasReferrers) => {
  beforeEach(() => restart({ hasReferrers }));

  const subject = testImage();
  function referrer(name: string) {
    const { mediaType } = subject.manifest;
    const about = { mediaType, digest: subject.digest, size: subject.manifest.bytes.length };
    const document = { schemaVersion: 2, mediaType, artifactType: "text/plain", subject: about, annotations: { name } };
    const bytes = Buffer.from(JSON.stringify(document));
    const descriptor = { mediaType, digest: digestOf(bytes), size: bytes.length, artifactType: "text/plain" };
    return { manifest: { mediaType, bytes }, descriptor };
  }
  const put = (name: string) => {
    const { manifest, descriptor } = referrer(name);
    return registry.putReferrer("acme/app", subject.digest, manifest, descriptor);
  };

  test("none", async () => {
    expect(await registry.listReferrers("acme/app", subject.digest)).toEqual([]);
  });

  test("are found, and repeating adds none", async () => {
    for (const name of ["one", "two", "one"]) await put(name);
    const found = await registry.listReferrers("acme/app", subject.digest);
    expect(found).toEqual([referrer("one").descriptor, referrer("two").descriptor]);
    expect(fake.tags.has(`acme/app:${fallbackTag(subject.digest)}`)).toBe(!hasReferrers);
  });

  test("what others wrote under the fallback tag stays, and what is not a list is not overwritten", async () => {
    const tag = fallbackTag(subject.digest);
    const theirs = { mediaType: "x/y", digest: "sha256:theirs", size: 1, platform: { os: "linux" } };
    const index = { schemaVersion: 2, manifests: [theirs], annotations: { by: "them" } };
    const mediaType = "application/vnd.oci.image.index.v1+json";
    await registry.putManifest("acme/app", { mediaType, bytes: Buffer.from(JSON.stringify(index)) }, tag);
    await put("one");
    const stored = JSON.parse((await registry.getManifest("acme/app", tag))!.bytes.toString());
    const manifests = hasReferrers ? [theirs] : [theirs, referrer("one").descriptor];
    expect(stored).toMatchObject({ annotations: { by: "them" }, manifests });

    const document = { schemaVersion: 2, mediaType: subject.manifest.mediaType, artifactType: "text/plain" };
    const foreign = { mediaType: document.mediaType, bytes: Buffer.from(JSON.stringify(document)) };
    await registry.putManifest("acme/app", foreign, tag);
    const refused = put("two");
    if (hasReferrers) await refused;
    else await expect(refused).rejects.toThrow("this tag holds something else than a list, and is not overwritten");
    expect((await registry.getManifest("acme/app", tag))!.bytes).toEqual(foreign.bytes);
  });

  test("another job writes the fallback tag meanwhile", async () => {
    await put("one");
    const before = fake.tags.get(`acme/app:${fallbackTag(subject.digest)}`);
    await put("two");
    // The other job had read the tag before.
    if (!hasReferrers) {
      fake.tags.set(`acme/app:${fallbackTag(subject.digest)}`, before!);
      await put("two");
    }
    expect(await registry.listReferrers("acme/app", subject.digest)).toHaveLength(2);
  });
});
