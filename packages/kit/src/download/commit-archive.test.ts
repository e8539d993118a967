import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type TarEntry, tarOf } from "../../testing/tar.ts";
import { readCommitArchive } from "./commit-archive.ts";
import { treeHash } from "./tree-hash.ts";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const LIMITS = { bytes: 100_000, entries: 10 };

const about = (comment = COMMIT): TarEntry => {
  const record = ` comment=${comment}\n`;
  const length = record.length + 2;
  return { name: "pax_global_header", type: "g", content: `${length}${record}` };
};
const file = (name: string, content = "x"): TarEntry => ({ name, type: "0", content, mtime: 1_790_000_000 });
const packed = (...entries: readonly TarEntry[]) => gzipSync(tarOf(entries));

test("what git itself packs", async () => {
  const folder = mkdtempSync(join(tmpdir(), "jessy-archive-"));
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args], {
      cwd: folder,
      env: { ...process.env, GIT_COMMITTER_DATE: "2026-11-20T10:00:00Z", GIT_CONFIG_GLOBAL: "/dev/null" },
    });
  git("init", "--quiet");
  const long = `${"long-name-".repeat(15)}.md`;
  mkdirSync(join(folder, "crates/a b"), { recursive: true });
  writeFileSync(join(folder, "crates/a b/ü.md"), "Grüße");
  writeFileSync(join(folder, long), "");
  symlinkSync("/etc/passwd", join(folder, "link"));
  git("add", "--all");
  git("commit", "--quiet", "--message", "x");
  const archive = git("archive", "--format=tar.gz", "--prefix=org-demo-0123456/", "HEAD");
  const { commit, date, files } = await readCommitArchive(archive, LIMITS);
  expect(commit).toBe(git("rev-parse", "HEAD").toString().trim());
  expect(new Date(date).toISOString()).toBe("2026-11-20T10:00:00.000Z");
  expect(files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()])).toEqual([
    ["org-demo-0123456/crates/a b/ü.md", "Grüße"],
    [`org-demo-0123456/${long}`, ""],
  ]);
});

test.each([0, 1, 2])("at most so many entries: %i of them and 1", async (more) => {
  const archive = packed(about(), ...Array.from({ length: 1 + more }, (_, at) => file(`a/${at}`)));
  const reading = readCommitArchive(archive, { ...LIMITS, entries: 2 });
  if (more <= 1) expect((await reading).files).toHaveLength(1 + more);
  else await expect(reading).rejects.toThrow("it has more than 2 entries");
});

test.each([-1, 0, 1])("of the limit and %i bytes", async (more) => {
  const archive = packed(about(), file("a"));
  const { length } = tarOf([about(), file("a")]);
  const reading = readCommitArchive(archive, { ...LIMITS, bytes: length - more });
  if (more <= 0) expect((await reading).files).toHaveLength(1);
  else await expect(reading).rejects.toThrow(/^it unpacks to more than 0\.00\d+ MB$/);
});

test("the files of an archive have the hash that git gives to their tree", async () => {
  const folder = mkdtempSync(join(tmpdir(), "jessy-tree-"));
  const own = ["-c", "user.name=A", "-c", "user.email=a@example.com"];
  const git = (...args: readonly string[]) =>
    execFileSync("git", [...own, ...args], { cwd: folder, env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null" } });
  git("init", "--quiet");
  // Names that are in another order once a folder's slash counts, and ones of several bytes.
  for (const path of ["a", "a.b", "a-b/c", "a0", "b/c/d", "b/c.d", "b/c-d", "ü/x", "z", ".x/y", "B"]) {
    const place = path === "a" ? "a/in" : path;
    mkdirSync(dirname(join(folder, place)), { recursive: true });
    writeFileSync(join(folder, place), `content of ${path}`);
  }
  chmodSync(join(folder, "z"), 0o755);
  git("add", "--all");
  git("commit", "--quiet", "--message", "x");
  const archive = git("archive", "--format=tar.gz", "--prefix=org-demo-0123456/", "HEAD");
  const { files } = await readCommitArchive(archive, { ...LIMITS, entries: 50 });
  expect(treeHash(files, 1)).toBe(git("rev-parse", "HEAD^{tree}").toString().trim());
  const changes = [
    files.slice(1),
    files.map((each) => ({ ...each, isExecutable: false })),
    [...files, { ...files[0]!, path: "o/x" }],
  ];
  for (const changed of changes) expect(treeHash(changed, 1)).not.toBe(treeHash(files, 1));
});

describe("what cannot be used is refused", () => {
  const whole = packed(about(), file("a", "y".repeat(2000)));
  test.each<[string, Uint8Array, string]>([
    ["nothing", new Uint8Array(), "it is not packed by gzip"],
    ["a page", Buffer.from("<html>Unicorn!</html>"), "it is not packed by gzip"],
    [
      "half of it",
      whole.subarray(0, whole.length / 2),
      "it cannot be unpacked (unexpected end of file): was it cut off?",
    ],
    ["something else that is packed", gzipSync("x".repeat(1024)), "it is not a whole tar archive"],
    ["half a tar", gzipSync(tarOf([about(), file("a", "y".repeat(2000))]).subarray(0, 2500)), "it is not a whole tar"],
    ["a tar without its end", gzipSync(tarOf([about(), file("a")]).subarray(0, -1024)), "it is not a whole tar"],
    ["a tar without files", packed(about()), "it is empty"],
    ["a tar of no commit", packed(file("a")), "it does not say which commit it is of"],
    ["a tar of another commit's name", packed(about("main".repeat(10)), file("a")), "it does not say which commit"],
    ["a path that leads out", packed(about(), file("a/../../b")), 'it holds a file with the path "a/../../b"'],
    ["an absolute path", packed(about(), file("/etc/passwd")), 'it holds a file with the path "/etc/passwd"'],
    ["a path of Windows", packed(about(), file("a\\..\\b")), 'it holds a file with the path "a\\\\..\\\\b"'],
  ])("%s", async (_, archive, message) => {
    await expect(readCommitArchive(archive, LIMITS)).rejects.toThrow(message);
  });

  test("any bytes end with half a sentence, and so does every archive that was cut off", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
        await expect(readCommitArchive(bytes, LIMITS)).rejects.toThrow(/^it /);
        await expect(readCommitArchive(gzipSync(bytes), LIMITS)).rejects.toThrow(/^it /);
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
        await expect(readCommitArchive(whole.subarray(0, length), LIMITS)).rejects.toThrow(/^it /);
      }),
    );
  });
});
