import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ioOf } from "../../../../../packages/local-runner/testing/action-io.ts";
import { advisoryFiles } from "../../../testing/advisory-database.ts";
import { ADVISORY_INPUTS, DAY, folderOf } from "../../../testing/advisory-run.ts";
import type { Inputs } from "../../inputs.ts";
import { openRustSec } from "./open-rustsec.ts";

const dayBefore = (age: number) => new Date(Date.now() - age).toISOString().slice(0, 10);

/** The thousand advisories that all have, made once. */
const OTHERS = folderOf(Object.fromEntries(advisoryFiles().map(({ path, content }) => [path, content])));

const written = join("crates/deep", "RUSTSEC-2026-0001.md");

/** A workspace with a database in `db/`, whose newest advisory is of that day. */
function workspaceOf(newest = dayBefore(3 * DAY)): string {
  const workspace = folderOf({});
  // Links instead of copies: nothing below changes one of these files.
  execFileSync("cp", ["-rl", OTHERS, join(workspace, "db")]);
  const [own] = advisoryFiles({ id: "RUSTSEC-2026-0001", package: "deep", date: newest }).slice(-1);
  mkdirSync(join(workspace, "db/crates/deep"));
  writeFileSync(join(workspace, "db", written), own!.content);
  return workspace;
}

function git(folder: string, date: string, ...args: readonly string[]): string {
  const own = ["-c", "user.name=A", "-c", "user.email=a@example.com"];
  const env = { ...process.env, GIT_COMMITTER_DATE: date, GIT_CONFIG_GLOBAL: "/dev/null" };
  return execFileSync("git", [...own, ...args], { cwd: folder, env })
    .toString()
    .trim();
}

/** Makes the database a checkout. @returns its commit. */
function checkout(workspace: string, age: number): string {
  const date = new Date(Date.now() - age).toISOString();
  const folder = join(workspace, "db");
  git(folder, date, "init", "--quiet");
  git(folder, date, "add", "--all");
  git(folder, date, "commit", "--quiet", "--message", "x");
  return git(folder, date, "rev-parse", "HEAD");
}

function open(workspace: string, changes: Partial<Inputs["advisories"]> = {}, files: readonly string[] = []) {
  const io = ioOf(workspace, { name: "push", branch: "main", before: "a".repeat(40), sha: "b".repeat(40) });
  return openRustSec({ ...ADVISORY_INPUTS, folder: "db", ...changes }, files, io);
}

describe("a folder without git", () => {
  test("is as old as its newest advisory, and says so", async () => {
    const { advisories, about } = await open(workspaceOf());
    expect(advisories.size).toBe(1001);
    expect(about).toEqual({
      name: "rustsec",
      version: null,
      updatedAt: Date.parse(dayBefore(3 * DAY)),
      origin: "the folder db, which is not a git checkout: its date is that of its newest advisory",
    });
  });

  test("has not the commit of a repository around it", async () => {
    const workspace = workspaceOf();
    git(workspace, "2026-01-01T00:00:00Z", "init", "--quiet");
    expect((await open(workspace)).about.version).toBeNull();
  });

  test.each<[string, number, string]>([
    ["too old", 16 * DAY, "days old, and may be 14 days old (`rustsec-max-age`)"],
    ["of the future", -3 * DAY, "which is in the future"],
  ])("is %s", async (_, age, message) => {
    await expect(open(workspaceOf(dayBefore(age)))).rejects.toThrow(message);
  });

  test("may be of today, wherever on earth that is", async () => {
    await expect(open(workspaceOf(dayBefore(-DAY)))).resolves.toBeDefined();
  });

  test("is of no commit that somebody chose", async () => {
    await expect(open(workspaceOf(), { commit: "c".repeat(40) })).rejects.toThrow(
      "input `rustsec-folder`: `db` is not a git checkout, so nobody can tell whether it is of the commit",
    );
  });
});

describe("a checkout", () => {
  test("has its commit and that one's date, whatever the newest advisory is", async () => {
    const workspace = workspaceOf(dayBefore(400 * DAY));
    const commit = checkout(workspace, 2 * DAY);
    const { about } = await open(workspace);
    expect(about).toMatchObject({ version: commit, origin: "the folder db" });
    expect(Math.abs(Date.now() - 2 * DAY - about.updatedAt!)).toBeLessThan(DAY / 24);
    expect(about).not.toHaveProperty("warning");
  });

  test("that was changed says so", async () => {
    const workspace = workspaceOf();
    checkout(workspace, 0);
    appendFileSync(join(workspace, "db/crates/deep/RUSTSEC-2026-0001.md"), "More.\n");
    expect((await open(workspace)).about.warning).toBe(
      "RustSec's advisory database: the folder db differs from the commit that is checked out there.",
    );
  });

  test("too old is an error, unless its commit was chosen", async () => {
    const workspace = workspaceOf();
    const commit = checkout(workspace, 20 * DAY);
    await expect(open(workspace)).rejects.toThrow("20 days old, and may be 14 days old");
    expect((await open(workspace, { commit })).about.version).toBe(commit);
    await expect(open(workspace, { commit: "c".repeat(40) })).rejects.toThrow(
      `is of the commit ${commit}, and \`rustsec-commit\` names ${"c".repeat(40)}`,
    );
  });
});

describe("a folder that cannot be used", () => {
  test.each(["db", "./db/", "x/../db", "."])("is one that git tracks: %s", async (folder) => {
    await expect(open(workspaceOf(), { folder }, ["README.md", "db/crates/deep/RUSTSEC-2026-0001.md"])).rejects.toThrow(
      /^input `rustsec-folder`: .* is tracked by git, so a change could take advisories out of it; clone/,
    );
    await expect(open(workspaceOf(), {}, ["db2/crates", "d"])).resolves.toBeDefined();
  });

  test.each<[string, (workspace: string) => void, string]>([
    ["is not there", (at) => rmSync(join(at, "db"), { recursive: true }), "cannot be read: "],
    [
      "is a file",
      (at) => {
        rmSync(join(at, "db"), { recursive: true });
        writeFileSync(join(at, "db"), "");
      },
      "has no folder `crates`",
    ],
    ["is another folder", (at) => renameSync(join(at, "db/crates"), join(at, "db/x")), "has no folder `crates`"],
    [
      "is empty",
      (at) => {
        rmSync(join(at, "db/crates"), { recursive: true });
        mkdirSync(join(at, "db/crates"));
      },
      "is empty: it holds no files",
    ],
    [
      "holds a link",
      (at) => symlinkSync("/etc/passwd", join(at, "db/crates/deep/RUSTSEC-2026-0002.md")),
      "which is neither a file nor a folder",
    ],
    [
      "holds a huge file",
      (at) => writeFileSync(join(at, "db/crates/deep/RUSTSEC-2026-0002.md"), "x".repeat(256_001)),
      "which is larger than 256 kB",
    ],
    [
      "holds an advisory that was cut off",
      (at) => writeFileSync(join(at, "db/crates/deep/RUSTSEC-2026-0001.md"), "```toml\n"),
      "ends within its TOML: it was cut off",
    ],
    [
      "is a part of it",
      (at) => rmSync(join(at, "db/crates/unused"), { recursive: true }),
      "is not the whole RustSec advisory database: it has 1 of at least 1000",
    ],
  ])("%s", async (_, damage, message) => {
    const workspace = workspaceOf();
    damage(workspace);
    await expect(open(workspace)).rejects.toThrow("input `rustsec-folder`: `db` ");
    await expect(open(workspace)).rejects.toThrow(message);
  });
});
