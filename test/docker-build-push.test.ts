import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { folderContent } from "../actions/docker-build-push/src/pushing/folder-content.ts";
import type { Result } from "../actions/docker-build-push/src/result.ts";
import { exportedImage } from "../actions/docker-build-push/testing/exported-image.ts";
import { Registry } from "../packages/kit/src/registry/registry.ts";
import { FakeRegistry } from "../packages/kit/testing/fake-registry.ts";
import { readImageRun } from "./image-run.ts";
import { pullRequestTrigger, type RunSettings, Scenario } from "./scenario.ts";

/** What docker-build-push does without an engine, as it is shipped, before registries in memory. */

const quiet = { debug: () => undefined, info: () => undefined, mask: () => undefined };
const NO_DOCKER = { DOCKER_HOST: "unix:///nowhere" };

let scenario: Scenario;
let first: FakeRegistry;
let second: FakeRegistry;
let folder: string;

beforeEach(async () => {
  scenario = await Scenario.start();
  scenario.repository.commit({ Dockerfile: "FROM scratch\n" });
  [first, second] = [await FakeRegistry.start(), await FakeRegistry.start()];
  folder = mkdtempSync(join(tmpdir(), "jessy-images-"));
});

afterEach(async () => {
  await first.close();
  await second.close();
  rmSync(folder, { recursive: true });
  await scenario.close();
});

const settings: RunSettings = { action: "docker-build-push", env: NO_DOCKER };
const push = async (inputs: Readonly<Record<string, string>>) =>
  readImageRun(await scenario.runPush("main", inputs, settings));

async function fork(inputs: Readonly<Record<string, string>>) {
  const base = scenario.repository.head;
  scenario.repository.git("checkout", "--quiet", "-b", "change");
  scenario.repository.commit({ Dockerfile: "FROM scratch\nLABEL by=fork\n" });
  const pull = await scenario.openPullRequest(base, { owner: "stranger" });
  return readImageRun(await scenario.run(pullRequestTrigger(pull), inputs, settings));
}

/** An image in the first registry. @returns its digest. */
async function publish(repository: string, content: string, tag?: string): Promise<string> {
  const made = await exportedImage(folder, content);
  await folderContent(made, quiet).send(new Registry(first.host, { log: quiet }), repository, undefined);
  if (tag !== undefined) first.tags.set(`${repository}:${tag}`, made.root.digest);
  return made.root.digest;
}

const writes = ({ traffic }: FakeRegistry) => traffic.filter((call) => !/^(?:HEAD|GET) /.test(call));
const states = ({ images }: Result) => images.flatMap(({ references }) => references.map(({ state }) => state));

describe("promote", () => {
  test("copies to another registry what a repository has there, and sets the tags in both", async () => {
    const digest = await publish("staging/api", "tested", "main");
    const inputs = {
      images: `${first.host}/production/api\n${second.host}/api`,
      tags: "type=raw,value=live",
      promote: `${first.host}/staging/api:main`,
    };
    const { outcome, outputs, result } = await push(inputs);
    expect(outcome).toBe("success");
    expect(result.headline).toBe("1 image promoted, 2 tags");
    expect(outputs.get("digest")).toBe(digest);
    expect(first.tags.get("production/api:live")).toBe(digest);
    expect(second.tags.get("api:live")).toBe(digest);
    const before = [...writes(first), ...writes(second)].length;
    const again = await push(inputs);
    expect(again.result.state).toBe("unchanged");
    expect([...writes(first), ...writes(second)]).toHaveLength(before);
  });

  test("does not choose between two images of one tag", async () => {
    await publish("api", "one", "main");
    await publish("mirror", "two", "main");
    const images = `${first.host}/api\n${first.host}/mirror`;
    const { outcome, result } = await push({ images, tags: "type=raw,value=live", promote: "main" });
    expect(outcome).toBe("failure");
    expect(result.headline).toMatch(/^Nothing was promoted: `main` is sha256:.* and sha256:.*; give the digest$/);
    expect([...first.tags.keys()]).toEqual(["api:main", "mirror:main"]);
  });

  test("takes no digest to which the tag beside it does not lead", async () => {
    const [old, now] = [await publish("api", "old"), await publish("api", "now", "main")];
    const inputs = { images: `${first.host}/prod`, tags: "type=raw,value=live" };
    const { result } = await push({ ...inputs, promote: `${first.host}/api:main@${old}` });
    expect(result.headline).toBe(`Nothing was promoted: ${first.host}/api:main is ${now}, and not ${old}`);
    expect((await push({ ...inputs, promote: `${first.host}/api:main@${now}` })).outcome).toBe("success");
  });

  test("names what is not there", async () => {
    const { outcome, result } = await push({
      images: `${first.host}/api`,
      tags: "type=raw,value=live",
      promote: "main",
    });
    expect(outcome).toBe("failure");
    expect(result.headline).toBe(`Nothing was promoted: ${first.host}/api:main is not there`);
  });

  test.each([
    ["push: false", (inputs: Record<string, string>) => push({ ...inputs, push: "false" })],
    ["a pull request from a fork", (inputs: Record<string, string>) => fork({ ...inputs, push: "true" })],
  ])("changes nothing with %s", async (_, run) => {
    await publish("api", "tested", "main");
    const { outcome, result } = await run({
      images: `${first.host}/api`,
      tags: "type=raw,value=live",
      promote: "main",
    });
    expect(outcome).toBe("success");
    expect(result).toMatchObject({ state: "skipped", headline: "Nothing was promoted, since this run does not push" });
    expect([...first.tags.keys()]).toEqual(["api:main"]);
  });

  test("moves no version that stands for another image", async () => {
    const old = await publish("api", "old", "1.2.3");
    const tested = await publish("api", "tested");
    const inputs = {
      images: `${first.host}/api`,
      tags: "type=raw,value=live\ntype=semver,pattern={{version}},value=1.2.3",
    };
    const { outcome, result } = await push({ ...inputs, promote: tested });
    expect(outcome).toBe("failure");
    expect(result.headline).toBe(`Not promoted: ${first.host}/api:1.2.3 must not move`);
    expect([...first.tags]).toEqual([["api:1.2.3", old]]);
  });

  test("gives latest to no version that is older than one that stands", async () => {
    await publish("api", "new", "2.0.0");
    const tested = await publish("api", "tested");
    const tags = "type=semver,pattern={{version}},value=1.2.3";
    const { result } = await push({ images: `${first.host}/api`, tags, promote: tested });
    expect(states(result)).toEqual(["pushed"]);
    expect(result.notes.join()).toContain('latest does not move: "2.0.0" is greater than "1.2.3"');
  });
});

describe("merge", () => {
  const PLATFORMS = "linux/amd64,linux/arm64";

  /** The files that two jobs left. */
  async function halves(platforms = PLATFORMS.split(","), commit = scenario.repository.head): Promise<void> {
    mkdirSync(join(scenario.repository.folder, "digests"), { recursive: true });
    for (const platform of platforms) {
      const digest = await publish("api", platform);
      const file = { schema: "jessy-actions/image-digest/v1", image: "image", digest, platform, commit };
      const path = join(scenario.repository.folder, "digests", `${platform.replace("/", "-")}.json`);
      writeFileSync(path, JSON.stringify(file));
    }
  }

  const merge = (inputs: Readonly<Record<string, string>> = {}) =>
    push({ images: `${first.host}/api`, tags: "type=raw,value=1", merge: "digests", platforms: PLATFORMS, ...inputs });

  test("makes one image of the parts, and the same one again", async () => {
    await halves();
    const { outcome, outputs, result } = await merge();
    expect(outcome).toBe("success");
    expect(result).toMatchObject({ headline: `1 image merged, ${first.host}/api:1` });
    expect(result.images[0]!.platforms).toEqual(["linux/amd64", "linux/arm64"]);
    expect(first.tags.get("api:1")).toBe(outputs.get("digest"));
    expect((await merge()).result.state).toBe("unchanged");
  });

  test.each([
    ["a platform is missing", () => halves(["linux/arm64"]), {}, "`image` has no part for linux/amd64"],
    ["a part is of another commit", () => halves(undefined, "d".repeat(40)), {}, `is of ${"d".repeat(40)}`],
    [
      "a repository lacks its parts",
      halves,
      { images: "other" },
      /other has no sha256:[0-9a-f]{64}, the part for linux\/amd64; .*other has no sha256:[0-9a-f]{64}, .*linux\/arm64$/,
    ],
  ])("sets no tag where %s", async (_, prepare, changes, message) => {
    await prepare();
    const images = "images" in changes ? { images: `${first.host}/api\n${first.host}/other` } : {};
    const before = writes(first).length;
    const { outcome, result } = await merge(images);
    expect(outcome).toBe("failure");
    expect(result.headline).toMatch(/^Nothing was merged: /);
    expect(result.headline).toMatch(message);
    expect(writes(first)).toHaveLength(before);
  });

  test("has nothing to do for a pull request from a fork, whose jobs pushed nothing", async () => {
    const inputs = { images: `${first.host}/api`, merge: "digests", platforms: PLATFORMS };
    const { outcome, result } = await fork(inputs);
    expect(outcome).toBe("success");
    expect(result.headline).toBe("Nothing was merged, since this run does not push");
  });
});

test("an image is signed before its tag is set, and a second run adds no signature", async () => {
  const digest = await publish("api", "tested");
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const inputs = {
    images: `${first.host}/api`,
    tags: "type=raw,value=live",
    promote: digest,
    sign: "key",
    "signing-key": privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
  const { result } = await push(inputs);
  expect(result.headline).toBe(`1 image promoted, ${first.host}/api:live, signed`);
  const manifests = first.calls.filter(({ method, path }) => method === "PUT" && path.includes("/manifests/"));
  expect(manifests.at(-1)!.path).toMatch(/manifests\/live$/);
  const before = writes(first).length;
  expect((await push(inputs)).result.images[0]!.signatures.map(({ state }) => state)).toEqual(["there", "there"]);
  expect(writes(first)).toHaveLength(before);
  const verified = await push({
    tags: `${first.host}/api:live`,
    verify: "true",
    "verify-key": publicKey.export({ type: "spki", format: "pem" }).toString(),
  });
  expect(verified.result).toMatchObject({ state: "verified" });
});
