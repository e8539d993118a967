import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Workspace } from "../testing/workspace.ts";
import type { Check } from "./verification/check.ts";

let workspace: Workspace;

beforeEach(async () => {
  workspace = await Workspace.start();
});

afterEach(() => workspace.close());

const CHANGELOG = "# Changelog\n\n## 1.2.3\n\n- it works\n";
const CARGO = '[package]\nname = "demo"\nversion = "1.2.3"\n';

const messages = (checks: readonly Check[], state: Check["state"]) =>
  checks.filter((check) => check.state === state).map(({ message }) => message);

describe("what is verified", () => {
  test("a tag that is in the clone alone", async () => {
    workspace.publish({ "CHANGELOG.md": CHANGELOG, "Cargo.toml": CARGO });
    workspace.git("tag", "v1.2.3");
    const { checks } = await workspace.plan("v1.2.3");
    expect(messages(checks, "fail")[0]).toMatch(/^`v1\.2\.3` is in this clone but not on GitHub; push it/);
  });

  test("a tag that stands on another commit", async () => {
    workspace.publish({ "CHANGELOG.md": CHANGELOG, "Cargo.toml": CARGO }, "v1.2.3");
    workspace.publish({ "a.txt": "later" });
    const { checks } = await workspace.plan("v1.2.3");
    expect(messages(checks, "fail")[0]).toMatch(/^`v1\.2\.3` stands on `[0-9a-f]{10}`, but `[0-9a-f]{10}` is to be/);
  });

  test("a tag that was moved on GitHub", async () => {
    const first = workspace.publish({ "CHANGELOG.md": CHANGELOG, "Cargo.toml": CARGO }, "v1.2.3");
    workspace.github.refs.setTag("v1.2.3", workspace.publish({ "a.txt": "later" }));
    const { checks } = await workspace.plan("v1.2.3");
    expect(messages(checks, "fail")[0]).toContain(
      `stood on \`${first.slice(0, 10)}\` when it was checked out, and has moved`,
    );
  });

  test("an annotated tag", async () => {
    workspace.publish({ "CHANGELOG.md": CHANGELOG, "Cargo.toml": CARGO });
    workspace.git("tag", "-a", "-m", "1.2.3", "v1.2.3");
    workspace.publish({}, undefined);
    workspace.git("reset", "--quiet", "--hard", "v1.2.3");
    const { checks } = await workspace.plan("v1.2.3");
    expect(messages(checks, "fail")).toEqual([]);
  });

  test("twins, with and without v", async () => {
    workspace.publish({ "CHANGELOG.md": CHANGELOG, "Cargo.toml": CARGO });
    workspace.git("tag", "1.2.3");
    workspace.git("tag", "v1.2.3");
    workspace.push();
    const { checks } = await workspace.plan("v1.2.3");
    expect(messages(checks, "fail")).toEqual(["the tags v1.2.3 and 1.2.3 both name version 1.2.3; delete one of them"]);
  });

  test("a branch that no allowed one is", async () => {
    workspace.publish({ "CHANGELOG.md": CHANGELOG, "Cargo.toml": CARGO });
    workspace.git("checkout", "--quiet", "-b", "side");
    workspace.publish({ "a.txt": "1" }, "v1.2.3");
    const { checks } = await workspace.plan("v1.2.3");
    expect(messages(checks, "fail")).toEqual([
      expect.stringMatching(/^`[0-9a-f]{10}` is on none of the allowed branches \(`main`\); merge it first$/),
    ]);
    const none = await workspace.plan("v1.2.3", { "allowed-branches": "release/*" });
    expect(messages(none.checks, "fail")[0]).toContain("There is no branch `release/*`");
    const any = await workspace.plan("v1.2.3", { "allowed-branches": "any" });
    expect(messages(any.checks, "fail")).toEqual([]);
  });

  test("a clone that is too short to tell: GitHub tells", async () => {
    workspace.publish({ "CHANGELOG.md": CHANGELOG, "Cargo.toml": CARGO }, "v1.2.3");
    workspace.publish({ "a.txt": "later" });
    workspace.git("checkout", "--quiet", "v1.2.3");
    // As a clone of depth one: no parents, and a remote that is gone.
    const { writeFileSync } = await import("node:fs");
    writeFileSync(`${workspace.folder}/.git/shallow`, `${workspace.git("rev-parse", "main")}\n`);
    workspace.git("remote", "set-url", "origin", "/nowhere");
    const { checks } = await workspace.plan("v1.2.3");
    expect(messages(checks, "pass")[1]).toMatch(/^`main` holds `[0-9a-f]{10}`$/);
    workspace.github.fault({ path: /\/compare\//, kind: { status: 400, message: "Bad Request" } });
    expect(messages((await workspace.plan("v1.2.3")).checks, "unknown")).toEqual([
      expect.stringMatching(/^Whether `main` holds `[0-9a-f]{10}` is not known: GET .*status 400: Bad Request/),
    ]);
  });

  test("the files of a package's folder", async () => {
    workspace.publish(
      {
        "crates/pkg/Cargo.toml": CARGO.replace("1.2.3", "0.9.0"),
        "crates/pkg/CHANGELOG.md": CHANGELOG,
        "Cargo.toml": CARGO,
      },
      "pkg-v1.2.3",
    );
    const { checks } = await workspace.plan("pkg-v1.2.3", { notes: "commits" });
    expect(messages(checks, "fail")).toEqual([
      "`crates/pkg/Cargo.toml` has `0.9.0` for package.version, but the tag pkg-v1.2.3 says 1.2.3",
    ]);
  });

  test("a package's notes are of its own folder, whatever the others are about", async () => {
    const versions = {
      "packages/a/package.json": '{ "version": "1.2.3" }',
      "packages/b/package.json": '{ "version": "2.0.0" }',
    };
    workspace.publish({ ...versions, "CHANGELOG.md": CHANGELOG, "packages/a/x": "1" }, "@scope/a@1.2.2");
    workspace.publish({ "packages/b/x": "1" });
    workspace.publish({ "packages/a/x": "2" }, "@scope/a@1.2.3");
    const { checks, notes } = await workspace.plan("@scope/a@1.2.3");
    expect(messages(checks, "fail")).toEqual([]);
    // The changelog at the top has a 1.2.3, too: another product's.
    expect(notes.sources).toEqual(["commits"]);
    expect(notes.text.split("## Contributors")[0]!.match(/^- .*/gm)).toHaveLength(1);
  });

  test("a changelog of several packages counts where it names the tag's", async () => {
    const shared = `${CHANGELOG}\n## a 1.2.3\n\n- of a\n`;
    workspace.publish({ "CHANGELOG.md": shared, "packages/a/package.json": '{ "version": "1.2.3" }' }, "a-v1.2.3");
    const { checks, notes } = await workspace.plan("a-v1.2.3");
    expect(messages(checks, "fail")).toEqual([]);
    expect([notes.sources, notes.text]).toEqual([["changelog"], "- of a"]);
  });

  test("a package that nobody can place is no reason to publish everything", async () => {
    const files = { "x/a/package.json": '{ "version": "1.2.3" }', "y/a/package.json": '{ "version": "1.2.3" }' };
    workspace.publish(files, "a-v1.2.3");
    const { checks } = await workspace.plan("a-v1.2.3");
    expect(messages(checks, "fail")).toEqual([
      expect.stringMatching(/^No version was compared: several folders are called `a`: `x\/a`, `y\/a`;/),
      expect.stringMatching(
        /^The package's commits are not known: several folders are called `a`: .*; set `working-dir/,
      ),
    ]);
    const { checks: placed } = await workspace.plan("a-v1.2.3", { "working-directory": "y/a" });
    expect(messages(placed, "fail")).toEqual([]);
  });

  test("files that are named, and files that are not there", async () => {
    workspace.publish(
      { "CHANGELOG.md": CHANGELOG, "Cargo.toml": CARGO, "web/package.json": '{ "version": "1.2.0" }' },
      "v1.2.3",
    );
    const { checks } = await workspace.plan("v1.2.3", {
      "version-files": "Cargo.toml\nweb/package.json\nChart.yaml\n**/go.mod",
    });
    expect(messages(checks, "fail")).toEqual([
      "`version-files` names `Chart.yaml`, which matches no tracked file",
      "`version-files` names `**/go.mod`, which matches no tracked file",
      "`web/package.json` has `1.2.0` for version, but the tag v1.2.3 says 1.2.3",
    ]);
  });

  test("that nothing could be compared is a warning", async () => {
    workspace.publish({ "CHANGELOG.md": CHANGELOG }, "v1.2.3");
    const { checks } = await workspace.plan("v1.2.3");
    expect(messages(checks, "warning")[0]).toMatch(/^No version was compared: the top folder has no/);
  });

  test("a changelog that cannot be read, and a yanked version", async () => {
    workspace.publish({ "Cargo.toml": CARGO, "CHANGES.md": "## 1.2.3 [YANKED]\n\n- x\n" }, "v1.2.3");
    const { checks } = await workspace.plan("v1.2.3", { changelog: "HISTORY.md", notes: "commits" });
    expect(messages(checks, "fail")).toEqual([
      expect.stringMatching(
        /^`HISTORY\.md` is not a file of the commit; commit it, or give another path in `changelog`, or write `none`$/,
      ),
    ]);
    const yanked = await workspace.plan("v1.2.3", { changelog: "CHANGES.md" });
    expect(messages(yanked.checks, "fail")).toEqual(["`CHANGES.md` marks this version as yanked"]);
  });

  test("assets that collide, are empty, are missing or lead out of the workspace", async () => {
    workspace.publish({ "CHANGELOG.md": CHANGELOG, "Cargo.toml": CARGO, ".gitignore": "out/" }, "v1.2.3");
    workspace.write({ "out/a b": "1", "out/a.b": "2", "out/empty": "" });
    const { symlinkSync } = await import("node:fs");
    symlinkSync("/etc/hostname", `${workspace.folder}/out/link`);
    const { checks } = await workspace.plan("v1.2.3", {
      files: "out/a*\nout/empty\nout/link\nout/*.zip\nout/a* => one",
    });
    expect(messages(checks, "fail")).toEqual([
      expect.stringMatching(/^`out\/\*\.zip` finds no file/),
      "`out/a*` finds 2 files, and all of them would be called `one`",
      "`out/empty` is empty, and GitHub takes no empty asset; did the build fail?",
      "`out/link` is a link that leads out of the workspace; copy the file into it",
      '"out/a b" and "out/a.b" collide: GitHub would store both as "a.b"; rename one with path => name',
    ]);
  });
});

describe("without GitHub", () => {
  test("a dry run plans, and says what it could not know", async () => {
    workspace.publish({ "CHANGELOG.md": CHANGELOG, "Cargo.toml": CARGO }, "v1.2.3");
    workspace.git("remote", "set-url", "origin", "/nowhere");
    workspace.github.fault({ path: /\/releases$/, kind: { status: 401, message: "Bad credentials" } });
    const plan = await workspace.plan("v1.2.3", { "dry-run": "true" });
    expect(messages(plan.checks, "unknown")).toEqual([expect.stringContaining("Which releases exist is not known")]);
    expect(plan.steps.map(({ kind }) => kind)).toEqual(["create", "publish"]);
  });

  test("a real run is refused, and broken: nobody has found anything wrong", async () => {
    workspace.publish({ "CHANGELOG.md": CHANGELOG, "Cargo.toml": CARGO }, "v1.2.3");
    workspace.github.fault({ path: /\/releases$/, kind: { status: 401, message: "Bad credentials" } });
    const result = await workspace.plan("v1.2.3");
    expect(messages(result.checks, "unknown")).toEqual([
      expect.stringMatching(/^Which releases exist is not known: GET .*status 401: Bad credentials/),
    ]);
    expect(result).toMatchObject({
      state: "refused",
      verdict: "broken",
      headline: "v1.2.3 is not released, and nothing was changed; unknown: release",
    });
  });
});
