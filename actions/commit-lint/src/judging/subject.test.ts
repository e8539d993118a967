import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commit, RULES } from "../../testing/facts.ts";
import { judgeCommit, judgeTitle } from "./subject.ts";

const place = { required: true };

/** What the first problem of a message points at. */
function pointedAt(message: string): string {
  const { text, at } = judgeCommit(commit(1, message), message, RULES, place).problems[0]!.excerpt;
  return text.slice(at);
}

describe("an excerpt of a long line has its problem in it", () => {
  test.each([
    ["near its start", `Bad ${"x".repeat(200)}`, /^ x+\.\.\.$/],
    ["behind the limit", `feat: ${"x".repeat(94)}HERE${"y".repeat(200)}`, /^HEREy+\.\.\.$/],
    ["near its end", `feat: ${"x".repeat(94)}HERE`, /^HERE$/],
    ["behind its end", `feat: a\n\n${"x".repeat(100)}.`, /^\.$/],
  ])("%s", (_, message, expected) => {
    expect(pointedAt(message)).toMatch(expected);
  });

  test("whatever the message, it stays short, and the place is inside of it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (message) => {
        for (const { excerpt } of judgeCommit(commit(1, message), message, RULES, place).problems) {
          expect(excerpt.text.length).toBeLessThanOrEqual(90);
          expect(excerpt.at).toBeLessThanOrEqual(excerpt.text.length);
          expect(excerpt.text.isWellFormed()).toBe(true);
        }
      }),
    );
  });
});

test("errors come before warnings, and what is not listed is counted", () => {
  const message = `bad\nbody\n${`${"x".repeat(101)}\n`.repeat(30)}`;
  const { problems, errors, warnings } = judgeCommit(commit(1, message), message, RULES, place);
  expect([problems.length, errors, warnings]).toEqual([20, 31, 1]);
  expect(new Set(problems.map(({ level }) => level))).toEqual(new Set(["error"]));
});

test("a revert is checked where nothing is left alone", () => {
  expect(judgeTitle('Revert "x"', { ...RULES, defaultIgnores: false }, place).errors).toBe(1);
});
