import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Git } from "@jessy-actions/kit/git/git";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DemoRepository } from "../../../../test/demo-repository.ts";
import { readRange } from "./commit-range.ts";

/** What is on the remote, and a clone of it. */
let there: DemoRepository;
let folder: string;

beforeEach(() => {
  there = new DemoRepository();
  folder = mkdtempSync(join(tmpdir(), "jessy-range-"));
});

afterEach(() => {
  there.remove();
  rmSync(folder, { recursive: true, force: true });
});

const here = (...args: readonly string[]) =>
  execFileSync("git", ["-C", folder, ...args], { stdio: ["ignore", "pipe", "ignore"] })
    .toString()
    .trim();

function clone(...options: readonly string[]): void {
  execFileSync("git", ["clone", "--quiet", ...options, `file://${there.folder}`, folder], { stdio: "ignore" });
}

async function rangeOf(from: string | undefined, to: string, paths: readonly string[] = [], name = "origin") {
  const git = new Git(folder, { environment: { PATH: process.env.PATH, HOME: "/nonexistent" } });
  const { commits, isComplete } = await readRange(git, { name }, { from, to }, paths);
  return { said: commits.map(({ message }) => message), isComplete };
}

const commits = (names: readonly string[]) => names.map((name) => there.commit({ [`${name[0]}/${name}`]: name }, name));

describe("the range begins after the commit that GitHub named", () => {
  test.each([
    ["a whole clone", []],
    ["a shallow one", ["--depth=1"]],
  ])("in %s, whatever the tag is in the clone or on the remote", async (_, options) => {
    const [from] = commits(["a0", "a1"]);
    const to = there.commit({}, "a2");
    there.git("tag", "v1.2.2", to);
    clone("--no-tags", "--branch=main", ...options);
    here("tag", "v1.2.2", "HEAD");
    expect(await rangeOf(from, to)).toEqual({ said: ["a2", "a1"], isComplete: true });
  });

  test("which is on no branch that the clone has, and no tag of the clone is touched", async () => {
    const [shared] = commits(["a0"]);
    there.git("checkout", "--quiet", "-b", "old");
    const [from] = commits(["b1"]);
    there.git("checkout", "--quiet", "main");
    const [to] = commits(["a1"]);
    there.git("tag", "v1.2.2", to!);
    clone("--no-tags", "--single-branch", "--branch=main");
    here("tag", "v1.2.2", shared!);
    expect(await rangeOf(from, to!)).toEqual({ said: ["a1"], isComplete: true });
    expect(here("rev-parse", "v1.2.2")).toBe(shared);
    expect(existsSync(join(folder, ".git/shallow"))).toBe(false);
  });

  test("from an address, where the clone has no `origin`", async () => {
    const [from] = commits(["a0"]);
    there.git("checkout", "--quiet", "--orphan", "other");
    const [to] = commits(["c0"]);
    clone("--single-branch", "--branch=other");
    here("remote", "remove", "origin");
    expect(await rangeOf(from, to!, [], `file://${there.folder}`)).toEqual({ said: ["c0"], isComplete: true });
  });

  test("which nobody has: no commits instead of all of them, and the range is not complete", async () => {
    const [, to] = commits(["a0", "a1"]);
    clone();
    expect(await rangeOf("f".repeat(40), to!)).toEqual({ said: [], isComplete: false });
  });
});

describe("a shallow clone", () => {
  test("is deepened to the end of a merged branch, though a common ancestor is near", async () => {
    const [from] = commits(["a0"]);
    there.git("checkout", "--quiet", "-b", "side");
    const side = Array.from({ length: 60 }, (_, at) => `s${at}`);
    for (const name of side) there.git("commit", "--quiet", "--allow-empty", `--message=${name}`);
    there.git("checkout", "--quiet", "main");
    const to = there.mergePullRequest("main", "side");
    there.git("branch", "--force", "main", to);
    clone("--depth=1", "--branch=main");
    const { said, isComplete } = await rangeOf(from, to);
    expect([said.slice(1), isComplete]).toEqual([side.toReversed(), true]);
  });

  test("of a commit that is on no branch is deepened, too", async () => {
    const [from] = commits(["a0"]);
    there.git("checkout", "--quiet", "--detach");
    const [, to] = commits(["b0", "b1"]);
    there.git("tag", "v1.2.3");
    there.git("checkout", "--quiet", "main");
    clone("--depth=1", "--branch=v1.2.3");
    expect(await rangeOf(from, to!)).toEqual({ said: ["b1", "b0"], isComplete: true });
  });

  test("is not complete when its remote gives nothing", async () => {
    const [from, , to] = commits(["a0", "a1", "a2"]);
    clone("--depth=2");
    here("remote", "set-url", "origin", "file:///nowhere");
    expect(await rangeOf(from, to!)).toEqual({ said: [], isComplete: false });
    expect(await rangeOf(undefined, to!)).toEqual({ said: ["a2", "a1"], isComplete: false });
  });

  test("gets all of its history for a first release, and of a package only its own commits", async () => {
    const [, , to] = commits(["a0", "b0", "a1"]);
    clone("--depth=1");
    expect(await rangeOf(undefined, to!, ["a"])).toEqual({ said: ["a1", "a0"], isComplete: true });
  });
});
