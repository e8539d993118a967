import { NO_INPUTS, type TargetInputs } from "@jessy-actions/images/build/target-inputs";
import type { UserErrors } from "@jessy-actions/reading/user-error";
import { expect, test } from "vitest";
import { buildContext } from "../../../../packages/images/testing/build-context.ts";
import { planImages, referencesOf } from "./image-plan.ts";
import type { Mode } from "./mode.ts";

const RELEASE = buildContext({ ref: "refs/tags/v1.2.3" });

const planOf = (inputs: Partial<TargetInputs>, context = RELEASE, mode: Mode = "build") =>
  planImages([{ name: "image", inputs: { ...NO_INPUTS, ...inputs } }], context, mode)[0]!;

const DIGEST = `sha256:${"0".repeat(64)}`;

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
      planImages(targets, RELEASE, "build");
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

test("what outputs name is pushed beside the tags, `latest` where they say no tag", () => {
  const outputs = [
    'type=image,"name=ghcr.io/acme/x:2.0.0,acme/y",push=true',
    "type=registry,name=ghcr.io/acme/app:edge",
  ];
  expect(planOf({ images: ["ghcr.io/acme/app"], tags: ["type=semver,pattern={{version}}"], outputs })).toMatchObject({
    version: "1.2.3",
    destinations: [
      { registry: "ghcr.io", repository: "acme/app", tags: ["1.2.3", "edge", "latest"] },
      { registry: "ghcr.io", repository: "acme/x", tags: ["2.0.0"] },
      { registry: "docker.io", repository: "acme/y", tags: ["latest"] },
    ],
    versions: ["1.2.3", "2.0.0"],
  });
  const alone = planOf({ outputs: ["type=registry,name=acme/y:1"] });
  expect(referencesOf(alone)).toEqual(["docker.io/acme/y:1"]);
  expect(alone.version).toBe("1");
  // It is only stored in the engine.
  expect(planOf({ outputs: ["type=image,name=acme/y:1"] }).destinations).toEqual([]);
  expect(planOf({ tags: ["acme/a"], outputs }, RELEASE, "merge").destinations).toHaveLength(1);
});

test("a repository without tags is a destination still: of a push by digest, of the cache", () => {
  const plan = planOf({ images: ["ghcr.io/acme/app"], tags: ["type=ref,event=branch"] });
  expect(plan.destinations).toEqual([{ registry: "ghcr.io", repository: "acme/app", tags: [] }]);
  expect(planOf({ images: ["name=ghcr.io/acme/app,enable=false"] }).destinations).toEqual([]);
});

test("an image to be verified may be named by digest, or by both", () => {
  const plan = planOf({ tags: [`acme/app@${DIGEST}`, `acme/app:1@${DIGEST}`, "acme/app:2"] }, RELEASE, "verify");
  expect(plan.destinations).toEqual([
    { registry: "docker.io", repository: "acme/app", tags: [DIGEST, "1", "2"], expected: { "1": DIGEST } },
  ]);
  expect(referencesOf(plan)).toEqual([`docker.io/acme/app@${DIGEST}`, "docker.io/acme/app:1", "docker.io/acme/app:2"]);
  const other = `sha256:${"1".repeat(64)}`;
  expect(() => planOf({ tags: [`acme/app:1@${DIGEST}`, `acme/app:1@${other}`] }, RELEASE, "verify")).toThrow(
    "input `tags` has `docker.io/acme/app:1` with two digests; a tag leads to one, so keep one of them",
  );
  for (const mode of ["build", "promote", "merge"] as const)
    expect(() => planOf({ tags: [`acme/app@${DIGEST}`] }, RELEASE, mode)).toThrow("has a digest");
});

test("a name of an output that is not valid is named", () => {
  expect(() => planOf({ tags: ["Acme/x"], outputs: ["type=registry,name=acme/x@nope"] })).toThrow(
    /^input `tags`: .*\ninput `outputs`: "acme\/x@nope" is not an image reference/,
  );
});
