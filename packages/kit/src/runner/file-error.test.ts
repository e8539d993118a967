import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserError } from "@jessy-actions/reading/user-error";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeError } from "../action/outcome.ts";
import { runProcess } from "../process/process.ts";
import { describeFileError, namingPath } from "./file-error.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-file-error-"));
  writeFileSync(join(folder, "file"), "");
  symlinkSync("loop", join(folder, "loop"));
  mkdirSync(join(folder, "full/below"), { recursive: true });
});

afterAll(() => rmSync(folder, { recursive: true }));

async function caught(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was refused");
}

test.each<[string, () => unknown, string]>([
  [
    "a missing file",
    () => readFileSync(join(folder, "none")),
    "`FOLDER/none` does not exist; create it in an earlier step, or correct the input that leads there (ENOENT, open)",
  ],
  [
    "a file in the way of a folder",
    () => mkdirSync(join(folder, "file/a/b"), { recursive: true }),
    "`FOLDER/file/a/b` cannot be reached: `FOLDER/file` is a file, not a folder; rename that file, or correct the path (ENOTDIR, mkdir)",
  ],
  [
    "a file where a folder should be made",
    () => mkdirSync(join(folder, "file"), { recursive: true }),
    "`FOLDER/file` is in the way; remove it, or choose another path (EEXIST, mkdir)",
  ],
  [
    "a folder where a file should be",
    () => openSync(folder, "w"),
    "`FOLDER` is a folder, and a file is needed; name a file (EISDIR, open)",
  ],
  [
    "a folder that is read as a file",
    () => namingPath(folder, () => readFileSync(folder)),
    "`FOLDER` is a folder, and a file is needed; name a file (EISDIR, read)",
  ],
  [
    "links in a circle",
    () => readFileSync(join(folder, "loop")),
    "`FOLDER/loop` is behind links that lead in a circle; correct the links (ELOOP, open)",
  ],
  [
    "a name that is too long",
    () => openSync(join(folder, "x".repeat(300)), "w"),
    `\`FOLDER/${"x".repeat(300)}\` has a longer name than the file system allows; choose a shorter path (ENAMETOOLONG, open)`,
  ],
  [
    "a folder with something in it",
    () => rmdirSync(join(folder, "full")),
    "`FOLDER/full` is a folder that is not empty; empty it, or choose another path (ENOTEMPTY, rmdir)",
  ],
  [
    "a full disk, where the error itself names no file",
    () => {
      const file = openSync("/dev/full", "w");
      try {
        namingPath("/dev/full", () => writeSync(file, "x"));
      } finally {
        closeSync(file);
      }
    },
    "`/dev/full` cannot be written: the disk is full; free some space before this step, or use a runner with more (ENOSPC, write)",
  ],
  [
    "a program that is missing",
    () => runProcess("no-such-program", [], { cwd: folder, environment: { PATH: "/bin" } }),
    "the program `no-such-program` is not installed, or not on the PATH; install it in an earlier step (ENOENT)",
  ],
  [
    "a program in a folder that is missing",
    () => runProcess("true", [], { cwd: join(folder, "none"), environment: { PATH: "/bin:/usr/bin" } }),
    "`FOLDER/none` does not exist; create it in an earlier step, or correct the input that leads there (ENOENT)",
  ],
  [
    "a program that is not executable",
    () => runProcess(join(folder, "file"), [], { cwd: folder, environment: {} }),
    "`FOLDER/file` may not be used by this user: permission denied; give the user of the runner access to it (EACCES, spawn)",
  ],
])("%s", async (_, work, expected) => {
  const error = await caught(work);
  expect(describeFileError(error)?.replaceAll(folder, "FOLDER")).toBe(expected);
  expect(describeError(error)).toEqual({ lines: [describeFileError(error)] });
});

const system = (code: string, fields: object = {}) => Object.assign(new Error(code), { code, ...fields });

test.each<[string, unknown, string]>([
  [
    "a read-only file system",
    system("EROFS", { syscall: "open", path: "/x" }),
    "`/x` is on a read-only file system; choose",
  ],
  [
    "no permission",
    system("EACCES", { syscall: "scandir", path: "/x" }),
    "`/x` may not be used by this user: permission denied; give",
  ],
  [
    "no permission to change",
    system("EPERM", { syscall: "unlink", path: "/x" }),
    "`/x` may not be changed by this user",
  ],
  [
    "too many open files",
    system("EMFILE", { syscall: "open", path: "/x" }),
    "`/x` cannot be opened: this process has too many",
  ],
  [
    "too many open files of all",
    system("ENFILE", { syscall: "open", path: "/x" }),
    "`/x` cannot be opened: the machine has too",
  ],
  [
    "a quota",
    system("EDQUOT", { syscall: "write" }),
    "a file cannot be written: the user's disk quota is used up; free",
  ],
  [
    "a disk that is broken",
    system("EIO", { syscall: "read" }),
    "a file cannot be read or written: the disk reports an error",
  ],
  [
    "a program of another machine",
    system("ENOEXEC", { syscall: "spawn /x", path: "/x" }),
    "`/x` is not a program for this machine; install the one for its",
  ],
  ["two paths", system("EACCES", { syscall: "rename", path: "/a", dest: "/b" }), "`/a` (to `/b`) may not be used"],
  [
    "the cause of another error",
    new Error("x", { cause: new Error("y", { cause: system("EROFS", { path: "/x" }) }) }),
    "`/x` is on a read-only file system",
  ],
  [
    "what git says of a full disk",
    new Error("git worktree failed with exit code 128: fatal: write error: No space left on device"),
    "git worktree failed with exit code 128: fatal: write error: No space left on device; free some space",
  ],
  [
    "what git says of a folder",
    new Error("git fetch failed with exit code 128: error: cannot open .git/FETCH_HEAD: Permission denied"),
    "git fetch failed with exit code 128: error: cannot open .git/FETCH_HEAD: Permission denied; give",
  ],
  [
    "control characters in a path",
    system("ENOENT", { syscall: "open", path: "/a\n::error::\u001b[31m\u202e" }),
    "`/a ::error::\\u{1b}[31m\\u{202e}` does not exist",
  ],
])("%s", (_, error, expected) => {
  expect(describeFileError(error)).toContain(expected);
  expect(describeFileError(error)?.split("\n")).toHaveLength(1);
});

test.each([
  ["a fault of ours", new TypeError("x is undefined")],
  ["a fault of ours that speaks of a disk", new TypeError("No space left on device")],
  ["a refused connection", system("ECONNREFUSED", { syscall: "connect" })],
  ["a connection that is not permitted", system("EACCES", { syscall: "connect", address: "10.0.0.1" })],
  ["a name of the prototype", system("constructor")],
  ["no error", "ENOENT"],
  ["nothing", undefined],
])("%s is none", (_, error) => {
  expect(describeFileError(error)).toBeUndefined();
});

test("an error that says more than the system's stays as it is", () => {
  const error = new UserError("input `files`: a.info cannot be read", { cause: system("ENOENT", { path: "a.info" }) });
  expect(describeError(error)).toEqual({ lines: ["input `files`: a.info cannot be read"] });
});

test("a ring of causes has an end", () => {
  const ring = new TypeError("a");
  ring.cause = ring;
  expect(describeFileError(ring)).toBeUndefined();
});
