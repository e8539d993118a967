import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { LOOKS, PACKAGE, ReleaseScenario } from "./release-scenario.ts";

let world: ReleaseScenario;

beforeEach(async () => {
  world = await ReleaseScenario.start();
});

afterEach(() => world.close());

const OUT = { "out/app.txt": "the program\n", "out/app.tar.gz": "packed\n" };
const FILES = { files: "out/*" };
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

test("a release is a draft until all files are there, and then published as the latest", async () => {
  const sha = world.publish(PACKAGE, "v1.2.3");
  world.repository.write(OUT);
  const run = await world.release("v1.2.3", { ...FILES, "floating-tags": "major" });
  expect(run.outcome, run.log).toBe("success");
  expect(run.result).toMatchObject({
    state: "published",
    tag: "v1.2.3",
    version: "1.2.3",
    previousTag: null,
    latest: true,
  });
  const [release] = world.github.releases.all;
  expect(world.github.releases.all).toHaveLength(1);
  expect(release).toMatchObject({ tagName: "v1.2.3", draft: false, prerelease: false, targetCommitish: sha });
  expect(release!.body).toBe("### Fixed\n\n- The parser reads `a|b`.");
  const sums = `${sha256("packed\n")}  app.tar.gz\n${sha256("the program\n")}  app.txt\n`;
  expect(release!.assets.map(({ name, digest }) => [name, digest])).toEqual([
    ["app.tar.gz", `sha256:${sha256("packed\n")}`],
    ["app.txt", `sha256:${sha256("the program\n")}`],
    ["SHA256SUMS", `sha256:${sha256(sums)}`],
  ]);
  expect(readFileSync(run.outputs.get("checksums-file")!, "utf8")).toBe(sums);
  expect(world.github.refs.tags).toMatchObject({ v1: sha, "v1.2.3": sha });
  expect(Object.keys(JSON.parse(run.outputs.get("assets")!)).sort()).toEqual(["SHA256SUMS", "app.tar.gz", "app.txt"]);
  expect(run.outputs.get("url")).toContain("/releases/tag/v1.2.3");
  // N + 10, and 3 for each floating tag.
  const requests = world.takeRequests().map((line) => line.replace(/ 20[01]$/, "").replace(/(?<=releases\/)\d+/, "ID"));
  expect(requests).toEqual([
    "GET /git/matching-refs/tags",
    "GET /git/ref/tags%2Fv1.2.3",
    "GET /git/ref/heads%2Fmain",
    "GET /releases",
    "POST /releases",
    "GET /releases",
    "POST /releases/ID/assets",
    "POST /releases/ID/assets",
    "POST /releases/ID/assets",
    "GET /git/ref/tags%2Fv1.2.3",
    "PATCH /releases/ID",
    "GET /git/ref/tags%2Fv1.2.3",
    "GET /releases/latest",
    "GET /git/ref/tags%2Fv1 404",
    "POST /git/refs",
    "GET /git/ref/tags%2Fv1",
  ]);
});

test("a re-run changes nothing", async () => {
  world.publish(PACKAGE, "v1.2.3");
  world.repository.write(OUT);
  await world.release("v1.2.3", { ...FILES, "floating-tags": "major" });
  world.takeRequests();
  // As the remote has it now.
  world.repository.git("tag", "v1");
  world.repository.git("push", "--quiet", "origin", "v1");
  const run = await world.release("v1.2.3", { ...FILES, "floating-tags": "major" });
  expect(run.outcome, run.log).toBe("success");
  expect(run.result.state).toBe("unchanged");
  expect(world.takeRequests()).toEqual(LOOKS);
});

test("nothing is changed by a dry run, which says all that would be", async () => {
  world.publish(PACKAGE, "v1.2.3");
  world.repository.write(OUT);
  const run = await world.release("v1.2.3", { ...FILES, "floating-tags": "major, minor", "dry-run": "true" });
  expect(run.outcome, run.log).toBe("success");
  expect(run.result.state).toBe("planned");
  expect(run.result.headline).toBe("Dry run: v1.2.3 would be published as the latest, with 3 assets");
  expect(run.result.steps.map(({ kind }: { kind: string }) => kind)).toEqual([
    "create",
    "upload",
    "upload",
    "upload",
    "publish",
    "move-tag",
    "move-tag",
  ]);
  expect(world.github.releases.all).toEqual([]);
  expect(world.takeRequests().filter((line) => !line.startsWith("GET"))).toEqual([]);
});

test("a dry run without a token verifies and writes the notes", async () => {
  world.publish(PACKAGE, "v1.2.3");
  const run = await world.release("v1.2.3", { "github-token": "", "dry-run": "true" });
  expect(run.outcome, run.log).toBe("success");
  expect(run.result.headline).toContain("3 things could not be found out");
  const unknown = run.result.checks.filter(({ state }: { state: string }) => state === "unknown");
  expect(unknown.map(({ message }: { message: string }) => message)).toEqual([
    expect.stringMatching(/^Where `v1\.2\.3` stands on GitHub is not known: GitHub was not asked, as the input/),
    expect.stringMatching(/^Whether `main` holds .*: GitHub was not asked, .*; in this clone `main` holds it$/),
    expect.stringMatching(/^Which releases exist is not known: GitHub was not asked, as the input/),
  ]);
  expect(readFileSync(run.outputs.get("notes-file")!, "utf8")).toContain("The parser reads");
  expect(world.takeRequests()).toEqual([]);
});

test("everything that disagrees is in one report, with its place", async () => {
  world.publish(
    {
      ...PACKAGE,
      "package.json": '{\n  "name": "demo",\n  "version": "1.2.0"\n}\n',
      "CHANGELOG.md": "# Changelog\n\n## 1.2.2\n\n- old\n",
    },
    "v1.2.3",
  );
  world.repository.write({ "out/a b": "1", "out/a.b": "2" });
  const run = await world.release("v1.2.3", { files: "out/*\nmissing/*.zip", "allowed-branches": "release/*" });
  expect(run.outcome).toBe("failure");
  expect(run.result.state).toBe("refused");
  const failing = run.result.checks.filter(({ state }: { state: string }) => state === "fail");
  expect(failing.map(({ subject, file, line }: Record<string, unknown>) => [subject, file, line])).toEqual([
    ["branch", undefined, undefined],
    ["versions", "package.json", 3],
    ["changelog", "CHANGELOG.md", expect.any(Number)],
    ["files", undefined, undefined],
    ["files", undefined, undefined],
  ]);
  expect(world.github.releases.all).toEqual([]);
  expect(run.step.annotations.filter(({ level }) => level === "error").length).toBeGreaterThanOrEqual(5);
});

test("a back-port is not the latest, and does not move v1 back", async () => {
  world.publish(
    {
      ...PACKAGE,
      "CHANGELOG.md": "## 1.10.0\n\n- new\n\n## 1.2.3\n\n- fix\n",
      "Cargo.toml": PACKAGE["Cargo.toml"]!.replace("1.2.3", "1.10.0"),
    },
    "v1.10.0",
  );
  await world.release("v1.10.0", { "floating-tags": "major, minor" });
  world.repository.git("tag", "v1");
  const sha = world.publish(PACKAGE, "v1.2.3");
  const run = await world.release("v1.2.3", { "floating-tags": "major\nminor" });
  expect(run.outcome, run.log).toBe("success");
  expect(run.result.latest).toBe(false);
  expect(world.github.releases.latest().tagName).toBe("v1.10.0");
  const { tags } = world.github.refs;
  expect(tags.v1).toBe(tags["v1.10.0"]);
  expect(tags["v1.2"]).toBe(sha);
});

test("a prerelease goes through a draft, is not the latest and moves nothing", async () => {
  world.publish({ ...PACKAGE, "Cargo.toml": PACKAGE["Cargo.toml"]!.replace("1.2.3", "1.2.3-rc.1") }, "v1.2.3-rc.1");
  world.repository.write(OUT);
  const run = await world.release("v1.2.3-rc.1", { ...FILES, "floating-tags": "major" });
  expect(run.outcome, run.log).toBe("success");
  expect(world.github.releases.all[0]).toMatchObject({ draft: false, prerelease: true });
  expect(run.result.headline).toBe("v1.2.3-rc.1 is published as a prerelease, with 3 assets");
  expect(world.github.refs.tags.v1).toBeUndefined();
});

test("the tag is made with the release when the workflow asks for it", async () => {
  const sha = world.publish(PACKAGE);
  const inputs = { tag: "v1.2.3" };
  const trigger = { name: "workflow_dispatch", branch: "main", sha } as const;
  const refused = await world.scenario.run(trigger, inputs, { action: "release" });
  expect(refused.outcome).toBe("failure");
  expect(refused.log.join("\n")).toContain("git tag v1.2.3");
  const made = await world.scenario.run(trigger, { ...inputs, "create-tag": "true" }, { action: "release" });
  expect(made.outcome, made.log.join("\n")).toBe("success");
  expect(world.github.refs.tags["v1.2.3"]).toBe(sha);
});

test("a run without a tag names what is missing", async () => {
  const sha = world.publish(PACKAGE);
  const run = await world.scenario.run({ name: "workflow_dispatch", branch: "main", sha }, {}, { action: "release" });
  expect(run.outcome).toBe("failure");
  expect(run.log.join("\n")).toContain(
    "input `tag` is empty, and the run is for `refs/heads/main`, which is not a tag",
  );
});
