import { describe, expect, test } from "vitest";
import { assetOf, COMMIT, OTHER_COMMIT, releaseOf } from "../../testing/facts.ts";
import type { OtherFiles } from "../assets/other-files.ts";
import type { PlannedAsset } from "../assets/planned-assets.ts";
import { checkPublishedFiles, checkRelease } from "./release-check.ts";

test.each([
  ["none", undefined, []],
  ["a draft", releaseOf({ draft: true }), ["The tag already has a draft, with 0 assets"]],
  ["a release", releaseOf({ assets: [assetOf("a")] }), ["The tag already has a release, with 1 asset"]],
  [
    "an immutable one",
    releaseOf({ immutable: true, assets: [assetOf("a"), assetOf("b")] }),
    ["The tag already has an immutable release, with 2 assets"],
  ],
])("%s", (_, existing, messages) => {
  const checks = checkRelease({ releases: { known: [] } }, existing, undefined);
  expect(checks).toEqual(messages.map((message) => ({ subject: "release", state: "pass", message })));
});

test("releases that are not known", () => {
  const message = "Which releases exist is not known: no answer";
  expect(checkRelease({ releases: { unknown: "no answer" } }, undefined, undefined)).toEqual([
    { subject: "release", state: "unknown", message },
  ]);
});

describe("files that are there and not of this run", () => {
  const one = [assetOf("x")];
  const two = [assetOf("x"), assetOf("y")];
  const others = (files: OtherFiles["files"], more: Partial<OtherFiles> = {}): OtherFiles => ({
    files,
    action: "keep",
    of: "an unknown commit",
    commit: undefined,
    ...more,
  });
  const older = { of: "another commit", commit: OTHER_COMMIT } as const;
  const ours = { of: "this commit", commit: COMMIT } as const;
  const KEEP = "or keep them by `draft-files: keep`";

  test.each<[name: string, draft: boolean, others: OtherFiles, expected: string | undefined]>([
    ["none", true, others([]), undefined],
    ["one of a release", false, others(one), "pass 1 file there is not of this run, and stays: `x`"],
    ["two of a release", false, others(two), "pass 2 files there are not of this run, and stay: `x`, `y`"],
    [
      "one that nobody can place",
      true,
      others(one, { action: "refuse" }),
      "fail The draft 7 holds `x`, which this run does not upload and which is of an unknown commit: delete it, or the draft, or keep it by `draft-files: keep`",
    ],
    [
      "two of somebody else's",
      true,
      others(two, { action: "refuse", ...older }),
      `fail The draft 7 holds \`x\`, \`y\`, which this run does not upload and which are of the commit dddddddddd: delete them, or the draft, ${KEEP}`,
    ],
    [
      "one of an older commit",
      true,
      others(one, { action: "delete", ...older }),
      "warning 1 file there is not of this run, but of the commit dddddddddd, and will be deleted: `x`",
    ],
    [
      "one of this commit",
      true,
      others(one, ours),
      "pass 1 file there is not of this run, but of this commit, and stays: `x`",
    ],
    [
      "two of this commit",
      true,
      others(two, ours),
      "pass 2 files there are not of this run, but of this commit, and stay: `x`, `y`",
    ],
    [
      "one of an older commit that shall stay",
      true,
      others(one, older),
      "warning 1 file there is not of this run, but of the commit dddddddddd, and stays: `x`",
    ],
  ])("%s", (_, draft, files, expected) => {
    const checks = checkRelease({ releases: { known: [] } }, releaseOf({ draft, assets: files.files }), files);
    expect(checks[0]).toMatchObject({ subject: "release", state: "pass" });
    expect(checks.slice(1).map(({ subject, state, message }) => [subject, `${state} ${message}`])).toEqual(
      expected === undefined ? [] : [["release", expected]],
    );
  });
});

const planned = (name: string, action: PlannedAsset["action"]): PlannedAsset => ({
  name,
  label: name,
  size: 1,
  sha256: "ab",
  source: { text: "" },
  action,
});
const REPLACED = /^`a` is published with other content \(sha256:aaa+, and here it is sha256:ab\): this build is not/;

test.each([
  ["there is no release", undefined, "replace", []],
  ["a draft takes anything", releaseOf({ draft: true, assets: [assetOf("a")] }), "replace", []],
  ["a published file stays", releaseOf({ assets: [assetOf("a")] }), "keep", []],
  ["so does one of an immutable release", releaseOf({ immutable: true, assets: [assetOf("a")] }), "keep", []],
  ["a published release takes more", releaseOf(), "upload", []],
  ["a broken upload is cleaned", releaseOf({ assets: [assetOf("a", { state: "starter" })] }), "clean", []],
  ["a published file is not replaced", releaseOf({ assets: [assetOf("a")] }), "replace", [REPLACED]],
  [
    "nor one without a digest",
    releaseOf({ assets: [assetOf("a", { digest: null })] }),
    "replace",
    [/^`a` is published with other content \(no known digest, and here it is sha256:ab\)/],
  ],
  [
    "nor one of an immutable release",
    releaseOf({ immutable: true, assets: [assetOf("a")] }),
    "replace",
    [/^`a` is immutable with other content/],
  ],
  [
    "an immutable release takes nothing more",
    releaseOf({ immutable: true }),
    "upload",
    [
      /^`a` is missing from an immutable release, which takes no more files; let parallel jobs upload with `draft: true`/,
    ],
  ],
] as const)("%s", (_, existing, action, messages) => {
  const checks = checkPublishedFiles([planned("a", action)], existing, undefined);
  expect(checks.map(({ state, subject }) => [state, subject])).toEqual(messages.map(() => ["fail", "release"]));
  for (const [at, message] of messages.entries()) expect(checks[at]!.message).toMatch(message);
});

test("the list of checksums may grow, unless the release is immutable", () => {
  const list = [planned("SUMS", "replace")];
  const assets = [assetOf("SUMS")];
  expect(checkPublishedFiles(list, releaseOf({ assets }), "SUMS")).toEqual([]);
  expect(checkPublishedFiles(list, releaseOf({ assets, immutable: true }), "SUMS")).toHaveLength(1);
});
