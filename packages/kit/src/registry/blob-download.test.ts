import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FakeRegistry, type FakeRegistryOptions } from "../../testing/fake-registry.ts";
import { digestOf } from "./manifest.ts";
import { Registry } from "./registry.ts";

const quiet = { debug: () => undefined, info: () => undefined, mask: () => undefined };
/** More than two parts. */
const LARGE = randomBytes(34 * 1024 * 1024);

let fake: FakeRegistry;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-download-"));
});

afterEach(async () => {
  await fake.close();
  rmSync(folder, { recursive: true });
});

const file = () => join(folder, "blob");

async function download(bytes: Buffer, options: FakeRegistryOptions = {}, stored = bytes): Promise<void> {
  fake = await FakeRegistry.start(options);
  const digest = digestOf(bytes);
  fake.blobs.set(`api@${digest}`, stored);
  const registry = new Registry(fake.host, { log: quiet, sleep: async () => undefined });
  await registry.downloadBlob("api", { digest, size: bytes.length }, file());
}

test("a large blob comes in parts", async () => {
  await download(LARGE);
  expect(readFileSync(file()).equals(LARGE)).toBe(true);
  expect(fake.traffic).toEqual(["GET 206", "GET 206", "GET 206"]);
});

test("a small one comes in one request, and an empty one in none", async () => {
  await download(Buffer.from("small"), { hasRanges: false });
  expect(readFileSync(file(), "utf8")).toBe("small");
  await fake.close();
  await download(Buffer.alloc(0));
  expect(readFileSync(file())).toHaveLength(0);
});

test.each([
  ["other bytes", {}, Buffer.from("wrong"), "the bytes have the digest"],
  ["fewer bytes", {}, Buffer.from("few"), "3 of 5 bytes came"],
])("%s leave no file", async (_, options, stored, message) => {
  await expect(download(Buffer.from("small"), options, stored)).rejects.toThrow(message);
  expect(readdirSync(folder)).toEqual([]);
});

test("a registry that sends no parts of a large blob is named", async () => {
  await expect(download(LARGE, { hasRanges: false })).rejects.toThrow(/larger than|no parts/);
  expect(existsSync(file())).toBe(false);
});

test("a blob that is not there", async () => {
  fake = await FakeRegistry.start();
  const registry = new Registry(fake.host, { log: quiet });
  const blob = { digest: digestOf(Buffer.from("x")), size: 1 };
  await expect(registry.downloadBlob("api", blob, file())).rejects.toThrow("no such blob");
});
