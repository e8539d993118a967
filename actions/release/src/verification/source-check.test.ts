import { expect, test } from "vitest";
import { factsOf, OTHER_COMMIT } from "../../testing/facts.ts";
import type { Facts } from "../facts.ts";
import { checkSource } from "./source-check.ts";

const files = (count: number) => Array.from({ length: count }, (_, at) => `f${at}`);
const REST = "versions and changelog are read from the commit, and what was built may be of the changed files";

test.each<[string, Partial<Facts>, string[]]>([
  ["as it was checked out", {}, []],
  [
    "one changed file",
    { changedFiles: files(1) },
    [`warning 1 tracked file differs from \`cccccccccc\`: \`f0\`; ${REST}`],
  ],
  [
    "five changed files",
    { changedFiles: files(5) },
    [`warning 5 tracked files differ from \`cccccccccc\`: \`f0\`, \`f1\`, \`f2\`, \`f3\`, \`f4\`; ${REST}`],
  ],
  [
    "six changed files",
    { changedFiles: files(6) },
    [`warning 6 tracked files differ from \`cccccccccc\`: \`f0\`, \`f1\`, \`f2\`, \`f3\`, \`f4\` and 1 more; ${REST}`],
  ],
  [
    "another source",
    { sourceCommit: OTHER_COMMIT },
    ["pass Versions and changelog are read from `dddddddddd`, as `source-commit` says"],
  ],
])("%s", (_, facts, expected) => {
  const checks = checkSource(factsOf(facts));
  expect(checks.map(({ subject, state, message }) => [subject, `${state} ${message}`])).toEqual(
    expected.map((each) => ["commit", each]),
  );
});
