import { NO_INPUTS, type TargetInputs } from "@jessy-actions/images/build/target-inputs";
import { expect, test } from "vitest";
import { buildContext } from "../../../../packages/images/testing/build-context.ts";
import { planImages } from "./image-plan.ts";
import { missingDestination } from "./missing-destination.ts";
import type { Mode } from "./mode.ts";

function missing(inputs: Partial<TargetInputs>, mode: Mode = "build", byDigest = false) {
  const target = { name: "image", inputs: { ...NO_INPUTS, ...inputs } };
  const [plan] = planImages([target], buildContext(), mode);
  return missingDestination(target, plan!, { mode, byDigest, event: "push of refs/heads/main" });
}

const DISABLED = ["name=ghcr.io/acme/app,enable=false", "name=acme/app,enable=false"];
const SEMVER = ["type=semver,pattern={{version}}"];

test.each<[Partial<TargetInputs>, Mode, string]>([
  [{}, "build", "input `push`: the image has no reference; set `images` and `tags`, or write `push: false`"],
  [{ outputs: ["type=registry"] }, "build", "input `push`: the image has no reference"],
  [{}, "promote", "input `push`: the image has no reference"],
  [{}, "merge", "input `push`: the image has no reference"],
  [{}, "verify", "input `tags`: there is no reference to verify; write, for example, `tags: ghcr.io/acme/app:1.2.3`"],
  [
    { images: DISABLED },
    "build",
    "input `images`: every image is disabled, so there is nothing to push to; enable one, or write `push: false`",
  ],
  [{ images: DISABLED }, "merge", "input `images`: every image is disabled, so there is nothing to tag"],
  [
    { images: DISABLED },
    "verify",
    "input `images`: every image is disabled, so there is nothing to verify; enable one",
  ],
  [
    { images: ["ghcr.io/acme/app"], tags: SEMVER },
    "build",
    "input `tags`: no rule gives a tag on push of refs/heads/main; add one, such as `type=sha`, or write `push: false`",
  ],
  [{ images: ["ghcr.io/acme/app"], tags: SEMVER }, "promote", "input `tags`: no rule gives a tag"],
  [{ images: ["ghcr.io/acme/app"], tags: SEMVER }, "verify", "input `tags`: no rule gives a tag"],
  // Pushed by digest alone, next to a name with a tag.
  [
    { images: ["ghcr.io/acme/app"], tags: SEMVER, outputs: ["type=registry,name=acme/x"] },
    "build",
    "input `tags`: no rule gives a tag",
  ],
])("%j, %s", (inputs, mode, problem) => {
  expect(missing(inputs, mode)).toContain(problem);
});

test.each<[Partial<TargetInputs>, Mode, boolean]>([
  [{ images: ["ghcr.io/acme/app", ...DISABLED] }, "build", false],
  [{ images: ["ghcr.io/acme/app"], tags: SEMVER }, "build", true],
  [{ tags: ["acme/app"] }, "build", true],
  [{ outputs: ["type=registry,name=acme/x"] }, "build", false],
  [{ images: DISABLED, outputs: ["type=registry,name=acme/x"] }, "build", false],
  [{ tags: ["acme/app:1"] }, "verify", false],
])("%j, %s, by digest %s", (inputs, mode, byDigest) => {
  expect(missing(inputs, mode, byDigest)).toBeUndefined();
});
