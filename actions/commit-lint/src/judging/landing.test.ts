import { expect, test } from "vitest";
import type { MergeSettings } from "../facts.ts";
import { landingOf } from "./landing.ts";

const settings = (ways: string, more: Partial<MergeSettings> = {}): MergeSettings => ({
  allowsMerge: ways.includes("merge"),
  allowsSquash: ways.includes("squash"),
  allowsRebase: ways.includes("rebase"),
  squashTitle: "COMMIT_OR_PR_TITLE",
  mergeTitle: "MERGE_MESSAGE",
  ...more,
});
const PR_TITLE = { squashTitle: "PR_TITLE" } as const;

test.each<[string, Parameters<typeof landingOf>[0], MergeSettings | undefined, number, string]>([
  ["both", { check: "both", squashTitle: undefined }, settings("squash", PR_TITLE), 3, "required required"],
  ["commits", { check: "commits", squashTitle: undefined }, undefined, 1, "off required"],
  ["title of many commits", { check: "title", squashTitle: undefined }, undefined, 2, "required off"],
  ["title of one, nobody knows", { check: "title", squashTitle: undefined }, undefined, 1, "required required assumed"],
  ["title of one, as set here", { check: "title", squashTitle: "PR_TITLE" }, undefined, 1, "required off"],
  [
    "the same, set the other way",
    { check: "title", squashTitle: "COMMIT_OR_PR_TITLE" },
    undefined,
    1,
    "required required",
  ],
  [
    "title of one, by the repository",
    { check: "title", squashTitle: undefined },
    settings("squash", PR_TITLE),
    1,
    "required off",
  ],
  [
    "title of one, GitHub's default",
    { check: "title", squashTitle: undefined },
    settings("squash"),
    1,
    "required required",
  ],
  ["title of one, never squashed", { check: "title", squashTitle: undefined }, settings("merge"), 1, "required off"],
  ["auto, nobody knows", { check: "auto", squashTitle: undefined }, undefined, 3, "required required assumed"],
  ["auto, squash of many", { check: "auto", squashTitle: undefined }, settings("squash"), 3, "required advised"],
  ["auto, squash of one", { check: "auto", squashTitle: undefined }, settings("squash"), 1, "advised required"],
  [
    "auto, squash of one with the title",
    { check: "auto", squashTitle: undefined },
    settings("squash", PR_TITLE),
    1,
    "required advised",
  ],
  [
    "auto, the input beats the setting",
    { check: "auto", squashTitle: "PR_TITLE" },
    settings("squash"),
    1,
    "required advised",
  ],
  ["auto, merges", { check: "auto", squashTitle: undefined }, settings("merge"), 3, "advised required"],
  [
    "auto, merges with the title",
    { check: "auto", squashTitle: undefined },
    settings("merge", { mergeTitle: "PR_TITLE" }),
    3,
    "required required",
  ],
  ["auto, rebases", { check: "auto", squashTitle: undefined }, settings("rebase"), 1, "advised required"],
  [
    "auto, everything",
    { check: "auto", squashTitle: undefined },
    settings("merge squash rebase"),
    2,
    "required required",
  ],
])("%s", (_, inputs, known, commits, expected) => {
  const { title, commits: ofCommits, assumed } = landingOf(inputs, known, commits);
  expect([title, ofCommits, ...(assumed === undefined ? [] : ["assumed"])].join(" ")).toBe(expected);
});

test.each([
  [
    "title",
    "GitHub does not tell this token what becomes the title of a squash commit; it was taken to be the message of the only commit, GitHub's default. If it is the pull request's title, set `squash-merge-commit-title: pr-title`.",
  ],
  [
    "auto",
    "GitHub does not tell this token how pull requests are merged (it needs `contents: write` for that), so `check: auto` checked as `check: both` does.",
  ],
] as const)("`check: %s` says what it assumed", (check, assumed) => {
  const expected = { title: "required", commits: "required", assumed };
  expect(landingOf({ check, squashTitle: undefined }, undefined, 1)).toEqual(expected);
});
