import fc from "fast-check";
import { expect, test } from "vitest";
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
const NO_CASE = "the description must not be in sentence-case or start-case or pascal-case or upper-case";

test.each<[message: string, problems: string[]]>([
  ["feat: x", []],
  ["feat(api)!: x\n\nbody\n\nRefs: #1", []],
  ["fix: `Words` first", []],
  ["fix: 2 words", []],
  ["fix: use the HTTP client", []],
  ["fix: \u4f60\u597d", []],
  ["foo: x", [`1:1 type-enum the type \`foo\` must be one of ${TYPES}`]],
  ["feature: x", [`1:1 type-enum the type \`feature\` must be one of ${TYPES}`, "=> feat: x"]],
  [
    "Feat: x",
    [
      "1:1 type-case the type `Feat` must be in lower-case",
      `1:1 type-enum the type \`Feat\` must be one of ${TYPES}`,
      "=> feat: x",
    ],
  ],
  ["fix: Do it", [`1:6 subject-case ${NO_CASE}`, "=> fix: do it"]],
  ["fix(a): DO IT", [`1:9 subject-case ${NO_CASE}`, "=> fix(a): dO IT"]],
  ["fix: do it.", ["1:11 subject-full-stop the description must not end with `.`", "=> fix: do it"]],
  ["fix: and so on...", []],
  ["fix: do it ", ["1:1 header-trim the header must be without blanks at its ends", "=> fix: do it"]],
  ["docs:x", ["1:6 header-grammar the header has no blank after its colon", "=> docs: x"]],
  ["Add a button.", ["1:4 header-grammar the header has no colon and blank after `Add`", "=> feat: add a button"]],
  ["nonsense", ["1:9 header-grammar the header has no colon and blank after `nonsense`"]],
  ["", ["1:1 header-grammar the header is empty"]],
  [`fix: ${"x".repeat(95)}`, []],
  [`fix: ${"x".repeat(96)}`, ["1:101 header-max-length the header has 101 characters; at most 100 are allowed"]],
  ["fix: x\nbody", ["2:1 body-leading-blank? the body must have a blank line before it"]],
  ["fix: x\nRefs: #1", ["2:1 footer-leading-blank? the footer must have a blank line before it"]],
  ["fix: x\n\nbody\nBREAKING CHANGE: y", ["4:1 footer-leading-blank? the footer must have a blank line before it"]],
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
    ["1:2 header-grammar? the header has no colon and blank after `x`"],
  ],
  [
    "scope, none",
    { "scope-empty": [2, "never"] },
    "fix: x",
    ["1:4 scope-empty the scope, as in `(core)`, must not be empty"],
  ],
  ["scope, one too many", { "scope-empty": [2, "always"] }, "fix(a): x", ["1:5 scope-empty the scope must be empty"]],
  [
    "scopes, each",
    { "scope-enum": [2, "always", ["a", "b"]] },
    "fix(a, c): x",
    ["1:5 scope-enum the scope `a, c` must be one of a, b"],
  ],
  ["scopes, each well", { "scope-enum": [2, "always", ["a", "b"]] }, "fix(a,b/a): x", []],
  ["a scope with a slash", { "scope-enum": [2, "always", ["a/b"]] }, "fix(a/b): x", []],
  [
    "forbidden scopes",
    { "scope-enum": [2, "never", ["a", "b"]] },
    "fix(c/a): x",
    ["1:5 scope-enum the scope `c/a` must not be one of a, b"],
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
      "1:1 header-min-length the header has 7 characters; at least 8 are allowed",
      "1:3 type-max-length the type has 3 characters; at most 2 are allowed",
      "1:6 subject-min-length the description has 2 characters; at least 3 are allowed",
      "1:7 subject-max-length? the description has 2 characters; at most 1 are allowed",
    ],
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
  ["references", { "references-empty": [2, "never"] }, "fix: x\n\nsee a/b#12", []],
  [
    "no references",
    { "references-empty": [2, "never"] },
    "fix: x\n\n#a &#39; # 1",
    ["1:1 references-empty references to issues, as `#123`, must not be missing"],
  ],
])("%s", (_, rules, message, problems) => {
  expect(lint(message, rules)).toEqual(problems);
});

test.each(["Merge branch 'x'", 'Revert "x"', "fixup! Y", "squash! Y", "amend! Y", "v1.2.3"])("%s", (message) => {
  expect(lintCommit(message, CONVENTIONAL_RULES, IGNORING)).toMatchObject({ problems: [] });
  expect(lintCommit(message, CONVENTIONAL_RULES, IGNORING).ignoredAs).toBeDefined();
  expect(lint(message, undefined, { defaultIgnores: false })[0]).toBe(
    "1:1 header-grammar the header is not `type: description`",
  );
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
    { numRuns: 2000 },
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
