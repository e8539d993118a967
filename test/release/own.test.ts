import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { pushEverything } from "../../packages/local-runner/src/github/git-push.ts";
import { ReleaseScenario, read } from "./release-scenario.ts";

/**
 * How jessy-actions publishes itself, step by step as .github/workflows/release.yml has them: a dry run, the tree, its commit and tag, the release, and then
 * somebody's workflow that uses `@v1`.
 */
const root = resolve(import.meta.dirname, "../..");
let world: ReleaseScenario;
let folder: string;

beforeEach(async () => {
  world = await ReleaseScenario.start();
  folder = mkdtempSync(join(tmpdir(), "jessy-own-"));
});

afterEach(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const script = (name: string, ...args: readonly string[]): string =>
  execFileSync(process.execPath, [join(root, "scripts", name), ...args], { cwd: root, encoding: "utf8" });

/** One run of the workflow for a version of the source. @returns the commit of its tree. */
async function publish(version: string): Promise<string> {
  const { repository, github } = world;
  const tag = `v${version}`;
  const sha = repository.commit(
    {
      "package.json": `{\n  "version": "${version}"\n}\n`,
      "CHANGELOG.md": `## [${version}]\n\n- of ${version}\n`,
      ".gitignore": "build/\n",
    },
    `chore: ${version}`,
  );
  world.push();
  const trigger = { name: "workflow_dispatch", branch: "main", sha } as const;
  const verified = read(
    await world.scenario.run(trigger, { tag, "create-tag": "true", "dry-run": "true" }, { action: "release" }),
  );
  expect(verified.result.state, verified.log).toBe("planned");

  const tree = join(folder, version);
  script("package.ts", "--out", tree, "--repository", "org/jessy-actions");
  const printed = script("publish-tree.ts", "--version", version, "--folder", tree, "--repository", repository.folder);
  const commit = /^commit=([0-9a-f]{40})$/m.exec(printed)![1]!;
  pushEverything(repository.git("remote", "get-url", "origin"), github.refs);

  repository.write({ "build/release/x": "" });
  const archive = `build/release/jessy-actions-${version}.tar.gz`;
  repository.git("archive", "--format=tar.gz", "--prefix=jessy-actions/", `--output=${archive}`, commit);
  const inputs = {
    tag,
    commit,
    "allowed-branches": "published",
    files: archive,
    "floating-tags": "major, minor",
  };
  const released = read(await world.scenario.run(trigger, inputs, { action: "release" }));
  expect(released.outcome, released.log).toBe("success");
  expect(released.result.state).toBe("published");
  // What the emulated GitHub moved, the remote has, too.
  for (const [name, target] of Object.entries(github.refs.tags))
    repository.git("push", "--quiet", "--force", "origin", `${target}:refs/tags/${name}`);
  return commit;
}

test("two versions: each is a tree, a tag, a release, and v1 goes along; a re-run changes nothing", async () => {
  const { repository, github } = world;
  const first = await publish("1.0.0");
  expect(github.refs.tags).toMatchObject({ "v1.0.0": first, v1: first, "v1.0": first });
  const second = await publish("1.1.0");
  expect(github.refs.tags).toMatchObject({
    "v1.0.0": first,
    "v1.1.0": second,
    v1: second,
    "v1.0": first,
    "v1.1": second,
  });
  expect(github.releases.all.map(({ tagName, draft, body }) => [tagName, draft, body])).toEqual([
    ["v1.0.0", false, "- of 1.0.0"],
    ["v1.1.0", false, "- of 1.1.0"],
  ]);
  expect(github.releases.latest().tagName).toBe("v1.1.0");
  expect(github.releases.all[1]!.assets.map(({ name }) => name)).toEqual(["jessy-actions-1.1.0.tar.gz", "SHA256SUMS"]);
  // The same archive again, byte for byte, or the release would be refused.
  world.takeRequests();
  repository.git("fetch", "--quiet", "origin");
  const step = await world.scenario.run(
    { name: "workflow_dispatch", branch: "main", sha: repository.head },
    {
      tag: "v1.1.0",
      commit: second,
      "allowed-branches": "published",
      files: "build/release/jessy-actions-1.1.0.tar.gz",
      "floating-tags": "major, minor",
    },
    { action: "release" },
  );
  expect(read(step).result.state, step.log.join("\n")).toBe("unchanged");
  expect(world.takeRequests()).toEqual(["GET /releases 200"]);

  const { "release-id": id } = Object.fromEntries(step.outputs);
  expect(id).not.toBe("");
  const origin = repository.git("remote", "get-url", "origin");
  const uses = { text: "org/jessy-actions/release@v1", from: origin };
  const used = await world.scenario.run(
    { name: "workflow_dispatch", branch: "main", sha: repository.head },
    { tag: "v1.2.0", "create-tag": "true", "dry-run": "true" },
    { uses },
  );
  // The published action sees that package.json says 1.1.0.
  expect(used.outcome).toBe("failure");
  expect(used.log.join("\n")).toContain("but the tag v1.2.0 says 1.2.0");
});
