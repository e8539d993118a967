import { NO_INPUTS, type TargetInputs } from "@jessy-actions/images/build/target-inputs";
import type { UserErrors } from "@jessy-actions/reading/user-error";
import { expect, test } from "vitest";
import { buildContext } from "../../../../packages/images/testing/build-context.ts";
import { planImages, referencesOf } from "./image-plan.ts";

const RELEASE = buildContext({ ref: "refs/tags/v1.2.3" });

const planOf = (inputs: Partial<TargetInputs>, context = RELEASE) =>
  planImages([{ name: "image", inputs: { ...NO_INPUTS, ...inputs } }], context)[0]!;

test("rules give each repository all tags, those that move last", () => {
  const plan = planOf({
    images: ["ghcr.io/acme/app", "acme/app"],
    tags: ["type=semver,pattern={{version}}", "type=semver,pattern={{major}}"],
  });
  expect(plan.destinations).toEqual([
    { registry: "ghcr.io", repository: "acme/app", tags: ["1.2.3", "1", "latest"] },
    { registry: "docker.io", repository: "acme/app", tags: ["1.2.3", "1", "latest"] },
  ]);
  expect(plan).toMatchObject({ version: "1.2.3", versions: ["1.2.3"] });
  expect(plan.labels).toContain("org.opencontainers.image.version=1.2.3");
});

test("a value may hold what a list would split: it was split already", () => {
  const plan = planOf({ images: ["ghcr.io/acme/app"], labels: ['a=say "hi", # twice'] });
  expect(plan.labels).toContain('a=say "hi", # twice');
});

test("complete references need no rules", () => {
  const plan = planOf({ tags: ["acme/app:latest", "acme/app:v2.0.0-rc.1", "ghcr.io/acme/app", "acme/app:latest"] });
  expect(plan.destinations).toEqual([
    { registry: "docker.io", repository: "acme/app", tags: ["v2.0.0-rc.1", "latest"] },
    { registry: "ghcr.io", repository: "acme/app", tags: ["latest"] },
  ]);
  expect(plan.versions).toEqual(["v2.0.0-rc.1"]);
  expect(plan.tagPlan).toBeUndefined();
  expect(referencesOf(plan)).toHaveLength(3);
  expect(planOf({}).destinations).toEqual([]);
});

test("wrong tags of all images are named at once, each with its image", () => {
  const wrong = (name: string, tags: readonly string[], images: readonly string[] = []) => ({
    name,
    inputs: { ...NO_INPUTS, tags, images },
  });
  const problemsOf = (...targets: readonly ReturnType<typeof wrong>[]) => {
    try {
      planImages(targets, RELEASE);
      return [];
    } catch (error) {
      return (error as UserErrors).problems.map((problem) => problem.split(/: |;/)[0]);
    }
  };
  expect(problemsOf(wrong("a", ["type=sha"]))).toEqual(["input `tags` has the rule `type=sha`, and `images` is empty"]);
  expect(
    problemsOf(wrong("a", ["Acme/app", `x@sha256:${"0".repeat(64)}`]), wrong("b", ["type=nope"], ["ghcr.io/acme/b"])),
  ).toEqual([
    "input `targets`, `a`, `tags`",
    "input `targets`, `a`, `tags`",
    'input `targets`, `b`, `tags`, line "type=nope"',
  ]);
});
