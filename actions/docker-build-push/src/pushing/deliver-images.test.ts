import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Registry } from "@jessy-actions/kit/registry/registry";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FakeRegistry } from "../../../../packages/kit/testing/fake-registry.ts";
import { exportedImage } from "../../testing/exported-image.ts";
import type { Destination } from "../planning/destination.ts";
import { type Delivered, type DeliveryOptions, deliverImages } from "./deliver-images.ts";
import type { Delivery } from "./delivery.ts";
import { folderContent } from "./folder-content.ts";
import type { ImageFolder } from "./image-folder.ts";

const quiet = { debug: () => undefined, info: () => undefined, mask: () => undefined };

let first: FakeRegistry;
let second: FakeRegistry;
let folder: string;

beforeEach(async () => {
  [first, second] = [await FakeRegistry.start(), await FakeRegistry.start()];
  folder = mkdtempSync(join(tmpdir(), "jessy-push-"));
});

afterEach(async () => {
  await first.close();
  await second.close();
  rmSync(folder, { recursive: true });
});

const exported = (content: string) => exportedImage(folder, content);

const to = (fake: FakeRegistry, repository: string, ...tags: readonly string[]): Destination => ({
  registry: fake.host,
  repository,
  tags,
});

function clients() {
  const all = new Map<string, Registry>();
  return (name: string) => {
    const client = all.get(name) ?? new Registry(name, { log: quiet, sleep: async () => undefined });
    all.set(name, client);
    return client;
  };
}

const deliveryOf = (made: ImageFolder, destinations: readonly Destination[], immutable: readonly string[] = []) => ({
  root: made.order.manifests.at(-1)!,
  destinations,
  isImmutable: (tag: string) => immutable.includes(tag),
  content: folderContent(made, quiet),
});

const shown = ({ repository, tag, state }: { repository: string; tag: string | undefined; state: string }) =>
  `${repository}:${tag} ${state}`;

async function push(made: ImageFolder, destinations: readonly Destination[], immutable: readonly string[] = []) {
  const delivery = deliveryOf(made, destinations, immutable);
  const [delivered] = await deliverImages([delivery], { registry: clients(), log: quiet });
  return delivered!.places.map(shown);
}

const writes = ({ traffic }: FakeRegistry) => traffic.filter((call) => !/^(?:HEAD|GET) /.test(call));

test("tags of two registries and of two repositories in one of them all stand at the digest", async () => {
  const made = await exported("one");
  const destinations = [
    to(first, "acme/api", "1.0", "latest"),
    to(first, "acme/copy", "1.0"),
    to(second, "api", "1.0"),
  ];
  expect(await push(made, destinations)).toEqual([
    "acme/api:1.0 pushed",
    "acme/api:latest pushed",
    "acme/copy:1.0 pushed",
    "api:1.0 pushed",
  ]);
  expect(new Set([...first.tags.keys(), ...second.tags.keys()])).toEqual(
    new Set(["acme/api:1.0", "acme/api:latest", "acme/copy:1.0", "api:1.0"]),
  );
  expect(new Set([...first.tags.values(), ...second.tags.values()])).toEqual(new Set([made.root.digest]));
  // Blobs of a second repository are mounted.
  expect(first.calls.filter(({ path }) => /acme\/copy\/blobs\/uploads\/.*mount=/.test(path))).toHaveLength(2);
  expect(first.calls.filter(({ method, path }) => method === "PUT" && /acme\/copy\/blobs/.test(path))).toEqual([]);
});

test("what stands already is unchanged, and nothing is sent", async () => {
  const made = await exported("one");
  const destinations = [to(first, "api", "1.0", "latest")];
  await push(made, destinations);
  const before = writes(first).length;
  expect(await push(made, destinations, ["1.0"])).toEqual(["api:1.0 unchanged", "api:latest unchanged"]);
  expect(writes(first)).toHaveLength(before);
});

test("a tag that may move moves, and one that stands stays", async () => {
  await push(await exported("one"), [to(first, "api", "1", "latest")]);
  const made = await exported("two");
  expect(await push(made, [to(first, "api", "1.0", "1", "latest")], ["1.0"])).toEqual([
    "api:1.0 pushed",
    "api:1 moved",
    "api:latest moved",
  ]);
  expect(first.tags.get("api:latest")).toBe(made.root.digest);
});

describe("nothing moves", () => {
  test("where one tag must not: no registry gets a byte", async () => {
    const old = await exported("one");
    await push(old, [to(second, "api", "1.0")]);
    const before = writes(second).length;
    expect(
      await push(await exported("two"), [to(first, "api", "1.0", "latest"), to(second, "api", "1.0")], ["1.0"]),
    ).toEqual(["api:1.0 not tried", "api:latest not tried", "api:1.0 refused"]);
    expect(writes(first)).toEqual([]);
    expect(writes(second)).toHaveLength(before);
    expect(second.tags.get("api:1.0")).toBe(old.root.digest);
  });

  test("where a registry cannot be asked", async () => {
    const made = await exported("one");
    const host = second.host;
    await second.close();
    const pushed = await push(made, [to(first, "api", "1.0"), { registry: host, repository: "api", tags: ["1.0"] }]);
    expect(pushed).toEqual(["api:1.0 not tried", "api:1.0 failed"]);
    expect(writes(first)).toEqual([]);
    second = await FakeRegistry.start();
  });

  test("where one registry takes no bytes: the tags of the other stay, and the next run sends what is missing", async () => {
    const old = await exported("one");
    await push(old, [to(first, "api", "latest")]);
    await second.close();
    second = await FakeRegistry.start({ maxRequest: 1 });
    const made = await exported("two");
    expect(await push(made, [to(first, "api", "latest"), to(second, "api", "1.0", "latest")])).toEqual([
      "api:latest not tried",
      "api:1.0 failed",
      "api:latest failed",
    ]);
    expect(first.tags.get("api:latest")).toBe(old.root.digest);
    expect(second.tags.size).toBe(0);

    await second.close();
    second = await FakeRegistry.start();
    const before = writes(first).length;
    expect(await push(made, [to(first, "api", "latest"), to(second, "api", "1.0", "latest")])).toEqual([
      "api:latest moved",
      "api:1.0 pushed",
      "api:latest pushed",
    ]);
    // The blobs are there: only the manifest and the tag.
    expect(writes(first).slice(before)).toEqual(["PUT 201", "PUT 201"]);
  });
});

test("without tags the image is pushed by its digest", async () => {
  const made = await exported("one");
  expect(await push(made, [to(first, "api")])).toEqual(["api:undefined pushed"]);
  expect(await push(made, [to(first, "api")])).toEqual(["api:undefined unchanged"]);
  expect([...first.manifests.keys()]).toEqual([`api@${made.root.digest}`]);
  expect(first.tags.size).toBe(0);
});

describe("several images", () => {
  const deliver = (deliveries: readonly Delivery[], options: Partial<DeliveryOptions> = {}) =>
    deliverImages(deliveries, { registry: clients(), log: quiet, ...options });
  const shownAll = (all: readonly Delivered[]) => all.flatMap(({ places }) => places.map(shown));

  test("one whose version must not move keeps all of them from leaving", async () => {
    const old = await exported("old");
    await push(old, [to(first, "gateway", "1.0")]);
    const before = writes(first).length;
    const [core, gateway] = [await exported("core"), await exported("new")];
    const done = await deliver([
      deliveryOf(core, [to(first, "core", "1.0", "latest")], ["1.0"]),
      deliveryOf(gateway, [to(first, "gateway", "1.0", "latest")], ["1.0"]),
    ]);
    expect(shownAll(done)).toEqual([
      "core:1.0 not tried",
      "core:latest not tried",
      "gateway:1.0 refused",
      "gateway:latest not tried",
    ]);
    expect(writes(first)).toHaveLength(before);
  });

  test("one whose registry takes no bytes leaves the tags of the others where they are", async () => {
    await second.close();
    second = await FakeRegistry.start({ maxRequest: 1 });
    const [core, gateway] = [await exported("core"), await exported("gateway")];
    const done = await deliver([
      deliveryOf(core, [to(first, "core", "1")]),
      deliveryOf(gateway, [to(second, "gw", "1")]),
    ]);
    expect(shownAll(done)).toEqual(["core:1 not tried", "gw:1 failed"]);
    expect(first.tags.size).toBe(0);
    // Its bytes are there, so the next run sends the tag alone.
    expect(first.manifests.has(`core@${core.root.digest}`)).toBe(true);
  });

  test("are all signed before the first tag is set", async () => {
    const steps: string[] = [];
    const [core, gateway] = [await exported("core"), await exported("gateway")];
    await deliver([deliveryOf(core, [to(first, "core", "1")]), deliveryOf(gateway, [to(second, "gw", "1")])], {
      sign: async (_, repository, { digest }) => {
        steps.push(`${repository} ${first.tags.size + second.tags.size}`);
        return [{ format: "bundle", subject: digest, state: "signed" }];
      },
    });
    expect(steps).toEqual(["core 0", "gw 0"]);
    expect([...first.tags.keys(), ...second.tags.keys()]).toEqual(["core:1", "gw:1"]);
  });

  test("get no tag where one of them cannot be signed", async () => {
    const [core, gateway] = [await exported("core"), await exported("gateway")];
    const done = await deliver(
      [deliveryOf(core, [to(first, "core", "1")]), deliveryOf(gateway, [to(second, "gw", "1")])],
      {
        sign: async (_, repository, { digest }) => [
          { format: "bundle", subject: digest, state: repository === "gw" ? "failed" : "signed" },
        ],
      },
    );
    expect(shownAll(done)).toEqual(["core:1 not tried", "gw:1 not tried"]);
    expect(done.map(({ signatures }) => signatures.map(({ state }) => state))).toEqual([["signed"], ["failed"]]);
    expect(first.tags.size + second.tags.size).toBe(0);
  });
});

test.each([
  [true, "refused"],
  [false, "pushed"],
])("a version that another run sets meanwhile is not moved (immutable: %s)", async (isImmutable, state) => {
  const [mine, theirs] = [await exported("mine"), await exported("theirs")];
  await push(theirs, [to(first, "api")]);
  const delivery = deliveryOf(mine, [to(first, "api", "1.0")], isImmutable ? ["1.0"] : []);
  const done = await deliverImages([delivery], {
    registry: clients(),
    log: quiet,
    sign: async () => {
      first.tags.set("api:1.0", theirs.root.digest);
      return [];
    },
  });
  expect(done[0]!.places.map(shown)).toEqual([`api:1.0 ${state}`]);
  expect(first.tags.get("api:1.0")).toBe(isImmutable ? theirs.root.digest : mine.root.digest);
});
