import { expect, test } from "vitest";
import { commit, pull, rangeOf } from "../../testing/facts.ts";
import type { PullFacts, Range } from "../facts.ts";
import { missingCommits } from "./missing-commits.ts";

const nothing = rangeOf();
const whole = pull("feat: x", ["feat: a", "feat: b"]);

test.each<[string, readonly PullFacts[], Range, string | undefined]>([
  ["nothing at all", [], nothing, undefined],
  ["all of a pull request", [whole], nothing, undefined],
  ["all of two and of a range", [whole, { ...whole, number: 8 }], rangeOf(commit(9, "x")), undefined],
  ["commits that nobody asked for", [{ ...whole, commits: undefined }], nothing, undefined],
  ["one too few", [{ ...whole, declared: 3 }], nothing, "of the 3 commits of #7 2 could be read"],
  ["one too many", [{ ...whole, declared: 1 }], nothing, "of the 1 commits of #7 2 could be read"],
  ["none of none", [pull("feat: x", [])], nothing, "#7 has no commit that could be read"],
  ["none of some", [pull("feat: x", [], { declared: 2 })], nothing, "of the 2 commits of #7 0 could be read"],
  ["the second of two", [whole, pull("x", [], { number: 8 })], nothing, "#8 has no commit that could be read"],
  ["a range cut short", [whole], { declared: 3, commits: [commit(9, "x")] }, "of 3 commits 1 could be read"],
  ["a commit twice", [], rangeOf(commit(9, "x"), commit(9, "x")), "of 2 commits 2 could be read"],
])("%s", (_, pulls, range, expected) => {
  expect(missingCommits(pulls, range)).toBe(expected);
});
