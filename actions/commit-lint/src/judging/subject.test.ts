import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commit, RULES } from "../../testing/facts.ts";
import { ignoredCommit, judgeCommit, judgeTitle } from "./subject.ts";

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

describe("a subject as a whole", () => {
  const sha = `1f${"0".repeat(38)}`;

  test("a commit that follows the rules", () => {
    const subject = judgeCommit(commit(1, "feat: x"), "feat: x\r\n\r\nbody", RULES, { pullRequest: 7, required: true });
    expect(subject).toStrictEqual({
      kind: "commit",
      sha,
      pullRequest: 7,
      required: true,
      header: "feat: x",
      problems: [],
      errors: 0,
      warnings: 0,
    });
  });

  test.each([
    [true, "error", 2, 0],
    [false, "warning", 0, 2],
  ])("a title that breaks two rules (required: %s)", (required, level, errors, warnings) => {
    const types = "build, chore, ci, docs, feat, fix, perf, refactor, revert, style, test";
    const problem = { level, line: 1, column: 1, excerpt: { text: "Fix: the door", at: 0 } };
    expect(judgeTitle("Fix: the door", RULES, { required })).toStrictEqual({
      kind: "title",
      required,
      header: "Fix: the door",
      problems: [
        { ...problem, rule: "type-case", message: "the type `Fix` must be in lower-case" },
        { ...problem, rule: "type-enum", message: `the type \`Fix\` is not one of ${types}` },
      ],
      errors,
      warnings,
      correction: "fix: the door",
    });
  });

  test("a sentence that is too long is cut", () => {
    const value = Array.from({ length: 200 }, (_, at) => `type${at}`);
    const rules = { ...RULES, rules: { "type-enum": { level: 2, when: "always", value } } } as const;
    const { message } = judgeTitle("feat: x", rules, place).problems[0]!;
    expect([message.length, message.slice(-3)]).toEqual([503, "..."]);
  });

  test("a commit that is left alone", () => {
    const long = `${"x".repeat(250)}\r\nbody`;
    expect(ignoredCommit(commit(1, long), "by bot")).toStrictEqual({
      kind: "commit",
      sha,
      header: `${"x".repeat(200)}...`,
      required: false,
      ignoredAs: "by bot",
      problems: [],
      errors: 0,
      warnings: 0,
    });
  });

  test.each([
    ["x".repeat(200), "x".repeat(200)],
    ["x".repeat(201), `${"x".repeat(200)}...`],
    [`${"x".repeat(199)}\u{1f600}`, `${"x".repeat(199)}\ufffd...`],
    ["a\ud800", "a\ufffd"],
  ])("the first line %j is shown as %j", (message, header) => {
    expect(judgeCommit(commit(1, message), message, RULES, place).header).toBe(header);
    expect(ignoredCommit(commit(1, message), "x").header).toBe(header);
  });
});

describe("what is left alone", () => {
  test.each([
    ["Merge branch 'a'", 1, undefined],
    ["Merge branch 'a'", 2, "merge"],
    ["fixup! x", 1, "fixup"],
    ['Revert "x"', 1, "revert"],
  ])("the commit %j with %i parents: %s", (message, parents, ignoredAs) => {
    expect(judgeCommit(commit(1, message, { parents }), message, RULES, place).ignoredAs).toBe(ignoredAs);
  });

  test.each([
    ['Revert "x"', "revert"],
    ['Reapply "x"', "reapply"],
    ["fixup! x", undefined],
    ["Merge branch 'a'", undefined],
  ])("the title %j: %s", (title, ignoredAs) => {
    expect(judgeTitle(title, RULES, place).ignoredAs).toBe(ignoredAs);
  });
});

test("a title is asked only rules whose names begin like a part of the first line", () => {
  const rules = {
    ...RULES,
    rules: {
      "header-max-length": { level: 2, when: "always", value: 3 },
      "body-empty": { level: 2, when: "never", value: undefined },
      "signed-off-by": { level: 2, when: "always", value: "Signed-off-by:" },
    },
  } as const;
  expect(judgeTitle("feat: x", rules, place).problems.map(({ rule }) => rule)).toEqual(["header-max-length"]);
});

describe("excerpts", () => {
  /** The excerpt of the full stop at the end of a subject that long. */
  const excerptOf = (before: number) => {
    const message = `feat: ${"x".repeat(before - 6)}.`;
    const found = judgeCommit(commit(1, message), message, RULES, place).problems;
    return found.find(({ rule }) => rule === "subject-full-stop")!.excerpt;
  };
  const hiddenAt = (before: number, after: number) => {
    const message = `${"x".repeat(before)}\u202e${"y".repeat(after)}`;
    const found = judgeCommit(commit(1, message), message, RULES, place).problems;
    return found.find(({ rule }) => rule === "hidden-character")!.excerpt;
  };

  test("of a short line are the line", () => {
    expect(excerptOf(83)).toEqual({ text: `feat: ${"x".repeat(77)}.`, at: 83 });
  });

  test("of a long line begin a little before the problem", () => {
    expect(excerptOf(90)).toEqual({ text: `...${"x".repeat(24)}.`, at: 27 });
  });

  test.each([
    [0, 84, { text: `\u202e${"y".repeat(83)}...`, at: 0 }],
    [24, 60, { text: `${"x".repeat(24)}\u202e${"y".repeat(59)}...`, at: 24 }],
    [25, 59, { text: `...${"x".repeat(24)}\u202e${"y".repeat(59)}`, at: 27 }],
    [25, 60, { text: `...${"x".repeat(24)}\u202e${"y".repeat(59)}...`, at: 27 }],
  ])("%i characters before and %i after", (before, after, excerpt) => {
    expect(hiddenAt(before, after)).toEqual(excerpt);
  });
});

test("problems are in the order of their level, line and column", () => {
  const message = `feat: \u202ex \u202ey\nlog \u001b[31m\n\u202e`;
  const { problems } = judgeCommit(commit(1, message), message, RULES, place);
  expect(problems.map(({ level, rule, line, column }) => `${level} ${line}:${column} ${rule}`)).toEqual([
    "error 1:7 hidden-character",
    "error 1:10 hidden-character",
    "error 3:1 hidden-character",
    "warning 2:1 body-leading-blank",
    "warning 2:5 hidden-character",
  ]);
});

test("a rule's problem stands behind a hidden character that comes before it", () => {
  const message = `feat: \u202ex.\n\n${"x".repeat(101)}\n\u202e`;
  const { problems } = judgeCommit(commit(1, message), message, RULES, place);
  expect(problems.map(({ rule, line, column }) => `${line}:${column} ${rule}`)).toEqual([
    "1:7 hidden-character",
    "1:9 subject-full-stop",
    "3:101 body-max-line-length",
    "4:1 hidden-character",
  ]);
});

test("of a commit that is left alone only the first line is kept", () => {
  expect(ignoredCommit(commit(1, "feat: x\nbody"), "by bot").header).toBe("feat: x");
});

test("a correction is not offered where it would keep an invisible character", () => {
  expect(judgeTitle("Fix: the door", RULES, place).correction).toBe("fix: the door");
  expect(judgeTitle("Fix: the \u202edoor", RULES, place)).not.toHaveProperty("correction");
  expect(judgeTitle("fix: the door", RULES, place)).not.toHaveProperty("correction");
});
