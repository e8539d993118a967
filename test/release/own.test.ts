import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type PublishOptions, type PublishRun, playPublishJob } from "./publish-job.ts";
import { ReleaseScenario } from "./release-scenario.ts";

/** How jessy-actions publishes itself: the steps of .github/workflows/release.yml, and then somebody's workflow that uses `@v1`. */
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

/** Commits a version's source to main. */
function prepare(version: string): void {
  world.repository.commit(
    {
      "package.json": `{\n  "version": "${version}"\n}\n`,
      "CHANGELOG.md": `## [${version}]\n\n- of ${version}\n`,
      ".gitignore": "build/\n",
    },
    `chore: ${version}`,
  );
  world.push();
}

function play(
  version: string,
  options: Partial<PublishOptions> & { readonly dryRun?: boolean } = {},
): Promise<PublishRun> {
  const { dryRun = false, ...rest } = options;
  return playPublishJob(world, { inputs: { version, "dry-run": dryRun }, folder, ...rest });
}

const statesOf = ({ releases }: PublishRun) => releases.map(({ result }) => result.state);
const remoteRefs = () => world.repository.git("ls-remote", "origin");

test("two versions: each is a tree, a tag, a release, and v1 goes along", async () => {
  const { repository, github } = world;
  prepare("1.0.0");
  const first = await play("1.0.0");
  expect(statesOf(first), first.releases.at(-1)?.log).toEqual(["planned", "published"]);
  expect(github.refs.tags).toMatchObject({ "v1.0.0": first.commit, v1: first.commit, "v1.0": first.commit });
  prepare("1.1.0");
  const second = await play("1.1.0");
  expect(github.refs.tags).toMatchObject({
    "v1.0.0": first.commit,
    "v1.1.0": second.commit,
    v1: second.commit,
    "v1.0": first.commit,
    "v1.1": second.commit,
  });
  expect(github.releases.all.map(({ tagName, draft, body }) => [tagName, draft, body])).toEqual([
    ["v1.0.0", false, "- of 1.0.0"],
    ["v1.1.0", false, "- of 1.1.0"],
  ]);
  expect(github.releases.latest().tagName).toBe("v1.1.0");
  expect(github.releases.all[1]!.assets.map(({ name }) => name)).toEqual(["jessy-actions-1.1.0.tar.gz", "SHA256SUMS"]);

  const uses = { text: "org/jessy-actions/release@v1", from: repository.git("remote", "get-url", "origin") };
  const used = await world.scenario.run(
    { name: "workflow_dispatch", branch: "main", sha: repository.head },
    { tag: "v1.2.0", "create-tag": "true", "dry-run": "true" },
    { uses },
  );
  // The published action sees that package.json says 1.1.0.
  expect(used.outcome).toBe("failure");
  expect(used.log.join("\n")).toContain("but the tag v1.2.0 says 1.2.0");
});

test("a dry run pushes nothing", async () => {
  prepare("1.0.0");
  const before = remoteRefs();
  const run = await play("1.0.0", { dryRun: true });
  expect(statesOf(run), run.releases.at(-1)?.log).toEqual(["planned"]);
  expect([remoteRefs(), world.github.releases.all]).toEqual([before, []]);
});

test("running it again changes nothing", async () => {
  prepare("1.0.0");
  const first = await play("1.0.0");
  const before = remoteRefs();
  world.takeRequests();
  const again = await play("1.0.0");
  expect(
    again.releases.map(({ outcome }) => outcome),
    again.releases.at(-1)?.log,
  ).toEqual(["success", "success"]);
  expect([again.commit, remoteRefs()]).toEqual([first.commit, before]);
  // The same archive, byte for byte, or the release would be refused.
  expect(world.takeRequests().filter((line) => !line.startsWith("GET "))).toEqual([]);
  expect(again.releases.at(-1)!.outputs.get("checksums-file")).toBeDefined();
});

test("a run that is lost between the tag and the release is completed by the next one", async () => {
  prepare("1.0.0");
  const lost = await play("1.0.0", { isLostBefore: ({ id }) => id === "release" });
  expect([world.github.refs.tags["v1.0.0"], world.github.releases.all]).toEqual([lost.commit, []]);
  const next = await play("1.0.0");
  expect(statesOf(next), next.releases.at(-1)?.log).toEqual(["planned", "published"]);
  expect(next.commit).toBe(lost.commit);
  expect(world.github.refs.tags).toMatchObject({ "v1.0.0": lost.commit, v1: lost.commit });
});
