import { expect, test } from "vitest";
import { readCommitRules } from "./commit-rules.ts";
import { parseCommit } from "./conventional-commit.ts";
import { headerProblems } from "./header-rules.ts";

/** Problems as `column rule message`, and warnings with a `?`. commit-lint.test.ts has those of the usual rules. */
function problemsOf(line: string, written: object): string[] {
  const { rules, problems } = readCommitRules(JSON.stringify({ rules: written }), "x.json");
  expect(problems).toEqual([]);
  return headerProblems(parseCommit(line), line, rules).map(
    ({ column, rule, level, message }) => `${column} ${rule}${level === 1 ? "?" : ""} ${message}`,
  );
}

test.each<[name: string, rules: object, line: string, problems: string[]]>([
  [
    "no description, where that alone is asked for",
    { "subject-empty": [1, "never"] },
    "word",
    ["5 header-grammar? the first line has no colon and space after `word`"],
  ],
  [
    "of two levels of the grammar the higher",
    { "type-empty": [1, "never"], "subject-empty": [2, "never"] },
    "word",
    ["5 header-grammar the first line has no colon and space after `word`"],
  ],
  [
    "a line that git's own begin like is read all the same",
    { "type-enum": [2, "always", ["fix"]] },
    "fixup!: x",
    ["1 type-enum the type `fixup` is not one of fix"],
  ],
  ["one of two cases of the line", { "header-case": [2, "always", ["lower-case", "upper-case"]] }, "fix: x", []],
  ["one of two cases of the type", { "type-case": [2, "always", ["lower-case", "upper-case"]] }, "fix: x", []],
  ["one of two cases of the scope", { "scope-case": [2, "always", ["lower-case", "upper-case"]] }, "fix(a): x", []],
  ["a type, where none is forbidden", { "type-enum": [2, "never", []] }, "fix: x", []],
  ["a scope, where none is named", { "scope-enum": [2, "always", []] }, "fix(a): x", []],
  [
    "a type that is too short",
    { "type-min-length": [2, "always", 4] },
    "fix: x",
    ["1 type-min-length the type has 3 characters; at least 4 are needed"],
  ],
  ["no type at all", { "type-empty": [2, "always"] }, "fix: x", ["1 type-empty the first line must not have a type"]],
  [
    "no description at all",
    { "subject-empty": [2, "always"] },
    "fix: x",
    ["6 subject-empty the first line must not have a description"],
  ],
  [
    "a scope that is too long",
    { "scope-max-length": [2, "always", 3] },
    "fix(core): x",
    ["8 scope-max-length the scope has 4 characters; at most 3 are allowed"],
  ],
  [
    "a scope that is too short",
    { "scope-min-length": [2, "always", 5] },
    "fix(core): x",
    ["5 scope-min-length the scope has 4 characters; at least 5 are needed"],
  ],
  [
    "one of two scopes in another case",
    { "scope-case": [2, "always", "lower-case"] },
    "fix(a,B): x",
    ["5 scope-case the scope `a,B` must be in lower-case"],
  ],
  ["one scope needs no delimiter", { "scope-delimiter-style": [2, "always", [","]] }, "fix(a): x", []],
  [
    "one of two delimiters",
    { "scope-delimiter-style": [2, "always", [","]] },
    "fix(a,b/c): x",
    ["5 scope-delimiter-style between the scopes of `a,b/c` there must be `,`"],
  ],
  ["a comma with a space", { "scope-enum": [2, "always", ["a", "b"]] }, "fix(a, b): x", []],
  [
    "a comma with two spaces",
    { "scope-enum": [2, "always", ["a", "b"]] },
    "fix(a,  b): x",
    ["5 scope-enum the scope `a,  b` is not one of a, b"],
  ],
  [
    "a slash with a space",
    { "scope-enum": [2, "always", ["a", "b"]] },
    "fix(a/ b): x",
    ["5 scope-enum the scope `a/ b` is not one of a, b"],
  ],
  [
    "a slash with a space, before a comma",
    { "scope-enum": [2, "always", ["a", "b", "c"]] },
    "fix(a/ b,c): x",
    ["5 scope-enum the scope `a/ b,c` is not one of a, b, c"],
  ],
  [
    "a capital, among other cases",
    { "subject-case": [2, "never", ["sentence-case", "kebab-case"]] },
    "fix: Do it",
    ["6 subject-case the description must not be in sentence-case or kebab-case"],
  ],
  [
    "a capital, by what is not forbidden",
    { "subject-case": [2, "never", [{ case: "upper-case", when: "never" }]] },
    "fix: Do it",
    ["6 subject-case the description must not be in another case than upper-case"],
  ],
])("%s", (_, rules, line, problems) => {
  expect(problemsOf(line, rules)).toEqual(problems);
});
