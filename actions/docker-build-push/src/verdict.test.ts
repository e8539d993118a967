import { expect, test } from "vitest";
import type { ImageResult, ReferenceState } from "./result.ts";
import { judge, type Unjudged } from "./verdict.ts";

function imageOf(states: readonly ReferenceState[], changes: Partial<ImageResult> = {}): ImageResult {
  return {
    name: "image",
    version: "1.0.0",
    pushes: true,
    references: states.map((state, at) => ({ reference: `ghcr.io/acme/api:${at}`, state })),
    repositories: ["ghcr.io/acme/api"],
    digest: null,
    imageId: null,
    platforms: [],
    size: null,
    previousSize: null,
    attestations: [],
    steps: null,
    refusals: [],
    scanOutput: [],
    signatures: [],
    ...changes,
  };
}

const BASE = { mode: "build", dryRun: false, failure: null, checked: null } as const;

const judged = (images: readonly ImageResult[], changes: Partial<Unjudged> = {}, isDone = true) => {
  const { state, verdict, fails, headline } = judge({ ...BASE, images, ...changes } as Unjudged, isDone);
  expect(fails).toBe(verdict !== "pass");
  return `${state}, ${verdict}: ${headline}`;
};

const signature = (state: "signed" | "failed") =>
  ({ format: "bundle", subject: "ghcr.io/acme/api@sha256:1", state }) as const;

test.each<[string, readonly ImageResult[], Partial<Unjudged>, string]>([
  ["one tag", [imageOf(["pushed"])], {}, "pushed, pass: 1 image pushed, ghcr.io/acme/api:0"],
  ["several tags", [imageOf(["unchanged", "moved"])], {}, "pushed, pass: 1 image pushed, 2 tags"],
  ["by its digest alone", [imageOf([])], {}, "pushed, pass: 1 image pushed, by digest"],
  [
    "nothing new",
    [imageOf(["unchanged"])],
    {},
    "unchanged, pass: 1 image: every tag stood there already, nothing was changed",
  ],
  [
    "signed",
    [imageOf(["pushed"], { signatures: [signature("signed")] })],
    {},
    "pushed, pass: 1 image pushed, ghcr.io/acme/api:0, signed",
  ],
  [
    "checked",
    [imageOf([], { pushes: false })],
    { checked: 0 },
    "checked, pass: The checks have no warning; nothing was built",
  ],
  [
    "checked, and warned",
    [imageOf([], { pushes: false })],
    { checked: 2 },
    "checked, fail: The checks have 2 warnings",
  ],
  ["not pushed", [imageOf([], { pushes: false })], {}, "built, pass: 1 image built, and not pushed"],
  [
    "verified",
    [imageOf([], { pushes: false })],
    { mode: "verify" },
    "verified, pass: 1 image verified: every signature holds",
  ],
  [
    "a tag must not move",
    [imageOf(["refused", "not tried"])],
    {},
    "refused, fail: Not pushed: ghcr.io/acme/api:0 must not move",
  ],
  [
    "refusals of several images",
    [imageOf([], { name: "api", refusals: ["it tells a secret: `A`"] }), imageOf([], { name: "web" })],
    {},
    "refused, fail: Not pushed: api: it tells a secret: A",
  ],
  [
    "a refusal counts before a failure",
    [imageOf([], { refusals: ["too large"] })],
    { failure: "docker ended" },
    "refused, fail: Not pushed: too large",
  ],
  [
    "one tag of two",
    [imageOf(["pushed", "failed", "not tried"])],
    {},
    "failed, broken: 1 of 3 tags pushed; failed: ghcr.io/acme/api:1",
  ],
  [
    "a signature",
    [imageOf(["pushed"], { signatures: [signature("failed")] })],
    {},
    "failed, broken: 1 signature failed",
  ],
  ["the build", [imageOf(["planned"])], { failure: "RUN failed" }, "failed, broken: RUN failed"],
])("%s", (_, images, changes, expected) => {
  expect(judged(images, changes)).toBe(expected);
});

test.each<[Partial<Unjudged>, boolean, string]>([
  [{}, true, "planned, pass: Dry run: 1 image would be built and pushed, ghcr.io/acme/api:0"],
  [{}, false, "planned, pass: Dry run: 1 image would be built, and not pushed"],
  [{ mode: "promote" }, true, "planned, pass: Dry run: 1 image would be promoted and pushed, ghcr.io/acme/api:0"],
  [{ mode: "verify" }, false, "planned, pass: Dry run: 1 image would be verified"],
])("a plan: %j, pushes: %s", (changes, pushes, expected) => {
  const images = [imageOf(pushes ? ["planned"] : [], { pushes })];
  expect(judged(images, { dryRun: true, ...changes }, false)).toBe(expected);
});
