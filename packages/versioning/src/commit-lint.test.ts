import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../reading/testing/depth.ts";
import { parseHeader } from "./commit-header.ts";
import { lintCommit } from "./commit-lint.ts";
import { CONVENTIONAL_RULES, readCommitRules } from "./commit-rules.ts";

const IGNORING = { defaultIgnores: true };

/** Problems as `line:column rule message`, and warnings with a `?`. */
function lint(message: string, rules: object | undefined = undefined, options = IGNORING) {
  const file = rules === undefined ? undefined : readCommitRules(JSON.stringify({ rules }), "x.json");
  expect(file?.problems ?? []).toEqual([]);
  const { problems, correction } = lintCommit(message, file?.rules ?? CONVENTIONAL_RULES, options);
  const texts = problems.map(
    (each) => `${each.line}:${each.column} ${each.rule}${each.level === 1 ? "?" : ""} ${each.message}`,
  );
  return correction === undefined ? texts : [...texts, `=> ${correction}`];
}

const TYPES = "build, chore, ci, docs, feat, fix, perf, refactor, revert, style, test";
const NO_CASE = "the description must begin with a lower-case letter; a name such as `README` may stand in backticks";

test.each<[message: string, problems: string[]]>([
  ["feat: x", []],
  ["feat(api)!: x\n\nbody\n\nRefs: #1", []],
  ["fix: `Words` first", []],
  ["fix: 2 words", []],
  ["fix: use the HTTP client", []],
  ["fix: \u4f60\u597d", []],
  ["foo: x", [`1:1 type-enum the type \`foo\` is not one of ${TYPES}`]],
  ["feature: x", [`1:1 type-enum the type \`feature\` is not one of ${TYPES}`, "=> feat: x"]],
  [
    "Feat: x",
    [
      "1:1 type-case the type `Feat` must be in lower-case",
      `1:1 type-enum the type \`Feat\` is not one of ${TYPES}`,
      "=> feat: x",
    ],
  ],
  ["fix: Do it", [`1:6 subject-case ${NO_CASE}`, "=> fix: do it"]],
  ["fix(a): DO IT", [`1:9 subject-case ${NO_CASE}`]],
  ["docs: README is longer", [`1:7 subject-case ${NO_CASE}`]],
  ["fix: OAuth again", [`1:6 subject-case ${NO_CASE}`]],
  ["fix: A thing", [`1:6 subject-case ${NO_CASE}`]],
  ["fix: X.", [`1:6 subject-case ${NO_CASE}`, "1:7 subject-full-stop the description must not end with `.`"]],
  ["faet: x", [`1:1 type-enum the type \`faet\` is not one of ${TYPES}`, "=> feat: x"]],
  ["f: x", [`1:1 type-enum the type \`f\` is not one of ${TYPES}`]],
  [
    "README: x",
    [
      "1:1 type-case the type `README` must be in lower-case",
      `1:1 type-enum the type \`README\` is not one of ${TYPES}`,
    ],
  ],
  ["fix: for the U.S.A.", ["1:19 subject-full-stop the description must not end with `.`"]],
  ["fix: build a, b, etc.", ["1:21 subject-full-stop the description must not end with `.`"]],
  ["Add tests", ["1:4 header-grammar the first line has no colon and space after `Add`"]],
  ["Update the parser", ["1:7 header-grammar the first line has no colon and space after `Update`"]],
  ["FIX login", ["1:4 header-grammar the first line has no colon and space after `FIX`"]],
  ["fix: do it.", ["1:11 subject-full-stop the description must not end with `.`", "=> fix: do it"]],
  ["fix: and so on...", []],
  ["fix: do it ", ["1:1 header-trim the first line must not begin or end with a space", "=> fix: do it"]],
  ["docs:x", ["1:6 header-grammar the first line has no space after its colon", "=> docs: x"]],
  ["Add a button.", ["1:4 header-grammar the first line has no colon and space after `Add`", "=> feat: add a button"]],
  ["nonsense", ["1:9 header-grammar the first line has no colon and space after `nonsense`"]],
  ["", ["1:1 header-grammar the first line is empty"]],
  [`fix: ${"x".repeat(95)}`, []],
  [`fix: ${"x".repeat(96)}`, ["1:101 header-max-length the first line has 101 characters; at most 100 are allowed"]],
  ["fix: x\nbody", ["2:1 body-leading-blank? the body must have a blank line before it"]],
  ["fix: x\nRefs: #1", ["2:1 footer-leading-blank? the footers must have a blank line before them"]],
  ["fix: x\n\nbody\nBREAKING CHANGE: y", ["4:1 footer-leading-blank? the footers must have a blank line before them"]],
  [
    "fix: x\n\nBreaking change: y",
    ["3:1 footer-grammar? `Breaking change` is not read as a breaking change; begin the line with `BREAKING CHANGE: `"],
  ],
  [
    `fix: x\n\na\n${"b".repeat(101)}\n${"b".repeat(100)}\nhttps://${"b".repeat(200)}\n\nNote: ${"c".repeat(95)}`,
    [
      "4:101 body-max-line-length the line has 101 characters; at most 100 are allowed",
      "8:101 footer-max-line-length the footer's line has 101 characters; at most 100 are allowed",
    ],
  ],
])("%j", (message, problems) => {
  expect(lint(message)).toEqual(problems);
  expect(lint(message.replaceAll("\n", "\r\n"))).toEqual(problems);
});

test.each<[name: string, rules: object, message: string, problems: string[]]>([
  ["free sentences, where no type is asked", { "header-max-length": [2, "always", 10] }, "A sentence", []],
  [
    "grammar as a warning",
    { "type-empty": [1, "never"] },
    "x",
    ["1:2 header-grammar? the first line has no colon and space after `x`"],
  ],
  [
    "scope, none",
    { "scope-empty": [2, "never"] },
    "fix: x",
    ["1:4 scope-empty a scope is missing, such as `(core)` after the type"],
  ],
  [
    "scope, one too many",
    { "scope-empty": [2, "always"] },
    "fix(a): x",
    ["1:5 scope-empty the scope `a` must not be there"],
  ],
  [
    "scopes, each",
    { "scope-enum": [2, "always", ["a", "b"]] },
    "fix(a, c): x",
    ["1:5 scope-enum the scope `a, c` is not one of a, b"],
  ],
  ["scopes, each well", { "scope-enum": [2, "always", ["a", "b"]] }, "fix(a,b/a): x", []],
  ["a scope with a slash", { "scope-enum": [2, "always", ["a/b"]] }, "fix(a/b): x", []],
  [
    "forbidden scopes",
    { "scope-enum": [2, "never", ["a", "b"]] },
    "fix(c/a): x",
    ["1:5 scope-enum the scope `c/a` is not allowed here, like each of a, b"],
  ],
  [
    "an empty list forbids nothing",
    { "scope-enum": [2, "never", []], "type-enum": [2, "always", []] },
    "fix(c): x",
    [],
  ],
  [
    "case of scopes",
    { "scope-case": [2, "always", "kebab-case"] },
    "fix(myScope): x",
    ["1:5 scope-case the scope `myScope` must be in kebab-case", "=> fix(my-scope): x"],
  ],
  [
    "a case that must be",
    { "subject-case": [2, "always", "sentence-case"] },
    "fix: do it",
    ["1:6 subject-case the description must be in sentence-case", "=> fix: Do it"],
  ],
  [
    "a full stop that must be",
    { "subject-full-stop": [1, "always", "!"] },
    "fix: x",
    ["1:6 subject-full-stop? the description must end with `!`"],
  ],
  [
    "lengths",
    {
      "subject-min-length": [2, "always", 3],
      "subject-max-length": [1, "always", 1],
      "header-min-length": [2, "always", 8],
      "type-max-length": [2, "always", 2],
      "scope-min-length": [2, "always", 2],
    },
    "fix: xy",
    [
      "1:1 header-min-length the first line has 7 characters; at least 8 are needed",
      "1:3 type-max-length the type has 3 characters; at most 2 are allowed",
      "1:6 subject-min-length the description has 2 characters; at least 3 are needed",
      "1:7 subject-max-length? the description has 2 characters; at most 1 are allowed",
    ],
  ],
  [
    "lengths that are just enough",
    {
      "header-min-length": [2, "always", 7],
      "type-min-length": [2, "always", 3],
      "subject-min-length": [2, "always", 2],
    },
    "fix: xy",
    [],
  ],
  [
    "long words are cut where they are quoted",
    { "type-case": [2, "always", "upper-case"], "scope-case": [2, "always", "upper-case"] },
    `${"t".repeat(40)}(${"s".repeat(41)}): x`,
    [
      `1:1 type-case the type \`${"t".repeat(40)}\` must be in upper-case`,
      `1:42 scope-case the scope \`${"s".repeat(40)}...\` must be in upper-case`,
      `=> ${"T".repeat(40)}(${"S".repeat(41)}): x`,
    ],
  ],
  [
    "one of several cases",
    { "type-case": [2, "always", ["upper-case", "pascal-case"]] },
    "fix: x",
    ["1:1 type-case the type `fix` must be in upper-case or pascal-case"],
  ],
  [
    "a body and footers that are too long",
    { "body-max-length": [2, "always", 3], "footer-max-length": [2, "always", 3] },
    "fix: x\n\nbody\n\nA: b\n",
    [
      "3:4 body-max-length the body has 4 characters; at most 3 are allowed",
      "5:4 footer-max-length the footer has 4 characters; at most 3 are allowed",
    ],
  ],
  [
    "a body and footers that are too short",
    { "body-min-length": [2, "always", 5], "footer-min-length": [2, "always", 5] },
    "fix: x\n\nbody\n\nA: b\n",
    [
      "3:1 body-min-length the body has 4 characters; at least 5 are needed",
      "5:1 footer-min-length the footer has 4 characters; at least 5 are needed",
    ],
  ],
  ["one of two cases of the body", { "body-case": [2, "always", ["lower-case", "upper-case"]] }, "fix: x\n\nbody", []],
  [
    "an issue by GitHub's other form",
    { "references-empty": [2, "always"] },
    "fix: x\n\nsee GH-12",
    ["1:1 references-empty the message must not refer to an issue"],
  ],
  ["a body that must be", { "body-empty": [2, "never"] }, "fix: x", ["1:1 body-empty the body must not be empty"]],
  [
    "a body that must not be",
    { "body-empty": [2, "always"], "footer-empty": [2, "always"] },
    "fix: x\n\ny\n\nA: b",
    ["3:1 body-empty the body must be empty", "5:1 footer-empty the footers must be empty"],
  ],
  [
    "no blank line, by rule",
    { "body-leading-blank": [2, "never"] },
    "fix: x\n\ny",
    ["3:1 body-leading-blank the body must not have a blank line before it"],
  ],
  [
    "signed off",
    { "signed-off-by": [2, "always"] },
    "fix: x\n\nSigned-off-by: A <a@b.c>\n(cherry picked from commit 0123456)\n# a comment\n",
    [],
  ],
  [
    "not signed off",
    { "signed-off-by": [2, "always", "Signed-off-by:"] },
    "fix: x\n\ny",
    ["3:1 signed-off-by the last line must begin with `Signed-off-by:`"],
  ],
  ["a trailer", { "trailer-exists": [2, "always", "Refs: "] }, "fix: x\n\nRefs: 1\nB: c", []],
  [
    "no trailer",
    { "trailer-exists": [2, "always", "Refs:"] },
    "fix: x",
    ["1:1 trailer-exists the footers must have `Refs:`"],
  ],
  [
    "`!` for a breaking change",
    { "subject-exclamation-mark": [2, "always"] },
    "fix(a): x",
    ["1:7 subject-exclamation-mark the first line must have `!` before its colon"],
  ],
  [
    "no `!`",
    { "subject-exclamation-mark": [2, "never"] },
    "fix!: x",
    ["1:4 subject-exclamation-mark the first line must not have `!` before its colon"],
  ],
  [
    "`!` without a footer",
    { "breaking-change-exclamation-mark": [2, "always"] },
    "fix!: x",
    [
      "1:1 breaking-change-exclamation-mark `!` announces a breaking change: a footer `BREAKING CHANGE: ...` must say what breaks",
    ],
  ],
  [
    "a footer without `!`",
    { "breaking-change-exclamation-mark": [2, "always"] },
    "fix: x\n\nBREAKING-CHANGE: y",
    [
      "1:1 breaking-change-exclamation-mark the footer `BREAKING CHANGE` needs `!` before the colon of the first line, too",
    ],
  ],
  ["both", { "breaking-change-exclamation-mark": [2, "always"] }, "fix!: x\n\nBREAKING CHANGE: y", []],
  ["neither", { "breaking-change-exclamation-mark": [2, "always"] }, "fix: x\n\nRefs: #1", []],
  [
    "never both",
    { "breaking-change-exclamation-mark": [2, "never"] },
    "fix!: x\n\nBREAKING CHANGE: y",
    ["1:1 breaking-change-exclamation-mark a breaking change must not have both `!` before the colon and a footer"],
  ],
  [
    "delimiters of scopes",
    { "scope-delimiter-style": [2, "always", [","]] },
    "fix(a/b): x",
    ["1:5 scope-delimiter-style between the scopes of `a/b` there must be `,`"],
  ],
  ["delimiters of scopes, well", { "scope-delimiter-style": [2, "always", [","]] }, "fix(a, b-c_d): x", []],
  ["delimiters of scopes, the usual ones", { "scope-delimiter-style": [2, "always"] }, "fix(a/b\\c,d): x", []],
  [
    "delimiters of scopes, none of these",
    { "scope-delimiter-style": [1, "never", ["/", ","]] },
    "fix(a/b): x",
    ["1:5 scope-delimiter-style? between the scopes of `a/b` there must not be `/` or `,`"],
  ],
  [
    "scopes with delimiters of their own",
    { "scope-enum": [2, "always", { scopes: ["a", "b/c"], delimiters: ["+"] }] },
    "fix(a+b/c): x",
    [],
  ],
  [
    "scopes with delimiters of their own, otherwise",
    { "scope-enum": [2, "always", { scopes: ["a", "b"], delimiters: ["+"] }] },
    "fix(a/b): x",
    ["1:5 scope-enum the scope `a/b` is not one of a, b"],
  ],
  [
    "a scope in a file is no pattern",
    { "scope-enum": [2, "always", ["a*"]] },
    "fix(ab): x",
    ["1:5 scope-enum the scope `ab` is not one of a*"],
  ],
  [
    "cases as objects",
    { "scope-case": [2, "always", { cases: [{ case: "upper-case", when: "never" }], delimiters: ["+"] }] },
    "fix(AB): x",
    ["1:5 scope-case the scope `AB` must be in another case than upper-case"],
  ],
  ["cases as objects, well", { "type-case": [2, "always", [{ case: "lower-case" }]] }, "fix: x", []],
  [
    "the case of the first line",
    { "header-case": [2, "never", "upper-case"] },
    "FIX: X",
    ["1:1 header-case the first line must not be in upper-case"],
  ],
  [
    "the case of a first line that begins with no letter",
    { "header-case": [2, "never", "upper-case"] },
    "\u00c4: X",
    [],
  ],
  [
    "the end of the first line",
    { "header-full-stop": [2, "never"] },
    "fix: x...",
    ["1:9 header-full-stop the first line must not end with `.`"],
  ],
  [
    "the case of the body",
    { "body-case": [2, "always", "lower-case"] },
    "fix: x\n\nBody",
    ["3:1 body-case the body must be in lower-case"],
  ],
  [
    "a case that the body must not have",
    { "body-case": [2, "always", [{ case: "upper-case", when: "never" }]] },
    "fix: x\n\nBODY",
    ["3:1 body-case the body must be in another case than upper-case"],
  ],
  ["the case of no body", { "body-case": [2, "always", "lower-case"] }, "fix: x", []],
  [
    "the end of the body",
    { "body-full-stop": [2, "always"] },
    "fix: x\n\nBody\n\nRefs: #1",
    ["3:1 body-full-stop the body must end with `.`"],
  ],
  ["the end of the body, well", { "body-full-stop": [2, "always", "!"] }, "fix: x\n\nBody!", []],
  [
    "no reference at all",
    { "references-empty": [2, "always"] },
    "fix: x (#1)",
    ["1:1 references-empty the message must not refer to an issue"],
  ],
  ["references", { "references-empty": [2, "never"] }, "fix: x\n\nsee a/b#12", []],
  [
    "no references",
    { "references-empty": [2, "never"] },
    "fix: x\n\n#a &#39; # 1",
    ["1:1 references-empty the message must refer to an issue, as `#123`"],
  ],
])("%s", (_, rules, message, problems) => {
  expect(lint(message, rules)).toEqual(problems);
});

test.each([
  "Merge branch 'x'",
  'Revert "x"',
  'Revert "x" (#12)',
  'Revert "Revert "x""',
  'Revert "feat: a long title that GitHub has c\u2026',
  'Reapply "x"',
  "fixup! Y",
  "squash! Y",
  "amend! Y",
  "v1.2.3",
  "1.2.3 [skip ci]",
  "v1.2.3-rc.1 (ci skip)",
])("%s is left alone", (message) => {
  expect(lintCommit(message, CONVENTIONAL_RULES, IGNORING)).toMatchObject({ problems: [] });
  expect(lintCommit(message, CONVENTIONAL_RULES, IGNORING).ignoredAs).toBeDefined();
  expect(lint(message, undefined, { defaultIgnores: false })[0]).toMatch(
    /^1:[0-9]+ header-grammar the first line has /,
  );
});

test.each([
  "revert the login page",
  "Revert the login page",
  'revert "x"',
  'Revert "x" and more',
  'Revert "',
  'Revert ""',
  "Reapply everything",
  "reapply x",
  "1.2.3 and more",
  "x 1.2.3 [skip ci]",
])("%s is not", (message) => {
  expect(lintCommit(message, CONVENTIONAL_RULES, IGNORING).ignoredAs).toBeUndefined();
  expect(lint(message)[0]).toMatch(/^1:[0-9]+ header-grammar the first line has /);
});

test("what a release tool writes is left alone, also where its first line is long or has a capital", () => {
  expect(lintCommit("chore(release): 1.2.3 [skip ci]\n\n# 1.2.3", CONVENTIONAL_RULES, IGNORING).ignoredAs).toBe(
    "version",
  );
  expect(lintCommit("chore: v2.0.0", CONVENTIONAL_RULES, IGNORING).ignoredAs).toBe("version");
  expect(lintCommit("chore(a)(b): 1.2.3", CONVENTIONAL_RULES, IGNORING).ignoredAs).toBeUndefined();
  expect(lint("chore(release): 1.2.3", { "scope-enum": [2, "always", ["api"]] }, { defaultIgnores: false })).toEqual([
    "1:7 scope-enum the scope `release` is not one of api",
  ]);
});

const near = fc
  .array(
    fc.constantFrom(
      ..."feat Fix : ( ) ! . # X word API `a` BREAKING CHANGE: \n \r\n \u{1f389} \ud800 \0".split(" "),
      " ",
      "\n\n",
      ": ",
    ),
    { maxLength: 15 },
  )
  .map((parts) => parts.join(""));

test("any message is judged at places that exist, and a correction has nothing against it", () => {
  fc.assert(
    fc.property(fc.oneof(near, fc.string({ unit: "binary" })), (message) => {
      const { problems, correction } = lintCommit(message, CONVENTIONAL_RULES, { defaultIgnores: false });
      const lines = message.split(/\r?\n/);
      for (const { line, column } of problems) {
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual((lines[line - 1] ?? "").length + 1);
      }
      if (correction === undefined) return;
      expect(parseHeader(correction)).toBeDefined();
      expect(lintCommit(correction, CONVENTIONAL_RULES, IGNORING).problems).toEqual([]);
    }),
    runs(2000),
  );
});

test.each([
  ["lines", "x\n".repeat(16_000)],
  ["one line", "x ".repeat(500_000)],
  ["full stops", ".".repeat(1_000_000)],
  ["hashes", "#1".repeat(500_000)],
  ["quotes", "'\"`".repeat(300_000)],
])("a message of %s ends", (_, text) => {
  for (const start of ["fix: x\n\n", "fix: ", "", "fix(a,b): x\n\nRefs: "])
    expect(lintCommit(start + text, CONVENTIONAL_RULES, IGNORING).problems.length).toBeLessThan(16_002);
});

describe("a correction that a person would laugh at is not shown", () => {
  const corrected = (line: string) => lintCommit(line, CONVENTIONAL_RULES, IGNORING).correction;

  test.each([
    // In the past, of somebody else, in progress.
    ...["fix: Fixed stuff", "feat: added button.", "feat: Adds a button.", "fix: Fixing login", "chore:ran prettier"],
    ...["Fix: applies the patch", "Feat: built x"],
    // The type once more.
    ...[
      "fix: Fix the thing",
      "Fix: fix it.",
      "bug: fix bug",
      "fix: Bugfix",
      "refactor: Refactor x",
      "docs: Docs for x",
    ],
    ...["perf: Performance improvements", "style: Styling", "chore: Chores", "feat: New feature", "Test:tests"],
    // Names, titles and whatever else keeps its capital.
    ...["fix: Windows build", "feat: Github login", "fix: Monday is the first day", "fix: React warning"],
    ...["fix: OAuth", "docs: README fixes", "feat: Add New Feature"],
    // Words that are no slip of the pen.
    ...["core: x", "rest: x", "text: x", "best: x", "feet: x", "feast: x", "seat: x", "six: x", "mix: x", "fit: x"],
    ...["guild: x", "dogs: x", "api: x", "main: x"],
    "feat(api):: add x",
  ])("%s", (line) => {
    expect(corrected(line)).toBeUndefined();
  });

  test.each([
    ["feat: Use x instead of y...", "feat: use x instead of y"],
    ["fix: The crash", "fix: the crash"],
    ["Fix:🐛 crash", "fix: 🐛 crash"],
    ["Docs: Update README.md", "docs: update README.md"],
    ["fix: Cut the log", "fix: cut the log"],
    ["Feat:`x` is new", "feat: `x` is new"],
    ["fxi: x", "fix: x"],
    ["fixx: x", "fix: x"],
    ["chor: x", "chore: x"],
    ["refactpr: x", "refactor: x"],
    ["[BUG] login broken", "fix: login broken"],
  ])("but of %s it is %s", (line, correction) => {
    expect(corrected(line)).toBe(correction);
  });
});
