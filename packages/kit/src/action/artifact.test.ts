import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readArtifactFile } from "./artifact.ts";

let folder: string;
/** The artifact's folder, below a folder of the runner. */
let artifact: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "jessy-artifact-")));
  artifact = join(folder, "temp/artifact");
  mkdirSync(artifact, { recursive: true });
  mkdirSync(join(folder, "secrets"));
  writeFileSync(join(folder, "secrets/result.json"), "secret");
  writeFileSync(join(artifact, "result.json"), "{}");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (path = join(artifact, "result.json"), places = [join(folder, "temp")], maxBytes = 100) =>
  readArtifactFile(path, "the result", maxBytes, places).toString();

test("a file is read whole", () => {
  expect(read()).toBe("{}");
  writeFileSync(join(artifact, "result.json"), "x".repeat(100));
  expect(read()).toHaveLength(100);
});

test("the runner's own folder may be behind a link", () => {
  symlinkSync(join(folder, "temp"), join(folder, "linked"));
  expect(read(join(folder, "linked/artifact/result.json"), [join(folder, "linked")])).toBe("{}");
});

test.each<[name: string, lay: () => string | undefined, message: RegExp]>([
  ["missing", () => join(artifact, "none.json"), /^the result is not there; download the artifact/],
  [
    "a link",
    () => {
      rmSync(join(artifact, "result.json"));
      symlinkSync(join(folder, "secrets/result.json"), join(artifact, "result.json"));
      return undefined;
    },
    /^the result is not a regular file$/,
  ],
  [
    "behind a linked folder",
    () => {
      symlinkSync(join(folder, "secrets"), join(artifact, "out"));
      return join(artifact, "out/result.json");
    },
    /^the result is behind .*artifact\/out, which is a link; an artifact may lead nowhere else$/,
  ],
  [
    "behind a linked folder further up",
    () => {
      symlinkSync(folder, join(artifact, "a"));
      return join(artifact, "a/secrets/result.json");
    },
    /behind .*artifact\/a, which is a link/,
  ],
  [
    "the artifact's folder itself a link",
    () => {
      rmSync(artifact, { recursive: true });
      symlinkSync(join(folder, "secrets"), artifact);
      return undefined;
    },
    /behind .*temp\/artifact, which is a link/,
  ],
  [
    "outside of all known folders, behind a link",
    () => {
      symlinkSync(join(folder, "secrets"), join(folder, "elsewhere"));
      return join(folder, "elsewhere/result.json");
    },
    /behind .*elsewhere, which is a link/,
  ],
  [
    "a folder",
    () => {
      mkdirSync(join(artifact, "dir"));
      return join(artifact, "dir");
    },
    /^the result is not a regular file$/,
  ],
  [
    "a pipe, which nobody waits for",
    () => {
      execFileSync("mkfifo", [join(artifact, "pipe")]);
      return join(artifact, "pipe");
    },
    /^the result is not a regular file$/,
  ],
  [
    "too large by a byte",
    () => {
      writeFileSync(join(artifact, "result.json"), "x".repeat(101));
      return undefined;
    },
    /^the result has 101 bytes, more than a result has$/,
  ],
])("%s", (_, lay, message) => {
  const path = lay();
  expect(() => read(path)).toThrow(message);
});

test.skipIf(process.getuid?.() === 0)("one that nobody may read", () => {
  chmodSync(join(artifact, "result.json"), 0);
  expect(() => read()).toThrow(/^the result cannot be read: EACCES/);
});
