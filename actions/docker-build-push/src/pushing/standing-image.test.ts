import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Registry } from "@jessy-actions/kit/registry/registry";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FakeRegistry } from "../../../../packages/kit/testing/fake-registry.ts";
import { exportedImage } from "../../testing/exported-image.ts";
import { deliverImages } from "./deliver-images.ts";
import type { Delivery } from "./delivery.ts";
import { folderContent } from "./folder-content.ts";
import type { ImageFolder } from "./image-folder.ts";
import { type StandingOptions, standingFor } from "./standing-image.ts";

const quiet = { debug: () => undefined, info: () => undefined, mask: () => undefined };
const [COMMIT, OTHER] = ["c".repeat(40), "d".repeat(40)];
const revision = (commit: string) => ({ "org.opencontainers.image.revision": commit });

let first: FakeRegistry;
let second: FakeRegistry;
let folder: string;

beforeEach(async () => {
  [first, second] = [await FakeRegistry.start(), await FakeRegistry.start()];
  folder = mkdtempSync(join(tmpdir(), "jessy-standing-"));
});

afterEach(async () => {
  await first.close();
  await second.close();
  rmSync(folder, { recursive: true });
});

const registry = (name: string) => new Registry(name, { log: quiet, sleep: async () => undefined });

/** Pushes `api:1.0` to registries, as a run of a commit does. */
async function run(made: ImageFolder, fakes: readonly FakeRegistry[], options: Partial<StandingOptions> = {}) {
  const delivery: Delivery = {
    root: made.order.manifests.at(-1)!,
    destinations: fakes.map(({ host }) => ({ registry: host, repository: "api", tags: ["1.0", "latest"] })),
    isImmutable: (tag) => tag === "1.0",
    content: folderContent(made, quiet),
  };
  const whole: StandingOptions = {
    registry,
    commit: COMMIT,
    whyNotSigned: async () => undefined,
    folder: join(folder, "copies"),
    log: quiet,
    ...options,
  };
  const [delivered] = await deliverImages([delivery], {
    registry,
    log: quiet,
    standingFor: (refused, places) => standingFor(refused, places, whole),
  });
  return {
    states: delivered!.places.map(({ state }) => state),
    problem: delivered!.places.find(({ state }) => state === "refused")?.problem,
    digest: delivered!.delivery.root.descriptor.digest,
  };
}

test("a version of the same commit is completed on the other registry, with the digest that stands", async () => {
  const published = await exportedImage(folder, "built at nine", revision(COMMIT));
  await run(published, [first]);
  const again = await run(await exportedImage(folder, "built at ten", revision(COMMIT)), [first, second]);
  expect(again.states).toEqual(["unchanged", "unchanged", "pushed", "pushed"]);
  expect(again.digest).toBe(published.root.digest);
  expect(new Set([...first.tags.values(), ...second.tags.values()])).toEqual(new Set([published.root.digest]));
  // All of it was copied: the other registry can be pulled from alone.
  expect([...second.blobs.keys()].sort()).toEqual(published.order.blobs.map(({ digest }) => `api@${digest}`).sort());
});

test.each([
  ["of another commit", revision(OTHER), {}, `that image is of the commit ${OTHER}`],
  ["that names no commit", {}, {}, "that image has no label org.opencontainers.image.revision"],
  ["where this run knows no commit", revision(COMMIT), { commit: "" }, "this run does not know its own commit"],
  [
    "that somebody else signed",
    revision(COMMIT),
    { whyNotSigned: async () => "`signing-key` did not sign it" },
    "of the same commit, and `signing-key` did not sign it",
  ],
])("a version %s is refused, and the report says why", async (_, labels, options, reason) => {
  const published = await exportedImage(folder, "old", labels as Record<string, string>);
  await run(published, [first]);
  const { states, problem } = await run(await exportedImage(folder, "new", revision(COMMIT)), [first, second], options);
  expect(states).toEqual(["refused", "not tried", "not tried", "not tried"]);
  expect(problem).toContain(`it stands at ${published.root.digest} already, and must not move: `);
  expect(problem).toContain(reason);
  expect(second.tags.size).toBe(0);
});

test("a version that stands for two images of the commit is refused", async () => {
  await run(await exportedImage(folder, "nine", revision(COMMIT)), [first]);
  await run(await exportedImage(folder, "ten", revision(COMMIT)), [second]);
  const { states, problem } = await run(await exportedImage(folder, "eleven", revision(COMMIT)), [first, second]);
  expect(states).toEqual(["refused", "not tried", "refused", "not tried"]);
  expect(problem).toContain("its versions stand at several digests");
});

test("a version whose image cannot be read is refused", async () => {
  const published = await exportedImage(folder, "nine", revision(COMMIT));
  await run(published, [first]);
  first.blobs.clear();
  const { problem } = await run(await exportedImage(folder, "ten", revision(COMMIT)), [first]);
  expect(problem).toContain("that image has no label");
});
