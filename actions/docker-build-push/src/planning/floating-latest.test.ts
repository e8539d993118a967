import { NO_INPUTS, type TargetInputs } from "@jessy-actions/images/build/target-inputs";
import { expect, test } from "vitest";
import { buildContext } from "../../../../packages/images/testing/build-context.ts";
import { asksForLatest, settledImage } from "./floating-latest.ts";
import { planImages } from "./image-plan.ts";

const plan = (inputs: Partial<TargetInputs>, ref = "refs/tags/v1.2.3") =>
  planImages([{ name: "image", inputs: { ...NO_INPUTS, ...inputs } }], buildContext({ ref }), "build")[0]!;

const SEMVER = { images: ["acme/app"], tags: ["type=semver,pattern={{version}}"] };

test.each<[Partial<TargetInputs>, string, boolean]>([
  [SEMVER, "refs/tags/v1.2.3", true],
  [SEMVER, "refs/tags/v1.2.3-rc.1", false],
  [{ ...SEMVER, flavor: ["latest=false"] }, "refs/tags/v1.2.3", false],
  [{ images: ["acme/app"], tags: ["type=sha"] }, "refs/heads/main", false],
  [{ images: ["acme/app"], tags: ["latest"] }, "refs/heads/main", true],
  // Complete references are what they say.
  [{ tags: ["acme/app:latest"] }, "refs/heads/main", false],
])("standing tags are asked for when a plan has a floating one: %j on %s", (inputs, ref, asks) => {
  expect(asksForLatest(plan(inputs, ref))).toBe(asks);
});

test("latest goes where a greater version stands, and what an output names stays", () => {
  const image = plan({ ...SEMVER, outputs: ["type=registry,name=acme/x:edge,push=true"] });
  const tagsOf = (registry: readonly string[], git: readonly string[] = []) =>
    settledImage(image, { registry, git }, "v1.2.3").destinations.map(({ tags }) => tags);
  expect(tagsOf([])).toEqual([["1.2.3", "latest"], ["edge"]]);
  expect(tagsOf(["1.3.0"])).toEqual([["1.2.3"], ["edge"]]);
  expect(tagsOf([], ["v1.3.0"])).toEqual([["1.2.3"], ["edge"]]);
  expect(settledImage(image, { registry: ["1.3.0"], git: [] }, "v1.2.3").notes).toEqual([
    'latest does not move: "1.3.0" is greater than "v1.2.3"',
  ]);
});
