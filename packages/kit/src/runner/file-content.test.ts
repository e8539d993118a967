import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyFile, readFile, withFile, writeFile, writePrivateFile } from "./file-content.ts";
import { describeFileError } from "./file-error.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-content-"));
  mkdirSync(join(folder, "folder"));
  writeFileSync(join(folder, "file"), "0123456789");
});

afterAll(() => rmSync(folder, { recursive: true }));

function said(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    return describeFileError(error)?.replaceAll(folder, "FOLDER");
  }
  throw new Error("nothing was refused");
}

test("what is written is what is read, in pieces or whole, with the folders above it", () => {
  const path = join(folder, "a/b/c");
  writeFile(path, ["one ", Buffer.from("two "), "é"]);
  expect(readFile(path).toString()).toBe("one two é");
  writeFile(path, "é");
  expect(withFile(path, ({ size, head, chunks }) => [size, head(1), head(9), Buffer.concat([...chunks()])])).toEqual([
    2,
    Uint8Array.of(0xc3),
    Uint8Array.of(0xc3, 0xa9),
    Buffer.from("é"),
  ]);
});

test("parts of a file, as far as it goes", () => {
  const parts = withFile(join(folder, "file"), ({ part }) => [part(0, 2), part(8, 5), part(10, 1), part(99, 1)]);
  expect(parts.map((bytes) => Buffer.from(bytes).toString())).toEqual(["01", "89", "", ""]);
});

test("a copy has the same content, over an older one, with the folders above it", () => {
  const path = join(folder, "copies/deep/copy");
  for (const from of ["file", "a/b/c"]) {
    copyFile(join(folder, from), path);
    expect(readFile(path)).toEqual(readFile(join(folder, from)));
  }
  expect(said(() => copyFile(join(folder, "file"), join(folder, "folder")))).toMatch(/`FOLDER\/folder`/);
});

test("the folder of a writer that fails midway keeps what was written", () => {
  const path = join(folder, "half");
  function* pieces() {
    yield "one";
    throw new Error("no more");
  }
  expect(() => writeFile(path, pieces())).toThrow("no more");
  expect(readFileSync(path, "utf8")).toBe("one");
});

test.each<[string, () => unknown, RegExp]>([
  [
    "a folder read whole",
    () => readFile(join(folder, "folder")),
    /^`FOLDER\/folder` is a folder, .* \(EISDIR, read\)$/,
  ],
  [
    "a folder read in part",
    () => withFile(join(folder, "folder"), (file) => file.head(4)),
    /^`FOLDER\/folder` is a fold/,
  ],
  ["nothing", () => readFile(join(folder, "none")), /^`FOLDER\/none` does not exist; .* \(ENOENT, open\)$/],
  [
    "a file for a folder",
    () => writeFile(join(folder, "file/x"), ""),
    /^`FOLDER\/file\S*` .*(?:ENOTDIR|EEXIST), mkdir\)$/,
  ],
  [
    "a folder for a file",
    () => writeFile(join(folder, "folder"), ""),
    /^`FOLDER\/folder` is a folder, .* \(EISDIR, open\)$/,
  ],
])("%s is named", (_, work, line) => {
  expect(said(work)).toMatch(line);
});

test.runIf(existsSync("/dev/full"))("a full disk names the file that did not fit", () => {
  expect(said(() => writeFile("/dev/full", "x"))).toMatch(/^`\/dev\/full` cannot be written: the disk is full; /);
});

test("a private file is of its user alone, also where a file of another mode stood", () => {
  const path = join(folder, "private/file");
  mkdirSync(join(folder, "private"));
  writeFileSync(path, "older", { mode: 0o644 });
  writePrivateFile(path, "secret");
  writePrivateFile(join(folder, "fresh/file"), "secret");
  expect(readFileSync(path, "utf8")).toBe("secret");
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, "fresh")).mode & 0o777).toBe(0o700);
});
