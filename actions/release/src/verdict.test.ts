import { expect, test } from "vitest";
import { factsOf, fileOf, inputsOf } from "../testing/facts.ts";
import { evaluate } from "./evaluate.ts";
import type { Failure } from "./publishing/failure.ts";
import type { PublishedRelease, Result } from "./result.ts";
import { judge } from "./verdict.ts";
import { type Check, fail, pass, unknown, warn } from "./verification/check.ts";

const RELEASE: PublishedRelease = {
  id: 7,
  url: "u",
  immutable: false,
  draft: false,
  prerelease: false,
  uploadUrl: "u",
  assets: [
    { name: "a", url: "u" },
    { name: "b", url: "u" },
  ],
};

function judged(more: Partial<Result>, failures?: readonly Failure[]) {
  const result = judge({ ...evaluate(inputsOf(), factsOf({ files: [] })), ...more }, failures);
  const { verdict, fails, state, headline, failure } = result;
  return [verdict, fails, state, headline, failure];
}

const KEEP = [{ kind: "keep", message: "x" }] as const;
const DONE = [...KEEP, { kind: "publish", message: "x" }] as const;
const draft = { ...evaluate(inputsOf(), factsOf()).plan, draft: true };
const checksOf = (...checks: Check[]): Partial<Result> => ({ checks });

test.each<[string, Partial<Result>, readonly Failure[] | undefined, ReturnType<typeof judged>]>([
  [
    "a plan",
    { dryRun: true, latest: true },
    undefined,
    ["pass", false, "planned", "Dry run: v1.2.3 would be published as the latest, with no assets", null],
  ],
  [
    "a plan of a prerelease",
    { dryRun: true, prerelease: true, assets: [{ name: "a", size: 1, sha256: "", url: null }] },
    undefined,
    ["pass", false, "planned", "Dry run: v1.2.3 would be published as a prerelease, with 1 asset", null],
  ],
  [
    "a plan that is neither",
    { dryRun: true, latest: false },
    undefined,
    ["pass", false, "planned", "Dry run: v1.2.3 would be published, with no assets", null],
  ],
  [
    "a plan of a draft",
    { dryRun: true, plan: draft },
    undefined,
    ["pass", false, "planned", "Dry run: v1.2.3 would become a draft, with no assets", null],
  ],
  [
    "a plan that changes nothing",
    { dryRun: true, steps: KEEP },
    undefined,
    ["pass", false, "planned", "Dry run: nothing would change", null],
  ],
  [
    "a dry run that could not find everything out",
    { dryRun: true, steps: KEEP, ...checksOf(unknown("tag", "x"), pass("branch", "x")) },
    undefined,
    ["inconclusive", false, "planned", "Dry run: nothing would change; 1 thing could not be found out", null],
  ],
  [
    "failures",
    checksOf(fail("files", "x"), pass("branch", "x"), fail("tag", "x"), fail("files", "y"), warn("notes", "x")),
    undefined,
    ["fail", true, "refused", "v1.2.3 is not released, and nothing was changed; failed: files (2), tag", null],
  ],
  [
    "failures and unknowns",
    checksOf(unknown("branch", "x"), fail("tag", "x")),
    undefined,
    ["fail", true, "refused", "v1.2.3 is not released, and nothing was changed; failed: tag; unknown: branch", null],
  ],
  [
    "an unknown alone",
    checksOf(unknown("branch", "x")),
    undefined,
    ["broken", true, "refused", "v1.2.3 is not released, and nothing was changed; unknown: branch", null],
  ],
  [
    "failures of a dry run",
    { dryRun: true, ...checksOf(unknown("branch", "x"), fail("tag", "x")) },
    undefined,
    ["fail", true, "refused", "Dry run: v1.2.3 would not be released, and nothing was changed; failed: tag", null],
  ],
  [
    "published",
    { steps: DONE, release: RELEASE, latest: true },
    [],
    ["pass", false, "published", "v1.2.3 is published as the latest, with 2 assets", null],
  ],
  [
    "published as what GitHub says",
    { steps: DONE, release: { ...RELEASE, prerelease: true }, latest: true },
    [],
    ["pass", false, "published", "v1.2.3 is published as a prerelease, with 2 assets", null],
  ],
  [
    "drafted",
    { steps: DONE, release: { ...RELEASE, draft: true, assets: [] } },
    [],
    ["pass", false, "drafted", "v1.2.3 is a draft, with no assets", null],
  ],
  [
    "unchanged",
    { steps: KEEP, release: RELEASE },
    [],
    ["pass", false, "unchanged", "v1.2.3 was already complete, with 2 assets: nothing was changed", null],
  ],
  [
    "failed before it was published",
    { steps: DONE, release: { ...RELEASE, draft: true } },
    [{ brief: "`a` could not be uploaded", message: "`a` could not be uploaded: x" }],
    ["broken", true, "failed", "v1.2.3 is not released: a could not be uploaded", "`a` could not be uploaded: x"],
  ],
  [
    "failed before anything",
    { steps: [] },
    [{ brief: "x", message: "x: y" }],
    ["broken", true, "failed", "v1.2.3 is not released: x", "x: y"],
  ],
  [
    "failed afterwards, twice",
    { steps: DONE, release: RELEASE },
    [
      { brief: "`v1` could not be moved", message: "m" },
      { brief: "`v1.2` could not be moved", message: "n" },
    ],
    [
      "broken",
      true,
      "failed",
      "v1.2.3 is published, but not everything is done: v1 could not be moved, v1.2 could not be moved",
      "m; n",
    ],
  ],
])("%s", (_, more, failures, expected) => {
  expect(judged(more, failures)).toEqual(expected);
});

test("a plan with files counts them", () => {
  const { headline } = evaluate(inputsOf({ "dry-run": "true" }), factsOf({ files: [fileOf("a"), fileOf("b")] }));
  expect(headline).toBe("Dry run: v1.2.3 would be published as the latest, with 3 assets");
});
