import { expect, test } from "vitest";
import { partProblems } from "./merge-images.ts";

const [COMMIT, OTHER] = ["c".repeat(40), "d".repeat(40)];
const part = (platform: string, commit = COMMIT) => ({ platform, commit });
const BOTH = ["linux/amd64", "linux/arm64"];

test.each([
  ["all that was asked for", [part("linux/amd64"), part("linux/arm64")], []],
  ["another spelling of a platform", [part("linux/x86_64"), part("linux/arm64/v8")], []],
  ["nothing", [], ["there is no digest file of `api`"]],
  ["one missing", [part("linux/arm64")], ["`api` has no part for linux/amd64"]],
  [
    "one too many",
    [part("linux/amd64"), part("linux/arm64"), part("linux/arm/v7")],
    ["`api` has a part for linux/arm/v7, which `platforms` does not name"],
  ],
  [
    "one of another commit",
    [part("linux/amd64"), part("linux/arm64", OTHER)],
    [`the linux/arm64 part of \`api\` is of ${OTHER}, and this run is of ${COMMIT}`],
  ],
])("parts of a merge: %s", (_, files, problems) => {
  expect(partProblems("api", files, BOTH, COMMIT)).toEqual(problems);
});
