import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../reading/testing/depth.ts";
import { eventContext } from "./build-context.ts";

const BASE = { eventName: "push", ref: "refs/heads/main", sha: "abc", payload: {}, usesHeadSha: false };

describe("the event's part of a context", () => {
  test("a push", () => {
    const payload = { repository: { default_branch: "main" }, base_ref: null };
    expect(eventContext({ ...BASE, payload })).toEqual({
      eventName: "push",
      ref: "refs/heads/main",
      sha: "abc",
      baseRef: undefined,
      defaultBranch: "main",
      headRef: undefined,
      pullRequest: undefined,
      commitDate: undefined,
    });
  });

  test("a tag with the branch that it was pushed from", () => {
    const event = { ...BASE, ref: "refs/tags/v1", payload: { base_ref: "refs/heads/dev" } };
    expect(eventContext(event).baseRef).toBe("dev");
  });

  const pull = {
    number: 7,
    pull_request: { base: { ref: "main" }, head: { ref: "fix", sha: "def" } },
  };

  test.each([
    ["pull_request", "refs/pull/7/merge", false, "refs/pull/7/merge", "abc"],
    ["pull_request", "refs/pull/7/merge", true, "refs/pull/7/merge", "def"],
    ["pull_request_target", "refs/heads/main", false, "refs/pull/7/merge", "abc"],
    ["pull_request_target", "refs/heads/main", true, "refs/pull/7/merge", "def"],
    ["push", "refs/heads/main", true, "refs/heads/main", "abc"],
  ])("%s on %s, head %s", (eventName, given, usesHeadSha, ref, sha) => {
    const context = eventContext({ eventName, ref: given, sha: "abc", payload: pull, usesHeadSha });
    expect(context).toMatchObject({ ref, sha, pullRequest: 7, headRef: "fix" });
    expect(context.baseRef).toBe(ref.startsWith("refs/pull/") ? "main" : undefined);
  });

  test.each([
    [
      {
        commits: [
          { id: "x", timestamp: "2020-01-01T00:00:00Z" },
          { id: "abc", timestamp: "2021-01-01T00:00:00+01:00" },
        ],
      },
    ],
    [{ commits: [], head_commit: { id: "abc", timestamp: "2020-12-31T23:00:00Z" } }],
  ])("the commit's date from the payload", (payload) => {
    expect(eventContext({ ...BASE, payload }).commitDate).toEqual(new Date("2020-12-31T23:00:00Z"));
  });

  test.each([
    [{ head_commit: { id: "other", timestamp: "2020-01-01" } }],
    [{ head_commit: { id: "abc", timestamp: "x" } }],
  ])("no date of another commit", (payload) => {
    expect(eventContext({ ...BASE, payload }).commitDate).toBeUndefined();
  });
});

test("any payload is read", () => {
  const key = fc.constantFrom("number", "pull_request", "head", "base", "ref", "sha", "commits", "head_commit", "id");
  const payload = fc.oneof(fc.jsonValue(), fc.dictionary(key, fc.dictionary(key, fc.jsonValue())));
  fc.assert(
    fc.property(payload, fc.boolean(), (value, usesHeadSha) => {
      expect(eventContext({ ...BASE, eventName: "pull_request_target", payload: value, usesHeadSha }).sha).toBeTypeOf(
        "string",
      );
    }),
    runs(1000),
  );
});
