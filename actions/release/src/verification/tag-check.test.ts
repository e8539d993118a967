import { parseTag } from "@jessy-actions/versioning/tag";
import { expect, test } from "vitest";
import { COMMIT, factsOf, OTHER_COMMIT } from "../../testing/facts.ts";
import type { Facts, TagFacts } from "../facts.ts";
import { checkTag } from "./tag-check.ts";

const tags = (here: string | undefined, onGitHub: TagFacts["onGitHub"]): Pick<Facts, "tags"> => ({
  tags: { all: new Map(), here, onGitHub },
});
const OFFLINE = { unknown: "no answer" };
const NOT_KNOWN = "unknown tag: Where `v1.2.3` stands on GitHub is not known: no answer; it";
const GOOD = "pass tag: `v1.2.3` is version 1.2.3, on `cccccccccc` of `org/demo`";

test.each<[string, Partial<Facts>, { commit?: string; createTag?: boolean }, string[]]>([
  ["agrees", {}, {}, [GOOD]],
  ["is only on GitHub", tags(undefined, { known: COMMIT }), {}, [GOOD]],
  ["is here, and GitHub is silent", tags(COMMIT, OFFLINE), {}, [`${NOT_KNOWN} stands on \`cccccccccc\` in this clone`]],
  [
    "is here, but elsewhere, and GitHub is silent",
    tags(OTHER_COMMIT, OFFLINE),
    {},
    [
      "fail commit: `v1.2.3` stands on `dddddddddd`, but `cccccccccc` is to be released; check out the tag",
      `${NOT_KNOWN} stands on \`dddddddddd\` in this clone`,
    ],
  ],
  [
    "leads to no commit",
    tags(COMMIT, { wrong: "leads to a tree, not to a commit" }),
    {},
    ["fail tag: `v1.2.3` leads to a tree, not to a commit; delete it, and tag a commit"],
  ],
  [
    "is of a package",
    { tag: parseTag("x/pkg/v1.2.3")! },
    {},
    ["pass tag: `x/pkg/v1.2.3` is version 1.2.3, of `x/pkg`, on `cccccccccc` of `org/demo`"],
  ],
  [
    "does not exist",
    tags(undefined, { known: undefined }),
    {},
    [
      "fail tag: `v1.2.3` does not exist; push it (`git tag v1.2.3 cccccccccc && git push origin v1.2.3`), or set `create-tag: true`",
    ],
  ],
  [
    "is in the clone alone",
    tags(COMMIT, { known: undefined }),
    {},
    [
      "fail tag: `v1.2.3` is in this clone but not on GitHub; push it (`git tag v1.2.3 cccccccccc && git push origin v1.2.3`), or set `create-tag: true`",
    ],
  ],
  [
    "is to be created",
    tags(undefined, { known: undefined }),
    { createTag: true },
    ["pass tag: `v1.2.3` is new; publishing creates it at `cccccccccc`"],
  ],
  ["may be to be created", tags(undefined, OFFLINE), { createTag: true }, [`${NOT_KNOWN} is not in this clone`]],
  ["is not here, and GitHub is silent", tags(undefined, OFFLINE), {}, [`${NOT_KNOWN} is not in this clone`]],
  [
    "stands elsewhere",
    tags(COMMIT, { known: OTHER_COMMIT }),
    {},
    ["fail commit: `v1.2.3` stands on `dddddddddd`, but `cccccccccc` is to be released; check out the tag"],
  ],
  [
    "has moved here since",
    tags(OTHER_COMMIT, { known: COMMIT }),
    {},
    ["fail tag: `v1.2.3` stood on `dddddddddd` when it was checked out, and has moved to `cccccccccc`", GOOD],
  ],
  ["was pushed at this commit", { pushedCommit: COMMIT }, {}, [GOOD]],
  ["was not pushed by this run", { pushedCommit: undefined }, {}, [GOOD]],
  [
    "was pushed at another commit",
    { pushedCommit: OTHER_COMMIT },
    {},
    ["fail commit: `v1.2.3` was pushed at `dddddddddd`, but `cccccccccc` is checked out", GOOD],
  ],
  ["was pushed at another commit than the input names", { pushedCommit: OTHER_COMMIT }, { commit: COMMIT }, [GOOD]],
  ["has a twin", { tagProblems: ["two of a kind"] }, {}, ["fail tag: two of a kind", GOOD]],
])("a tag that %s", (_, facts, { commit, createTag = false }, expected) => {
  const checks = checkTag({ commit, createTag }, factsOf(facts));
  expect(checks.map(({ state, subject, message }) => `${state} ${subject}: ${message}`)).toEqual(expected);
});
