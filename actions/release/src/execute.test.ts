import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Workspace } from "../testing/workspace.ts";
import { collect } from "./collect.ts";
import { withRecord } from "./publishing/draft-record.ts";
import { render } from "./render.ts";

let workspace: Workspace;

beforeEach(async () => {
  workspace = await Workspace.start();
  workspace.publish({ "CHANGELOG.md": "## 1.2.3\n\n- it works\n", ".gitignore": "out/" }, "v1.2.3");
  workspace.write({ "out/a.bin": "a".repeat(1000), "out/b.bin": "b".repeat(1000) });
});

afterEach(() => workspace.close());

const FILES = { files: "out/*", "version-files": "none" };
const UPLOAD = /\/releases\/\d+\/assets$/;

test("publishes, and a second run keeps all", async () => {
  const plan = await workspace.release("v1.2.3", { ...FILES, "floating-tags": "major, minor" });
  expect(plan).toMatchObject({ failure: null, release: { draft: false } });
  expect(workspace.github.releases.all).toHaveLength(1);
  const again = await workspace.release("v1.2.3", FILES);
  expect(again.steps.every(({ kind }) => kind === "keep")).toBe(true);
  expect(again).toMatchObject({ verdict: "pass", headline: expect.stringContaining("nothing was changed") });
});

test.each([
  [{ cutAfter: 500, answer: 502 }],
  [{ cutAfter: 500 }],
  ["drop-after"],
  [{ status: 500, message: "x", stored: true }],
] as const)("an upload that %j hits arrives", async (kind) => {
  workspace.github.fault({ method: "POST", path: UPLOAD, kind });
  const plan = await workspace.release("v1.2.3", FILES);
  expect(plan.failure).toBeNull();
  expect(workspace.github.releases.all[0]!.assets.map(({ state }) => state)).toEqual([
    "uploaded",
    "uploaded",
    "uploaded",
  ]);
});

test("what fails is told with what is left", async () => {
  workspace.github.fault({ method: "POST", path: UPLOAD, kind: { status: 400, message: "Bad" }, times: 9 });
  const plan = await workspace.release("v1.2.3", FILES);
  expect(plan).toMatchObject({
    verdict: "broken",
    fails: true,
    // Files travel side by side: whichever is refused first is named.
    headline: expect.stringMatching(/^v1\.2\.3 is not released: \S+ could not be uploaded in 1 attempt$/),
  });
  expect(JSON.stringify(render(plan).summary)).toContain("A draft is left, with 0 of 3 files");
});

test("a file that changes after it was planned is not released", async () => {
  const { InputReader } = await import("@jessy-actions/kit/runner/inputs");
  const { readInputs } = await import("./inputs.ts");
  const { evaluate } = await import("./evaluate.ts");
  const { execute } = await import("./execute.ts");
  const inputs = readInputs(
    new InputReader({
      INPUT_FILES: "out/*",
      "INPUT_VERSION-FILES": "none",
      "INPUT_GITHUB-TOKEN": "own-token",
    }),
  );
  const io = workspace.io("v1.2.3");
  for (const [text, message] of [
    ["c".repeat(1000), "is not what it was when the release was planned"],
    ["short", "had 1000 bytes when the release was planned, and has 5 now"],
  ] as const) {
    workspace.write({ "out/a.bin": "a".repeat(1000) });
    const plan = evaluate(inputs, await collect(inputs, io));
    writeFileSync(join(workspace.folder, "out/a.bin"), text);
    const done = await execute(plan, inputs, io);
    expect(done.failure).toContain(message);
    expect(workspace.github.releases.all[0]).toMatchObject({ draft: true });
    const whole = workspace.github.releases.all[0]!.assets.filter(({ state }) => state === "uploaded");
    expect(whole.map(({ name }) => name)).not.toContain("a.bin");
  }
});

test("a draft that is published meanwhile keeps its files", async () => {
  const { releases } = workspace.github;
  const holder = { login: "github-actions[bot]", write: true };
  const draft = releases.create({ tagName: "v1.2.3", draft: true }, holder);
  const announced = { name: "b.bin", label: null, contentType: "x/y", size: 1, uploader: "alice" };
  let other: number | undefined;
  const plan = await workspace.release("v1.2.3", FILES, {
    onLine: (line) => {
      if (other !== undefined || !line.startsWith("::group::Releasing")) return;
      other = releases.beginUpload(draft.id, announced, holder).id;
      releases.finishUpload(other, 1, `sha256:${"0".repeat(64)}`, Buffer.from("x"));
      releases.update(draft.id, { draft: false }, holder);
    },
  });
  expect(plan.failure).toContain("`b.bin` is published with other content");
  expect(releases.all[0]!.assets.find(({ name }) => name === "b.bin")).toMatchObject({ id: other });
});

test.each([
  ["has nothing else is deleted", "a", 1],
  ["has other content stays, and is named", "b", 2],
])("a duplicate of our own that %s", async (_, content, left) => {
  const { releases } = workspace.github;
  const holder = { login: "github-actions[bot]", write: true };
  for (const text of ["a", content]) {
    const { id } = releases.create({ tagName: "v1.2.3", draft: true }, holder);
    const bytes = Buffer.from(text.repeat(1000));
    const announced = { name: "a.bin", label: null, contentType: "x/y", size: bytes.length, uploader: holder.login };
    const digest = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
    releases.finishUpload(releases.beginUpload(id, announced, holder).id, bytes.length, digest, bytes);
  }
  const plan = await workspace.release("v1.2.3", FILES);
  expect(plan.failure).toBeNull();
  expect(releases.all).toHaveLength(left);
  expect(plan.warnings).toHaveLength(left - 1);
});

test("a draft is brought up to date", async () => {
  const { releases } = workspace.github;
  releases.create(
    { tagName: "v1.2.3", draft: true, body: withRecord("old", "a".repeat(40)) },
    { login: "github-actions[bot]", write: true },
  );
  const plan = await workspace.release("v1.2.3", { ...FILES, draft: "true" });
  expect(plan.failure).toBeNull();
  const body = withRecord("- it works", workspace.git("rev-parse", "HEAD"));
  expect(releases.all).toMatchObject([{ draft: true, name: "v1.2.3", body }]);
  expect(plan.headline).toBe("v1.2.3 is a draft, with 3 assets");
});

test("a draft that somebody wrote keeps its words in every run, until it is published", async () => {
  const { releases } = workspace.github;
  releases.create({ tagName: "v1.2.3", draft: true, name: "Big", body: "by hand" }, { login: "alice", write: true });
  for (const draft of ["true", "true", "false"]) {
    const { failure } = await workspace.release("v1.2.3", { ...FILES, draft, "draft-files": "keep" });
    expect(failure).toBeNull();
    const { body } = releases.all[0]!;
    expect(releases.all).toMatchObject([{ draft: draft === "true", name: "Big" }]);
    expect(body?.startsWith("by hand")).toBe(true);
    if (draft === "false") expect(body).toBe("by hand");
  }
});

test("a published release keeps its notes, and takes the flags that the workflow writes", async () => {
  const { releases } = workspace.github;
  releases.create({ tagName: "v1.2.3", body: "by hand" }, { login: "alice", write: true });
  const plan = await workspace.release("v1.2.3", { ...FILES, prerelease: "true" });
  expect(plan.failure).toBeNull();
  expect(releases.all).toMatchObject([{ draft: false, prerelease: true, body: "by hand" }]);
  expect(plan.steps[0]!.message).toContain("though the notes here are different");
});

test("a category of discussions is repeated when the draft is published", async () => {
  const plan = await workspace.release("v1.2.3", { ...FILES, "discussion-category": "News" });
  expect(plan.failure).toBeNull();
  expect(workspace.github.releases.all[0]!.discussion).toBe("News");
});

test("a latest release that GitHub does not show yet is a warning at most", async () => {
  workspace.github.releases.latests.lag = 1;
  const plan = await workspace.release("v1.2.3", FILES);
  expect(plan.failure).toBeNull();
});

test("a release of another repository leaves the commit, which is unknown there, out", async () => {
  workspace.github.refs.onlyRegistered = true;
  workspace.github.others.set("org/source", workspace.github.refs);
  const inputs = { ...FILES, "target-repository": "org/demo" };
  const plan = await workspace.release("v1.2.3", inputs, { repository: { owner: "org", name: "source" } });
  expect(plan.failure).toBeNull();
  expect(workspace.github.releases.all).toMatchObject([{ draft: false, targetCommitish: "main" }]);
});

test("a release that somebody else publishes as immutable takes nothing more, and it is said", async () => {
  const { releases } = workspace.github;
  releases.immutable = true;
  workspace.github.fault({ method: "PATCH", path: /\/releases\/\d+$/, kind: { status: 503, message: "x" } });
  const plan = await workspace.release("v1.2.3", FILES, {
    onLine: (line) => {
      if (line.startsWith("upload: `SHA256SUMS`"))
        releases.create({ tagName: "v1.2.3" }, { login: "alice", write: true });
    },
  });
  expect(plan.failure).toContain("came too late");
  const again = await workspace.plan("v1.2.3", FILES);
  expect(again.checks.filter(({ state }) => state === "fail")).toHaveLength(3);
});

test("a tag that moved meanwhile is planned anew", async () => {
  const older = workspace.publish({ "x.txt": "0" }, "v1.2.2");
  workspace.git("tag", "v1");
  workspace.git("push", "--quiet", "--tags", "origin");
  workspace.git("reset", "--quiet", "--hard", "v1.2.3");
  const newer = workspace.github.refs.addCommit({ message: "newer", parents: [older] });
  workspace.github.refs.setTag("v1.9.0", newer, "annotated");
  workspace.github.refs.setTag("v1", newer);
  const plan = await workspace.release("v1.2.3", { ...FILES, "floating-tags": "major" });
  expect(plan.failure).toBeNull();
  expect(workspace.github.refs.tags.v1).toBe(newer);
});

test("a rule that protects a tag is a failure that names the way by hand", async () => {
  workspace.github.refs.burned.add("v1");
  const plan = await workspace.release("v1.2.3", { ...FILES, "floating-tags": "major" });
  expect(plan.failure).toContain("git push --force origin");
  expect(plan.headline).toBe("v1.2.3 is published, but not everything is done: v1 could not be moved");
});
