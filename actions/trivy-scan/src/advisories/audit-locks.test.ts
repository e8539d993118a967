import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "@jessy-actions/security/findings/finding";
import { mergeFindings } from "@jessy-actions/security/findings/merge-findings";
import { openAdvisoryDatabase } from "@jessy-actions/security/rustsec/advisory-database";
import { readIndexAnswer } from "@jessy-actions/security/rustsec/crates-index";
import { describe, expect, test } from "vitest";
import { advisoryFiles, lockOf } from "../../testing/advisory-database.ts";
import { folderOf } from "../../testing/advisory-run.ts";
import { auditLocks, MAX_LOCKS } from "./audit-locks.ts";
import type { CratesIndex } from "./crates-index/crates-index.ts";
import type { Scope } from "./lock-files.ts";
import type { RustSecDatabase } from "./rustsec/rustsec-database.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

const RUSTSEC: RustSecDatabase = {
  advisories: openAdvisoryDatabase(
    advisoryFiles(
      { id: "RUSTSEC-2026-0001", package: "deep", aliases: ["CVE-2026-1"], patched: [">=1.0.1"] },
      { id: "RUSTSEC-2026-0002", package: "left", informational: "unmaintained" },
    ).map(({ path, content }) => ({ path, bytes: bytes(content) })),
  ),
  about: { name: "rustsec", version: null, updatedAt: null, origin: "a test" },
};

const SCOPE: Scope = { targets: [{ kind: "fs", location: ".", name: "." }], skipFolders: [], skipFiles: [] };

function audit(
  folder: string,
  files: readonly string[],
  { index, ...scope }: Partial<Scope> & { index?: CratesIndex } = {},
) {
  return auditLocks(folder, files, { rustsec: RUSTSEC, index, scope: { ...SCOPE, ...scope } });
}

const DEEP = lockOf("deep 1.0.0", "fine 1.0.0");

test("every lock is matched, and counted by its packages of crates.io", async () => {
  const files = {
    "Cargo.lock": lockOf("fine 1.0.0"),
    "a/Cargo.lock": DEEP,
    "vendor/b/Cargo.lock": lockOf("left 0.1.0"),
  };
  const { findings, locks, problems } = await audit(folderOf(files), ["README.md", ...Object.keys(files)]);
  expect(problems).toEqual([]);
  expect(locks).toEqual([
    { file: "Cargo.lock", judged: 1, notJudged: 1 },
    { file: "a/Cargo.lock", judged: 2, notJudged: 1 },
    { file: "vendor/b/Cargo.lock", judged: 1, notJudged: 1 },
  ]);
  expect(findings.map(({ kind, id, aliases, place }) => [kind, id, aliases, place.target, place.file])).toEqual([
    ["vulnerability", "RUSTSEC-2026-0001", ["CVE-2026-1"], ".", "a/Cargo.lock"],
    ["unmaintained", "RUSTSEC-2026-0002", [], ".", "vendor/b/Cargo.lock"],
  ]);
});

test("what git does not track does not count", async () => {
  const { locks } = await audit(folderOf({ "Cargo.lock": DEEP, "target/Cargo.lock": DEEP }), ["Cargo.lock"]);
  expect(locks.map(({ file }) => file)).toEqual(["Cargo.lock"]);
});

test("a finding lies in the target that has the lock", async () => {
  const { findings, problems } = await audit(
    folderOf({ "services/api/Cargo.lock": DEEP, "services/web/Cargo.lock": "" }),
    ["services/api/Cargo.lock", "services/web/Cargo.lock"],
    { targets: [...SCOPE.targets, { kind: "fs", location: "services", name: "all" }] },
  );
  expect(findings.map(({ place }) => [place.target, place.file])).toEqual([["all", "api/Cargo.lock"]]);
  expect(problems).toMatchObject([{ target: "all" }]);
});

test("what Trivy finds in the same target is the same flaw", async () => {
  const targets: Scope["targets"] = [{ kind: "fs", location: "services", name: "all" }];
  const file = "services/api/Cargo.lock";
  const { findings } = await audit(folderOf({ [file]: DEEP }), [file], { targets });
  const byTrivy: Finding = {
    ...findings[0]!,
    id: "CVE-2026-1",
    aliases: ["GHSA-aaaa-bbbb-cccc"],
    severity: "high",
    // Trivy's paths begin at the target.
    place: { target: "all", file: "api/Cargo.lock", startLine: 7, endLine: 9 },
    sources: ["trivy"],
  };
  expect(mergeFindings([byTrivy, ...findings])).toMatchObject([
    { id: "CVE-2026-1", severity: "high", sources: ["rustsec", "trivy"], package: { fixedVersions: ["1.0.1"] } },
  ]);
});

describe("a lock that cannot be read is a problem that names it, and the others are matched", () => {
  test.each<[string, (folder: string) => void, string]>([
    [
      "removed",
      (at) => rmSync(join(at, "b/Cargo.lock")),
      "`b/Cargo.lock` is tracked, and not in the work tree: check it out before this step.",
    ],
    ["a folder", (at) => replace(at, (path) => mkdirSync(path)), "`b/Cargo.lock` is not a file."],
    [
      "a pipe that nobody writes into",
      (at) => replace(at, (path) => execFileSync("mkfifo", [path])),
      "`b/Cargo.lock` is not a file.",
    ],
    [
      "a link that leads out",
      (at) => replace(at, (path) => symlinkSync("/etc/passwd", path)),
      "`b/Cargo.lock` is behind a link that leads out of the repository.",
    ],
    [
      "a link that leads up",
      (at) => replace(at, (path) => symlinkSync("../..", path)),
      "`b/Cargo.lock` is behind a link that leads out of the repository.",
    ],
    [
      "a link to what git does not track",
      (at) => replace(at, (path) => symlinkSync("../untracked", path)),
      "`b/Cargo.lock` is a link to `untracked`, which git does not track.",
    ],
    [
      "a link that leads nowhere",
      (at) => replace(at, (path) => symlinkSync("nowhere", path)),
      "`b/Cargo.lock` is a link that leads nowhere.",
    ],
    [
      "links in a circle",
      (at) => replace(at, (path) => symlinkSync("Cargo.lock", path)),
      "`b/Cargo.lock` cannot be read: ",
    ],
    [
      "in a folder that became a link",
      (at) => {
        rmSync(join(at, "b"), { recursive: true });
        symlinkSync("/etc", join(at, "b"));
      },
      "`b/Cargo.lock` is tracked, and not in the work tree",
    ],
    ["too large", (at) => truncateSync(join(at, "b/Cargo.lock"), 10_000_001), "`b/Cargo.lock` is larger than 10 MB."],
  ])("%s", async (_, damage, message) => {
    const folder = folderOf({ "a/Cargo.lock": DEEP, "b/Cargo.lock": DEEP, untracked: DEEP });
    damage(folder);
    const { findings, locks, problems } = await audit(folder, ["a/Cargo.lock", "b/Cargo.lock"]);
    expect(findings.map(({ place }) => place.file)).toEqual(["a/Cargo.lock"]);
    expect(locks.map(({ file }) => file)).toEqual(["a/Cargo.lock"]);
    expect(problems).toEqual([{ cause: "unreadable-lock", message: expect.stringContaining(message), target: "." }]);
  });

  test.each([
    ["", "is empty; run `cargo generate-lockfile`."],
    ['version = 4\n[[package]]\nname = "a', "on line 3"],
    ["version = 9\n", 'has version "9" of the lock file\'s format, and only 1 to 4 are known.'],
    ["<<<<<<< HEAD\n", "has conflict markers on line 1"],
    ["version https://git-lfs.github.com/spec/v1\n", "on line 1"],
  ])("with %j in it", async (content, message) => {
    const { problems } = await audit(folderOf({ "Cargo.lock": content }), ["Cargo.lock"]);
    expect(problems).toMatchObject([{ cause: "unreadable-lock", target: "." }]);
    expect(problems[0]!.message).toContain(message);
  });

  test("and never shows what hides in its name", async () => {
    const { problems } = await audit(folderOf({}), ["a\u202eb/Cargo.lock"]);
    expect(problems[0]!.message).not.toContain("\u202e");
  });
});

function replace(folder: string, make: (path: string) => void): void {
  const path = join(folder, "b/Cargo.lock");
  rmSync(path);
  make(path);
}

describe("a link", () => {
  test("to another lock is that one, counted once", async () => {
    const folder = folderOf({ "a/Cargo.lock": DEEP });
    symlinkSync("a/Cargo.lock", join(folder, "Cargo.lock"));
    const { findings, locks } = await audit(folder, ["Cargo.lock", "a/Cargo.lock"]);
    expect([findings.length, locks.map(({ file }) => file)]).toEqual([1, ["a/Cargo.lock"]]);
  });

  test("to a lock that is skipped, or to a file of another name, is a lock", async () => {
    const folder = folderOf({ "a/Cargo.lock": DEEP, "linux.lock": DEEP });
    symlinkSync("a/Cargo.lock", join(folder, "Cargo.lock"));
    mkdirSync(join(folder, "b"));
    symlinkSync("../linux.lock", join(folder, "b/Cargo.lock"));
    const files = ["Cargo.lock", "a/Cargo.lock", "b/Cargo.lock", "linux.lock"];
    const { locks } = await audit(folder, files, { skipFolders: ["a"] });
    expect(locks.map(({ file }) => file)).toEqual(["Cargo.lock", "b/Cargo.lock"]);
  });
});

test.each([-1, 0, 1])("as many locks as are matched and %i", async (more) => {
  const files = Array.from({ length: MAX_LOCKS + more }, (_, at) => `${at}/Cargo.lock`);
  const { problems } = await audit(folderOf({}), files);
  const missing = problems.filter(({ message }) => message.includes("not in the work tree"));
  expect(missing).toHaveLength(Math.min(files.length, MAX_LOCKS));
  expect(problems.slice(missing.length).map(({ message }) => message)).toEqual(
    more <= 0 ? [] : ["The repository has 5,001 locks, and only 5,000 are matched: leave some out by `skip-dirs`."],
  );
});

test("an advisory about a package that cannot be read is a problem of that lock", async () => {
  const broken: RustSecDatabase = {
    ...RUSTSEC,
    advisories: openAdvisoryDatabase(
      [
        ...advisoryFiles(),
        {
          path: "crates/deep/RUSTSEC-2026-0001.md",
          content: '```toml\npackage = "deep"\ndate = "2026-01-01"\n```\n# x',
        },
      ].map(({ path, content }) => ({ path, bytes: bytes(content) })),
    ),
  };
  const folder = folderOf({ "a/Cargo.lock": DEEP, "b/Cargo.lock": lockOf("fine 1.0.0") });
  const { locks, problems } = await auditLocks(folder, ["a/Cargo.lock", "b/Cargo.lock"], {
    rustsec: broken,
    index: undefined,
    scope: SCOPE,
  });
  expect(locks.map(({ file }) => file)).toEqual(["b/Cargo.lock"]);
  expect(problems).toMatchObject([{ cause: "unreadable-database", target: "." }]);
  expect(problems[0]!.message).toMatch(
    /^`a\/Cargo\.lock` cannot be matched, as RustSec's advisory database is damaged: the advisory RUSTSEC-2026-0001 cannot be read: /,
  );
});

describe("with an index", () => {
  const asked: string[][] = [];
  const index: CratesIndex = {
    about: { name: "crates-index", version: null, updatedAt: null, origin: "a test" },
    ask: async (crates) => {
      asked.push([...crates]);
      const line = (name: string, vers: string, yanked: boolean) => JSON.stringify({ name, vers, yanked });
      return {
        answers: new Map([
          ["fine", readIndexAnswer(bytes(`${line("fine", "1.0.0", true)}\n${line("fine", "1.0.1", false)}`), "fine")],
          ["gone", new Map()],
        ]),
        refusals: new Map(["deep", "x1", "x2", "x3"].map((name) => [name, "status 503"])),
      };
    },
  };

  test("yanked and removed versions are found, and crates without an answer are a problem", async () => {
    const folder = folderOf({ "Cargo.lock": lockOf("fine 1.0.0", "deep 1.0.1", "gone 1.0.0") });
    const { findings, problems } = await audit(folder, ["Cargo.lock"], { index });
    expect(asked).toEqual([["fine", "deep", "gone"]]);
    expect(findings.map(({ kind, id, package: affected }) => [kind, id, affected?.name])).toEqual([
      ["yanked", "yanked", "fine"],
      ["yanked", "removed", "gone"],
    ]);
    expect(problems).toEqual([
      {
        cause: "unreadable-database",
        message:
          "It is not known whether versions of `deep` were yanked, since the index of crates.io was asked and did not say: status 503.",
      },
    ]);
  });

  test("many crates without an answer are one problem", async () => {
    const folder = folderOf({ "Cargo.lock": lockOf("deep 1.0.1", "x1 1.0.0", "x2 1.0.0", "x3 1.0.0") });
    const { problems } = await audit(folder, ["Cargo.lock"], { index });
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining("`deep`, `x1`, `x2` and 1 more were yanked"),
    ]);
  });
});
