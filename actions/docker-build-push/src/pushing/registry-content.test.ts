import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Registry } from "@jessy-actions/kit/registry/registry";
import { afterEach, beforeEach, expect, test } from "vitest";
import { attestation, index } from "../../../../packages/images/testing/image.ts";
import { FakeRegistry } from "../../../../packages/kit/testing/fake-registry.ts";
import { exportedImage } from "../../testing/exported-image.ts";
import { folderContent } from "./folder-content.ts";
import { readStandingImage, registryContent } from "./registry-content.ts";

const quiet = { debug: () => undefined, info: () => undefined, mask: () => undefined };

let source: FakeRegistry;
let target: FakeRegistry;
let folder: string;

beforeEach(async () => {
  [source, target] = [await FakeRegistry.start(), await FakeRegistry.start()];
  folder = mkdtempSync(join(tmpdir(), "jessy-copy-"));
});

afterEach(async () => {
  await source.close();
  await target.close();
  rmSync(folder, { recursive: true });
});

const registry = ({ host }: FakeRegistry) => new Registry(host, { log: quiet, sleep: async () => undefined });

/** `api:main` on the source: an image of one platform. */
async function published() {
  const made = await exportedImage(folder, "content");
  await folderContent(made, quiet).send(registry(source), "api", undefined);
  source.tags.set("api:main", made.root.digest);
  return made;
}

const copies = () => join(folder, "copies");
const contentOf = async (reference = "main") => {
  const image = (await readStandingImage(registry(source), "api", reference))!;
  return registryContent(image, copies(), quiet);
};

test("another registry gets every part, by files that only this user reads", async () => {
  const made = await published();
  const sent = await (await contentOf()).send(registry(target), "mirror/api", undefined);
  expect(sent).toBe(made.order.blobs.reduce((sum, { size }) => sum + size, 0));
  expect([...target.manifests.keys()]).toEqual([`mirror/api@${made.root.digest}`]);
  expect(statSync(copies()).mode & 0o777).toBe(0o700);
});

test("another registry that has every blob costs no download", async () => {
  await published();
  await (await contentOf()).send(registry(target), "api", undefined);
  rmSync(copies(), { recursive: true });
  expect(await (await contentOf()).send(registry(target), "api", undefined)).toBe(0);
  expect(existsSync(copies())).toBe(false);
});

test("another repository of the same registry mounts the blobs", async () => {
  const made = await published();
  expect(await (await contentOf()).send(registry(source), "copy", undefined)).toBe(0);
  expect(source.manifests.has(`copy@${made.root.digest}`)).toBe(true);
  expect(existsSync(copies())).toBe(false);
});

test("its own repository gets nothing", async () => {
  await published();
  const before = source.calls.length;
  const content = await contentOf();
  const read = source.calls.length;
  expect(await content.send(registry(source), "api", undefined)).toBe(0);
  expect(source.calls.length).toBe(read);
  expect(read).toBeGreaterThan(before);
});

test("an image that lacks a part is named", async () => {
  const made = await published();
  const statement = attestation({ descriptor: made.root, bytes: made.order.manifests[0]!.bytes });
  const whole = index([made.root, statement.descriptor]);
  source.manifests.set(`api@${whole.descriptor.digest}`, {
    bytes: Buffer.from(whole.bytes),
    mediaType: whole.descriptor.mediaType,
  });
  await expect(contentOf(whole.descriptor.digest)).rejects.toThrow(
    `${source.host}/api has ${whole.descriptor.digest}, and not ${statement.descriptor.digest}, a part of it`,
  );
});

test("a reference that is not there has no image", async () => {
  expect(await readStandingImage(registry(source), "api", "main")).toBeUndefined();
});
