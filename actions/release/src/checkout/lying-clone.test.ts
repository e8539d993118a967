import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Fault } from "../../../../packages/local-runner/src/github/fault.ts";
import { Workspace } from "../../testing/workspace.ts";
import type { Result } from "../result.ts";

vi.mock("@jessy-actions/kit/http/wait", () => ({ wait: async () => {} }));

/** Whatever a step before ours has done to the clone: GitHub's word counts, and the commit's content. */
let workspace: Workspace;
let remote: string;

const CHANGELOG = "# Changelog\n\n## 1.2.3\n\n- it works\n";
const CARGO = '[package]\nname = "demo"\nversion = "1.2.3"\n';
const FILES = { "CHANGELOG.md": CHANGELOG, "Cargo.toml": CARGO };

beforeEach(async () => {
  workspace = await Workspace.start();
  workspace.github.refs.onlyRegistered = true;
  remote = mkdtempSync(join(tmpdir(), "jessy-liar-"));
});

afterEach(async () => {
  await workspace.close();
  rmSync(remote, { recursive: true, force: true });
});

const found = ({ checks }: Result, state: string) =>
  checks.filter((check) => check.state === state).map(({ message }) => message);

/** A commit beside main, checked out, with the tag on it; GitHub's main does not hold it. */
function sideCommit(): string {
  workspace.publish({ "README.md": "first" });
  workspace.git("checkout", "--quiet", "-b", "side");
  const side = workspace.publish(FILES, "v1.2.3");
  workspace.git("checkout", "--quiet", "main");
  workspace.publish({ "README.md": "second" });
  workspace.git("checkout", "--quiet", "side");
  return side;
}

/** Every address of GitHub's, and `origin`, lead to another repository, in which everything is as it should be. */
function lieAboutRemote(): void {
  execFileSync("git", ["clone", "--quiet", "--mirror", workspace.folder, remote]);
  execFileSync("git", ["-C", remote, "update-ref", "refs/heads/main", workspace.git("rev-parse", "HEAD")]);
  workspace.git("config", `url.${remote}.insteadOf`, "https://github.com/");
  workspace.git("config", `url.${remote}.insteadOf`, workspace.git("remote", "get-url", "origin"));
  workspace.git("update-ref", "refs/remotes/origin/main", "HEAD");
}

describe("the branch", () => {
  test.each<[string, (side: string) => void]>([
    ["another remote by insteadOf", lieAboutRemote],
    ["a remote-tracking branch", () => workspace.git("update-ref", "refs/remotes/origin/main", "HEAD")],
    ["a replaced commit", (side) => workspace.git("replace", "--graft", "main", side)],
    [
      "grafts",
      (side) => {
        mkdirSync(join(workspace.folder, ".git/info"), { recursive: true });
        writeFileSync(join(workspace.folder, ".git/info/grafts"), `${workspace.git("rev-parse", "main")} ${side}\n`);
      },
    ],
    ["a tag that is called like the branch, also on GitHub", (side) => workspace.github.refs.setTag("main", side)],
  ])("%s cannot make a commit one of main", async (_, lie) => {
    lie(sideCommit());
    const result = await workspace.plan("v1.2.3");
    expect(found(result, "fail")).toEqual([
      expect.stringMatching(/^`[0-9a-f]{10}` is on none of the allowed branches \(`main`\); merge it first$/),
    ]);
    expect(result.verdict).toBe("fail");
  });

  test.each<[string, () => string]>([
    ["that shares no history with it", () => workspace.github.refs.addCommit({ message: "other", parents: [] })],
    ["that GitHub does not have", () => "f".repeat(40)],
  ])("does not hold a commit %s", async (_, main) => {
    workspace.publish(FILES, "v1.2.3");
    workspace.github.refs.setBranch("main", main());
    expect(found(await workspace.plan("v1.2.3"), "fail")[0]).toContain("is on none of the allowed branches");
  });

  test("of a glob that holds it in the middle of its history", async () => {
    workspace.publish(FILES, "v1.2.3");
    const { refs } = workspace.github;
    refs.setBranch("release/2", refs.addCommit({ message: "two" }));
    refs.setBranch("release/1", refs.addCommit({ message: "one", parents: [workspace.git("rev-parse", "HEAD")] }));
    refs.setBranch("main", refs.addCommit({ message: "main" }));
    const result = await workspace.plan("v1.2.3", { "allowed-branches": "release/*" });
    expect(found(result, "pass")[1]).toMatch(/^`release\/1` holds /);
  });
});

describe("the tag", () => {
  test("that is in the clone and on a remote by insteadOf, and not on GitHub", async () => {
    workspace.publish(FILES);
    workspace.git("tag", "v1.2.3");
    lieAboutRemote();
    const result = await workspace.plan("v1.2.3");
    expect(found(result, "fail")[0]).toMatch(/^`v1\.2\.3` is in this clone but not on GitHub; push it/);
  });

  test("that stands elsewhere on GitHub", async () => {
    workspace.publish(FILES, "v1.2.3");
    workspace.github.refs.setTag("v1.2.3", workspace.github.refs.addCommit({ message: "evil" }));
    lieAboutRemote();
    expect(found(await workspace.plan("v1.2.3"), "fail")[0]).toMatch(/^`v1\.2\.3` stands on `[0-9a-f]{10}`, but/);
  });

  test.each(["tree", "blob"] as const)("that stands on a %s on GitHub, through an annotated one", async (type) => {
    workspace.publish(FILES, "v1.2.3");
    const { refs } = workspace.github;
    refs.setTag("v1.2.3", refs.addObject(type), "annotated");
    expect(found(await workspace.plan("v1.2.3"), "fail")).toEqual([
      `\`v1.2.3\` leads to a ${type}, not to a commit; delete it, and tag a commit`,
    ]);
  });

  test("that stands on an annotated one, with git silent", async () => {
    const sha = workspace.publish(FILES);
    workspace.git("remote", "set-url", "origin", "/nowhere");
    const { refs } = workspace.github;
    refs.setTag("v1.2.3", refs.addTagObject("inner", sha, "1").sha, "2");
    const result = await workspace.plan("v1.2.3");
    expect([found(result, "fail"), found(result, "unknown")]).toEqual([[], []]);
  });

  test("that floats stands where GitHub has it, and goes on from there", async () => {
    const older = workspace.publish(FILES, "v1.2.2");
    workspace.git("tag", "-a", "-m", "one", "v1");
    const { refs } = workspace.github;
    workspace.publish({ "README.md": "x" }, "v1.2.3");
    for (const name of ["v1.2.2", "v1"]) refs.setTag(name, older, name);
    workspace.git("tag", "--force", "v1", "HEAD");
    workspace.git("tag", "v1.9.0");
    const { plan } = await workspace.plan("v1.2.3", { "floating-tags": "major" });
    expect(plan.floatingTags).toEqual([
      { name: "v1", action: "move", from: older, fromTag: "v1.2.2", reason: "moves from v1.2.2 to v1.2.3" },
    ]);
  });
});

describe("without an answer nothing is published", () => {
  test.each<[string, RegExp, string]>([
    ["the list of tags", /matching-refs/, "tag"],
    ["the tag", /\/git\/ref\/tags/, "tag"],
    ["an annotated tag", /\/git\/tags\//, "tag"],
    ["the branch", /\/git\/ref\/heads/, "branch"],
    ["the comparison", /\/compare\//, "branch"],
    ["the releases", /\/releases$/, "release"],
  ])("%s", async (_, path, subject) => {
    const sha = workspace.publish(FILES, "v1.2.3");
    workspace.publish({ "README.md": "later" });
    workspace.git("checkout", "--quiet", "v1.2.3");
    workspace.github.refs.setTag("v1.2.3", sha, "annotated");
    const kinds: Fault["kind"][] = [
      "drop",
      "malformed",
      { status: 200, message: "of another shape" },
      { status: 403, message: "API rate limit exceeded" },
    ];
    for (const kind of kinds) {
      workspace.github.endFaults();
      workspace.github.fault({ path, kind, times: 100 });
      const result = await workspace.release("v1.2.3");
      expect(result).toMatchObject({ state: "refused", verdict: "broken", fails: true });
      expect(result.headline).toBe(`v1.2.3 is not released, and nothing was changed; unknown: ${subject}`);
      expect(found(result, "fail")).toEqual([]);
    }
    expect(workspace.github.releases.all).toEqual([]);
  });
});

describe("versions and changelog are the commit's", () => {
  const planned = (inputs = {}) => workspace.plan("v1.2.3", inputs);

  test("whatever a build made of the work tree, and that is said", async () => {
    workspace.publish(
      { ...FILES, "Cargo.toml": CARGO.replace("1.2.3", "0.0.0"), "CHANGELOG.md": "# none\n" },
      "v1.2.3",
    );
    workspace.write(FILES);
    const result = await planned();
    expect(found(result, "fail")).toEqual([
      "`Cargo.toml` has `0.0.0` for package.version, but the tag v1.2.3 says 1.2.3",
      expect.stringMatching(/^`CHANGELOG\.md`: /),
    ]);
    expect(found(result, "warning")[0]).toMatch(
      /^2 tracked files differ from `[0-9a-f]{10}`: `CHANGELOG\.md`, `Cargo\.toml`; versions and changelog are read/,
    );
  });

  test("also where a replaced commit or tree shows something else", async () => {
    const bad = workspace.publish({ ...FILES, "CHANGELOG.md": "# none\n" });
    const good = workspace.publish(FILES);
    workspace.git("reset", "--quiet", "--hard", bad);
    workspace.git("tag", "v1.2.3");
    workspace.push();
    workspace.git("replace", bad, good);
    expect(found(await planned(), "fail")).toEqual([expect.stringMatching(/^`CHANGELOG\.md`: /)]);
  });

  test("also where attributes would change what is checked out", async () => {
    workspace.publish({ ...FILES, ".gitattributes": "*.toml ident filter=evil\n*.md export-ignore\n" }, "v1.2.3");
    workspace.git("config", "filter.evil.smudge", "false");
    expect(found(await planned(), "fail")).toEqual([]);
  });

  test("a link in the commit is followed; one that leads out is not", async () => {
    workspace.write({ "docs/NEWS.md": CHANGELOG, "Cargo.toml": CARGO });
    symlinkSync("docs/NEWS.md", join(workspace.folder, "CHANGELOG.md"));
    symlinkSync("/etc/hostname", join(workspace.folder, "OUT.md"));
    symlinkSync("LOOP.md", join(workspace.folder, "LOOP.md"));
    workspace.publish({}, "v1.2.3");
    expect(found(await planned(), "fail")).toEqual([]);
    for (const changelog of ["OUT.md", "LOOP.md"])
      expect(found(await planned({ changelog, notes: "commits" }), "fail")).toEqual([
        expect.stringContaining(`\`${changelog}\` is not a file of the commit`),
      ]);
  });

  test("a changelog that only a build wrote is not one", async () => {
    workspace.publish({ ...FILES, ".gitignore": "NEWS.md\n" }, "v1.2.3");
    workspace.write({ "NEWS.md": CHANGELOG });
    expect(found(await planned({ changelog: "NEWS.md", notes: "commits" }), "fail")).toEqual([
      "`NEWS.md` is not a file of the commit; commit it, or give another path in `changelog`, or write `none`",
    ]);
  });

  test("of the commit that the input names, not of the one that is checked out; or of `source-commit`", async () => {
    const source = workspace.publish(FILES);
    workspace.git("rm", "--quiet", "Cargo.toml", "CHANGELOG.md");
    const built = workspace.publish({ "dist/index.js": "built" }, "v1.2.3");
    workspace.git("checkout", "--quiet", source);
    const commit = { commit: built, notes: "changelog", changelog: "CHANGELOG.md" };
    expect(found(await planned(commit), "fail")).toContainEqual(expect.stringContaining("is not a file of the commit"));
    const result = await planned({ ...commit, "source-commit": source });
    expect(found(result, "fail")).toEqual([]);
    expect(found(result, "pass")).toContainEqual(
      `Versions and changelog are read from \`${source.slice(0, 10)}\`, as \`source-commit\` says`,
    );
  });
});
