import { parseTag } from "@jessy-actions/versioning/tag";
import { expect, test } from "vitest";
import { releaseOf } from "../../testing/facts.ts";
import { latestOf } from "./latest.ts";

const of = (tag_name: string, more = {}) => releaseOf({ tag_name, ...more });

test.each([
  ["the first", "v1.2.3", "auto", false, [], true, "no published stable version is greater"],
  ["nothing is known", "v1.2.3", "auto", false, undefined, true, "no published stable version is greater"],
  ["a back-port", "v1.2.3", "auto", false, [of("v2.0.0")], false, "v2.0.0 is greater"],
  ["a greater draft", "v1.2.3", "auto", false, [of("v2.0.0", { draft: true })], true, expect.any(String)],
  ["a greater prerelease", "v1.2.3", "auto", false, [of("v2.0.0", { prerelease: true })], true, expect.any(String)],
  ["a prerelease", "v1.2.3", "auto", true, [], false, "a prerelease is never the latest"],
  ["as the workflow says", "v1.2.3", "true", false, [of("v2.0.0")], true, "the workflow says so"],
  ["not a prerelease, whatever it says", "v1.2.3", "true", true, [], false, "the workflow says so"],
  ["not, as the workflow says", "v1.2.3", "false", false, [], false, "the workflow says so"],
] as const)("%s", (_, tag, input, prerelease, releases, isLatest, reason) => {
  expect(latestOf(input, parseTag(tag)!, prerelease, releases)).toEqual({ isLatest, reason });
});
