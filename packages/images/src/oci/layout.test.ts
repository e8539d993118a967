import { describe, expect, test } from "vitest";
import { AMD64, ARM64, attestation, image, index, LAYER, layer, of, type Stored, stored } from "../../testing/image.ts";
import type { Descriptor } from "./descriptor.ts";
import { blobPath, checkLayoutFile, layoutRoot } from "./layout.ts";
import { MAX_NESTING, pushOrder } from "./push-order.ts";

const amd64 = image(AMD64, [layer("base"), layer("amd64")]);
const arm64 = image(ARM64, [layer("base"), layer("arm64")]);
const proof = attestation(amd64);
const multi = index([of(amd64, AMD64), of(arm64, ARM64), proof.descriptor]);
const OTHER = `sha256:${"0".repeat(64)}` as const;

describe("a layout", () => {
  const named = (name: string) => ({
    ...multi.descriptor,
    annotations: { "io.containerd.image.name": name, "org.opencontainers.image.created": "2026-11-28T00:00:00Z" },
  });
  test("holds the index that buildx names, whatever names it has", () => {
    const contents = index([named("docker.io/acme/a:1"), named("docker.io/acme/a:2")]);
    expect(layoutRoot(contents.bytes)).toEqual(multi.descriptor);
    expect(layoutRoot(contents.bytes, multi.descriptor.digest)).toEqual(multi.descriptor);
    expect(layoutRoot(contents.bytes).digest).not.toBe(contents.descriptor.digest);
  });

  test("that holds several images has one when it is named", () => {
    const contents = index([named("a"), amd64.descriptor]);
    expect(layoutRoot(contents.bytes, amd64.descriptor.digest)).toEqual(amd64.descriptor);
    expect(() => layoutRoot(contents.bytes)).toThrow("lists 2 images, and nothing says which is meant");
  });

  test.each<[string, Stored, string]>([
    ["nothing", index([]), "lists no image"],
    ["a layer", index([layer("a")]), "which is not an image"],
    ["an image itself", amd64, "is a manifest and not a list"],
  ])("of %s is refused", (_, { bytes }, message) => {
    expect(() => layoutRoot(bytes)).toThrow(message);
  });

  test("without what buildx says that it made is refused", () => {
    expect(() => layoutRoot(index([named("a")]).bytes, OTHER)).toThrow(
      `lists ${multi.descriptor.digest}, and buildx says that it made ${OTHER}`,
    );
    expect(() => layoutRoot(index([]).bytes, OTHER)).toThrow("lists nothing, and buildx says");
  });

  test("of another version is refused", () => {
    expect(() => checkLayoutFile(Buffer.from('{"imageLayoutVersion":"1.0.0"}'))).not.toThrow();
    for (const text of [
      '{"imageLayoutVersion":"2.0.0"}',
      "{}",
      "",
      `{"imageLayoutVersion":"1.0.0"}${" ".repeat(4096)}`,
    ]) {
      expect(() => checkLayoutFile(Buffer.from(text))).toThrow("the file oci-layout");
    }
  });

  test("keeps blobs by their digest", () => {
    expect(blobPath(OTHER)).toBe(`blobs/sha256/${"0".repeat(64)}`);
    expect(blobPath(`sha512:${"1".repeat(128)}`)).toBe(`blobs/sha512/${"1".repeat(128)}`);
  });
});

describe("the order of a push", () => {
  const store = (...all: readonly Stored[]) => {
    const bytes = new Map<string, Uint8Array>(all.map((one) => [one.descriptor.digest, one.bytes]));
    const asked: string[] = [];
    const read = ({ digest }: Descriptor) => {
      asked.push(digest);
      return bytes.get(digest) ?? Buffer.from("gone");
    };
    return { read, asked };
  };

  test("is blobs, manifests, index; each once, shared layers once", async () => {
    const { read, asked } = store(amd64, arm64, proof, multi);
    const { blobs, manifests, foreign } = await pushOrder([multi.descriptor], read);
    expect(manifests.map(({ descriptor }) => descriptor.digest)).toEqual(
      [amd64, arm64, proof, multi].map(({ descriptor }) => descriptor.digest),
    );
    expect(manifests.at(-1)!.bytes).toEqual(multi.bytes);
    // Three configs, the shared layer, one layer each, and the provenance.
    expect(blobs).toHaveLength(7);
    expect(new Set(blobs.map(({ digest }) => digest)).size).toBe(7);
    expect(blobs.filter(({ digest }) => digest === layer("base").digest)).toHaveLength(1);
    expect(foreign).toEqual([]);
    expect(asked).toHaveLength(4);
  });

  test("of several images that share one reads it once", async () => {
    const other = index([of(amd64, AMD64)]);
    const { read, asked } = store(amd64, arm64, proof, multi, other);
    const { manifests } = await pushOrder([multi.descriptor, other.descriptor, multi.descriptor], read);
    expect(manifests.map(({ descriptor }) => descriptor.digest).slice(3)).toEqual([
      multi.descriptor.digest,
      other.descriptor.digest,
    ]);
    expect(asked).toHaveLength(5);
  });

  test("leaves out what stays at its own address, and only that", async () => {
    const type = "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip";
    const windows = { ...layer("windows"), mediaType: type, urls: ["https://example.com/layer"] };
    const held = { ...layer("held"), mediaType: type };
    const ordinary = { ...layer("ordinary"), urls: ["https://example.com/layer"] };
    const one = image(AMD64, [windows, held, ordinary]);
    const { blobs, foreign } = await pushOrder([one.descriptor], store(one).read);
    expect(foreign).toEqual([windows]);
    expect(blobs.slice(1)).toEqual([held, ordinary]);
  });

  test.each<[string, Descriptor, readonly Stored[], RegExp]>([
    ["a manifest that is gone", multi.descriptor, [multi, amd64], /has 4 bytes and not \d+/],
    [
      "a manifest that was changed",
      amd64.descriptor,
      [{ ...amd64, bytes: Buffer.from(amd64.bytes).fill(32, 9, 10) }],
      /changed or damaged/,
    ],
    ["a manifest that is an image's config", layer("{}"), [stored(LAYER, "{}")], /`schemaVersion` is not 2/],
    [
      "a manifest of another type",
      { ...amd64.descriptor, mediaType: multi.descriptor.mediaType },
      [amd64],
      /`mediaType` is not/,
    ],
    ["a manifest that is too large", { ...amd64.descriptor, size: 5_000_000 }, [amd64], /at most 4194304 are allowed/],
  ])("refuses %s", async (_, root, all, message) => {
    await expect(pushOrder([root], store(...all).read)).rejects.toThrow(message);
  });

  test("refuses one digest with two sizes", async () => {
    const one = image(AMD64, [layer("base"), { ...layer("base"), size: 5 }]);
    await expect(pushOrder([one.descriptor], store(one).read)).rejects.toThrow(
      "has 4 bytes in one place and 5 in another",
    );
    const two = index([of(amd64, AMD64), { ...of(amd64, AMD64), size: 5 }]);
    await expect(pushOrder([two.descriptor], store(two, amd64).read)).rejects.toThrow("in one place and 5 in another");
  });

  test.each([-1, 0, 1])("of indexes as deep as is allowed and %d", async (more) => {
    const all = [amd64];
    for (let depth = 0; depth < MAX_NESTING + more; depth++) all.push(index([all.at(-1)!.descriptor]));
    const order = pushOrder([all.at(-1)!.descriptor], store(...all).read);
    if (more <= 0) expect((await order).manifests).toHaveLength(all.length);
    else await expect(order).rejects.toThrow(`lies more than ${MAX_NESTING} indexes deep`);
  });
});
