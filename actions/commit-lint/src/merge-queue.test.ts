import { describe, expect, test } from "vitest";
import { namedPullRequest, parseQueueRef, withoutPullRequestNumber } from "./merge-queue.ts";

const SHA = "c".repeat(40);

describe("the ref of a merge group", () => {
  test.each([
    [`refs/heads/gh-readonly-queue/main/pr-12-${SHA}`, { base: "main", pullRequest: 12 }],
    [`refs/heads/gh-readonly-queue/release/v1/x/pr-3-${SHA}`, { base: "release/v1/x", pullRequest: 3 }],
    [`refs/heads/gh-readonly-queue/pr-1-${SHA}/pr-2-${SHA}`, { base: `pr-1-${SHA}`, pullRequest: 2 }],
    [`refs/heads/gh-readonly-queue/main/pr-12-${"d".repeat(64)}`, { base: "main", pullRequest: 12 }],
    ["refs/heads/main", undefined],
    [`refs/heads/gh-readonly-queue/main/pr-0-${SHA}`, undefined],
    [`refs/heads/gh-readonly-queue/main/pr-12-${SHA}x`, undefined],
    [`refs/heads/gh-readonly-queue//pr-12-${SHA}`, undefined],
    [`refs/heads/gh-readonly-queue/main/pr-12345678901-${SHA}`, undefined],
    [`refs/heads/gh-readonly-queue/main/pr-1234567890-${SHA}`, { base: "main", pullRequest: 1_234_567_890 }],
    [`refs/heads/gh-readonly-queue/main/pr-12-${"c".repeat(39)}`, undefined],
    [`refs/heads/gh-readonly-queue/main/pr-12-${"c".repeat(41)}`, undefined],
    [`refs/heads/gh-readonly-queue/main/pr-12-${"g".repeat(40)}`, undefined],
    [`x/refs/heads/gh-readonly-queue/main/pr-12-${SHA}`, undefined],
    [`refs/heads/x/gh-readonly-queue/main/pr-12-${SHA}`, undefined],
  ])("%s", (ref, expected) => {
    expect(parseQueueRef(ref)).toEqual(expected);
  });
});

test.each([
  ["Merge pull request #12 from org/change\n\nfeat: x", 12],
  ["feat: x (#13)", 13],
  ["feat: x (#13)\n\n(#14)", 13],
  ["feat: x (#13) and more", undefined],
  ["feat: x #13", undefined],
  ["feat: x (#0)", undefined],
  ["feat: x (#1)", 1],
  ["feat: x (#1234567890)", 1_234_567_890],
  ["feat: x (#12345678901)", undefined],
  ["feat: x(#12)", undefined],
  ["feat: x (#13)\r\n\r\nbody", 13],
  ["Merge pull request #1 from org/change (#2)", 1],
  ["Merge pull request #1234567890 from x", 1_234_567_890],
  ["Merge pull request #12345678901 from x", undefined],
  ["Merge pull request #0 from x", undefined],
  ["Re: Merge pull request #1 from x", undefined],
  ["feat: x\n\nMerge pull request #1 from x", undefined],
  ["", undefined],
])("%j names %s", (message, number) => {
  expect(namedPullRequest(message)).toBe(number);
});

test("only the number that GitHub appended is taken off", () => {
  const off = (message: string) => withoutPullRequestNumber(message, new Set([12]));
  expect(off("feat: x (#12)\n\nbody (#12)")).toBe("feat: x\n\nbody (#12)");
  expect(off("feat: x (#12)\r\n\r\nbody")).toBe("feat: x\r\n\r\nbody");
  expect(off("feat: x (#13)")).toBe("feat: x (#13)");
  expect(off("feat: x\n\n(#12)")).toBe("feat: x\n\n(#12)");
});
