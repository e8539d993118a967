import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runs } from "../../../reading/testing/depth.ts";
import { type TarEntry, tarOf } from "../../testing/tar.ts";
import { describeFileError } from "../runner/file-error.ts";
import { ArchiveError } from "./archive-error.ts";
import { unpackMembers } from "./unpack-members.ts";

const MEMBERS = [
  { name: "a.db", maxBytes: 1000 },
  { name: "b.json", maxBytes: 10 },
];

let place: string;
let archive: string;
let folder: string;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "jessy-unpack-"));
  archive = join(place, "a.tar.gz");
  folder = join(place, "out");
});

afterEach(() => rmSync(place, { recursive: true, force: true }));

const file = (name: string, content = "x", type = "0"): TarEntry => ({ name, type, content });
const WHOLE = [file("a.db", "content"), file("b.json", "{}")];

function unpack(bytes: Uint8Array): Promise<string> {
  writeFileSync(archive, bytes);
  return unpackMembers(archive, folder, MEMBERS);
}

test("exactly its members, which only their owner can read", async () => {
  const bytes = gzipSync(tarOf(WHOLE));
  expect(await unpack(bytes)).toBe(createHash("sha256").update(bytes).digest("hex"));
  expect(readdirSync(folder).sort()).toEqual(["a.db", "b.json"]);
  expect(readFileSync(join(folder, "a.db"), "utf8")).toBe("content");
  expect(readFileSync(join(folder, "b.json"), "utf8")).toBe("{}");
  expect([statSync(folder).mode & 0o777, statSync(join(folder, "a.db")).mode & 0o777]).toEqual([0o700, 0o600]);
});

test.each([["of its members"], ["of a folder with them", "."]])(
  "an archive %s that the program tar wrote",
  async (_, ...names) => {
    const source = join(place, "source");
    mkdirSync(source);
    for (const { name, content } of WHOLE) writeFileSync(join(source, name), content);
    chmodSync(join(source, "a.db"), 0o755);
    execFileSync("tar", ["-C", source, "-czf", archive, ...(names.length > 0 ? names : ["a.db", "b.json"])]);
    await unpackMembers(archive, folder, MEMBERS);
    expect(readFileSync(join(folder, "a.db"), "utf8")).toBe("content");
  },
);

test("a large member comes whole", async () => {
  const bytes = Buffer.alloc(5_000_001, "large, ");
  writeFileSync(archive, gzipSync(tarOf([{ name: "a.db", type: "0", content: bytes.toString() }])));
  await unpackMembers(archive, folder, [{ name: "a.db", maxBytes: bytes.length }]);
  expect(readFileSync(join(folder, "a.db")).equals(bytes)).toBe(true);
});

test("memory does not grow with a member", () => {
  const megabytes = 256;
  const header = tarOf([
    { name: "a.db", type: "0", content: "", size: (megabytes * 2 ** 20).toString(8).padStart(11, "0") },
  ]);
  const program = `
    import { createWriteStream } from "node:fs";
    import { Readable } from "node:stream";
    import { pipeline } from "node:stream/promises";
    import { createGzip } from "node:zlib";
import { unpackMembers } from ${JSON.stringify(new URL("./unpack-members.ts", import.meta.url).href)};
    function* blocks() {
      yield Buffer.from(${JSON.stringify(header.subarray(0, 512).toString("base64"))}, "base64");
      for (let at = 0; at <= ${megabytes}; at++) yield Buffer.alloc(at === ${megabytes} ? 1024 : 2 ** 20);
    }
    await pipeline(Readable.from(blocks()), createGzip({ level: 1 }), createWriteStream(${JSON.stringify(archive)}));
    await unpackMembers(${JSON.stringify(archive)}, ${JSON.stringify(folder)}, [{ name: "a.db", maxBytes: 2 ** 30 }]);
    console.log(Math.round(process.resourceUsage().maxRSS / 1024));`;
  const said = execFileSync(process.execPath, ["--input-type=module", "--eval", program], { encoding: "utf8" });
  expect(statSync(join(folder, "a.db")).size).toBe(megabytes * 2 ** 20);
  expect(Number(said), "megabytes").toBeLessThan(megabytes);
});

describe("what is refused leaves nothing", () => {
  test.each<[string, readonly TarEntry[], string]>([
    ["nothing", [], "does not hold `a.db` and `b.json`"],
    ["one of two", [file("a.db")], "does not hold `b.json`"],
    ["a third", [...WHOLE, file("c")], "holds `c`, where only `a.db` and `b.json` may be, each once"],
    ["one twice", [...WHOLE, file("a.db")], "holds `a.db`, where only"],
    ["a folder", [file("sub/", "", "5"), ...WHOLE], "it holds `sub/`, a folder, where only"],
    ["a member in a folder", [file("sub/a.db"), file("b.json")], "holds `sub/a.db`"],
    ["a way out", [file("../a.db"), file("b.json")], "holds `../a.db`"],
    ["an absolute path", [file("/a.db"), file("b.json")], "holds `/a.db`"],
    ["a symbolic link", [file("a.db", "", "2"), file("b.json")], "it holds `a.db`, a link"],
    ["a hard link", [file("a.db", "", "1"), file("b.json")], "it holds `a.db`, a link"],
    ["a pipe", [file("a.db", "", "6"), file("b.json")], "it holds `a.db`, neither a file nor a folder"],
    ["a device", [file("a.db", "", "4"), file("b.json")], "it holds `a.db`, neither a file nor a folder"],
    ["more than is taken", [file("a.db"), file("b.json", "12345678901")], "its `b.json` has more than 10 bytes"],
    ["a longer name in a record", [file("x", "19 path=../../a.db\n", "x"), ...WHOLE], "holds `../../a.db`"],
  ])("%s", async (_, entries, message) => {
    const failure = unpack(gzipSync(tarOf(entries)));
    await expect(failure).rejects.toThrow(message);
    await expect(failure).rejects.toThrow(ArchiveError);
    expect(existsSync(folder)).toBe(false);
  });

  const tar = tarOf(WHOLE);
  const packed = gzipSync(tar);
  test.each<[string, Uint8Array, string]>([
    ["no bytes", new Uint8Array(), "(unexpected end of file)"],
    ["no gzip", tar, "it cannot be unpacked (incorrect header check)"],
    ["a page", Buffer.from("<html>"), "it cannot be unpacked (incorrect header check)"],
    ["a cut gzip", packed.subarray(0, -20), "(unexpected end of file)"],
    ["a cut tar", gzipSync(tar.subarray(0, 700)), "(Tar archive is truncated.)"],
    ["no end", gzipSync(tar.subarray(0, -1024)), "(Tar archive is truncated.)"],
    ["no tar", gzipSync(Buffer.alloc(2048, "x")), "(Invalid tar number.)"],
    ["a wrong sum", gzipSync(Buffer.concat([Buffer.from("z"), tar.subarray(1)])), "(Invalid tar header checksum.)"],
    ["endless zeros", gzipSync(Buffer.concat([tar, Buffer.alloc(3_000_000)])), "it unpacks to more than 1 MB"],
    ["other bytes after its end", gzipSync(Buffer.concat([tar, Buffer.from("more")])), "(Invalid EOF.)"],
  ])("%s", async (_, bytes, message) => {
    await expect(unpack(bytes)).rejects.toThrow(message);
    await expect(unpack(bytes)).rejects.toThrow(ArchiveError);
    expect(existsSync(folder)).toBe(false);
  });
});

test.each([
  [9, true],
  [10, true],
  [11, false],
])("a member of %i bytes where 10 are taken", async (bytes, isTaken) => {
  const unpacked = unpack(gzipSync(tarOf([file("a.db"), file("b.json", "x".repeat(bytes))])));
  await (isTaken ? unpacked : expect(unpacked).rejects.toThrow("its `b.json` has more than 10 bytes"));
});

test("a file that cannot be read, and a place that cannot be written, are named", async () => {
  const missing = await unpackMembers(archive, folder, MEMBERS).catch((error: unknown) => error);
  expect(describeFileError(missing)).toContain(`${archive}\` does not exist`);
  writeFileSync(archive, gzipSync(tarOf(WHOLE)));
  writeFileSync(join(place, "file"), "");
  const refused = await unpackMembers(archive, join(place, "file", "out"), MEMBERS).catch((error: unknown) => error);
  expect(describeFileError(refused)).toContain("is a file, not a folder");
});

test("a link in the way of a member is replaced, not followed", async () => {
  mkdirSync(folder);
  writeFileSync(join(place, "other"), "untouched");
  symlinkSync(join(place, "other"), join(folder, "a.db"));
  await unpack(gzipSync(tarOf(WHOLE)));
  expect(readFileSync(join(place, "other"), "utf8")).toBe("untouched");
});

test("any bytes are unpacked, or a named error", async () => {
  const names = fc.constantFrom("a.db", "b.json", "./a.db", "../x", "", "/", ".");
  const entry = fc.record({
    name: names,
    type: fc.constantFrom("0", "1", "2", "5", "x", "L", "g", "K"),
    content: fc.string(),
  });
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 2000 }),
    fc.uint8Array({ maxLength: 2000 }).map((raw) => gzipSync(raw)),
    fc.array(entry, { maxLength: 4 }).map((entries) => gzipSync(tarOf(entries))),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (raw) => {
      try {
        await unpack(raw);
        expect(readdirSync(folder).sort()).toEqual(["a.db", "b.json"]);
        rmSync(folder, { recursive: true });
      } catch (error) {
        expect(error).toBeInstanceOf(ArchiveError);
        expect(existsSync(folder)).toBe(false);
      }
    }),
    runs(1000),
  );
});
