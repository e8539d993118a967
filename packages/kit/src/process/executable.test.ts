import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findExecutable } from "./executable.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-executable-"));
  for (const name of ["one", "two", "two/directory"]) mkdirSync(join(folder, name));
  for (const [name, mode] of [
    ["one/plain", 0o644],
    ["two/plain", 0o755],
    ["two/tool", 0o755],
    ["one/only-plain", 0o600],
  ] as const) {
    writeFileSync(join(folder, name), "");
    chmodSync(join(folder, name), mode);
  }
  symlinkSync("../two/tool", join(folder, "one/link"));
  symlinkSync("nowhere", join(folder, "one/dangling"));
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ["tool", "two/tool"],
  ["plain", "two/plain"],
  ["link", "one/link"],
  ["./two/tool", "two/tool"],
  ["two/tool", "two/tool"],
  ["only-plain", "EACCES"],
  ["./one/plain", "EACCES"],
  ["directory", "ENOENT"],
  ["./two", "ENOENT"],
  ["dangling", "ENOENT"],
  ["missing", "ENOENT"],
  ["./missing", "ENOENT"],
  ["", "ENOENT"],
])("%s is %s", (program, found) => {
  // A folder of the PATH may be relative, to where the program will work.
  const environment = { PATH: `one:${join(folder, "two")}` };
  expect(findExecutable(program, { cwd: folder, environment })).toEqual(
    found.startsWith("E") ? { problem: found } : { path: join(folder, found) },
  );
});

test("without a PATH, where the system has its programs", () => {
  expect(findExecutable("sh", { cwd: folder, environment: {} })).toHaveProperty("path");
});
