import { expect, test } from "vitest";
import { uploadPlace } from "./upload-place.ts";

const [MERGE, HEAD, OTHER] = ["a", "b", "c"].map((digit) => digit.repeat(40)) as [string, string, string];
const pullRequest = {
  number: 7,
  title: "x",
  commits: 1,
  fork: false,
  headSha: HEAD,
  headRef: "topic",
  baseSha: OTHER,
  baseRef: "main",
};
const pull = { ref: "refs/pull/7/merge", sha: MERGE, pullRequest };
const push = { ref: "refs/heads/main", sha: MERGE, pullRequest: undefined };
const queue = { ...push, ref: "refs/heads/gh-readonly-queue/main/pr-7-0123" };
const target = { ref: "refs/heads/main", sha: OTHER, pullRequest };

test.each<[name: string, commit: string, event: Parameters<typeof uploadPlace>[1], place: unknown]>([
  ["a push", MERGE, push, { commitSha: MERGE, ref: "refs/heads/main" }],
  ["a tag", MERGE, { ...push, ref: "refs/tags/v1" }, { commitSha: MERGE, ref: "refs/tags/v1" }],
  ["a pull request's merge commit", MERGE, pull, { commitSha: MERGE, ref: "refs/pull/7/merge" }],
  ["a pull request's head, checked out by a step", HEAD, pull, { commitSha: HEAD, ref: "refs/pull/7/head" }],
  ["pull_request_target with the head", HEAD, target, { commitSha: HEAD, ref: "refs/pull/7/head" }],
  ["pull_request_target with the base", OTHER, target, { commitSha: OTHER, ref: "refs/heads/main" }],
  ["another commit", OTHER, pull, "other-commit"],
  ["no repository", "", { ...push, sha: "" }, "other-commit"],
  ["a merge queue", MERGE, queue, "merge-queue"],
])("%s", (_, commit, event, place) => {
  expect(uploadPlace({ commit, fork: false }, event)).toEqual(place);
});

test("a fork's pull request has none, whatever the event", () => {
  expect(uploadPlace({ commit: MERGE, fork: true }, pull)).toBe("fork");
  expect(uploadPlace({ commit: HEAD, fork: true }, target)).toBe("fork");
});
