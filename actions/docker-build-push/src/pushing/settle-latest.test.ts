import { NO_INPUTS } from "@jessy-actions/images/build/target-inputs";
import { Registry } from "@jessy-actions/kit/registry/registry";
import { afterEach, beforeEach, expect, test } from "vitest";
import { buildContext } from "../../../../packages/images/testing/build-context.ts";
import { FakeRegistry } from "../../../../packages/kit/testing/fake-registry.ts";
import { pushImage, testImage } from "../../../../packages/kit/testing/image-push.ts";
import type { GitTags } from "../planning/git-tags.ts";
import { planImages } from "../planning/image-plan.ts";
import { settleLatest } from "./settle-latest.ts";

const quiet = { debug: () => undefined, info: () => undefined, mask: () => undefined };
const TAG = "refs/tags/v1.2.3";

let fake: FakeRegistry;

beforeEach(async () => {
  fake = await FakeRegistry.start();
});
afterEach(() => fake.close());

const planOf = (...tags: readonly string[]) =>
  planImages(
    [{ name: "image", inputs: { ...NO_INPUTS, images: [`${fake.host}/api`], tags } }],
    buildContext({ ref: TAG }),
    "build",
  )[0]!;

const registries = { of: (name: string) => new Registry(name, { log: quiet, sleep: async () => undefined }) };

/** @param names of git; undefined: neither GitHub nor a clone knows any. */
async function settled(names: readonly string[] | undefined) {
  const tags = async (): Promise<GitTags> =>
    names === undefined ? { names: [], note: "The registry's tags alone say it." } : { names };
  const { image, notes, problem } = await settleLatest(
    planOf("type=semver,pattern={{version}}"),
    registries,
    TAG,
    tags,
  );
  return { tags: image.destinations[0]!.tags, notes, problem };
}

test("latest moves to the highest version that anybody knows", async () => {
  expect(await settled(["v1.2.3", "v1.2.2"])).toMatchObject({ tags: ["1.2.3", "latest"], problem: undefined });
});

test.each([
  ["the registry", ["v1.2.3"]],
  ["git", ["v1.2.3", "v1.3.0"]],
])("latest stays where %s has a higher one, and a note says so", async (where, tags) => {
  if (where === "the registry") await pushImage(registries.of(fake.host), "api", testImage(), "1.3.0");
  const { tags: left, notes } = await settled(tags);
  expect(left).toEqual(["1.2.3"]);
  expect(notes.join()).toContain("latest does not move");
});

test("without git tags the registry alone decides, and a note says so", async () => {
  expect((await settled(undefined)).notes).toEqual(["The registry's tags alone say it."]);
  expect((await settled(undefined)).tags).toEqual(["1.2.3", "latest"]);
  await pushImage(registries.of(fake.host), "api", testImage(), "2.0.0");
  expect((await settled(undefined)).tags).toEqual(["1.2.3"]);
});

test("a registry that does not answer is a problem, and no guess", async () => {
  await fake.close();
  expect((await settled([])).problem).toMatch(/^whether `latest` moves is not known: /);
  fake = await FakeRegistry.start();
});

test("nobody is asked where no rule gives latest", async () => {
  const tags = () => Promise.reject(new Error("asked"));
  await settleLatest(planOf("type=raw,value=edge"), registries, TAG, tags);
  expect(fake.calls).toEqual([]);
});
