import type { BuildPlan } from "@jessy-actions/images/build/build-plan";
import type { CacheMiss } from "@jessy-actions/images/build/progress-facts";
import type { BuildWarning } from "@jessy-actions/images/build/solve-status";
import { describe, expect, test } from "vitest";
import { failureText, missText, warningOf } from "./build-texts.ts";

const plan = (dockerfiles: Readonly<Record<string, string | undefined>>) =>
  ({
    targets: Object.entries(dockerfiles).map(([name, dockerfile]) => ({ name, dockerfile })),
  }) as unknown as BuildPlan;

describe("a warning stands at the line of its Dockerfile", () => {
  const WARNING: BuildWarning = {
    text: "Rule: words (line 3)",
    detail: [],
    url: "",
    file: "Dockerfile",
    line: 3,
    endLine: 4,
  };
  const AT = { message: "Rule: words", line: 3, endLine: 4 };
  test.each<[string, object, Readonly<Record<string, string | undefined>>, object]>([
    ["the only one", {}, { image: "docker/Dockerfile" }, { ...AT, file: "docker/Dockerfile" }],
    [
      "two of one name",
      { images: ["web"] },
      { api: "api/Dockerfile", web: "web/Dockerfile" },
      { ...AT, file: "web/Dockerfile" },
    ],
    [
      "one that two images have",
      { images: ["api", "web"] },
      { api: "x/Dockerfile", web: "x/Dockerfile" },
      { ...AT, file: "x/Dockerfile" },
    ],
    ["below the workspace by a whole path", {}, { image: "/work/sub/Dockerfile" }, { ...AT, file: "sub/Dockerfile" }],
    [
      "a check, which names none",
      { file: undefined, images: ["web"] },
      { api: "a/Dockerfile", web: "b/Dockerfile" },
      { ...AT, file: "b/Dockerfile" },
    ],
    [
      "beside the workspace",
      {},
      { image: "../other/Dockerfile" },
      { message: "Rule: words (/other/Dockerfile, line 3)" },
    ],
    ["on another machine", {}, { image: undefined }, { message: "Rule: words (Dockerfile, line 3)" }],
    [
      "nobody knows which",
      {},
      { api: "api/Dockerfile", web: "web/Dockerfile" },
      { message: "Rule: words (Dockerfile, line 3)" },
    ],
    [
      "no line",
      { line: undefined, endLine: undefined },
      { image: "Dockerfile" },
      { message: "Rule: words (line 3)", file: "Dockerfile" },
    ],
  ])("%s", (_, changes, dockerfiles, expected) => {
    const warning = Object.fromEntries(
      Object.entries({ ...WARNING, ...changes }).filter(([, value]) => value !== undefined),
    ) as unknown as BuildWarning;
    expect(warningOf(warning, plan(dockerfiles), "/work")).toEqual(expected);
  });
});

describe("why a step was not cached", () => {
  const MISS: CacheMiss = {
    step: "[build 3/4] RUN make",
    images: [],
    stage: "build",
    reason: "its text or a build argument changed, or no cache had it",
    seesArguments: true,
    followers: 2,
  };
  const inputs = { "no-cache": false, "no-cache-filters": [], "build-args": [] };
  test.each<[string, Partial<CacheMiss>, Partial<typeof inputs> | object, string]>([
    [
      "as BuildKit leaves it open",
      {},
      {},
      "its text or a build argument changed, or no cache had it; 2 steps after it had to follow",
    ],
    ["nothing follows", { followers: 0 }, {}, "its text or a build argument changed, or no cache had it"],
    [
      "which arguments there are",
      { followers: 1 },
      { "build-args": ["V=1", "W"] },
      "its text or a build argument changed (`V`, `W`), or no cache had it; 1 step after it had to follow",
    ],
    ["a file is no argument", { reason: "x", seesArguments: false, followers: 0 }, { "build-args": ["V=1"] }, "x"],
    ["the step was told so", {}, { "no-cache": true }, "`no-cache` builds every step anew"],
    [
      "its stage was named",
      { followers: 0 },
      { "no-cache-filters": ["Build"] },
      "`no-cache-filters` names its stage `build`",
    ],
  ])("%s", (_, miss, changes, expected) => {
    expect(missText({ ...MISS, ...miss }, { ...inputs, ...changes })).toBe(`[build 3/4] RUN make: ${expected}`);
  });
});

test("a failure is one line: what, where, the remedy, and what was said last", () => {
  const failure = { kind: "step", reason: "It broke", remedy: "mend it", isTransient: false } as const;
  expect(
    failureText({ ...failure, file: "Dockerfile", line: 3, log: ["a", "b"] }, plan({ image: "api/Dockerfile" })),
  ).toBe("It broke (api/Dockerfile, line 3); mend it. Its last line: b");
  expect(failureText({ ...failure, log: [] }, plan({}))).toBe("It broke; mend it");
});
