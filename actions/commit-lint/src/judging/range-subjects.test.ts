import { expect, test } from "vitest";
import { commit, factsOf, pull, rangeOf } from "../../testing/facts.ts";
import type { CommitFacts, GatheredFacts } from "../facts.ts";
import type { SkippedPull } from "../result.ts";
import { judgeRange } from "./range-subjects.ts";

const BOT = { author: "Renovate[bot]" };
const skipped = [{ pullRequest: 8, reason: "has the label `skip`" }];

function shown(
  origin: GatheredFacts["origin"],
  commits: readonly CommitFacts[],
  { pulls = [], skipped = [] }: { readonly pulls?: GatheredFacts["pulls"]; readonly skipped?: SkippedPull[] } = {},
): string[] {
  const facts = factsOf({ origin, pulls, range: rangeOf(...commits) });
  return judgeRange({ ignoreAuthors: ["renovate[bot]"] }, facts, skipped).map(
    ({ sha, header, required, ignoredAs, errors }) =>
      `${sha?.[0]} ${header} ${required ? "required" : "not required"}: ${ignoredAs ?? errors}`,
  );
}

test.each<[string, readonly string[], readonly string[]]>([
  [
    "a push: every commit, but those of ignored authors",
    shown("push", [commit(1, "feat: a"), commit(2, "b"), commit(3, "Bump", BOT), commit(4, "c", { author: "x" })]),
    ["1 feat: a required: 0", "2 b required: 1", "3 Bump not required: by Renovate[bot]", "4 c required: 1"],
  ],
  [
    "a push keeps the number at the end, whatever pull request it names",
    shown("push", [commit(1, "feat: a (#7)")], { pulls: [pull("feat: a", ["feat: b"])] }),
    ["1 feat: a (#7) required: 0"],
  ],
  [
    "a push checks a message that a pull request has, too",
    shown("push", [commit(1, "bad")], { pulls: [pull("feat: a", ["bad"])] }),
    ["1 bad required: 1"],
  ],
  [
    "a merge group: not what its pull requests bring, whatever ends their messages",
    shown("merge-group", [commit(1, "feat: b\n"), commit(2, "feat: c"), commit(3, "d", BOT)], {
      pulls: [pull("feat: a", ["feat: b", "feat: c\n\n"])],
    }),
    ["3 d required: 1"],
  ],
  [
    "a merge group takes off the numbers of its own pull requests alone",
    shown("merge-group", [commit(1, "feat: a (#7)"), commit(2, "feat: b (#9)")], { pulls: [pull("feat: a", [])] }),
    ["1 feat: a required: 0", "2 feat: b (#9) required: 0"],
  ],
  [
    "a squash of an ignored pull request",
    shown("merge-group", [commit(1, "Bump (#8)"), commit(2, "Bump (#9)")], { skipped }),
    ["1 Bump (#8) not required: of an ignored pull request", "2 Bump (#9) required: 1"],
  ],
  [
    "a pull request whose commits were not read",
    shown("merge-group", [commit(1, "x")], { pulls: [pull("feat: a", [], { commits: undefined })] }),
    ["1 x required: 1"],
  ],
])("%s", (_, found, expected) => {
  expect(found).toEqual(expected);
});
