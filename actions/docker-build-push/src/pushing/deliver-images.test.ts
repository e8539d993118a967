import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { blobPath } from "@jessy-actions/images/oci/layout";
import { pushOrder } from "@jessy-actions/images/oci/push-order";
import { Registry } from "@jessy-actions/kit/registry/registry";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AMD64, image, layer, type Stored, stored } from "../../../../packages/images/testing/image.ts";
import { FakeRegistry } from "../../../../packages/kit/testing/fake-registry.ts";
import type { Destination } from "../planning/destination.ts";
import { deliverImages } from "./deliver-images.ts";
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

/** An image of one layer, exported. */
async function exported(content: string): Promise<ImageFolder> {
  const made = image(AMD64, [layer(content)]);
  const { config } = JSON.parse(Buffer.from(made.bytes).toString()) as { config: Stored["descriptor"] };
  const all = [made, configOf(content), { descriptor: layer(content), bytes: Buffer.from(content) }];
  expect(all[1]!.descriptor.digest).toBe(config.digest);
  for (const { descriptor, bytes } of all) {
    const path = join(folder, blobPath(descriptor.digest));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  return { folder, root: made.descriptor, order: await pushOrder([made.descriptor], () => made.bytes) };
}

/** The configuration that `image` describes. */
function configOf(content: string): Stored {
  const rootfs = { type: "layers", diff_ids: [layer(content).digest] };
  return stored("application/vnd.oci.image.config.v1+json", { ...AMD64, config: {}, rootfs });
}

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
