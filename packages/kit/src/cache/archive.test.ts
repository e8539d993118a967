import { gzipSync, zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type TarEntry, tarOf } from "../../testing/tar.ts";
import { fileInArchive } from "./archive.ts";

const MAX = 100_000;
const file = (content: string, name = "x.json"): TarEntry => ({ name, type: "0", content });
const zstd = (...entries: readonly TarEntry[]) => zstdCompressSync(tarOf(entries));

describe("a file comes back as it was", () => {
  test.each([0, 1, 511, 512, 513, 1024, 5000])("of %i bytes, by either program", (length) => {
    const content = "a".repeat(length);
    const tar = tarOf([file(content)]);
    expect(fileInArchive(zstdCompressSync(tar), MAX).toString()).toBe(content);
    expect(fileInArchive(gzipSync(tar), MAX).toString()).toBe(content);
  });

  test.each<[string, readonly TarEntry[]]>([
    [
      "behind pax records",
      [{ name: "PaxHeaders/x", type: "x", content: "30 mtime=1700000000.123456789\n" }, file("y")],
    ],
    ["behind a global record", [{ name: "pax_global_header", type: "g", content: "" }, file("y")]],
    ["behind a long name", [{ name: "././@LongLink", type: "L", content: "n".repeat(600) }, file("y")]],
    ["behind a long link name", [{ name: "././@LongLink", type: "K", content: "n".repeat(513) }, file("y")]],
    ["of the oldest type", [{ name: "x", type: "\0", content: "y" }]],
    ["whatever it is called", [file("y", "../../../etc/passwd")]],
    ["the first of several", [file("y"), file("z")]],
  ])("%s", (_, entries) => {
    expect(fileInArchive(zstd(...entries), MAX).toString()).toBe("y");
  });

  test("without the blocks of zeros behind it", () => {
    expect(fileInArchive(zstdCompressSync(tarOf([file("y")]).subarray(0, 1024)), MAX).toString()).toBe("y");
  });

  test("as large as allowed, and not larger", () => {
    const archive = zstd(file("a".repeat(600)));
    const bytes = tarOf([file("a".repeat(600))]).length;
    expect(fileInArchive(archive, bytes)).toHaveLength(600);
    expect(() => fileInArchive(archive, bytes - 1)).toThrow(`it unpacks to more than ${bytes - 1} bytes`);
    expect(() => fileInArchive(gzipSync(Buffer.alloc(10_000_000)), MAX)).toThrow(
      "it unpacks to more than 100000 bytes",
    );
  });
});

describe("what is no such archive is refused", () => {
  const whole = zstd(file("a".repeat(2000)));
  const damaged = (at: number, byte: number): Uint8Array => {
    const tar = tarOf([file("y")]);
    tar[at] = byte;
    return zstdCompressSync(tar);
  };
  test.each<[string, Uint8Array, string]>([
    ["nothing", new Uint8Array(), "it is packed neither by zstd nor by gzip"],
    ["a page", Buffer.from("<html>Unicorn!</html>"), "it is packed neither by zstd nor by gzip"],
    ["the beginning of zstd's mark", whole.subarray(0, 3), "it is packed neither by zstd nor by gzip"],
    ["half of it", whole.subarray(0, whole.length / 2), "it cannot be unpacked ("],
    ["gzip's mark alone", Buffer.from([0x1f, 0x8b]), "it cannot be unpacked ("],
    ["an empty tar", zstdCompressSync(Buffer.alloc(10_240)), "it holds no file"],
    ["less than a header", zstdCompressSync(Buffer.alloc(511, 65)), "it holds no file"],
    ["something else that is packed", zstdCompressSync(Buffer.alloc(1024, 65)), "it is not a tar archive"],
    ["another name than the sum is of", damaged(0, 66), "it is not a tar archive"],
    ["a link", zstd({ name: "x", type: "2", content: "" }), "it holds something else than a file"],
    ["a hard link", zstd({ name: "x", type: "1", content: "" }), "it holds something else than a file"],
    ["a folder", zstd({ name: "x/", type: "5", content: "" }), "it holds something else than a file"],
    ["a file that ends early", zstdCompressSync(tarOf([file("a".repeat(600))]).subarray(0, 1111)), "it ends early"],
    ["a size without digits", zstd({ ...file("y"), size: "x" }), "it ends early"],
    ["a size that leads back", zstd({ ...file("y"), size: "-1" }), "it ends early"],
  ])("%s", (_, archive, message) => {
    expect(() => fileInArchive(archive, MAX)).toThrow(message);
  });

  test("any bytes end with a file or with half a sentence, and one changed byte never gives another content", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        expect(() => fileInArchive(zstdCompressSync(bytes), MAX)).toThrow(/^it /);
        expect(() => fileInArchive(bytes, MAX)).toThrow(/^it /);
      }),
    );
    fc.assert(
      fc.property(fc.nat(511), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const tar = tarOf([file("content")]);
        tar[at] = (tar[at]! + by) % 256;
        try {
          expect(fileInArchive(zstdCompressSync(tar), MAX).toString()).toBe("content");
        } catch (error) {
          expect((error as Error).message).toMatch(/^it /);
        }
      }),
    );
  });
});
