import { describe, expect, test } from "vitest";
import type { Subject } from "../result.ts";
import { countsOf } from "./counts.ts";
import { isFailing, type Judged, judge } from "./verdict.ts";

const subject = (kind: Subject["kind"], more: Partial<Subject> = {}): Subject => ({
  kind,
  header: "x",
  required: true,
  problems: [],
  errors: 0,
  warnings: 0,
  ...more,
});
const title = (more: Partial<Subject> = {}) => subject("title", more);
const commit = (more: Partial<Subject> = {}) => subject("commit", more);
const bad = { errors: 1 };
const odd = { warnings: 1 };

function judged(subjects: readonly Subject[], more: Partial<Judged> = {}): Judged {
  return { subjects, counts: countsOf(subjects), skipped: [], missing: undefined, origin: "push", ...more };
}

describe("the sentence", () => {
  test.each<[readonly Subject[], string]>([
    [[title()], "The title follows the rules: pass"],
    [[commit()], "1 commit follows the rules: pass"],
    [[title(), title()], "2 titles follow the rules: pass"],
    [[title(), commit()], "The title and 1 commit follow the rules: pass"],
    [[title(), title(), commit(), commit()], "2 titles and 2 commits follow the rules: pass"],
    [[title(bad)], "The title breaks the rules: fail"],
    [[title(bad), commit()], "The title breaks the rules: fail"],
    [[title(), commit(bad)], "1 commit breaks the rules: fail"],
    [[commit(bad), commit(bad), commit()], "2 of 3 commits break the rules: fail"],
    [[title(bad), commit(bad), commit()], "The title and 1 of 2 commits break the rules: fail"],
    [[title(bad), title(bad)], "2 titles break the rules: fail"],
    [[commit(odd)], "1 commit follows the rules, with 1 warning: pass"],
    [[commit(odd), commit(odd)], "2 commits follow the rules, with 2 warnings: pass"],
    [
      [commit(), commit({ ignoredAs: "merge" }), commit({ ignoredAs: "fixup" }), commit({ ignoredAs: "merge" })],
      "1 commit follows the rules, left alone: 2 merge, 1 fixup: pass",
    ],
    [
      [commit(odd), commit({ ignoredAs: "merge" })],
      "1 commit follows the rules, with 1 warning, left alone: 1 merge: pass",
    ],
    [[commit({ ignoredAs: "merge" })], "Nothing here needs checking, left alone: 1 merge: pass"],
  ])("%j: %s", (subjects, headline) => {
    expect(judge(judged(subjects), "error").headline).toBe(headline);
  });

  const skipped = [
    { pullRequest: 7, reason: "is by `bot`" },
    { pullRequest: 8, reason: "has the label `a`" },
  ];
  test.each<[string, Partial<Judged>, string]>([
    ["no commit", {}, "Nothing was checked: there is no commit: broken"],
    ["a new branch", { origin: "new-branch" }, "Nothing to check: the new branch has no commit of its own: pass"],
    ["what is left alone", { skipped }, "Not checked: #7 is by bot, #8 has the label a: pass"],
    [
      "what could not be read",
      { skipped, missing: "#7 has no commit" },
      "Not every commit was checked: #7 has no commit: broken",
    ],
  ])("without subjects: %s", (_, more, headline) => {
    const result = judge(judged([], more), "error");
    expect(result).toEqual({
      verdict: headline.endsWith("broken") ? "broken" : "pass",
      fails: headline.endsWith("broken"),
      headline,
    });
  });
});

test.each<[Parameters<typeof judge>[1], Partial<Subject>, string, boolean]>([
  ["error", {}, "pass", false],
  ["error", odd, "pass", false],
  ["error", bad, "fail", true],
  ["warning", {}, "pass", false],
  ["warning", odd, "fail", true],
  ["warning", bad, "fail", true],
  ["never", odd, "pass", false],
  ["never", bad, "fail", false],
])("`fail-on: %s`, %j: %s, the step fails: %s", (failOn, found, verdict, fails) => {
  expect(judge(judged([title(found)]), failOn)).toMatchObject({ verdict, fails });
  expect(isFailing(title(found), failOn)).toBe(verdict === "fail");
});

test("what could not be read fails the step even with `fail-on: never`", () => {
  expect(judge(judged([title()], { missing: "x" }), "never")).toMatchObject({ verdict: "broken", fails: true });
});
