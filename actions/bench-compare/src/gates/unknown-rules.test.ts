import { expect, test } from "vitest";
import { judgedOf } from "../../testing/judged.ts";
import { unknownRules } from "./unknown-rules.ts";

const input = "on-unreadable-history";

test("known rules are nothing to say", () => {
  expect(unknownRules(judgedOf([]))).toBeUndefined();
});

test.each([
  ["history-unavailable", false, "broken", true, "the cache cannot be read"],
  ["history-unreadable", false, "broken", true, "its history is damaged"],
  ["history-unreadable", true, "pass", false, "its history is damaged"],
] as const)("%s, allowed: %j", (cause, allowed, verdict, fails, why) => {
  expect(unknownRules(judgedOf([], { unjudged: { cause, input, allowed } }))).toStrictEqual({
    verdict,
    fails,
    words: `the default branch's rules are not known (${why})`,
  });
});
