import { NO_INPUTS } from "@jessy-actions/images/build/target-inputs";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { Registry } from "@jessy-actions/kit/registry/registry";
import { UserError } from "@jessy-actions/reading/user-error";
import { afterEach, beforeEach, expect, test } from "vitest";
import { buildContext } from "../../../../packages/images/testing/build-context.ts";
import { FakeRegistry } from "../../../../packages/kit/testing/fake-registry.ts";
import { pushImage, testImage } from "../../../../packages/kit/testing/image-push.ts";
import { planImages } from "../planning/image-plan.ts";
import { settleLatest } from "./settle-latest.ts";

const quiet = { debug: () => undefined, info: () => undefined, mask: () => undefined };
const TAG = "refs/tags/v1.2.3";

let fake: FakeRegistry;
let calls: string[];

beforeEach(async () => {
  fake = await FakeRegistry.start();
  calls = [];
});
afterEach(() => fake.close());

/** A clone with tags, or none. */
const ioOf = (tags: readonly string[] | undefined) =>
  ({
    event: () => ({ ref: TAG }),
    git: async () => ({
      root: async () => {
        calls.push("git");
        if (tags === undefined) throw new UserError("this is not in a git repository");
        return "/";
      },
      tags: async () => new Map((tags ?? []).map((tag) => [tag, "c".repeat(40)])),
    }),
  }) as unknown as Pick<ActionIo, "event" | "git">;

const planOf = (...tags: readonly string[]) =>
  planImages(
    [{ name: "image", inputs: { ...NO_INPUTS, images: [`${fake.host}/api`], tags } }],
    buildContext({ ref: TAG }),
  )[0]!;

const registries = { of: (name: string) => new Registry(name, { log: quiet, sleep: async () => undefined }) };

async function settled(gitTags: readonly string[] | undefined) {
  const { image, problem } = await settleLatest(planOf("type=semver,pattern={{version}}"), registries, ioOf(gitTags));
  return { tags: image.destinations[0]!.tags, notes: image.notes, problem };
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

test("without a clone the registry alone decides", async () => {
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
  await settleLatest(planOf("type=raw,value=edge"), registries, ioOf([]));
  expect([calls, fake.calls]).toEqual([[], []]);
});
