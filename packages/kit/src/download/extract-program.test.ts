import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TarEntry, tarOf } from "../../testing/tar.ts";
import { type ZipEntry, zipOf } from "../../testing/zip.ts";
import { ArchiveError } from "./archive-error.ts";
import { extractProgram } from "./extract-program.ts";
import { MAX_MEMBERS } from "./member.ts";

const MAX_BYTES = 1000;
const LINK = 0o120777;
const FILE = 0o100755;

let folder: string;
const path = () => join(folder, "bin", "trivy");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-extract-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

function extract(archive: Uint8Array, format: "tar.gz" | "zip", name = "trivy", maxBytes = MAX_BYTES): Promise<string> {
  return extractProgram({ archive, format, name, path: path(), maxBytes });
}

async function problemOf(archive: Uint8Array, format: "tar.gz" | "zip", name?: string): Promise<string> {
  const error = await extract(archive, format, name).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ArchiveError);
  expect(existsSync(join(folder, "bin")) ? readdirSync(join(folder, "bin")) : []).toEqual([]);
  return (error as Error).message;
}

const file = (name: string, content = "x"): TarEntry => ({ name, type: "0", content });
const targz = (...entries: readonly TarEntry[]) => gzipSync(tarOf(entries));
const zipFile = (name: string, content = "x"): ZipEntry => ({ name, content, mode: FILE });

const OTHERS = [file("LICENSE"), { name: "contrib/", type: "5", content: "" }, file("contrib/junit.tpl", "t")];

describe("the program comes out, alone", () => {
  test.each<[string, Uint8Array, "tar.gz" | "zip", string]>([
    ["of a tar.gz", targz(...OTHERS, file("trivy", "program")), "tar.gz", "trivy"],
    ["of one that begins its names with ./", targz(...OTHERS, file("./trivy", "program")), "tar.gz", "trivy"],
    [
      "before the others",
      targz(file("trivy", "program"), ...OTHERS, file("contrib/trivy", "other")),
      "tar.gz",
      "trivy",
    ],
    [
      "of a zip",
      zipOf([
        zipFile("LICENSE"),
        zipFile("contrib/"),
        zipFile("contrib/trivy.exe", "other"),
        zipFile("trivy.exe", "program"),
      ]),
      "zip",
      "trivy.exe",
    ],
    ["of a zip made on Windows", zipOf([{ name: "trivy.exe", content: "program" }]), "zip", "trivy.exe"],
  ])("%s", async (_, archive, format, name) => {
    expect(await extract(archive, format, name)).toBe(createHash("sha256").update("program").digest("hex"));
    expect(readFileSync(path(), "utf8")).toBe("program");
    expect(readdirSync(join(folder, "bin"))).toEqual(["trivy"]);
    if (process.platform !== "win32") expect(statSync(path()).mode & 0o777).toBe(0o700);
  });

  test.each(["tar.gz", "zip"] as const)("of megabytes, which come in many pieces, from a %s", async (format) => {
    const bytes = Buffer.alloc(5_000_000);
    // Random enough not to be packed into one piece.
    for (let at = 0; at < bytes.length; at += 4) bytes.writeUInt32LE(Math.imul(at + 1, 2_654_435_761) >>> 0, at);
    const content = bytes.toString("latin1");
    const archive =
      format === "zip"
        ? zipOf([zipFile("LICENSE"), zipFile("trivy", content), zipFile("z")])
        : targz(...OTHERS, file("trivy", content), file("z"));
    const expected = createHash("sha256").update(content).digest("hex");
    expect(await extract(archive, format, "trivy", 20_000_000)).toBe(expected);
  });

  test("over one that stood there", async () => {
    mkdirSync(join(folder, "bin"));
    writeFileSync(path(), "old");
    await extract(targz(file("trivy", "program")), "tar.gz");
    expect(readFileSync(path(), "utf8")).toBe("program");
  });

  test.each(["tar.gz", "zip"] as const)("up to its limit, from a %s", async (format) => {
    const content = "x".repeat(MAX_BYTES);
    await extract(format === "zip" ? zipOf([zipFile("trivy", content)]) : targz(file("trivy", content)), format);
    expect(statSync(path()).size).toBe(MAX_BYTES);
  });
});

const CUT = targz(file("trivy", "program".repeat(10)));
const ZIP = zipOf([zipFile("trivy", "program".repeat(10))]);

describe("an archive is refused as a whole", () => {
  const link = (name: string, type: string): TarEntry => ({ name, type, content: "" });

  test.each<[string, Uint8Array, string]>([
    ["without the program", targz(...OTHERS), "it has no file `trivy`"],
    ["with the program in a folder alone", targz(file("bin/trivy")), "it has no file `trivy`"],
    ["with a folder of its name", targz(link("trivy/", "5")), "it has no file `trivy`"],
    ["with two", targz(file("trivy"), file("trivy")), "it has several files named `trivy`"],
    ["with two spellings", targz(file("trivy"), file("./Trivy")), "it has several files named `trivy`"],
    ["with a symbolic link of its name", targz(link("trivy", "2")), "it has a link, `trivy`"],
    ["with a hard link of its name", targz(link("trivy", "1")), "it has a link, `trivy`"],
    ["with a link beside it", targz(file("trivy"), link("a", "2")), "it has a link, `a`"],
    ["with a device", targz(link("trivy", "3")), "neither a file nor a folder, `trivy`"],
    ["with a pipe", targz(link("trivy", "6")), "neither a file nor a folder, `trivy`"],
    ["that leads out", targz(file("../trivy"), file("trivy")), "leads out of its folder, `../trivy`"],
    ["with an absolute name", targz(file("/usr/bin/trivy"), file("trivy")), "an absolute name, `/usr/bin/trivy`"],
    [
      "with more than the program may have",
      targz(file("trivy", "x".repeat(MAX_BYTES + 1))),
      "its `trivy` has more than 0.001 MB",
    ],
    ["with more than all may have", targz(file("a", "x".repeat(20_100_000))), "it unpacks to more than 20 MB"],
    ["that is cut off", CUT.subarray(0, CUT.length - 20), "it cannot be unpacked (unexpected end of file)"],
    [
      "whose tar is cut off",
      gzipSync(tarOf([file("trivy", "x".repeat(900))]).subarray(0, 800)),
      "it cannot be unpacked (",
    ],
    ["whose header is damaged", gzipSync(Buffer.alloc(2048, "x")), "it cannot be unpacked ("],
    ["that is a page", Buffer.from("<html>"), "it cannot be unpacked (incorrect header check)"],
    ["that is empty", Buffer.alloc(0), "it cannot be unpacked (unexpected end of file)"],
    ["that is a zip", ZIP, "it cannot be unpacked (incorrect header check)"],
  ])("a tar.gz %s", async (_, archive, problem) => {
    expect(await problemOf(archive, "tar.gz")).toContain(problem);
  });

  test.each<[string, Uint8Array, string]>([
    ["without the program", zipOf([zipFile("LICENSE")]), "it has no file `trivy`"],
    ["with the program in a folder alone", zipOf([zipFile("bin/trivy")]), "it has no file `trivy`"],
    ["with two", zipOf([zipFile("trivy"), zipFile("trivy")]), "it has several files named `trivy`"],
    ["with two spellings", zipOf([zipFile("trivy"), zipFile("TRIVY")]), "it has several files named `trivy`"],
    ["with a link", zipOf([{ name: "trivy", content: "/bin/sh", mode: LINK }]), "it has a link, `trivy`"],
    ["with a device", zipOf([{ name: "trivy", content: "", mode: 0o020666 }]), "neither a file nor a folder, `trivy`"],
    ["that leads out", zipOf([zipFile("../trivy")]), "leads out of its folder, `../trivy`"],
    ["that leads out as on Windows", zipOf([zipFile("..\\trivy")]), "leads out of its folder, `..\\trivy`"],
    ["with an absolute name", zipOf([zipFile("C:\\trivy")]), "an absolute name, `C:\\trivy`"],
    [
      "with more than the program may have",
      zipOf([zipFile("trivy", "x".repeat(MAX_BYTES + 1))]),
      "its `trivy` has more than 0.001 MB",
    ],
    [
      "that lies of its size",
      zipOf([{ ...zipFile("trivy", "x".repeat(500)), size: 5 }]),
      "it cannot be unpacked (too many bytes",
    ],
    ["that is cut off", ZIP.subarray(0, ZIP.length - 30), "it cannot be unpacked ("],
    ["that is a tar.gz", CUT, "it cannot be unpacked ("],
    ["that is empty", Buffer.alloc(0), "it cannot be unpacked ("],
  ])("a zip %s", async (_, archive, problem) => {
    expect(await problemOf(archive, "zip")).toContain(problem);
  });

  test.each([
    [MAX_MEMBERS, "it has no file `trivy`"],
    [MAX_MEMBERS + 1, `it has more than ${MAX_MEMBERS} members`],
  ])("%d members: %s", async (members, problem) => {
    const entry = zipFile("a", "");
    expect(await problemOf(zipOf(Array.from({ length: members }, () => entry)), "zip")).toBe(problem);
  });
});

test("any bytes are a program or a problem", async () => {
  const damaged = fc
    .record({ at: fc.nat(CUT.length - 1), to: fc.nat(255), isZip: fc.boolean() })
    .map(({ at, to, isZip }) => {
      const bytes = Buffer.from(isZip ? ZIP : tarOf([file("trivy", "program")]));
      bytes[at % bytes.length] = to;
      return { archive: isZip ? bytes : gzipSync(bytes), format: isZip ? ("zip" as const) : ("tar.gz" as const) };
    });
  await fc.assert(
    fc.asyncProperty(damaged, async ({ archive, format }) => {
      const outcome = await extract(archive, format).catch((error: unknown) => error);
      if (typeof outcome !== "string") expect(outcome).toBeInstanceOf(ArchiveError);
    }),
  );
});

test("a place that cannot be written is named", async () => {
  writeFileSync(join(folder, "bin"), "");
  await expect(extract(targz(file("trivy")), "tar.gz")).rejects.toMatchObject({
    code: "ENOTDIR",
    path: expect.stringContaining("bin"),
  });
});
